"""Reading and writing review files. A file is replaced as a whole or not at all."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.errors import FormError, ReviewFileError
from editor.review import durable, markdown
from editor.review.forms import SHIPPED, Forms
from editor.review.model import Review


@dataclass(frozen=True, slots=True)
class Loaded:
    """A review with the path it came from."""

    review: Review
    path: Path
    problem: FormError | None = None
    """Why it was not read with the form that it names."""
    digest: str = ""
    """Digest of the file that it was read from."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A file holds the review now."""

    digest: str
    """Digest of the file."""
    vanished: bool = False
    """Whether the file that had been there was gone."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A file was not replaced, because it holds something that nobody here has seen."""

    path: Path
    data: bytes


def load(path: Path, forms: Forms = SHIPPED) -> Loaded:
    """Read the review in ``path`` with one of ``forms``.

    Raises ReviewFileError when the file cannot be read, is not UTF-8 or has broken front matter.
    """
    data = read_bytes(path)
    review = markdown.parse(_text(data, path), forms)
    return Loaded(review, path, forms.found(review.form).problem, digest(data))


def read_text(path: Path) -> str:
    """Return the text of ``path``, line ends as they are. Raises ReviewFileError."""
    return _text(read_bytes(path), path)


def digest(data: bytes) -> str:
    """Return what tells ``data`` from everything else that a file may hold: SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """Return the digest of what ``path`` holds, empty when it cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReviewFileError(
            f"{path} ist kein Text in UTF-8; bitte sichern Sie die Datei in ihrem Programm mit "
            "der Kodierung UTF-8, sie bleibt unverändert.",
            f"{path} is not text in UTF-8; please save it as UTF-8 in the program it comes from, "
            "it is left as it is.",
        ) from error


def read_bytes(path: Path) -> bytes:
    """Return what ``path`` holds. Raises ReviewFileError."""
    if path.is_dir():
        raise ReviewFileError(
            f"{path} ist ein Ordner; bitte wählen Sie die Markdown-Datei einer Rezension.",
            f"{path} is a folder; please choose the Markdown file of a review.",
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def save(review: Review, path: Path) -> Saved:
    """Write ``review`` to ``path``, durably and as one replacement, whatever is there.

    A symbolic link keeps pointing where it points: its target is replaced. Mode and owner of an
    existing file are kept as far as the system allows. Raises ReviewFileError; the file then holds
    what it held before.
    """
    data = encoded(markdown.dumps(review))
    write_bytes(data, path)
    return Saved(digest(data))


def save_over(review: Review, path: Path, known: str) -> Saved | Conflict:
    """Write ``review`` like ``save`` if ``path`` still holds what has the digest ``known``.

    A file that is gone is written anew; one that holds this very review already is as good as
    written. Whatever else it holds stays. Raises ReviewFileError.
    """
    data = encoded(markdown.dumps(review))
    new = digest(data)
    vanished = False

    def compare(target: Path) -> None:
        nonlocal vanished
        try:
            there = target.read_bytes()
        except FileNotFoundError:
            vanished = True
            return
        if digest(there) not in (known, new):
            raise _ChangedError(there)

    try:
        _write(data, path, compare)
    except _ChangedError as changed:
        return Conflict(path, changed.there)
    return Saved(new, vanished)


class _ChangedError(Exception):
    """The file holds something else."""

    def __init__(self, there: bytes) -> None:
        super().__init__()
        self.there = there


def write_text(text: str, path: Path) -> None:
    """Write ``text`` as UTF-8 like ``save``. Raises ReviewFileError."""
    write_bytes(encoded(text), path)


def encoded(text: str) -> bytes:
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
        durable.replace(Path(os.path.realpath(path)), data, before)
    except OSError as error:
        raise ReviewFileError(
            f"{path} lässt sich nicht sichern ({_reason(error)}); bitte wählen Sie mit „Sichern "
            "unter“ einen anderen Ort.",
            f"{path} cannot be saved ({_reason(error)}); please choose another place with "
            "“Save as”.",
        ) from error


def _unreadable(path: Path, error: OSError) -> ReviewFileError:
    return ReviewFileError(
        f"{path} lässt sich nicht öffnen ({_reason(error)}); bitte prüfen Sie Ort und Rechte.",
        f"{path} cannot be opened ({_reason(error)}); please check its place and permissions.",
    )


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
