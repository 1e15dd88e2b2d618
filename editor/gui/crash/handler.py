"""Crash handler: shows unexpected exceptions, and at the next start what a crash has left."""

import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from editor.crash_report import CrashReport, format_reports
from editor.gui.crash.crash_log import CrashLog
from editor.gui.crash.dialog import CrashDialog
from editor.gui.crash.open_review import OpenReview
from editor.gui.worker import Worker
from editor.installation import ProgramFile, bundle_program


class ExceptionHooks(QObject):
    """Replaces the interpreter's hooks for uncaught exceptions until ``release``."""

    caught = Signal(object)
    """Emitted with a CrashReport, on the GUI thread."""
    _raised = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # Always queued: an exception in a paint event must not open a dialog there.
        self._raised.connect(self.caught, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        sys.unraisablehook = self._catch_unraisable

    def release(self) -> None:
        """Put the interpreter's hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._before[0](kind, error, trace)
        else:
            self._raised.emit(CrashReport.of(error.with_traceback(trace)))

    def _catch_in_thread(self, args: Any) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._raised.emit(CrashReport.of(args.exc_value.with_traceback(args.exc_traceback)))

    def _catch_unraisable(self, args: Any) -> None:
        if args.exc_value is not None:
            self._raised.emit(CrashReport.of(args.exc_value.with_traceback(args.exc_traceback)))


_MAX_REPORTS = 20
"""Different exceptions that a report lists, the newest ones."""


class CrashHandler(QObject):
    """Collects crash reports and shows them in one dialog."""

    def __init__(
        self,
        reviews: Callable[[], Sequence[OpenReview]],
        crash_log: CrashLog,
        parent: QObject,
    ) -> None:
        """Take ``reviews``, which returns the open reviews; there is always at least one."""
        super().__init__(parent)
        self._reviews = reviews
        self._crash_log = crash_log
        self._counts: Counter[CrashReport] = Counter()
        self._dialog: CrashDialog | None = None
        program = bundle_program()
        self._program = None if program is None else ProgramFile(program)
        self._worker = Worker(self, reads_only=True)
        self.hooks = ExceptionHooks(self)
        self.hooks.caught.connect(self.handle)

    def start(self) -> None:
        """Show the crash that the last run of the program ended with, if it did."""
        self._worker.submit(self._crash_log.take_abandoned, self._show_last_crash)

    def stop(self) -> None:
        """Put the hooks back, and remove the crash log of this run."""
        self._worker.stop()
        self.hooks.release()
        self._crash_log.close()

    def handle(self, report: CrashReport) -> None:
        """Save the draft, and show ``report`` with those before it."""
        try:
            self._handle(report)
        except Exception as error:  # noqa: BLE001 - or each failure here would cause another
            self.hooks.caught.disconnect(self.handle)
            self.hooks.caught.connect(_write)
            _write(report)
            _write(CrashReport.of(error))

    @property
    def _front(self) -> OpenReview:
        """The review in the active window, else the one that was opened first."""
        reviews = self._reviews()
        return next((item for item in reviews if item.window.isActiveWindow()), reviews[0])

    def _handle(self, report: CrashReport) -> None:
        is_repeated = report in self._counts
        self._counts[report] += 1
        if not is_repeated:
            # Only once: the exception may come from the journal itself.
            for review in self._reviews():
                review.drafts.write_now()
        if self._program is not None and self._program.is_replaced:
            # What is read when it is first used is gone, or that of another version.
            self._tell_replaced()
        elif is_repeated and not self._is_shown():
            # The writer has closed the dialog and wants to go on.
            self._front.window.message_bar.say(
                self.tr("Derselbe Fehler ist wieder aufgetreten."),
                self.tr("Bericht zeigen"),
                self._show,
            )
        else:
            self._show()

    def _tell_replaced(self) -> None:
        self._front.window.message_bar.insist(
            self.tr(
                "Hier ist etwas misslungen, weil Rezensent inzwischen aktualisiert oder entfernt "
                "worden ist. Bitte sichern Sie Ihren Text, schließen Sie alle Fenster und öffnen "
                "Sie Rezensent wieder."
            )
        )

    def _is_shown(self) -> bool:
        return self._dialog is not None and isValid(self._dialog) and self._dialog.isVisible()

    def _show(self) -> None:
        count = self._counts.total()
        headline = (
            self.tr("In Rezensent ist ein Fehler aufgetreten. Sie können weiterarbeiten.")
            if count == 1
            else self.tr("In Rezensent sind {n} Fehler aufgetreten. Sie können weiterarbeiten.")
        )
        newest = reversed(list(self._counts)[-_MAX_REPORTS:])
        self._open(headline.format(n=count), self._safe(), format_reports(newest))

    def _show_last_crash(self, log: str) -> None:
        if log:
            headline = self.tr("Rezensent ist beim letzten Mal abgestürzt.")
            safe = self.tr("Ihr letzter Text steht unter „Datei ▸ Ungesicherte Texte“.")
            text = f"{format_reports(())}\n{log}"
            self._front.window.message_bar.insist(
                headline, self.tr("Bericht zeigen"), lambda: self._open(headline, safe, text)
            )

    def _open(self, headline: str, safe: str, text: str) -> None:
        if self._dialog is None or not isValid(self._dialog):
            window = self._front.window
            self._dialog = CrashDialog(window.theme, window)
            self._dialog.quit_requested.connect(window.close)
        self._dialog.show_report(headline, safe, text)

    def _safe(self) -> str:
        review = self._front
        path, at = review.document.path, review.document.saved_at
        if not review.document.dirty:
            if path is None:
                return self.tr("Alles ist gesichert.")
            return self.tr("Ihre Rezension ist gesichert in {path}.").format(path=path)
        if review.drafts.troubled:
            return self.tr("Ihr Text steht nur in diesem Fenster; bitte sichern Sie ihn.")
        draft = self.tr("Rezensent hält Ihren Text fest und bietet ihn beim nächsten Start an.")
        if path is None or at is None:
            return draft
        saved = self.tr("In {path} steht die Fassung von {time} Uhr.")
        return f"{draft} {saved.format(path=path, time=f'{at:%H:%M}')}"


def _write(report: CrashReport) -> None:
    sys.stderr.write(format_reports([report]))
