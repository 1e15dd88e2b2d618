"""Copied images: an image source for pages whose images are files beside them."""

from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from editor.errors import AttachmentError, cause
from editor.export.image_sources import find_image_file, raster_type
from editor.storage import atomic_write, attachments

FOLDER = "bilder"
"""Name of the folder of images beside the page."""
ORIGIN = "'self' file:"
"""Origins that such a page may load images from: its own on a server, files on a disk."""
_DIGITS = 8


class CopiedImages:
    """Image source of one page in ``target``, of a review in ``folder``.

    In the same folder the images need no copies. Elsewhere their names contain a part of the digest
    of their content, so that no other file is ever replaced.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        self._folder = folder
        self._target = target
        self._same = folder.resolve() == target.resolve()
        self._needed: dict[str, bytes] = {}

    def __call__(self, src: str) -> str | None:
        """Return the address of the image ``src`` beside the page, None when it is missing."""
        path = find_image_file(self._folder, src)
        try:
            data = (
                path.read_bytes() if path and path.stat().st_size <= attachments.MAX_BYTES else b""
            )
        except OSError:
            return None
        kind = raster_type(data)
        if path is None or kind is None:
            return None
        if self._same:
            return src
        stem = attachments.slugify(path.stem) or "bild"
        name = (
            f"{stem}-{sha256(data).hexdigest()[:_DIGITS]}{attachments.SUFFIX_OF_MEDIA_TYPE[kind]}"
        )
        self._needed[name] = data
        return f"{FOLDER}/{quote(name)}"

    def write(self) -> None:
        """Write the images that were requested beside the page. Raises AttachmentError."""
        folder = self._target
        try:
            for name, data in self._needed.items():
                _write_if_missing(folder / FOLDER / name, data)
        except OSError as error:
            reason = cause(error)
            raise AttachmentError(
                f"Die Bilder lassen sich nicht in {folder / FOLDER} ablegen ({reason.german}); "
                "bitte prüfen Sie Platz und Schreibrechte.",
                f"The pictures cannot be put into {folder / FOLDER} ({reason.english}); please "
                "check free space and permissions.",
            ) from error


def _write_if_missing(target: Path, data: bytes) -> None:
    target.parent.mkdir(exist_ok=True)
    if not target.exists():
        atomic_write.replace(target, data)
