"""Pictures beside a review: copied under a sensible name, and never over another file."""

import contextlib
import errno
import filecmp
import io
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import quote

from editor.errors import AttachmentError, cause
from editor.markdown.scanner.lines import LINK_DEFINITION
from editor.review.fact_kinds import ImageKind
from editor.review.model import Review
from editor.storage import atomic_write

MAX_BYTES = 8 * 1024 * 1024
"""Larger files are not embedded: a page with them opens slowly, and few editors take it."""


@dataclass(frozen=True, slots=True)
class ImageFormat:
    """A kind of picture that every browser shows."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    """Endings of its files; the first one is for new files."""
    offset: int
    """Bytes before the signature."""
    signatures: tuple[bytes, ...]


IMAGE_FORMATS = (
    ImageFormat("JPEG", "image/jpeg", (".jpg", ".jpeg", ".jpe"), 0, (b"\xff\xd8\xff",)),
    ImageFormat("PNG", "image/png", (".png",), 0, (b"\x89PNG\r\n\x1a\n",)),
    ImageFormat("WebP", "image/webp", (".webp",), 8, (b"WEBP",)),
    ImageFormat("GIF", "image/gif", (".gif",), 0, (b"GIF87a", b"GIF89a")),
    ImageFormat("AVIF", "image/avif", (".avif",), 4, (b"ftypavif", b"ftypavis")),
)
"""All that can be chosen, in the order in which they are named."""
SUFFIX_OF_MEDIA_TYPE = {kind.media_type: kind.suffixes[0] for kind in IMAGE_FORMATS}
_RIFF = b"RIFF"


def image_media_type(data: bytes) -> str | None:
    """Return the media type of a raster image by its first bytes, None for anything else."""
    for kind in IMAGE_FORMATS:
        if data[kind.offset :].startswith(kind.signatures) and (
            kind.media_type != "image/webp" or data[:4] == _RIFF
        ):
            return kind.media_type
    return None


_PLAIN_LETTERS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
_MOST = 1_000
"""Numbers that are tried before a name counts as taken."""
_SPECIAL = re.compile(r"([\\\[\]])")
_LEAD = re.compile(
    rf"(?:\]\(\s*<?|^{LINK_DEFINITION.pattern}\s*<?|(?i:\bsrc)\s*=\s*[\"']?)\Z", re.MULTILINE
)
"""What stands before an address: of a picture or a link, of a reference, of HTML."""
_LONGEST_LEAD = 200
"""Code points: as long as nobody makes the name of a reference."""


def slugify(text: str) -> str:
    """Return ``text`` as a file name without suffix: „nordlicht-station“, empty for nothing."""
    # macOS writes an umlaut in the name of a file as two characters.
    plain = unicodedata.normalize("NFC", text.casefold()).translate(_PLAIN_LETTERS)
    return re.sub(r"[^\w]+", "-", plain).strip("-")[:80]


def read_image(path: Path) -> bytes:
    """Return the bytes of the picture in ``path``.

    Raises AttachmentError when it cannot be read, is larger than a page may carry, or is no
    picture that a page can show.
    """
    try:
        # Its size first: nobody waits for a film that was dropped by mistake.
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise AttachmentError(
            f"Das Bild {path} lässt sich nicht lesen ({cause(error).german}); bitte prüfen Sie "
            "Ort und Rechte.",
            f"The picture {path} cannot be read ({cause(error).english}); please check its place "
            "and permissions.",
        ) from error
    if data is None:
        raise too_large_error(path.name)
    if image_media_type(data) is None:
        *names, last = (kind.name for kind in IMAGE_FORMATS)
        raise AttachmentError(
            f"{path.name} ist kein Bild, das eine Seite zeigen kann; bitte wählen Sie eine "
            f"Datei in {', '.join(names)} oder {last}.",
            f"{path.name} is not a picture that a page can show; please choose a "
            f"{', '.join(names)} or {last} file.",
        )
    return data


def too_large_error(name: str, english: str = "") -> AttachmentError:
    """Return the error for a picture that a page cannot carry; ``english`` where no file has it."""
    size = MAX_BYTES // (1024 * 1024)
    return AttachmentError(
        f"Das Bild {name} ist größer als {size} MB; bitte verkleinern Sie es vorher.",
        f"The picture {english or name} is larger than {size} MB; please make it smaller first.",
    )


def attach_file(source: Path, folder: Path, stem: str) -> str:
    """Put the picture ``source`` into ``folder`` and return its name there.

    One that lies there already is not copied. Raises AttachmentError.
    """
    data = read_image(source)
    if source.parent.resolve() == folder.resolve():
        return source.name
    return attach(data, folder, stem)


def attach(data: bytes, folder: Path, stem: str) -> str:
    """Write ``data`` into ``folder`` as a new file called after ``stem``; return its name.

    A file of the same content is used instead of a second one; any other of that name stays as it
    is, and a number is added. Raises AttachmentError.
    """
    kind = image_media_type(data)
    if len(data) > MAX_BYTES or kind is None:
        raise too_large_error(stem)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = _written(io.BytesIO(data), folder)
        return _placed(fresh, folder, f"{stem}{SUFFIX_OF_MEDIA_TYPE[kind]}")
    except OSError as error:
        raise AttachmentError(
            f"Das Bild lässt sich nicht in {folder} ablegen ({cause(error).german}); bitte "
            "prüfen Sie Platz und Schreibrechte.",
            f"The picture cannot be put into {folder} ({cause(error).english}); please check "
            "free space and permissions.",
        ) from error


def copy_file(source: Path, folder: Path, name: str) -> str:
    """Copy the file ``source`` to the place ``name`` below ``folder``; return its name there.

    ``name`` may lead through folders, which are made. A file of the same content is used instead
    of a second one; any other of that name stays as it is, and a number is added. Raises OSError.
    """
    target = folder / name
    if _same(target, source):
        return name
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as file:
        return _placed(_written(file, target.parent), folder, name)


def rename_images(review: Review, names: Mapping[str, str]) -> Review:
    """Return ``review`` with its pictures under their new addresses, in facts and in texts."""
    new = {address: name for address, name in names.items() if address != name}
    if not new:
        return review
    for entry in review.entries:
        if isinstance(entry.value, str) and is_image_fact(review, entry.key):
            review = review.with_fact(entry.key, new.get(entry.value, entry.value))
    # One pass: the new address of one picture may be the old one of another.
    longest_first = sorted(map(re.escape, new), key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(longest_first)})(?=[\s)>\"']|\Z)")
    for section in review.sections:
        text = pattern.sub(lambda match: _address(match, new), section.text)
        review = review.with_text(section.id, text)
    return review


def is_image_fact(review: Review, key: str) -> bool:
    """Tell whether the fact ``key`` is the address of a picture."""
    field = review.definition.fact(key)
    return field is not None and isinstance(field.kind, ImageKind)


def image_markdown(alt: str, name: str) -> str:
    """Return the Markdown of the picture ``name`` with the alternative text ``alt``."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(alt.split()))
    return f"![{plain}]({quote_address(name)})"


def quote_address(name: str) -> str:
    """Return the file name ``name`` as Markdown takes it for an address."""
    return quote(name, safe="/äöüÄÖÜß")


def _address(match: re.Match[str], new: Mapping[str, str]) -> str:
    """Return the new address where the words found are an address, else themselves."""
    before = match.string[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    return new[match[0]] if _LEAD.search(before) else match[0]


def _placed(fresh: Path, folder: Path, name: str) -> str:
    """Give the finished file a name that is like ``name``, and return it."""
    path = PurePosixPath(name)
    try:
        for number in range(1, _MOST):
            if number > 1:
                name = str(path.with_stem(f"{path.stem}-{number}"))
            if _published(fresh, folder / name) or _same(folder / name, fresh):
                return name
    finally:
        fresh.unlink(missing_ok=True)
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _written(data: IO[bytes], folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".", suffix=atomic_write.TEMPORARY_SUFFIX, dir=folder)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(data, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(0o644)
    except BaseException:
        with contextlib.suppress(OSError):
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


def _same(path: Path, other: Path) -> bool:
    try:
        return path.is_file() and filecmp.cmp(path, other, shallow=False)
    except OSError:
        return False
