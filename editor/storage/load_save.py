"""Loading and saving of review files. A file is replaced completely or not at all."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.errors import FormError, ReviewFileError
from editor.localized import Localized
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.review.model import Review
from editor.storage import atomic_write, encodings, review_file
from editor.storage.file_errors import (
    not_text_error,
    unreadable_error,
    unsynced_error,
    unwritable_error,
)
from editor.storage.file_location import FileLocation, location_of

MAX_BYTES = 100_000_000
"""Largest file that is read; a larger one cannot be a review."""


@dataclass(frozen=True, slots=True)
class LoadedReview:
    """A review that was read from a file."""

    review: Review
    path: Path
    problem: FormError | None = None
    """Why it was not read with the form that it names."""
    digest: str = ""
    """Digest of the file."""
    notice: Localized | None = None
    """Change that saving would make to the file besides edits."""
    damaged: bool = False
    """Whether the file has content that the review lacks, so that it must not be replaced."""
    location: FileLocation | None = None
    """Where the file is."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """Result of a successful save."""

    digest: str
    """Digest of the file."""
    vanished: bool = False
    """Whether the file had been deleted since it was loaded."""
    unlinked: bool = False
    """Whether other names of the file, hard links, have kept its previous content."""
    location: FileLocation | None = None
    """Where the file is."""


@dataclass(frozen=True, slots=True)
class SaveConflict:
    """A file was not replaced because another program has changed it."""

    path: Path
    data: bytes


def load_review(path: Path, forms: FormRegistry = SHIPPED_FORMS) -> LoadedReview:
    """Read the review in ``path`` with one of ``forms``.

    A text in another encoding than UTF-8 is read when its encoding is certain. Raises
    ReviewFileError when the file cannot be read, is not text or has broken front matter.
    """
    data = read_bytes(path)
    decoded = _decode(data) or encodings.decode_damaged(data)
    if decoded is None:
        raise not_text_error(path)
    review = review_file.parse(decoded.text, forms, name=str(path))
    problem = forms.resolve(review.form_id).problem
    notice = _notice(path, decoded)
    return LoadedReview(
        review,
        _absolute(path),
        problem,
        digest(data),
        notice,
        damaged=decoded.lost > 0,
        location=location_of(path),
    )


def read_text(path: Path) -> str:
    """Return the text of ``path`` with its original line ends. Raises ReviewFileError."""
    return decode_text(read_bytes(path), path)


def decode_text(data: bytes, path: Path) -> str:
    """Return ``data``, the content of ``path``, as text. Raises ReviewFileError."""
    decoded = _decode(data)
    if decoded is None:
        raise not_text_error(path)
    return decoded.text


def digest(data: bytes) -> str:
    """Return the SHA-256 digest of ``data`` in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """Return the digest of the content of ``path``, empty when it cannot be read."""
    try:
        return digest(read_regular_file(path))
    except OSError:
        return ""


def _absolute(path: Path) -> Path:
    """Return ``path`` independent of the current folder. Raises ReviewFileError."""
    try:
        return path.absolute()
    except OSError as error:
        raise unreadable_error(path, error) from error


def _decode(data: bytes) -> encodings.DecodedText | None:
    decoded = encodings.decode(data)
    return decoded if decoded is not None and decoded.sure else None


def _notice(path: Path, decoded: encodings.DecodedText) -> Localized | None:
    if decoded.lost:
        return Localized(
            f"{path.name} ist beschädigt: Wo jetzt � steht, ist etwas nicht lesbar. Das hier ist "
            "eine Kopie ohne Datei, das Original bleibt, wie es ist.",
            f"{path.name} is damaged: where there is a � now, something cannot be read. This is a "
            "copy without a file, the original stays as it is.",
        )
    if decoded.encoding:
        return Localized(
            f"{path.name} war in {decoded.encoding}; beim Sichern wird die Datei zu UTF-8.",
            f"{path.name} was in {decoded.encoding}; saving turns the file into UTF-8.",
        )
    return None


def read_bytes(path: Path) -> bytes:
    """Return the content of ``path``. Raises ReviewFileError."""
    try:
        return read_regular_file(path)
    except IsADirectoryError as error:
        raise ReviewFileError(
            f"{path} ist ein Ordner; bitte wählen Sie die Markdown-Datei einer Rezension.",
            f"{path} is a folder; please choose the Markdown file of a review.",
        ) from error
    except OSError as error:
        raise unreadable_error(path, error) from error


def read_regular_file(path: Path) -> bytes:
    """Return the content of a file without waiting for a pipe or a device. Raises OSError."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir may raise, and opening does it anyway
        raise IsADirectoryError(errno.EISDIR, "")
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENODEV, "")
        # One byte more reveals a file that is too large, even when it is just growing.
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, "")
    return data


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


Announcement = Callable[[str], object]
"""Called with the digest that a file is going to have, before anything is written."""


def _unannounced(_: str) -> None:
    pass


def save_review(review: Review, path: Path, announce: Announcement = _unannounced) -> SaveResult:
    """Write ``review`` to ``path`` durably, replacing the whole file.

    Behind a symbolic link, the target is replaced. Mode and owner of an existing file are kept as
    far as the system allows. Raises ReviewFileError; the file is unchanged then.
    """
    data = encode_utf8(review_file.dumps(review))
    announce(digest(data))
    unlinked = _has_other_names(path)
    write_bytes(data, path)
    return SaveResult(digest(data), unlinked=unlinked, location=location_of(path))


def save_unless_changed(
    review: Review, path: Path, known: str, announce: Announcement = _unannounced
) -> SaveResult | SaveConflict:
    """Write ``review`` as ``save_review`` does, if ``path`` still has the digest ``known``.

    A deleted file is created again, and a file that already equals the review counts as saved. Any
    other content is kept and returned as a conflict. Raises ReviewFileError.
    """
    data = encode_utf8(review_file.dumps(review))
    new = digest(data)
    announce(new)
    vanished = False

    def compare(target: Path) -> None:
        nonlocal vanished
        try:
            content = read_regular_file(target)
        except FileNotFoundError:
            vanished = True
            return
        if digest(content) not in (known, new):
            raise _ChangedError(content)

    unlinked = _has_other_names(path)
    try:
        _write(data, path, compare)
    except _ChangedError as changed:
        return SaveConflict(path, changed.content)
    return SaveResult(new, vanished, unlinked, location_of(path))


def check_mounted(path: Path, location: FileLocation | None) -> None:
    """Raise SaveError when ``path`` is missing because its disk is gone from ``location``.

    A save would create it on the disk below, out of sight once the right one is back.
    """
    if location is not None and not location.is_mounted and not os.path.exists(path):  # noqa: PTH110
        raise unwritable_error(path, OSError(errno.ENOTCONN, ""))


def _has_other_names(path: Path) -> bool:
    """Return whether ``path`` is a file with several names, of which a save replaces one."""
    try:
        return os.stat(path).st_nlink > 1  # noqa: PTH116 - as in read_regular_file
    except OSError:
        return False


class _ChangedError(Exception):
    """The file has another content than expected."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.content = content


def write_text(text: str, path: Path) -> None:
    """Write ``text`` as UTF-8, durably and completely. Raises ReviewFileError."""
    write_bytes(encode_utf8(text), path)


def encode_utf8(text: str) -> bytes:
    """Return ``text`` as UTF-8.

    An unpaired surrogate, which pasting may bring, has no UTF-8 and must not prevent saving: it
    becomes U+FFFD. A pair of surrogates becomes its character.
    """
    valid = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return valid.encode("utf-8")


def write_bytes(data: bytes, path: Path) -> None:
    """Write ``data``, durably and completely. Raises ReviewFileError."""
    _write(data, path)


def _write(data: bytes, path: Path, before: Callable[[Path], object] | None = None) -> None:
    try:
        atomic_write.replace(Path(os.path.realpath(path)), data, before)
    except atomic_write.UnsyncedError as error:
        raise unsynced_error(path, error, digest(data)) from error
    except OSError as error:
        raise unwritable_error(path, error) from error
