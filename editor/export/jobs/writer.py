"""Export writer: names of exported files, checks before they are replaced, and writing them."""

import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from editor.errors import ExportError, RezensentError, cause
from editor.export.image_sources import ImageSource, embedded_images, no_images
from editor.export.jobs.job import ExportSource, ExportTarget
from editor.export.jobs.preset import ExportedFile
from editor.export.options import ExportOptions, RenderOptions
from editor.export.registry import EXPORT_FORMATS, export_review
from editor.export.web.copied_images import ORIGIN, CopiedImages
from editor.storage import atomic_write
from editor.storage.attachments import image_media_type
from editor.storage.load_save import digest, file_digest

_HEAD = 64
"""Bytes at the beginning of a file by which an image is known."""
ADDITION = "export"
"""Added to the name of an exported file that would otherwise be that of the review."""


@dataclass(frozen=True, slots=True)
class ExistingFiles:
    """Files that exist at the paths of an export."""

    digests: Mapping[Path, str]
    """Digest of each of them."""
    changed: tuple[Path, ...] = ()
    """Those that have been changed since the last export wrote them."""


def file_names(
    stem: str, formats: Iterable[str], review_path: Path | None, folder: Path
) -> dict[str, str]:
    """Return the names of exported files by format id; formats that are not known have none.

    Formats with the same suffix get different names, and none gets the name of the review's own
    file ``review_path``.
    """
    return {
        key: _file_name(stem, key, review_path, folder) for key in formats if key in EXPORT_FORMATS
    }


def find_existing_files(
    paths: Mapping[str, Path], written: Mapping[str, ExportedFile], source: ExportSource
) -> ExistingFiles:
    """Return which of ``paths``, given by format id, exist, and which have been changed.

    ``written`` are the files of the last export. Raises ExportError when one of the paths must not
    be written, as when it is the file of ``source``.
    """
    for path in paths.values():
        _check_target(path, source)
    known_digests = {Path(item.path): item.digest for item in written.values()}
    digests = {path: value for path in paths.values() if (value := file_digest(path))}
    changed = (path for path, value in digests.items() if known_digests.get(path, value) != value)
    return ExistingFiles(digests, tuple(changed))


def write_target(
    source: ExportSource, target: ExportTarget, *, synced: bool = True
) -> ExportedFile:
    """Write one file, with ``synced`` also to the disk before returning.

    Raises ExportError when the file is the review's own, another one that is open, or an image,
    when there is another file than ``target`` allows to replace, or when it cannot be written;
    AttachmentError when its images cannot be; and what the format raises.
    """
    # Once more: the review may have been saved there since the first check.
    _check_target(target.path, source)
    replaces = file_digest(target.path) if target.replaces is None else target.replaces
    images = _image_source(target.options, source.image_folder, target.path.parent)
    origin = ORIGIN if isinstance(images, CopiedImages) else "data:"
    options = render_options(source, target.options, images, origin)
    data = export_review(source.review, target.format_id, options)
    _replace(target.path, data, replaces, synced=synced)
    if isinstance(images, CopiedImages):
        images.write()
    return ExportedFile(str(target.path), digest(data))


def render_options(
    source: ExportSource, options: ExportOptions, images: ImageSource, image_origin: str
) -> RenderOptions:
    """Return ``options`` with the variant and themes of ``source`` and with an image source."""
    return RenderOptions(
        **{item.name: getattr(options, item.name) for item in fields(ExportOptions)},
        variant=source.variant,
        images=images,
        image_origin=image_origin,
        themes=source.themes,
    )


def _image_source(options: ExportOptions, folder: Path | None, target: Path) -> ImageSource:
    if folder is None:
        return no_images
    return embedded_images(folder) if options.embed_images else CopiedImages(folder, target)


def _file_name(stem: str, format_id: str, review_path: Path | None, folder: Path) -> str:
    suffix = EXPORT_FORMATS[format_id].suffix
    sharing = [key for key, other in EXPORT_FORMATS.items() if other.suffix == suffix]
    name = f"{stem}{suffix}" if sharing[0] == format_id else f"{stem}-{format_id}{suffix}"
    # Compares names only, as it is called with every key press. Writing compares the files.
    path = str(folder / name)
    taken = review_path is not None and path.casefold() == str(review_path).casefold()
    return f"{stem}-{ADDITION}{suffix}" if taken else name


def _check_target(path: Path, source: ExportSource) -> None:
    """Raise ExportError when an export of ``source`` must not write ``path``."""
    if _is_same_file(path, source.path):
        raise _is_the_review_error(path)
    locks = source.locks
    if locks is not None and (locks.is_held(path) or locks.other_owner(path) is not None):
        raise _is_open_error(path)
    location = source.location
    if location is not None and location.volume in path.parents and not location.is_mounted:
        raise _unwritable_error(path, OSError(errno.ENOTCONN, ""))
    if _is_image(path):
        raise _is_image_error(path)


def _is_image(path: Path) -> bool:
    """Return whether ``path`` holds an image, which no format writes."""
    try:
        with path.open("rb") as file:
            return image_media_type(file.read(_HEAD)) is not None
    except OSError:
        return False


def _is_same_file(path: Path, review_path: Path | None) -> bool:
    """Return whether both paths, or links, lead to the same file."""
    if review_path is None:
        return False
    try:
        return path.samefile(review_path)
    except OSError:
        return path == review_path


def _replace(path: Path, data: bytes, replaces: str, *, synced: bool) -> None:
    def check(target: Path) -> None:
        if (now := file_digest(target)) and now not in (replaces, digest(data)):
            raise _changed_error(path)

    try:
        atomic_write.replace(Path(os.path.realpath(path)), data, check, synced=synced)
    except OSError as error:
        raise _unwritable_error(path, error) from error


def _is_the_review_error(path: Path) -> RezensentError:
    return ExportError(
        f"{path} ist die Rezension selbst und bleibt, wie sie ist; bitte wählen Sie für den "
        "Export einen anderen Namen.",
        f"{path} is the review itself and stays as it is; please choose another name for the "
        "export.",
    )


def _is_open_error(path: Path) -> RezensentError:
    return ExportError(
        f"{path} ist in einem anderen Fenster geöffnet und bleibt, wie es ist; bitte wählen Sie "
        "für den Export einen anderen Namen.",
        f"{path} is open in another window and stays as it is; please choose another name for the "
        "export.",
    )


def _is_image_error(path: Path) -> RezensentError:
    return ExportError(
        f"{path} ist ein Bild und bleibt, wie es ist; bitte wählen Sie für den Export einen "
        "anderen Namen.",
        f"{path} is an image and stays as it is; please choose another name for the export.",
    )


def _changed_error(path: Path) -> RezensentError:
    return ExportError(
        f"{path} ist inzwischen geändert worden und bleibt, wie es ist; bitte exportieren Sie noch "
        "einmal.",
        f"{path} has been changed meanwhile and stays as it is; please export once more.",
    )


def _unwritable_error(path: Path, error: OSError) -> RezensentError:
    reason = cause(error)
    return ExportError(
        f"{path} lässt sich nicht schreiben ({reason.german}); bitte wählen Sie einen anderen "
        "Ordner oder Namen.",
        f"{path} cannot be written ({reason.english}); please choose another folder or name.",
    )
