"""Catches what nobody has foreseen, in every thread, and brings it to the GUI thread."""

import sys
import threading
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from editor.crash_report import mistake


class Hooks(QObject):
    """Takes the place of the interpreter's hooks until ``release``."""

    happened = Signal(object)
    """A Mistake, on the GUI thread."""
    _caught = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # Always queued: what goes wrong within a paint event must not open a window there.
        self._caught.connect(self.happened, Qt.ConnectionType.QueuedConnection)
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
            self._caught.emit(mistake(error.with_traceback(trace)))

    def _catch_in_thread(self, args: Any) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._caught.emit(mistake(args.exc_value.with_traceback(args.exc_traceback)))

    def _catch_unraisable(self, args: Any) -> None:
        if args.exc_value is not None:
            self._caught.emit(mistake(args.exc_value.with_traceback(args.exc_traceback)))
