"""Checklist of a review before it is published, with what only its folder can tell."""

from collections.abc import Mapping
from pathlib import Path

from editor.export.image_files import missing_images
from editor.review.form import Form
from editor.review.model import Review
from editor.review.readiness import ChecklistItem, checklist


def publication_checklist(
    review: Review, form: Form, findings_open: Mapping[str, int], folder: Path | None
) -> tuple[ChecklistItem, ...]:
    """Return the checklist in reading order, with the images that are missing in ``folder``.

    ``findings_open`` has the numbers of open findings by section. ``folder`` is that of the file,
    None for a review without one.
    """
    images = missing_images(review, folder) if folder is not None else ()
    order = {section.id: number for number, section in enumerate(review.sections)}

    def position(item: ChecklistItem) -> tuple[int, int]:
        return order.get(item.section or "", -1), item.span[0] if item.span else -1

    return tuple(sorted((*checklist(review, form, findings_open), *images), key=position))
