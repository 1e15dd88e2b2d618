"""States of the engine, each with one sentence to show."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from editor.errors import (
    DamagedShippedError,
    LanguageToolError,
    NotInstalledError,
    ServerFailureError,
)
from editor.languagetool.server_url import host_and_port, privacy_warning
from editor.localized import Localized

if TYPE_CHECKING:
    from editor.languagetool.server import LanguageToolServer


class EnginePhase(StrEnum):
    """Phase of the engine's life."""

    OFF = "off"
    STARTING = "starting"
    WARMING = "warming"
    READY = "ready"
    RESTARTING = "restarting"
    FAILED = "failed"
    INSTALLING = "installing"


@dataclass(frozen=True, slots=True)
class EngineState:
    """The phase, and one sentence about it to show."""

    phase: EnginePhase
    sentence: Localized
    may_retry: bool = False
    """Whether a failed engine is installed, so that another start may help."""
    missing: NotInstalledError | None = None
    """Error of a failed engine that is not installed."""
    progress: float | None = None
    """Part of an installation that is done, from 0 to 1; None where it is not known."""

    @property
    def settled(self) -> bool:
        """Whether nothing changes by waiting: the engine is ready, off or failed."""
        return self.phase in {EnginePhase.READY, EnginePhase.FAILED, EnginePhase.OFF}


OFF = EngineState(EnginePhase.OFF, Localized("Prüfung aus", "Checking is off"))
_STARTING = EngineState(
    EnginePhase.STARTING, Localized("Prüfung startet …", "Checker is starting…")
)
READY = EngineState(EnginePhase.READY, Localized("Prüfung bereit", "Checker is ready"))


def starting(address: str) -> EngineState:
    """Return the state before the server answers; ``address`` is empty for a local one."""
    if not address:
        return _STARTING
    host = host_and_port(address)
    sentence = Localized(f"Verbindung zu {host} …", f"Connecting to {host}…")
    return EngineState(EnginePhase.STARTING, sentence)


def warming(percent: int) -> EngineState:
    """Return the state while the server loads its dictionaries; 0 is for an unknown progress."""
    if not percent:
        sentence = Localized("Wörterbücher werden geladen …", "Loading the dictionaries…")
    else:
        sentence = Localized(
            f"Prüfung lädt Wörterbücher, {percent} %",
            f"Checker is loading dictionaries, {percent} %",
        )
    return EngineState(EnginePhase.WARMING, sentence)


def ready(server: "LanguageToolServer") -> EngineState:
    """Return the state of an engine whose ``server`` answers.

    For a server on another machine the sentence says so; a „;“ ends its short form.
    """
    if server.pid is not None:
        return READY
    host = host_and_port(server.url)
    german, english = f"Prüfung bereit über {host}", f"Checker is ready at {host}"
    if privacy_warning(server.url):
        german += "; Ihr Text wird zur Prüfung dorthin gesendet."
        english += "; your text is sent there to be checked."
    return EngineState(EnginePhase.READY, Localized(german, english))


def failed(error: LanguageToolError) -> EngineState:
    """Return the state after ``error``, which a start by itself does not mend."""
    if isinstance(error, DamagedShippedError):
        return EngineState(EnginePhase.FAILED, error.sentence, missing=error)
    if isinstance(error, NotInstalledError):
        sentence = Localized(
            "LanguageTool fehlt noch; Rechtschreibung und Grammatik werden nicht geprüft.",
            "LanguageTool is missing; spelling and grammar are not checked.",
        )
        return EngineState(EnginePhase.FAILED, sentence, missing=error)
    may_retry = isinstance(error, ServerFailureError)
    return EngineState(EnginePhase.FAILED, error.sentence, may_retry)


def installing(done: int, total: int) -> EngineState:
    """Return the state while ``done`` of ``total`` bytes are fetched; 0 of 0 before the first."""
    if not total:
        sentence = Localized("LanguageTool wird heruntergeladen …", "Downloading LanguageTool…")
        return EngineState(EnginePhase.INSTALLING, sentence)
    fetched, size = round(done / 1e6), round(total / 1e6)
    sentence = Localized(
        f"LanguageTool wird heruntergeladen: {fetched} von {size} MB",
        f"Downloading LanguageTool: {fetched} of {size} MB",
    )
    return EngineState(EnginePhase.INSTALLING, sentence, progress=done / total)


PREPARING = EngineState(
    EnginePhase.INSTALLING,
    Localized(
        "LanguageTool wird für einen schnellen Start vorbereitet …",
        "Preparing LanguageTool for a quick start…",
    ),
)
"""State at the end of an installation."""


def unreachable(reason: LanguageToolError) -> EngineState:
    """Return the state while a remote server does not answer."""
    sentence = Localized("{0} Rezensent versucht es weiter.", "{0} Rezensent keeps trying.")
    return EngineState(EnginePhase.RESTARTING, sentence.format(reason.sentence))


def restarting(reason: LanguageToolError) -> EngineState:
    """Return the state between two starts of a local server."""
    sentence = Localized("{0} Prüfung startet neu …", "{0} Checker is restarting…")
    return EngineState(EnginePhase.RESTARTING, sentence.format(reason.sentence))


def not_ready_error(state: EngineState) -> LanguageToolError:
    """Return the error of a check that an engine in ``state`` cannot do."""
    if state.missing is not None:
        return state.missing
    if state.phase is EnginePhase.FAILED:
        return LanguageToolError.of(state.sentence)
    sentence = Localized(
        "LanguageTool ist nicht bereit ({0}); bitte prüfen Sie gleich noch einmal.",
        "LanguageTool is not ready ({0}); please check again in a moment.",
    )
    return LanguageToolError.of(sentence.format(state.sentence))
