"""Image files beside a review: copying them to another folder, and finding missing ones."""

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
    """A folder that images are copied from."""

    folder: Path
    names: frozenset[str] | None = None
    """Names of the only files that belong to the review, None when all of them may."""


@dataclass(frozen=True, slots=True)
class ImageCopyResult:
    """Result of copying images."""

    review: Review
    """The review with the new addresses of its images."""
    addresses: Mapping[str, str]
    """Old address of each copied image → new one, mostly the same."""
    problem: AttachmentError | None = None
    """The sentence about images that could not be copied."""


def requested_images(section: Section) -> list[str]:
    """Return the addresses of the images on the section's page, in order.

    Renders the section, since not everything that looks like an image in Markdown is one.
    """
    addresses: list[str] = []
    # An image with a reference, such as ![Plakat][1], begins in the same way.
    if "![" in section.text or "<img" in section.text.lower():
        # Rendering pages takes long to import, and most reviews have no images.
        from editor.export.html import render_section  # noqa: PLC0415

        render_section(section.text, section.id, addresses.append)
    return addresses


def image_addresses(review: Review) -> tuple[str, ...]:
    """Return the addresses of all images of ``review``, those of facts first."""
    facts = [entry for entry in review.entries if attachments.is_image_fact(review, entry.key)]
    addresses = [entry.value for entry in facts if isinstance(entry.value, str)]
    for section in review.sections:
        addresses += requested_images(section)
    return tuple(dict.fromkeys(addresses))


def copy_images(review: Review, sources: Sequence[ImageFolder], target: Path) -> ImageCopyResult:
    """Copy the images of ``review`` from ``sources`` to the same relative places below ``target``.

    Only images that an exported page would show are copied: files below one of the folders with a
    relative address. Existing files are kept; an image whose name is taken by another one gets a
    number. Raises nothing: errors are part of the result.
    """
    copied: dict[str, str] = {}
    failed: dict[str, OSError] = {}
    for address in image_addresses(review) if sources else ():
        try:
            new_address = _copy_image(address, sources, target)
        except OSError as error:
            failed[address] = error
        else:
            copied |= {} if new_address is None else {address: new_address}
    changed = attachments.rename_images(review, copied)
    failed |= dict.fromkeys(_unchanged_addresses(changed, copied), _name_taken_error())
    return ImageCopyResult(changed, copied, _problem(failed, target))


def _copy_image(address: str, sources: Sequence[ImageFolder], target: Path) -> str | None:
    """Copy one image and return its new address, None when it is in none of the sources."""
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


def _unchanged_addresses(changed: Review, copied: Mapping[str, str]) -> list[str]:
    r"""Return the addresses that are written in a way that hides them, such as “a\_b.png”."""
    new = {old: name for old, name in copied.items() if old != name}
    displayed = image_addresses(changed) if new else ()
    return [old for old, name in new.items() if name not in displayed]


def _name_taken_error() -> OSError:
    return FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _problem(failed: Mapping[str, OSError], target: Path) -> AttachmentError | None:
    if not failed:
        return None
    names, reason = ", ".join(failed), cause(next(iter(failed.values())))
    return AttachmentError(
        f"Die Rezension ist gesichert, aber nicht alle Bilder liegen jetzt in {target} "
        f"({reason.german}); bitte legen Sie diese selbst dorthin: {names}",
        f"The review is saved, but not all pictures are in {target} now ({reason.english}); "
        f"please put these there yourself: {names}",
    )


_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
"""Matches an address that cannot name a file beside the review, such as “https:” or “data:”."""


def missing_images(review: Review, folder: Path) -> tuple[ChecklistItem, ...]:
    """Return a readiness item for each image whose file is not below ``folder``, facts first.

    Reads the disk and renders the sections that have images, as ``requested_images`` does.
    """
    missing = [item for field in review.form.facts for item in _fact(review, field, folder)]
    missing += [item for section in review.sections for item in _missing(section, folder)]
    return tuple(missing)


def _fact(review: Review, field: FactField, folder: Path) -> Iterator[ChecklistItem]:
    address = str(review.fact(field.key) or "") if isinstance(field.kind, ImageKind) else ""
    if _is_missing(address, folder):
        yield ChecklistItem("image", "open", _message(address), fact=field.key)


def _missing(section: Section, folder: Path) -> Iterator[ChecklistItem]:
    position = 0
    for address in requested_images(section):
        start = section.text.find(address, position)
        if _is_missing(address, folder):
            span = (start, start + len(address)) if start >= 0 else None
            yield ChecklistItem("image", "open", _message(address), section=section.id, span=span)
        position = max(position, start)


def _is_missing(address: str, folder: Path) -> bool:
    is_relative = bool(address) and not _ELSEWHERE.match(address)
    return is_relative and find_image_file(folder, address) is None


def _message(address: str) -> Localized:
    return Localized(
        f"Die Bilddatei „{address}“ fehlt; bitte legen Sie sie neben die Rezension.",
        f"The image file “{address}” is missing; please put it beside the review.",
    )
