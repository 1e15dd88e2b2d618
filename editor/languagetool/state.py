"""What the engine is doing, as one sentence that can be shown."""

from dataclasses import dataclass
from enum import StrEnum

from editor.errors import LanguageToolError
from editor.languagetool.remote import LanguageServer, connecting, ready
from editor.localized import Localized


class Phase(StrEnum):
    """What the engine is doing."""

    OFF = "off"
    STARTING = "starting"
    WARMING = "warming"
    READY = "ready"
    RESTARTING = "restarting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class State:
    """The phase and one sentence about it, ready to be shown."""

    phase: Phase
    sentence: Localized


OFF = State(Phase.OFF, Localized("Prüfung aus", "Checking is off"))
STARTING = State(Phase.STARTING, Localized("Prüfung startet …", "Checker is starting …"))
WARMING = State(
    Phase.WARMING, Localized("Wörterbücher werden geladen …", "Loading the dictionaries …")
)
READY = State(Phase.READY, Localized("Prüfung bereit", "Checker is ready"))


def starting(address: str) -> State:
    """Return the state at the beginning, of a LanguageTool of our own or at ``address``."""
    if not address:
        return STARTING
    return State(Phase.STARTING, connecting(address))


def started(server: LanguageServer) -> State:
    """Return the state of an engine whose ``server`` answers."""
    if server.pid is not None:
        return READY
    return State(Phase.READY, ready(server.url))


def away(reason: LanguageToolError) -> State:
    """Return the state while a server of somebody else's does not answer."""
    sentence = Localized("{0} Rezensent versucht es weiter.", "{0} Rezensent keeps trying.")
    return State(Phase.RESTARTING, sentence.format(reason.sentence))


def restarting(reason: LanguageToolError) -> State:
    """Return the state between two starts of our own."""
    sentence = Localized("{0} Prüfung startet neu …", "{0} Checker is restarting …")
    return State(Phase.RESTARTING, sentence.format(reason.sentence))


def not_ready(state: State) -> LanguageToolError:
    """Return the error of a check that an engine in ``state`` cannot do."""
    if state.phase is Phase.FAILED:
        return LanguageToolError.of(state.sentence)
    sentence = Localized(
        "LanguageTool ist nicht bereit ({0}); bitte gleich noch einmal prüfen.",
        "LanguageTool is not ready ({0}); please check again in a moment.",
    )
    return LanguageToolError.of(sentence.format(state.sentence))
