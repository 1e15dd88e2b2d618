"""Reading aloud, where the system has a voice for it."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QMenu

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.speech.tts_client import TtsClient
from editor.gui.speech.tts_process import TtsStatus
from editor.markdown.plaintext import defined_labels, plain_text

translate = QCoreApplication.translate

_VERB = "read_aloud"


class ReadAloud(QObject):
    """Reads the selection or the section.

    Nobody knows before the engine is started whether there is a voice; that is done when the menu
    opens or the writer asks for it, as the plug-ins of Qt reach out for sound servers.
    """

    said = Signal(str)
    """Why nothing can be read."""

    def __init__(
        self, document: Document, form: FormPage, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._form = form
        self._actions = actions
        self._ready = False
        self._looked = False
        self._reading = False
        """What the writer wants: from the wish until all is read, or nothing can be."""
        self._wish = ""
        """What is to be read once there is a voice."""
        self._asked = False
        """Whether the writer waits for what the voice does next."""
        self._sentence = ""
        """Why this machine cannot read at all."""
        self.tts = TtsClient(self)
        self.tts.status_changed.connect(self._hear)
        self.tts.timed_out.connect(self._miss)
        self.tts.failed.connect(self._fail)
        for menu in actions[_VERB].associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self._look)

    def start(self, engine: str = "", language: QLocale.Language = QLocale.Language.German) -> None:
        """Look for a voice; ``engine`` names one of Qt's, "" is the best that there is."""
        self._looked = True
        self._ready = False
        self.tts.start(engine, language)

    def toggle(self) -> None:
        """Read the selection, or the section where nothing is selected, or stop reading."""
        if self._sentence:
            self.said.emit(self._sentence)
        elif self._reading:
            self._end()
        else:
            self._begin(self._text())
        self._show()

    def stop(self) -> None:
        """Say nothing more."""
        self.tts.stop()

    def _look(self) -> None:
        """Find out whether there is a voice; one that was lost is looked for on request only."""
        if not self._looked:
            self.start()

    def _begin(self, text: str) -> None:
        self._wish, self._reading, self._asked = text, bool(text), True
        if self._ready:
            self._say()
        elif not self.tts.running:
            self.start()

    def _say(self) -> None:
        wish, self._wish = self._wish, ""
        self._asked = bool(wish)
        if wish:
            self.tts.say(wish)

    def _end(self) -> None:
        self._wish, self._reading, self._asked = "", False, self._ready
        if self._ready:
            self.tts.silence()

    def _text(self) -> str:
        """Return what is to be read, without the signs of Markdown."""
        editor = self._form.current_editor
        if editor is None:
            return ""
        start, end = editor.selection()
        labels = defined_labels(*(section.text for section in self._document.review.sections))
        return plain_text(editor.text[start:end] or editor.text, labels).text.strip()

    def _show(self) -> None:
        self._actions[_VERB].setEnabled(not self._sentence)
        self._actions[_VERB].setChecked(self._reading)

    # -- what the voice says ----------------------------------------------------------------------

    def _hear(self, said: TtsStatus) -> None:
        if said is TtsStatus.READY:
            self._ready = True
            self._say()
        elif said is TtsStatus.NO_SPEECH:
            self._refuse(
                translate("ReadAloud", "Zum Vorlesen fehlt diesem Rechner eine Sprachausgabe.")
            )
        elif said is TtsStatus.NO_VOICE:
            self._refuse(
                translate("ReadAloud", "Zum Vorlesen fehlt der Sprachausgabe eine deutsche Stimme.")
            )
        else:
            self._reading = self._asked = said is TtsStatus.SPEAKING
        self._show()

    def _refuse(self, sentence: str) -> None:
        """Say that there is no use in another try, on the action as well."""
        self._lose(sentence)
        self._sentence = sentence
        self._actions.set_tip(_VERB, sentence)

    def _miss(self) -> None:
        self._lose(
            translate(
                "ReadAloud",
                "Die Sprachausgabe dieses Rechners antwortet nicht; „Vorlesen“ versucht es von "
                "neuem.",
            )
        )

    def _fail(self) -> None:
        self._lose(
            translate(
                "ReadAloud",
                "Die Sprachausgabe dieses Rechners ist ausgefallen; „Vorlesen“ versucht es von "
                "neuem.",
            )
        )

    def _lose(self, sentence: str) -> None:
        asked, self._asked = self._asked, False
        self._wish, self._reading, self._ready = "", False, False
        self._show()
        if asked:
            self.said.emit(sentence)
