"""Action that installs LanguageTool: its text says what the next use of it does."""

from PySide6.QtCore import QCoreApplication

from editor.gui.actions import Actions
from editor.languagetool.state import EnginePhase, EngineState

translate = QCoreApplication.translate

VERB = "install_checker"
_BYTES_PER_MINUTE = 60_000_000
"""Download in a minute at 8 Mbit/s, a slow connection of a household."""
_PREPARATION_MINUTES = 0.7
"""Time to prepare the start of LanguageTool after the download."""


class InstallAction:
    """Lets the action install, cancel, or say that LanguageTool is there."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self._withhold(translate("InstallAction", "Die Prüfung startet gerade."))

    def show(self, state: EngineState) -> None:
        """Follow ``state`` with the text of the action."""
        if state.missing is not None:
            self._offer(install_text(state.missing.size))
        elif state.phase is EnginePhase.INSTALLING:
            self._offer(translate("InstallAction", "Herunterladen von &LanguageTool abbrechen"))
        elif state.phase is EnginePhase.FAILED:
            self._offer(translate("InstallAction", "&LanguageTool neu einrichten"))
        else:
            self._withhold(translate("InstallAction", "LanguageTool ist eingerichtet."))

    def _offer(self, text: str) -> None:
        self._actions.withhold("installer", {})
        self._actions[VERB].setText(text)

    def _withhold(self, reason: str) -> None:
        self._actions[VERB].setText(translate("Actions", "&LanguageTool einrichten"))
        self._actions.withhold("installer", {VERB: reason})


def install_text(size: int) -> str:
    """Return the text of an offer to download ``size`` bytes, with the time that it takes."""
    if not size:
        return translate("InstallAction", "&LanguageTool fertig einrichten")
    minutes = max(1, round(size / _BYTES_PER_MINUTE + _PREPARATION_MINUTES))
    times = {
        1: translate("InstallAction", "etwa eine Minute"),
        2: translate("InstallAction", "etwa zwei Minuten"),
    }
    time = times.get(minutes, translate("InstallAction", "etwa {n} Minuten").format(n=minutes))
    text = translate("InstallAction", "&LanguageTool herunterladen ({size} MB, {time})")
    return text.format(size=max(1, round(size / 1e6)), time=time)
