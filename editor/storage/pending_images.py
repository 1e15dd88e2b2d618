"""Pictures of reviews that have no file yet: they wait, and go when nobody needs them any more."""

import contextlib
import re
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote

from editor.storage.journal import RETENTION_DAYS, Journal

_DAY = 24 * 60 * 60
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


class PendingImages:
    """The pictures in one folder. All of it takes its time and may be called on any thread."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self.folder = folder
        self._journal = journal

    def mentioned_in(self, text: str) -> frozenset[str]:
        """Return the names of those that ``text``, a review's or a draft's file, mentions.

        Rather one too many than one too few: whatever looks like a name is one.
        """
        plain = _plain(text)
        return frozenset(path.name for path in self._files() if _plain(path.name) in plain)

    def release(self, names: Iterable[str], kept: Iterable[str] = ()) -> None:
        """Remove those of ``names`` that neither a draft nor one of the texts ``kept`` mentions.

        Raises JournalError; then all of them are still there.
        """
        wanted = frozenset(names)
        self._remove(lambda path: path.name in wanted, kept)

    def clear(self, kept: Iterable[str] = ()) -> None:
        """Do the same for all that have lain here for more than KEPT_DAYS. Raises JournalError."""
        oldest = time.time() - RETENTION_DAYS * _DAY
        self._remove(lambda path: path.stat().st_mtime < oldest, kept)

    def _remove(self, unwanted: Callable[[Path], bool], kept: Iterable[str]) -> None:
        for path in self._unneeded(unwanted, kept):
            with contextlib.suppress(OSError):
                path.unlink()

    def _unneeded(self, unwanted: Callable[[Path], bool], kept: Iterable[str]) -> list[Path]:
        found = []
        for path in self._files():
            with contextlib.suppress(OSError):
                found += [path] if unwanted(path) else []
        needed: set[str] = set()
        for text in (*kept, *self._journal.contents()) if found else ():
            needed |= self.mentioned_in(text)
        return [path for path in found if path.name not in needed]

    def _files(self) -> list[Path]:
        try:
            return [path for path in self.folder.iterdir() if path.is_file()]
        except OSError:
            return []


def _plain(text: str) -> str:
    """Return ``text`` with letters for what stands for them in JSON and in addresses."""
    letters = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    whole = letters.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", unquote(whole))
