"""Signals by which a shell, a desktop or the system asks this process to end."""

import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Those of the system that are there; SIGBREAK is the one of a Windows console."""


class TerminationSignals(QObject):
    """Reports signals of the system as events, so that none interrupts a slot.

    Those that were ignored when the process began, as by nohup, stay ignored.
    """

    received = Signal(int)
    """Emitted with the number of the signal, from the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        # Python writes the number of a signal to the socket, whatever runs; the handler only keeps
        # the system from ending the process.
        self._wakeup = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, _go_on)
            for number in (getattr(signal, name, None) for name in _NAMES)
            if number is not None and signal.getsignal(number) != signal.SIG_IGN
        }

    def release(self) -> None:
        """Let the signals do what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        for end in (self._reader, self._writer):
            end.close()

    def _read(self) -> None:
        # A notifier may be activated without anything to read.
        numbers = b""
        with suppress(BlockingIOError):
            numbers = self._reader.recv(64)
        for number in numbers:
            if number in self._before:
                self.received.emit(number)


def _go_on(number: int, frame: FrameType | None) -> None:
    """Handle a signal by doing nothing."""
