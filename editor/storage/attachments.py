"""Images beside a review: copied under a sensible name, and never over another file."""

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
"""Largest image that is accepted: pages with larger ones open slowly."""


@dataclass(frozen=True, slots=True)
class ImageFormat:
    """An image format that every browser shows."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    """Suffixes of its files; the first one is for new files."""
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
"""The supported formats, in the order in which they are named to the writer."""
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
_MAX_NUMBER = 1_000
"""Numbers that are tried before a name counts as taken."""
_SPECIAL = re.compile(r"([\\\[\]])")
_ADDRESS_START = re.compile(
    rf"(?:\]\(\s*<?|^{LINK_DEFINITION.pattern}\s*<?|(?i:\bsrc)\s*=\s*[\"']?)\Z", re.MULTILINE
)
"""The text before an address: of an image or a link, of a definition, of HTML."""
_MAX_ADDRESS_START = 200
"""Code points before an address that are searched; longer than any sensible label."""


def slugify(text: str) -> str:
    """Return ``text`` as a file name without suffix: “nordlicht-station”; may be empty."""
    # File names on macOS have umlauts as two characters.
    plain = unicodedata.normalize("NFC", text.casefold()).translate(_PLAIN_LETTERS)
    return re.sub(r"[^\w]+", "-", plain).strip("-")[:80]


def read_image(path: Path, most_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of the image in ``path``.

    Raises AttachmentError when it cannot be read, is larger than ``most_bytes``, or is not an image
    that a page can show.
    """
    try:
        # The size first, so that a film that was dropped by mistake is not read.
        data = path.read_bytes() if path.stat().st_size <= most_bytes else None
    except OSError as error:
        raise AttachmentError(
            f"Das Bild {path} lässt sich nicht lesen ({cause(error).german}); bitte prüfen Sie "
            "Ort und Rechte.",
            f"The picture {path} cannot be read ({cause(error).english}); please check its place "
            "and permissions.",
        ) from error
    if data is None:
        raise too_large_error(path.name, most_bytes=most_bytes)
    if image_media_type(data) is None:
        *names, last = (kind.name for kind in IMAGE_FORMATS)
        raise AttachmentError(
            f"{path.name} ist kein Bild, das eine Seite zeigen kann; bitte wählen Sie eine "
            f"Datei in {', '.join(names)} oder {last}.",
            f"{path.name} is not a picture that a page can show; please choose a "
            f"{', '.join(names)} or {last} file.",
        )
    return data


def too_large_error(name: str, english: str = "", most_bytes: int = MAX_BYTES) -> AttachmentError:
    """Return the error for an image that is too large.

    ``english`` is its name in English when it is not a file.
    """
    size = most_bytes // (1024 * 1024)
    return AttachmentError(
        f"Das Bild {name} ist größer als {size} MB; bitte verkleinern Sie es vorher.",
        f"The picture {english or name} is larger than {size} MB; please make it smaller first.",
    )


def attach_file(source: Path, folder: Path, stem: str) -> str:
    """Copy the image ``source`` into ``folder`` and return its name there.

    An image that is in the folder already is not copied. Raises AttachmentError.
    """
    data = read_image(source)
    if source.parent.resolve() == folder.resolve():
        return source.name
    return attach(data, folder, stem)


def attach(data: bytes, folder: Path, stem: str) -> str:
    """Write the image ``data`` into ``folder`` as a new file named after ``stem``; return its name.

    An existing file with that name is used if it has the same content; otherwise it stays as it is,
    and a number is added to the name. Raises AttachmentError.
    """
    kind = image_media_type(data)
    if len(data) > MAX_BYTES or kind is None:
        raise too_large_error(stem)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = _write_temporary(io.BytesIO(data), folder)
        return _place(fresh, folder, f"{stem}{SUFFIX_OF_MEDIA_TYPE[kind]}")
    except OSError as error:
        raise AttachmentError(
            f"Das Bild lässt sich nicht in {folder} ablegen ({cause(error).german}); bitte "
            "prüfen Sie Platz und Schreibrechte.",
            f"The picture cannot be put into {folder} ({cause(error).english}); please check "
            "free space and permissions.",
        ) from error


def copy_file(source: Path, folder: Path, name: str) -> str:
    """Copy the file ``source`` to ``name`` below ``folder``; return its name there.

    Folders in ``name`` are created. An existing file with that name is used if it has the same
    content; otherwise it stays as it is, and a number is added to the name. Raises OSError.
    """
    target = folder / name
    if _has_same_content(target, source):
        return name
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as file:
        return _place(_write_temporary(file, target.parent), folder, name)


def rename_images(review: Review, names: Mapping[str, str]) -> Review:
    """Return ``review`` with new addresses of its images, in facts and in texts."""
    new = {address: name for address, name in names.items() if address != name}
    if not new:
        return review
    for entry in review.entries:
        if isinstance(entry.value, str) and is_image_fact(review, entry.key):
            review = review.with_fact(entry.key, new.get(entry.value, entry.value))
    # One pass, because the new address of one image may be the old one of another.
    longest_first = sorted(map(re.escape, new), key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(longest_first)})(?=[\s)>\"']|\Z)")
    for section in review.sections:
        text = pattern.sub(lambda match: _address(match, new), section.text)
        review = review.with_text(section.id, text)
    return review


def is_image_fact(review: Review, key: str) -> bool:
    """Return whether the fact ``key`` is the address of an image."""
    field = review.form.fact(key)
    return field is not None and isinstance(field.kind, ImageKind)


def image_markdown(alt: str, name: str) -> str:
    """Return the Markdown of the image ``name`` with the alternative text ``alt``."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(alt.split()))
    return f"![{plain}]({quote_address(name)})"


def quote_address(name: str) -> str:
    """Return the file name ``name`` as an address in Markdown."""
    return quote(name, safe="/äöüÄÖÜß")


def _address(match: re.Match[str], new: Mapping[str, str]) -> str:
    """Return the new address if the match is an address, otherwise the match itself."""
    before = match.string[max(0, match.start() - _MAX_ADDRESS_START) : match.start()]
    return new[match[0]] if _ADDRESS_START.search(before) else match[0]


def _place(fresh: Path, folder: Path, name: str) -> str:
    """Rename the complete file to ``name``, or to it with a number; return the name."""
    path = PurePosixPath(name)
    try:
        for number in range(1, _MAX_NUMBER):
            if number > 1:
                name = str(path.with_stem(f"{path.stem}-{number}"))
            if _publish(fresh, folder / name) or _has_same_content(folder / name, fresh):
                return name
    finally:
        fresh.unlink(missing_ok=True)
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _write_temporary(data: IO[bytes], folder: Path) -> Path:
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


def _publish(fresh: Path, target: Path) -> bool:
    """Rename the complete file; return False when the name is taken."""
    try:
        # A hard link fails when the target exists, renaming would replace it.
        target.hardlink_to(fresh)
    except FileExistsError:
        return False
    except OSError:
        # File systems of memory cards have no links.
        if os.path.lexists(target):
            return False
        fresh.rename(target)
    return True


def _has_same_content(path: Path, other: Path) -> bool:
    try:
        return path.is_file() and filecmp.cmp(path, other, shallow=False)
    except OSError:
        return False
