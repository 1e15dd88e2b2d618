"""Images of reviews without a file, stored until the review is saved or given up."""

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
    """The images in one folder. The methods access the disk and may be called on any thread."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self.folder = folder
        self._journal = journal

    def mentioned_in(self, text: str) -> frozenset[str]:
        """Return the names of the images that ``text``, a review or a draft, mentions.

        Anything that looks like a name counts, so that no image is removed by mistake.
        """
        unescaped = _unescape(text)
        return frozenset(path.name for path in self._files() if _unescape(path.name) in unescaped)

    def release(self, names: Iterable[str], reviews: Iterable[str] = ()) -> None:
        """Remove the images ``names``, except those mentioned in a draft or in ``reviews``.

        Raises JournalError; nothing is removed then.
        """
        candidates = frozenset(names)
        self._remove(lambda path: path.name in candidates, reviews)

    def clear_expired(self, reviews: Iterable[str] = ()) -> None:
        """Remove images older than RETENTION_DAYS, except those in a draft or in ``reviews``.

        Raises JournalError; nothing is removed then.
        """
        oldest = time.time() - RETENTION_DAYS * _DAY
        self._remove(lambda path: path.stat().st_mtime < oldest, reviews)

    def _remove(self, is_candidate: Callable[[Path], bool], reviews: Iterable[str]) -> None:
        for path in self._unmentioned(is_candidate, reviews):
            with contextlib.suppress(OSError):
                path.unlink()

    def _unmentioned(
        self, is_candidate: Callable[[Path], bool], reviews: Iterable[str]
    ) -> list[Path]:
        candidates = []
        for path in self._files():
            with contextlib.suppress(OSError):
                candidates += [path] if is_candidate(path) else []
        mentioned: set[str] = set()
        for text in (*reviews, *self._journal.contents()) if candidates else ():
            mentioned |= self.mentioned_in(text)
        return [path for path in candidates if path.name not in mentioned]

    def _files(self) -> list[Path]:
        try:
            return [path for path in self.folder.iterdir() if path.is_file()]
        except OSError:
            return []


def _unescape(text: str) -> str:
    """Return ``text`` with the escape sequences of JSON and of addresses replaced."""
    letters = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    valid = letters.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", unquote(valid))
