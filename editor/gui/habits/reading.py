"""Reading aloud, where the system has a voice for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QMenu

from editor.gui.actions import Actions
from editor.gui.form.form_page import FormPage
from editor.language.plaintext import plain_text

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_VERB = "read_aloud"


class Reading(QObject):
    """Reads the selection or the section.

    Nobody knows before the engine is started whether there is a voice; that is done when the menu
    opens or the writer asks for it, as the plug-ins of Qt reach out for sound servers.
    """

    said = Signal(str)
    """Why nothing can be read."""

    def __init__(self, form: FormPage, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._actions = actions
        self._speech: QTextToSpeech | None = None
        self._started = False
        self._sentence = ""
        for menu in actions[_VERB].associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self._look)

    def start(self, engine: str = "", language: QLocale.Language = QLocale.Language.German) -> None:
        """Look for a voice; ``engine`` names one of Qt's, "" is the best that there is."""
        self._started = True
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
        except ImportError:
            # Linux distributions have it in a package of its own, with the libraries for sound.
            self._problem(_no_speech())
            return
        names = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
        speech = QTextToSpeech(engine or (names or ["none"])[0], self)
        if speech.state() == QTextToSpeech.State.Error:
            self._problem(_no_speech())
            return
        locale = next((a for a in speech.availableLocales() if a.language() == language), None)
        if locale is None:
            self._problem(
                translate("Reading", "Zum Vorlesen fehlt der Sprachausgabe eine deutsche Stimme.")
            )
            return
        speech.setLocale(locale)
        speech.stateChanged.connect(self._show)
        self._speech = speech
        self._show()

    def toggle(self) -> None:
        """Read the selection, or the section where nothing is selected, or stop reading."""
        self._look()
        if self._speech is None:
            self.said.emit(self._sentence)
        elif self._speaking:
            self._speech.stop()
        elif text := self._text():
            self._speech.say(text)
        self._show()

    def stop(self) -> None:
        """Say nothing more."""
        if self._speech is not None:
            self._speech.stop()

    def _look(self) -> None:
        if not self._started:
            self.start()

    @property
    def _speaking(self) -> bool:
        speech = self._speech
        return speech is not None and speech.state() in (
            speech.State.Speaking,
            speech.State.Synthesizing,
        )

    def _text(self) -> str:
        """Return what is to be read, without the signs of Markdown."""
        editor = self._form.at_work
        if editor is None:
            return ""
        start, end = editor.selection()
        return plain_text(editor.text[start:end] or editor.text).text.strip()

    def _show(self) -> None:
        self._actions[_VERB].setEnabled(self._speech is not None)
        self._actions[_VERB].setChecked(self._speaking)

    def _problem(self, text: str) -> None:
        self._sentence = text
        self._actions.set_tip(_VERB, text)
        self._show()


def _no_speech() -> str:
    return translate("Reading", "Zum Vorlesen fehlt diesem Rechner eine Sprachausgabe.")
