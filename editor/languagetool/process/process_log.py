"""Output of a LanguageTool process."""

import re
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from typing import IO

_LOG_LINES = 40
_ANNOUNCEMENT = "Server started"
_KEPT = "Kept for others"
"""Line by which Launcher.java says that the process goes on although we are done with it."""
_EXCEPTION = re.compile(r"\b(?:[a-z_]\w*\.)+[A-Z]\w*(?:Error|Exception)\b")


class ProcessLog:
    """Reads all output of the process, so that it never blocks, and waits for its end.

    ``on_end`` is called on a thread of the log when the process has ended.
    """

    def __init__(self, process: subprocess.Popen[str], on_end: Callable[[], None]) -> None:
        self.announced = threading.Event()
        """Set when the server has its port."""
        self.ended = threading.Event()
        self.released = threading.Event()
        """Set when the process has ended or says that it goes on without us."""
        self._process = process
        self._on_end = on_end
        self._lines: deque[str] = deque(maxlen=_LOG_LINES)
        self._thread = threading.Thread(target=self._drain, name="languagetool-log", daemon=True)
        self._thread.start()

    def lines(self) -> tuple[str, ...]:
        """Return the last lines; after the start only the names of exceptions in them."""
        return tuple(self._lines)

    def join(self) -> None:
        """Wait for the end of the process."""
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _drain(self) -> None:
        output = self._process.stdout
        if output is not None:
            self._read(output)
        self._process.wait()
        self.ended.set()
        self.released.set()
        self._on_end()

    def _read(self, output: IO[str]) -> None:
        with output:
            for line in output:
                # After the start any line may quote the writer's text.
                lines = _EXCEPTION.findall(line) if self.announced.is_set() else [line.rstrip()]
                self._lines.extend(lines)
                if line.rstrip().endswith(_ANNOUNCEMENT):
                    self.announced.set()
                if line.rstrip() == _KEPT:
                    self.released.set()
