"""Writing exports: which file gets which name, what may be replaced, and what became of each."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from editor.errors import ExportError, RezensentError, cause
from editor.export import registry
from editor.export.image_sources import ImageSource, embedded_images, no_images
from editor.export.jobs.presets import Written
from editor.export.options import ExportOptions, RenderOptions
from editor.export.themes.theme_registry import SHIPPED_THEMES, ThemeRegistry
from editor.export.web.copied_images import ORIGIN, CopiedImages
from editor.review.model import Review
from editor.storage import atomic_write
from editor.storage.load_save import digest, digest_of

OWN = "ausgabe"
"""What is added to a name that would be the review's own."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is exported."""

    review: Review
    path: Path | None = None
    """Its file, None when it is in none yet."""
    variant: str = "de-DE"
    themes: ThemeRegistry = SHIPPED_THEMES


@dataclass(frozen=True, slots=True)
class Task:
    """One file that is to be written."""

    format_id: str
    choices: ExportOptions
    path: Path
    there: str = ""
    """Digest of the file that may be replaced; empty when there was none."""
    synced: bool = True
    """Whether it is to outlast a power cut at once; one of thousands is made anew instead."""


@dataclass(frozen=True, slots=True)
class Found:
    """Files that lie where exports are to go."""

    there: Mapping[Path, str]
    """All of them, with their digests."""
    changed: tuple[Path, ...] = ()
    """Those that somebody has changed since the last export has left them."""


def file_names(stem: str, formats: Iterable[str], own: Path | None, folder: Path) -> dict[str, str]:
    """Return the names of the files by the ids of ``formats``.

    Formats with the same suffix get names of their own, and no name is that of the review's file
    ``own``.
    """
    return {
        key: _file_name(stem, key, own, folder) for key in formats if key in registry.EXPORT_FORMATS
    }


def look(paths: Mapping[str, Path], written: Mapping[str, Written], own: Path | None) -> Found:
    """Return what lies at ``paths``, which are by the ids of their formats.

    Raises ExportError when one of them is the review's file ``own``.
    """
    for path in paths.values():
        if _same(path, own):
            raise _is_the_review(path)
    known = {Path(item.path): item.digest for item in written.values()}
    there = {path: found for path in paths.values() if (found := digest_of(path))}
    changed = (path for path, found in there.items() if known.get(path, found) != found)
    return Found(there, tuple(changed))


def write(source: Source, task: Task) -> Written:
    """Write one file.

    Raises ExportError when the file is the review's own, when something else lies there than
    ``task`` allows to be replaced, or when it cannot be written; and whatever the format raises.
    """
    if _same(task.path, source.path):
        # Saving may have put it there since somebody has looked.
        raise _is_the_review(task.path)
    folder = source.path.parent if source.path else None
    images = _images(task.choices, folder, task.path.parent)
    data = registry.export_review(
        source.review, task.format_id, _options(source, task.choices, images)
    )
    _put(data, task)
    if isinstance(images, CopiedImages):
        images.place()
    return Written(str(task.path), digest(data))


def options(
    source: Source, choices: ExportOptions, images: ImageSource, origin: str
) -> RenderOptions:
    """Return ``choices`` with what surrounds an export of ``source``."""
    chosen = {item.name: getattr(choices, item.name) for item in fields(ExportOptions)}
    return RenderOptions(
        **chosen,
        variant=source.variant,
        images=images,
        image_origin=origin,
        themes=source.themes,
    )


def _options(source: Source, choices: ExportOptions, images: ImageSource) -> RenderOptions:
    return options(source, choices, images, ORIGIN if isinstance(images, CopiedImages) else "data:")


def _images(choices: ExportOptions, folder: Path | None, target: Path) -> ImageSource:
    if folder is None:
        return no_images
    return embedded_images(folder) if choices.embed_images else CopiedImages(folder, target)


def _file_name(stem: str, key: str, own: Path | None, folder: Path) -> str:
    suffix = registry.EXPORT_FORMATS[key].suffix
    shared = [item for item, other in registry.EXPORT_FORMATS.items() if other.suffix == suffix]
    name = f"{stem}{suffix}" if shared[0] == key else f"{stem}-{key}{suffix}"
    # Names only: this follows every key that is pressed. Writing looks at the files themselves.
    taken = own is not None and str(folder / name).casefold() == str(own).casefold()
    return f"{stem}-{OWN}{suffix}" if taken else name


def _same(path: Path, own: Path | None) -> bool:
    """Return whether both are one file, whatever they are called."""
    if own is None:
        return False
    try:
        return path.samefile(own)
    except OSError:
        return path == own


def _put(data: bytes, task: Task) -> None:
    def check(target: Path) -> None:
        if (now := digest_of(target)) and now not in (task.there, digest(data)):
            raise _changed(task.path)

    try:
        atomic_write.replace(Path(os.path.realpath(task.path)), data, check, synced=task.synced)
    except OSError as error:
        raise _unwritable(task.path, error) from error


def _is_the_review(path: Path) -> RezensentError:
    return ExportError(
        f"{path} ist die Rezension selbst und bleibt, wie sie ist; bitte wählen Sie für die "
        "Ausgabe einen anderen Namen.",
        f"{path} is the review itself and stays as it is; please choose another name for the "
        "export.",
    )


def _changed(path: Path) -> RezensentError:
    return ExportError(
        f"{path} ist inzwischen geändert worden und bleibt, wie es ist; bitte geben Sie noch "
        "einmal aus.",
        f"{path} has been changed meanwhile and stays as it is; please export once more.",
    )


def _unwritable(path: Path, error: OSError) -> RezensentError:
    reason = cause(error)
    return ExportError(
        f"{path} lässt sich nicht schreiben ({reason.german}); bitte wählen Sie einen anderen "
        "Ordner oder Namen.",
        f"{path} cannot be written ({reason.english}); please choose another folder or name.",
    )
