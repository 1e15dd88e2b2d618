"""Request runner: asks before files are replaced, then writes them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.export.jobs.writer import ExistingFiles
from editor.gui.export.job_runner import ExportRequest, JobRunner
from editor.gui.export.overwrite_dialogs import OverwriteAnswer, ask_changed, ask_replace


class RequestRunner(QObject):
    """Runs one request at a time. Each ends with ``refused``, ``cancelled`` or ``written``."""

    started = Signal(object, int, int)
    """An ExportJob begins; carries the job, its number from 1 and the number of all jobs."""
    refused = Signal(object)
    """Nothing is written because of an error; carries the RezensentError."""
    cancelled = Signal()
    """Nothing is written because the writer decided so."""
    written = Signal(object, object)
    """The ExportRequest, and a tuple with the ExportOutcome of each of its jobs."""

    def __init__(self, dialog_parent: Callable[[], QWidget], parent: QObject) -> None:
        """``dialog_parent`` returns the window that questions are asked over."""
        super().__init__(parent)
        self._dialog_parent = dialog_parent
        self._runner = JobRunner(self)
        self._runner.started.connect(self.started)

    @property
    def busy(self) -> bool:
        """Whether files are being checked or written."""
        return self._runner.busy

    def start(self, request: ExportRequest, *, ask_before_replacing: bool) -> None:
        """Run ``request``.

        Files that have been changed since the last export are asked about in any case.
        """

        def checked(existing: ExistingFiles) -> None:
            unchanged = [path for path in existing.digests if path not in existing.changed]
            answered = partial(self._ask_changed, request, existing)
            if ask_before_replacing and unchanged:
                ask_replace(self._dialog_parent(), unchanged, answered)
            else:
                answered("replace")

        self._runner.check(request, checked, self.refused.emit)

    def stop(self) -> None:
        """Finish the file that is being written."""
        self._runner.stop()

    def _ask_changed(
        self, request: ExportRequest, existing: ExistingFiles, answer: OverwriteAnswer
    ) -> None:
        if answer == "cancel":
            self.cancelled.emit()
        elif existing.changed:
            answered = partial(self._replace_changed, request, existing)
            ask_changed(self._dialog_parent(), existing.changed, answered)
        else:
            self._write(request, existing)

    def _replace_changed(
        self, request: ExportRequest, existing: ExistingFiles, answer: OverwriteAnswer
    ) -> None:
        if answer == "cancel":
            self.cancelled.emit()
        elif answer == "skip":
            self._write(request.without(existing.changed), existing)
        else:
            self._write(request, existing)

    def _write(self, request: ExportRequest, existing: ExistingFiles) -> None:
        if request.paths:
            self._runner.run(request.jobs(existing), partial(self.written.emit, request))
        else:
            self.cancelled.emit()
