"""File that tells other programs of the account how to reach a running LanguageTool."""

import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from editor.storage import atomic_write
from editor.storage.processes import ProcessIdentity

HOST = "127.0.0.1"
_LARGEST = 4_096
"""Bytes of a file; a record has a tenth of that."""


@dataclass(frozen=True, slots=True)
class ServerRecord:
    """Address and secret of a LanguageTool process on this machine."""

    port: int
    """0 while the process starts: its port may still turn out to be taken."""
    secret: str = field(repr=False)
    process: ProcessIdentity

    @property
    def is_ready(self) -> bool:
        """Whether the process can be reached."""
        return self.port > 0

    @property
    def url(self) -> str:
        """Address for a client, without the version of the interface."""
        return f"http://{HOST}:{self.port}"

    def write(self, path: Path) -> None:
        """Write the record to ``path``, readable for the account only. Raises OSError."""
        values = {"port": self.port, "secret": self.secret, "process": self.process.to_json()}
        atomic_write.make_private_folder(path.parent)
        atomic_write.replace_private(path, json.dumps(values).encode())

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the record in the file ``path``.

        Raises OSError when it cannot be read, PermissionError when others could have written it or
        could read it, and ValueError when it holds something else.
        """
        return cls._parse(json.loads(_read_private(path)))

    @classmethod
    def _parse(cls, raw: Any) -> Self:
        match raw:
            case {"port": int(port), "secret": str(secret), "process": process}:
                return cls(port, secret, ProcessIdentity.from_json(process))
        raise ValueError("not a record")


def _read_private(path: Path) -> bytes:
    # On Windows the account's folders are closed to others, and these flags are unknown.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if os.name == "posix":
            _require_private(os.fstat(file.fileno()))
        return file.read(_LARGEST)


def _require_private(status: os.stat_result) -> None:
    is_own = stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid()
    if not is_own or status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise PermissionError("not private")
