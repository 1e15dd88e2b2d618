"""Reporter: how an export goes, said where the writer looks."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from editor.errors import RezensentError
from editor.export.jobs.job import ExportJob, ExportOutcome
from editor.gui.export.messages import failure_texts, progress_text, success_text, written_paths
from editor.gui.host_window import HostWindow

if TYPE_CHECKING:
    from editor.gui.export.dialog import ExportDialog


class ExportReporter(QObject):
    """Tells the progress and the end of an export: in the dialog, or over the form without one."""

    failed = Signal(str)
    """The sentence of an error, while no dialog is open that could show it."""

    def __init__(self, dialog: "Callable[[], ExportDialog | None]", window: HostWindow) -> None:
        """``dialog`` returns the dialog that is open, if there is one."""
        super().__init__(window)
        self._dialog = dialog
        self._window = window

    def show_progress(self, job: ExportJob, number: int, count: int) -> None:
        """Show which of ``count`` jobs begins; ``number`` counts from 1."""
        dialog, text = self._dialog(), progress_text(job, number, count)
        if dialog is not None:
            dialog.show_message(text)
        elif count > 1:
            self._window.message_bar.say(text)

    def show_end(self) -> None:
        """Let the writer choose again in the dialog: no export runs any more."""
        if dialog := self._dialog():
            dialog.show_message("")
            dialog.set_busy(False)

    def show_refusal(self, problem: RezensentError) -> None:
        """Show why nothing has been written."""
        self.show_end()
        self._show_error(problem.text())

    def show_outcomes(self, outcomes: Sequence[ExportOutcome]) -> None:
        """Say what was written, and offer to open it; a dialog stays open only for errors."""
        failures, success = failure_texts(outcomes), success_text(outcomes)
        if failures:
            self._show_error("\n".join(filter(None, (*failures, success))))
            return
        if dialog := self._dialog():
            dialog.accept()
        paths = written_paths(outcomes)
        if not paths:
            return
        target = paths[0] if len(paths) == 1 else paths[0].parent
        label = self.tr("Öffnen") if len(paths) == 1 else self.tr("Ordner zeigen")
        url = QUrl.fromLocalFile(str(target))
        self._window.message_bar.say(success, label, lambda: self._window.open_outside(url))

    def _show_error(self, sentence: str) -> None:
        if dialog := self._dialog():
            dialog.show_message(sentence, problem=True)
        else:
            self.failed.emit(sentence)
