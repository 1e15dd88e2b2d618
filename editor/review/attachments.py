"""Pictures beside a review: copied under a sensible name, and never over another file."""

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from editor.errors import AttachmentError
from editor.review import pictures
from editor.review.model import Review

COVER = "image"
"""Key of the cover in the front matter, a schema.org term; ``image_alt`` describes it."""
_PLAIN_LETTERS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
_MOST = 1_000
"""Numbers that are tried before a name counts as taken."""
_SPECIAL = re.compile(r"([\\\[\]])")
_IMAGE = re.compile(r"!\[[^\]]*\]\(<?([^)>\s]+)>?")


def slug(text: str) -> str:
    """Return ``text`` as a file name without suffix: „nordlicht-station“, empty for nothing."""
    plain = text.casefold().translate(_PLAIN_LETTERS)
    return re.sub(r"[^\w]+", "-", plain).strip("-")[:80]


def read(path: Path) -> bytes:
    """Return the bytes of the picture in ``path``.

    Raises AttachmentError when it cannot be read, is larger than a page may carry, or is no
    picture that a page can show.
    """
    try:
        # Its size first: nobody waits for a film that was dropped by mistake.
        data = path.read_bytes() if path.stat().st_size <= pictures.MAX_BYTES else None
    except OSError as error:
        raise AttachmentError(
            f"Das Bild {path} lässt sich nicht lesen ({error.strerror}); bitte prüfen Sie Ort "
            "und Rechte.",
            f"The picture {path} cannot be read ({error.strerror}); please check its place and "
            "permissions.",
        ) from error
    if data is None:
        raise too_large(path.name)
    if pictures.raster_type(data) is None:
        raise AttachmentError(
            f"{path.name} ist kein Bild, das eine Seite zeigen kann; bitte wählen Sie eine "
            "Datei in JPEG, PNG, WebP, GIF oder AVIF.",
            f"{path.name} is not a picture that a page can show; please choose a JPEG, PNG, "
            "WebP, GIF or AVIF file.",
        )
    return data


def too_large(name: str, english: str = "") -> AttachmentError:
    """Return the error for a picture that a page cannot carry; ``english`` where no file has it."""
    size = pictures.MAX_BYTES // (1024 * 1024)
    return AttachmentError(
        f"Das Bild {name} ist größer als {size} MB; bitte verkleinern Sie es vorher.",
        f"The picture {english or name} is larger than {size} MB; please make it smaller first.",
    )


def place_file(source: Path, folder: Path, stem: str) -> str:
    """Put the picture ``source`` into ``folder`` and return its name there.

    One that lies there already is not copied. Raises AttachmentError.
    """
    data = read(source)
    if source.parent.resolve() == folder.resolve():
        return source.name
    return place(data, folder, stem)


def place(data: bytes, folder: Path, stem: str) -> str:
    """Write ``data`` into ``folder`` as a new file called after ``stem``; return its name.

    A file of the same content is used instead of a second one; any other of that name stays as it
    is, and a number is added. Raises AttachmentError.
    """
    kind = pictures.raster_type(data)
    if len(data) > pictures.MAX_BYTES or kind is None:
        raise too_large(stem)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _placed(data, folder, stem, pictures.SUFFIXES[kind])
    except OSError as error:
        raise AttachmentError(
            f"Das Bild lässt sich nicht in {folder} ablegen ({error.strerror}); bitte prüfen Sie "
            "Platz und Schreibrechte.",
            f"The picture cannot be put into {folder} ({error.strerror}); please check free "
            "space and permissions.",
        ) from error


def moved(waiting: Path, folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Move pictures from the folder ``waiting`` into ``folder``; return their old and new names.

    Only those of ``names`` that are there are moved. Raises AttachmentError; what was not moved
    still waits.
    """
    result = {}
    for name in dict.fromkeys(names):
        source = waiting / name
        if Path(name).name == name and source.is_file():
            result[name] = place_file(source, folder, source.stem)
            with contextlib.suppress(OSError):
                source.unlink()
    return result


def named(review: Review) -> tuple[str, ...]:
    """Return the addresses of all pictures that ``review`` shows, the cover first."""
    cover = review.fact(COVER)
    found = [cover] if isinstance(cover, str) else []
    for section in review.sections:
        found += _IMAGE.findall(section.text)
    return tuple(dict.fromkeys(found))


def renamed(review: Review, names: dict[str, str]) -> Review:
    """Return ``review`` with its pictures under their new names."""
    for old, new in names.items():
        if old == new:
            continue
        if review.fact(COVER) == old:
            review = review.with_fact(COVER, new)
        for section in review.sections:
            text = section.text.replace(f"]({old})", f"]({new})")
            review = review.with_text(section.id, text)
    return review


def reference(alt: str, name: str) -> str:
    """Return the Markdown of the picture ``name`` with the alternative text ``alt``."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(alt.split()))
    return f"![{plain}]({quote(name, safe='/äöüÄÖÜß')})"


def _placed(data: bytes, folder: Path, stem: str, suffix: str) -> str:
    fresh = _written(data, folder)
    try:
        for number in range(1, _MOST):
            name = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
            if _published(fresh, folder / name) or _same(folder / name, data):
                return name
    finally:
        fresh.unlink(missing_ok=True)
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _written(data: bytes, folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".neu", dir=folder)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(0o644)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _published(fresh: Path, target: Path) -> bool:
    """Give the finished file its name; False when the name is taken."""
    try:
        # A hard link fails where a file exists, a rename would replace it.
        target.hardlink_to(fresh)
    except FileExistsError:
        return False
    except OSError:
        # A memory card knows no links.
        if os.path.lexists(target):
            return False
        fresh.rename(target)
    return True


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
