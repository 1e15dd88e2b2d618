"""Records of the LanguageTool processes that the programs of an account share."""

import hashlib
import http.client
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from editor.languagetool.cpu_patience import CpuClock, CpuPatience
from editor.languagetool.runtime import Runtime, aot_cache_file
from editor.languagetool.shared.server_record import ServerRecord
from editor.languagetool.shared.shared_server import SharedServer
from editor.languagetool.shared.start_turn import StartTurn
from editor.languagetool.timing import EngineTiming
from editor.settings import Folders
from editor.storage.processes import ProcessIdentity

_SUFFIX = ".json"
_LOOK_SECONDS = 0.1
"""Between two looks at the record of a server that starts."""


class ServerRegistry:
    """Records of running LanguageTools in ``folder``, one file each.

    A program uses one that the same installation has started: same Java, jars, options and
    settings. Files that cannot be read or written are passed over: the program then starts a
    LanguageTool of its own, as without a folder. May be used by several threads and processes.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @classmethod
    def of(cls, folders: Folders) -> Self:
        """Return the registry of the account."""
        return cls(folders.state / "languagetool")

    def turn(self) -> StartTurn:
        """Return the turn to look for a server and, if there is none, to start and announce one."""
        return StartTurn(self._folder)

    def announce(self, runtime: Runtime, process: ProcessIdentity, turn: StartTurn) -> None:
        """Let other programs wait for the server that ``runtime`` starts with ``process``."""
        self.publish(runtime, ServerRecord(0, "", process))
        turn.end()

    def publish(self, runtime: Runtime, record: ServerRecord) -> None:
        """Let other programs use the server of ``record``, which ``runtime`` has started."""
        if self._folder is None:
            return
        name = f"{_fingerprint(runtime)}-{record.process.pid}{_SUFFIX}"
        with suppress(OSError):
            record.write(self._folder / name)

    def lease(
        self,
        runtime: Runtime,
        timing: EngineTiming,
        turn: StartTurn,
        *,
        keep: int,
        cancelled: Callable[[], bool],
        on_end: Callable[[], None],
    ) -> SharedServer | None:
        """Return a server that ``runtime`` has started in another program, None without one.

        Waits for one that starts, and ends ``turn`` before. When the server is given back, it stays
        for ``keep`` seconds. ``cancelled`` is called many times a second, ``on_end`` on a thread of
        the server when it has ended.
        """
        for path in self._files(f"{_fingerprint(runtime)}-"):
            if _read_running(path) is None:
                continue
            turn.end()
            record = _await_ready(path, timing.start, cancelled)
            if record is not None:
                with suppress(OSError, http.client.HTTPException):
                    return SharedServer(record, patience=timing.answer, keep=keep, on_end=on_end)
        return None

    def remove_ended(self) -> None:
        """Remove the records of processes that have ended."""
        for path in self._files(""):
            _read_running(path)

    def _files(self, prefix: str) -> list[Path]:
        if self._folder is not None:
            with suppress(OSError):
                return sorted(self._folder.glob(f"{prefix}*{_SUFFIX}"))
        return []


def _await_ready(path: Path, seconds: float, cancelled: Callable[[], bool]) -> ServerRecord | None:
    """Return the record in ``path`` when its server can be reached, None if it will not be."""
    record = _read_running(path)
    if record is None:
        return None
    patience = CpuPatience(CpuClock(record.process.pid), seconds)
    while record is not None and not record.is_ready:
        if cancelled() or patience.is_over:
            return None
        time.sleep(_LOOK_SECONDS)
        record = _read_running(path)
    return record


def _read_running(path: Path) -> ServerRecord | None:
    """Return the record in ``path`` if its process runs; remove that of one that has ended."""
    with suppress(OSError, ValueError):
        record = ServerRecord.read(path)
        if record.process.is_running:
            return record
        if not record.process.is_remote:
            path.unlink()
    return None


def _fingerprint(runtime: Runtime) -> str:
    """Return a name for all that decides which findings a server of ``runtime`` returns."""
    cache = aot_cache_file(runtime.java, runtime.classpath).name
    content = "\n".join((cache, *runtime.options)).encode() + runtime.properties.read_bytes()
    return hashlib.sha256(content).hexdigest()[:16]
