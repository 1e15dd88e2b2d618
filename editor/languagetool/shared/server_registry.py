"""Records of the LanguageTool processes that the programs of an account share."""

import hashlib
import http.client
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from editor.languagetool.runtime import Runtime, aot_cache_file
from editor.languagetool.shared.server_record import ServerRecord
from editor.languagetool.shared.shared_server import SharedServer
from editor.settings import Folders

_SUFFIX = ".json"


class ServerRegistry:
    """Records of running LanguageTools in ``folder``, one file each.

    A program uses one that the same installation has started: same Java, jars, options and
    settings. Files that cannot be read or written are passed over: the program then starts a
    LanguageTool of its own. May be used by several threads and processes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of(cls, folders: Folders) -> Self:
        """Return the registry of the account."""
        return cls(folders.state / "languagetool")

    def publish(self, runtime: Runtime, record: ServerRecord) -> None:
        """Let other programs use the server of ``record``, which ``runtime`` has started."""
        name = f"{_fingerprint(runtime)}-{record.process.pid}{_SUFFIX}"
        with suppress(OSError):
            record.write(self._folder / name)

    def lease(
        self, runtime: Runtime, *, keep: int, on_end: Callable[[], None]
    ) -> SharedServer | None:
        """Return a server that ``runtime`` has started in another program, None without one.

        When it is given back, it stays for ``keep`` seconds. ``on_end`` is called on a thread of
        the server when it has ended.
        """
        for record in self._running(_fingerprint(runtime)):
            with suppress(OSError, http.client.HTTPException):
                return SharedServer(record, keep=keep, on_end=on_end)
        return None

    def remove_ended(self) -> None:
        """Remove the records of processes that have ended."""
        for _ in self._running(""):
            pass

    def _running(self, prefix: str) -> Iterator[ServerRecord]:
        with suppress(OSError):
            for path in sorted(self._folder.glob(f"{prefix}*{_SUFFIX}")):
                with suppress(OSError, ValueError):
                    record = ServerRecord.read(path)
                    if record.process.is_running:
                        yield record
                    elif not record.process.is_remote:
                        path.unlink()


def _fingerprint(runtime: Runtime) -> str:
    """Return a name for all that decides which findings a server of ``runtime`` returns."""
    cache = aot_cache_file(runtime.java, runtime.classpath).name
    content = "\n".join((cache, *runtime.options)).encode() + runtime.properties.read_bytes()
    return hashlib.sha256(content).hexdigest()[:16]
