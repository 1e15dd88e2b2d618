"""Reading the review aloud, if the system has a voice."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QMenu

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.speech.tts_client import TtsClient
from editor.gui.speech.tts_process import TtsStatus
from editor.markdown.plaintext import defined_labels, plain_text

translate = QCoreApplication.translate

_ACTION = "read_aloud"


class ReadAloud(QObject):
    """Reads the selection or the section aloud.

    Only a running engine knows whether there is a voice. It is started when the menu opens or the
    writer wants to hear something, not before, because the plug-ins of Qt contact sound servers.
    """

    reading_changed = Signal(str)
    """Emitted with what is read aloud now, such as „Story“; empty when nothing is read."""
    message = Signal(str)
    """Emitted with the sentence that says why nothing can be read."""

    def __init__(
        self, document: Document, form: FormPage, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._form = form
        self._actions = actions
        self._ready = False
        self._started = False
        self._reading = False
        """Whether the writer wants to hear something that is not read to its end yet."""
        self._subject = ""
        """Text that is read, as the writer calls it: „Story“."""
        self._pending_text = ""
        """Text to read once there is a voice."""
        self._waiting = False
        """Whether the writer waits for an answer of the engine."""
        self._obstacle = ""
        """Sentence that says why this machine cannot read aloud at all; empty if it may."""
        self.tts = TtsClient(self)
        self.tts.status_changed.connect(self._take_status)
        self.tts.timed_out.connect(self._report_timeout)
        self.tts.failed.connect(self._report_failure)
        for menu in actions[_ACTION].associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self._start_once)

    def start(self, engine: str = "", language: QLocale.Language = QLocale.Language.German) -> None:
        """Start the engine and look for a voice; "" is the best engine that there is."""
        self._started = True
        self._ready = False
        self.tts.start(engine, language)

    def toggle(self) -> None:
        """Read the selection, or the section where nothing is selected, or stop reading."""
        if self._obstacle:
            self.message.emit(self._obstacle)
        elif self._reading:
            self._end()
        else:
            self._begin(self._text())
        self._show()

    def silence(self) -> None:
        """Stop reading, if something is read."""
        if self._reading:
            self.toggle()

    def stop(self) -> None:
        """End the text-to-speech process."""
        self.tts.stop()

    def _start_once(self) -> None:
        """Start the engine for the first time; a voice that was lost is looked for on request."""
        if not self._started:
            self.start()

    def _begin(self, text: str) -> None:
        self._pending_text, self._reading, self._waiting = text, bool(text), True
        if self._ready:
            self._say()
        elif not self.tts.running:
            self.start()

    def _say(self) -> None:
        text, self._pending_text = self._pending_text, ""
        self._waiting = bool(text)
        if text:
            self.tts.say(text)

    def _end(self) -> None:
        self._pending_text, self._reading, self._waiting = "", False, self._ready
        if self._ready:
            self.tts.silence()

    def _text(self) -> str:
        """Return the selection or the section as plain text."""
        editor = self._form.current_editor
        if editor is None:
            return ""
        start, end = editor.selection()
        section = translate("ReadAloud", "„{section}“").format(section=editor.accessibleName())
        self._subject = translate("ReadAloud", "Die Auswahl") if start < end else section
        labels = defined_labels(*(section.text for section in self._document.review.sections))
        return plain_text(editor.text[start:end] or editor.text, labels).text.strip()

    def _show(self) -> None:
        self._actions.withhold("speech", {_ACTION: self._obstacle} if self._obstacle else {})
        self._actions[_ACTION].setChecked(self._reading)
        self.reading_changed.emit(self._subject if self._reading else "")

    # -- answers of the engine --------------------------------------------------------------------

    def _take_status(self, status: TtsStatus) -> None:
        if status is TtsStatus.READY:
            self._ready = True
            self._say()
        elif status is TtsStatus.NO_SPEECH:
            self._refuse(
                translate(
                    "ReadAloud",
                    "Zum Vorlesen fehlt diesem Rechner eine Sprachausgabe; unter Linux bringt sie "
                    "das Paket „speech-dispatcher“ mit.",
                )
            )
        elif status is TtsStatus.NO_VOICE:
            self._refuse(
                translate(
                    "ReadAloud",
                    "Zum Vorlesen fehlt der Sprachausgabe eine deutsche Stimme; unter Linux "
                    "bringt sie das Paket „espeak-ng“ mit.",
                )
            )
        else:
            self._reading = self._waiting = status is TtsStatus.SPEAKING
        self._show()

    def _refuse(self, sentence: str) -> None:
        """Say why trying again is of no use; ``_show`` has it said in the tool tip as well."""
        self._lose(sentence)
        self._obstacle = sentence

    def _report_timeout(self) -> None:
        self._lose(
            translate(
                "ReadAloud",
                "Die Sprachausgabe dieses Rechners antwortet nicht; „Vorlesen“ versucht es von "
                "neuem.",
            )
        )

    def _report_failure(self) -> None:
        self._lose(
            translate(
                "ReadAloud",
                "Die Sprachausgabe dieses Rechners ist ausgefallen; „Vorlesen“ versucht es von "
                "neuem.",
            )
        )

    def _lose(self, sentence: str) -> None:
        waiting, self._waiting = self._waiting, False
        self._pending_text, self._reading, self._ready = "", False, False
        self._show()
        if waiting:
            self.message.emit(sentence)
