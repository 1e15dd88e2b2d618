"""Which images of a review are not there: the page would show their alternative text instead."""

import re
from collections.abc import Iterator
from pathlib import Path

from editor.export.image_files import asked_for
from editor.export.images import local_file
from editor.review.form import FactField, Label
from editor.review.model import Review, Section
from editor.review.readiness import Item

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
"""An address that names no file beside the review, as „https:“ or „data:“."""


def missing_images(review: Review, folder: Path) -> tuple[Item, ...]:
    """Return what is to do about images whose file is not below ``folder``, facts first.

    Reads the disk, and renders the sections that have images: what counts is what the page asks
    for, and not what looks like an image in Markdown.
    """
    missing = [item for field in review.definition.facts for item in _fact(review, field, folder)]
    missing += [item for section in review.sections for item in _missing(section, folder)]
    return tuple(missing)


def _fact(review: Review, field: FactField, folder: Path) -> Iterator[Item]:
    address = str(review.fact(field.key) or "") if field.kind == "image" else ""
    if _is_missing(address, folder):
        yield Item("image", "open", _message(address), fact=field.key)


def _missing(section: Section, folder: Path) -> Iterator[Item]:
    place = 0
    for address in asked_for(section):
        found = section.text.find(address, place)
        if _is_missing(address, folder):
            span = (found, found + len(address)) if found >= 0 else None
            yield Item("image", "open", _message(address), section=section.id, span=span)
        place = max(place, found)


def _is_missing(address: str, folder: Path) -> bool:
    beside = bool(address) and not _ELSEWHERE.match(address)
    return beside and local_file(folder, address) is None


def _message(address: str) -> Label:
    return Label(
        f"Die Bilddatei „{address}“ fehlt; bitte legen Sie sie neben die Rezension.",
        f"The image file “{address}” is missing; please put it beside the review.",
    )
