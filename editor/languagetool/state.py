"""What the engine is doing, as one sentence that can be shown."""

from dataclasses import dataclass
from enum import StrEnum

from editor.errors import LanguageToolError
from editor.languagetool.remote import LanguageServer, connecting, ready


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
    german: str
    english: str

    def text(self, language: str = "de") -> str:
        """Return the sentence in the language "de" or "en"."""
        return self.english if language == "en" else self.german


OFF = State(Phase.OFF, "Prüfung aus", "Checking is off")
STARTING = State(Phase.STARTING, "Prüfung startet …", "Checker is starting …")
WARMING = State(Phase.WARMING, "Wörterbücher werden geladen …", "Loading the dictionaries …")
READY = State(Phase.READY, "Prüfung bereit", "Checker is ready")


def starting(address: str) -> State:
    """Return the state at the beginning, of a LanguageTool of our own or at ``address``."""
    if not address:
        return STARTING
    sentence = connecting(address)
    return State(Phase.STARTING, sentence.de, sentence.en)


def started(server: LanguageServer) -> State:
    """Return the state of an engine whose ``server`` answers."""
    if server.pid is not None:
        return READY
    sentence = ready(server.url)
    return State(Phase.READY, sentence.de, sentence.en)


def away(reason: LanguageToolError) -> State:
    """Return the state while a server of somebody else's does not answer."""
    return State(
        Phase.RESTARTING,
        f"{reason.german} Rezensent versucht es weiter.",
        f"{reason.english} Rezensent keeps trying.",
    )


def restarting(reason: LanguageToolError) -> State:
    """Return the state between two starts of our own."""
    return State(
        Phase.RESTARTING,
        f"{reason.german} Prüfung startet neu …",
        f"{reason.english} Checker is restarting …",
    )


def not_ready(state: State) -> LanguageToolError:
    """Return the error of a check that an engine in ``state`` cannot do."""
    if state.phase is Phase.FAILED:
        return LanguageToolError(state.german, state.english)
    return LanguageToolError(
        f"LanguageTool ist nicht bereit ({state.german}); bitte gleich noch einmal prüfen.",
        f"LanguageTool is not ready ({state.english}); please check again in a moment.",
    )
