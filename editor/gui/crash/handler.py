"""The program goes on after a mistake of ours, and says so; after a crash the next start does."""

import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from editor.crash_report import CrashReport, format_reports
from editor.gui.crash.crash_log import CrashLog
from editor.gui.crash.dialog import CrashDialog
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import DraftKeeper
from editor.gui.worker import Worker


class ExceptionHooks(QObject):
    """Takes the place of the interpreter's hooks until ``release``."""

    caught = Signal(object)
    """A CrashReport, on the GUI thread."""
    _raised = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # Always queued: what goes wrong within a paint event must not open a window there.
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


_MOST = 20
"""Different mistakes that a report lists; whoever has more has one that matters."""


@dataclass(frozen=True, slots=True)
class OpenReview:
    """An open review as the crash handler knows it."""

    window: HostWindow
    document: Document
    drafts: DraftKeeper


class CrashHandler(QObject):
    """Gathers mistakes and shows them in one window."""

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
        self._seen: Counter[CrashReport] = Counter()
        self._shown: CrashDialog | None = None
        self._worker = Worker(self)
        self.hooks = ExceptionHooks(self)
        self.hooks.caught.connect(self.tell)

    def start(self) -> None:
        """Say what the last time ended with, when that was a crash."""
        self._worker.submit(self._crash_log.take_abandoned, self._recall)

    def stop(self) -> None:
        """Leave the hooks to the interpreter, and note that the end is a good one."""
        self._worker.stop()
        self.hooks.release()
        self._crash_log.withdraw()

    def tell(self, found: CrashReport) -> None:
        """Keep what is written, and show ``found`` with the mistakes before it."""
        try:
            self._tell(found)
        except Exception as error:  # noqa: BLE001 - or each telling would have to be told of
            self.hooks.caught.disconnect(self.tell)
            self.hooks.caught.connect(_write)
            _write(found)
            _write(CrashReport.of(error))

    @property
    def _front(self) -> OpenReview:
        """The review in the active window, else the one that was opened first."""
        reviews = self._reviews()
        return next((item for item in reviews if item.window.isActiveWindow()), reviews[0])

    def _tell(self, found: CrashReport) -> None:
        known = found in self._seen
        self._seen[found] += 1
        if not known:
            # Once: what fails may be the journal itself.
            for review in self._reviews():
                review.drafts.hurry()
        if known and not self._is_shown():
            # The writer has seen it and wants to go on.
            self._front.window.message_bar.say(
                self.tr("Derselbe Fehler ist Rezensent wieder unterlaufen."),
                self.tr("Bericht zeigen"),
                self._show,
            )
        else:
            self._show()

    def _is_shown(self) -> bool:
        return self._shown is not None and isValid(self._shown) and self._shown.isVisible()

    def _show(self) -> None:
        count = self._seen.total()
        headline = (
            self.tr("Rezensent ist ein Fehler unterlaufen. Sie können weiterarbeiten.")
            if count == 1
            else self.tr("Rezensent sind {n} Fehler unterlaufen. Sie können weiterarbeiten.")
        )
        newest = reversed(list(self._seen)[-_MOST:])
        self._open(headline.format(n=count), self._safe(), format_reports(newest))

    def _recall(self, words: str) -> None:
        if words:
            headline = self.tr("Rezensent ist beim letzten Mal abgestürzt.")
            safe = self.tr(
                "Was Sie da geschrieben haben, ist unter „Datei → Ungesicherte Fassungen“."
            )
            text = f"{format_reports(())}\n{words}"
            self._front.window.message_bar.insist(
                headline, self.tr("Bericht zeigen"), lambda: self._open(headline, safe, text)
            )

    def _open(self, headline: str, safe: str, text: str) -> None:
        if self._shown is None or not isValid(self._shown):
            window = self._front.window
            self._shown = CrashDialog(window.theme, window)
            self._shown.quit_requested.connect(window.close)
        self._shown.tell(headline, safe, text)

    def _safe(self) -> str:
        review = self._front
        path, at = review.document.path, review.document.saved_at
        if not review.document.dirty:
            if path is None:
                return self.tr("Sie haben nichts Ungesichertes.")
            return self.tr("Ihre Rezension ist gesichert in {path}.").format(path=path)
        if review.drafts.troubled:
            return self.tr("Was Sie geschrieben haben, steht nur in diesem Fenster: Bitte sichern.")
        kept = self.tr(
            "Was Sie geschrieben haben, hält Rezensent fest und bietet es beim nächsten Start an."
        )
        if path is None or at is None:
            return kept
        saved = self.tr("In {path} steht die Fassung von {time} Uhr.")
        return f"{kept} {saved.format(path=path, time=f'{at:%H:%M}')}"


def _write(found: CrashReport) -> None:
    sys.stderr.write(format_reports([found]))
