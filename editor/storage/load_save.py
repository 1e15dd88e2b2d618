"""Reading and writing review files. A file is replaced as a whole or not at all."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.errors import FormError, ReviewFileError, cause, passing
from editor.localized import Localized
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.review.model import Review
from editor.storage import atomic_write, encodings, review_file

MAX_BYTES = 100_000_000
"""Bytes of a file that is read at all: thousands of reviews, so it is no review."""


class SaveError(ReviewFileError):
    """A file could not be written, or not for sure."""

    def __init__(self, german: str, english: str, error: OSError, digest: str = "") -> None:
        super().__init__(german, english)
        self.cause = cause(error)
        self.passing = passing(error)
        """Whether the same may work later."""
        self.digest = digest
        """Digest of the file where it holds what was to be saved, but perhaps not after a power
        cut; empty where it is as it was."""


@dataclass(frozen=True, slots=True)
class LoadedReview:
    """A review with the path it came from."""

    review: Review
    path: Path
    problem: FormError | None = None
    """Why it was not read with the form that it names."""
    digest: str = ""
    """Digest of the file that it was read from."""
    notice: Localized | None = None
    """What saving it would change besides."""
    damaged: bool = False
    """Whether the file holds something that the review does not: it is to stay as it is."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """A file holds the review now."""

    digest: str
    """Digest of the file."""
    vanished: bool = False
    """Whether the file that had been there was gone."""


@dataclass(frozen=True, slots=True)
class SaveConflict:
    """A file was not replaced, because it holds something that nobody here has seen."""

    path: Path
    data: bytes


def load_review(path: Path, forms: FormRegistry = SHIPPED_FORMS) -> LoadedReview:
    """Read the review in ``path`` with one of ``forms``.

    A text in another encoding than UTF-8 is read where it is certain which one. Raises
    ReviewFileError when the file cannot be read, is no text or has broken front matter.
    """
    data = read_bytes(path)
    reading = _reading(data) or encodings.decode_damaged(data)
    if reading is None:
        raise _no_text(path)
    review = review_file.parse(reading.text, forms, name=str(path))
    problem = forms.resolve(review.form).problem
    notice = _notice(path, reading)
    return LoadedReview(
        review, _absolute(path), problem, digest(data), notice, damaged=reading.lost > 0
    )


def read_text(path: Path) -> str:
    """Return the text of ``path``, line ends as they are. Raises ReviewFileError."""
    return decode_text(read_bytes(path), path)


def decode_text(data: bytes, path: Path) -> str:
    """Return the text ``data`` that ``path`` holds. Raises ReviewFileError when it is none."""
    reading = _reading(data)
    if reading is None:
        raise _no_text(path)
    return reading.text


def digest(data: bytes) -> str:
    """Return what tells ``data`` from everything else that a file may hold: SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """Return the digest of what ``path`` holds, empty when it cannot be read."""
    try:
        return digest(read_regular_file(path))
    except OSError:
        return ""


def _absolute(path: Path) -> Path:
    """Return ``path`` so that it stays the same wherever the program goes. Raises its own."""
    try:
        return path.absolute()
    except OSError as error:
        raise _unreadable(path, error) from error


def _reading(data: bytes) -> encodings.DecodedText | None:
    reading = encodings.decode(data)
    return reading if reading is not None and reading.sure else None


def _no_text(path: Path) -> ReviewFileError:
    return ReviewFileError(
        f"{path} ist kein Text in UTF-8; bitte sichern Sie die Datei in ihrem Programm mit "
        "der Kodierung UTF-8, sie bleibt unverändert.",
        f"{path} is not text in UTF-8; please save it as UTF-8 in the program it comes from, "
        "it is left as it is.",
    )


def _notice(path: Path, reading: encodings.DecodedText) -> Localized | None:
    if reading.lost:
        return Localized(
            f"{path.name} ist beschädigt: Wo jetzt � steht, ist etwas nicht lesbar. Das hier ist "
            "eine Kopie ohne Datei, das Original bleibt, wie es ist.",
            f"{path.name} is damaged: where there is a � now, something cannot be read. This is a "
            "copy without a file, the original stays as it is.",
        )
    if reading.encoding:
        return Localized(
            f"{path.name} war in {reading.encoding}; beim Sichern wird die Datei zu UTF-8.",
            f"{path.name} was in {reading.encoding}; saving turns the file into UTF-8.",
        )
    return None


def read_bytes(path: Path) -> bytes:
    """Return what ``path`` holds. Raises ReviewFileError."""
    try:
        return read_regular_file(path)
    except IsADirectoryError as error:
        raise ReviewFileError(
            f"{path} ist ein Ordner; bitte wählen Sie die Markdown-Datei einer Rezension.",
            f"{path} is a folder; please choose the Markdown file of a review.",
        ) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def read_regular_file(path: Path) -> bytes:
    """Return what ``path`` holds, without ever waiting for a pipe or a device. Raises OSError."""
    if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises what opening is to raise)
        raise IsADirectoryError(errno.EISDIR, "")
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENODEV, "")
        # One byte more tells a file that is too large, also one that grows meanwhile.
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, "")
    return data


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def save_review(review: Review, path: Path) -> SaveResult:
    """Write ``review`` to ``path``, durably and as one replacement, whatever is there.

    A symbolic link keeps pointing where it points: its target is replaced. Mode and owner of an
    existing file are kept as far as the system allows. Raises ReviewFileError; the file then holds
    what it held before.
    """
    data = encode_utf8(review_file.dumps(review))
    write_bytes(data, path)
    return SaveResult(digest(data))


def save_unless_changed(review: Review, path: Path, known: str) -> SaveResult | SaveConflict:
    """Write ``review`` like ``save`` if ``path`` still holds what has the digest ``known``.

    A file that is gone is written anew; one that holds this very review already is as good as
    written. Whatever else it holds stays. Raises ReviewFileError.
    """
    data = encode_utf8(review_file.dumps(review))
    new = digest(data)
    vanished = False

    def compare(target: Path) -> None:
        nonlocal vanished
        try:
            there = read_regular_file(target)
        except FileNotFoundError:
            vanished = True
            return
        if digest(there) not in (known, new):
            raise _ChangedError(there)

    try:
        _write(data, path, compare)
    except _ChangedError as changed:
        return SaveConflict(path, changed.there)
    return SaveResult(new, vanished)


class _ChangedError(Exception):
    """The file holds something else."""

    def __init__(self, there: bytes) -> None:
        super().__init__()
        self.there = there


def write_text(text: str, path: Path) -> None:
    """Write ``text`` as UTF-8 like ``save``. Raises ReviewFileError."""
    write_bytes(encode_utf8(text), path)


def encode_utf8(text: str) -> bytes:
    """Return ``text`` as UTF-8.

    Half of a surrogate pair has no UTF-8; a paste can bring one, and must not stop a save. It
    becomes U+FFFD, two halves that belong together become their character.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.encode("utf-8")


def write_bytes(data: bytes, path: Path) -> None:
    """Write ``data`` like ``save``. Raises ReviewFileError."""
    _write(data, path)


def _write(data: bytes, path: Path, before: Callable[[Path], object] | None = None) -> None:
    try:
        atomic_write.replace(Path(os.path.realpath(path)), data, before)
    except atomic_write.UnsyncedError as error:
        raise _unsynced(path, error, digest(data)) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> SaveError:
    known = cause(error)
    return SaveError(
        f"{path} lässt sich nicht sichern ({known.german}); bitte wählen Sie mit „Sichern "
        "unter“ einen anderen Ort.",
        f"{path} cannot be saved ({known.english}); please choose another place with “Save as”.",
        error,
    )


def _unsynced(path: Path, error: OSError, written: str) -> SaveError:
    known = cause(error)
    return SaveError(
        f"{path} ist geschrieben, aber vor einem Stromausfall nicht sicher ({known.german}); "
        "bitte sichern Sie noch einmal oder mit „Sichern unter“ an einem anderen Ort.",
        f"{path} is written, but not safe from a power cut ({known.english}); please save again, "
        "or elsewhere with “Save as”.",
        error,
        written,
    )


def _unreadable(path: Path, error: OSError) -> ReviewFileError:
    known = cause(error)
    return ReviewFileError(
        f"{path} lässt sich nicht öffnen ({known.german}); bitte prüfen Sie Ort und Rechte.",
        f"{path} cannot be opened ({known.english}); please check its place and permissions.",
    )
