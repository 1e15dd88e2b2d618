"""Reading and writing review files. A file is replaced as a whole or not at all."""

import contextlib
import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from editor.errors import ReviewFileError
from editor.review import markdown
from editor.review.model import Review


@dataclass(frozen=True, slots=True)
class Loaded:
    """A review with the path it came from."""

    review: Review
    path: Path


def load(path: Path) -> Loaded:
    """Read the review in ``path``.

    Raises ReviewFileError when the file cannot be read, is not UTF-8 or has broken front matter,
    FormError when its form is broken.
    """
    return Loaded(markdown.parse(read_text(path)), path)


def read_text(path: Path) -> str:
    """Return the text of ``path``, line ends as they are. Raises ReviewFileError."""
    if path.is_dir():
        raise ReviewFileError(
            f"{path} ist ein Ordner; bitte wählen Sie die Markdown-Datei einer Rezension.",
            f"{path} is a folder; please choose the Markdown file of a review.",
        )
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReviewFileError(
            f"{path} ist kein Text in UTF-8; bitte sichern Sie die Datei in ihrem Programm mit "
            "der Kodierung UTF-8, sie bleibt unverändert.",
            f"{path} is not text in UTF-8; please save it as UTF-8 in the program it comes from, "
            "it is left as it is.",
        ) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def save(review: Review, path: Path) -> None:
    """Write ``review`` to ``path``, durably and as one replacement.

    A symbolic link keeps pointing where it points: its target is replaced. Mode and owner of an
    existing file are kept as far as the system allows. Raises ReviewFileError; the file then holds
    what it held before.
    """
    write_text(markdown.dumps(review), path)


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
    try:
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise ReviewFileError(
            f"{path} lässt sich nicht sichern ({_reason(error)}); bitte wählen Sie mit „Sichern "
            "unter“ einen anderen Ort.",
            f"{path} cannot be saved ({_reason(error)}); please choose another place with "
            "“Save as”.",
        ) from error


def _replace(target: Path, data: bytes) -> None:
    """Write beside ``target``, sync, replace, sync the folder: old or new, never mixed."""
    if target.is_dir():
        raise IsADirectoryError(None, os.strerror(errno.EISDIR))
    if target.exists() and not os.access(target, os.W_OK):
        # A replacement would get past the write protection that somebody set on the file.
        raise PermissionError(None, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".neu", dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _keep_mode(target: Path, fresh: Path) -> None:
    try:
        status = target.stat()
    except FileNotFoundError:
        fresh.chmod(0o666 & ~_umask())
        return
    fresh.chmod(status.st_mode & 0o7777)
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(fresh, status.st_uid, status.st_gid)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folder for syncing
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unreadable(path: Path, error: OSError) -> ReviewFileError:
    return ReviewFileError(
        f"{path} lässt sich nicht öffnen ({_reason(error)}); bitte prüfen Sie Ort und Rechte.",
        f"{path} cannot be opened ({_reason(error)}); please check its place and permissions.",
    )


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
