"""The pictures that lie beside a review: where the review goes, they go too."""

import errno
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from editor.errors import AttachmentError, cause
from editor.export.image_sources import find_image_file, find_image_name
from editor.localized import Localized
from editor.review.fact_kinds import ImageKind
from editor.review.form import FactField
from editor.review.model import Review, Section
from editor.review.readiness import ChecklistItem
from editor.storage import attachments


@dataclass(frozen=True, slots=True)
class ImageFolder:
    """A folder that pictures are brought from."""

    folder: Path
    names: frozenset[str] | None = None
    """The only files in it that are the review's; None where all may be."""


@dataclass(frozen=True, slots=True)
class ImageCopyResult:
    """What came of bringing pictures along."""

    review: Review
    """The review with the addresses that they have now."""
    addresses: Mapping[str, str]
    """Old and new address of every picture that was brought, mostly the same."""
    problem: AttachmentError | None = None
    """A sentence about those that could not be brought."""


def requested_images(section: Section) -> list[str]:
    """Return the addresses of pictures that the section's page asks for, in order.

    Renders it: what counts is not what looks like an image in Markdown.
    """
    asked: list[str] = []
    # A picture by reference, as in „![Plakat][1]“, begins like any other.
    if "![" in section.text or "<img" in section.text.lower():
        # The engine of pages takes its time to import, and most reviews have no pictures.
        from editor.export.html import render_section  # noqa: PLC0415

        render_section(section.text, section.id, asked.append)
    return asked


def image_addresses(review: Review) -> tuple[str, ...]:
    """Return the addresses of all pictures that ``review`` shows, those of facts first."""
    facts = [entry for entry in review.entries if attachments.is_image_fact(review, entry.key)]
    found = [entry.value for entry in facts if isinstance(entry.value, str)]
    for section in review.sections:
        found += requested_images(section)
    return tuple(dict.fromkeys(found))


def copy_images(review: Review, sources: Sequence[ImageFolder], target: Path) -> ImageCopyResult:
    """Copy the pictures of ``review`` from ``sources`` to the same places below ``target``.

    Only what an exported page would show is copied: files below one of the folders, by a relative
    address. Whatever lies in ``target`` stays as it is; a picture that finds another one in its
    place gets a number. Raises nothing.
    """
    done: dict[str, str] = {}
    failed: dict[str, OSError] = {}
    for address in image_addresses(review) if sources else ():
        try:
            now = _brought(address, sources, target)
        except OSError as error:
            failed[address] = error
        else:
            done |= {} if now is None else {address: now}
    changed = attachments.rename_images(review, done)
    failed |= dict.fromkeys(_missed(changed, done), _taken())
    return ImageCopyResult(changed, done, _problem(failed, target))


def _brought(address: str, sources: Sequence[ImageFolder], target: Path) -> str | None:
    """Copy one picture and return its address now, None when it is in no source."""
    for source in sources:
        name, path = (
            find_image_name(source.folder, address),
            find_image_file(source.folder, address),
        )
        allowed = source.names is None or name in source.names
        if name is None or path is None or not allowed:
            continue
        place = PurePath(os.path.normpath(name))
        if place.is_absolute() or os.pardir in place.parts:
            continue
        new = attachments.copy_file(path, target, place.as_posix())
        if new == place.as_posix():
            return address
        return new if name == address else attachments.quote_address(new)
    return None


def _missed(changed: Review, done: Mapping[str, str]) -> list[str]:
    r"""Return the addresses that are written so that they were not found, as in „a\_b.png“."""
    new = {old: name for old, name in done.items() if old != name}
    shown = image_addresses(changed) if new else ()
    return [old for old, name in new.items() if name not in shown]


def _taken() -> OSError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _problem(failed: Mapping[str, OSError], target: Path) -> AttachmentError | None:
    if not failed:
        return None
    names, known = ", ".join(failed), cause(next(iter(failed.values())))
    return AttachmentError(
        f"Die Rezension ist gesichert, aber nicht alle Bilder liegen jetzt in {target} "
        f"({known.german}); bitte legen Sie diese selbst dorthin: {names}",
        f"The review is saved, but not all pictures are in {target} now ({known.english}); "
        f"please put these there yourself: {names}",
    )


_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
"""An address that names no file beside the review, as „https:“ or „data:“."""


def missing_images(review: Review, folder: Path) -> tuple[ChecklistItem, ...]:
    """Return what is to do about images whose file is not below ``folder``, facts first.

    Reads the disk, and renders the sections that have images: what counts is what the page asks
    for, and not what looks like an image in Markdown.
    """
    missing = [item for field in review.definition.facts for item in _fact(review, field, folder)]
    missing += [item for section in review.sections for item in _missing(section, folder)]
    return tuple(missing)


def _fact(review: Review, field: FactField, folder: Path) -> Iterator[ChecklistItem]:
    address = str(review.fact(field.key) or "") if isinstance(field.kind, ImageKind) else ""
    if _is_missing(address, folder):
        yield ChecklistItem("image", "open", _message(address), fact=field.key)


def _missing(section: Section, folder: Path) -> Iterator[ChecklistItem]:
    place = 0
    for address in requested_images(section):
        found = section.text.find(address, place)
        if _is_missing(address, folder):
            span = (found, found + len(address)) if found >= 0 else None
            yield ChecklistItem("image", "open", _message(address), section=section.id, span=span)
        place = max(place, found)


def _is_missing(address: str, folder: Path) -> bool:
    beside = bool(address) and not _ELSEWHERE.match(address)
    return beside and find_image_file(folder, address) is None


def _message(address: str) -> Localized:
    return Localized(
        f"Die Bilddatei „{address}“ fehlt; bitte legen Sie sie neben die Rezension.",
        f"The image file “{address}” is missing; please put it beside the review.",
    )
