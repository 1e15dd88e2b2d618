"""One section of a review, for itself."""

from dataclasses import replace

from editor.export.nodes.definitions import definitions
from editor.review.model import Review


def excerpt(review: Review, section_id: str) -> Review:
    """Return a review that is nothing but the section ``section_id`` of ``review``.

    It has no facts, and thus neither title nor ratings; what other sections define for it, as the
    addresses of links, comes along. Raises KeyError when there is no such section.
    """
    section = review.section(section_id)
    defined = definitions(other.text for other in review.sections if other is not section)
    text = defined.added_to(section.text)
    whole = replace(section, text=text, closing=section.closing if text == section.text else None)
    return replace(review, entries=(), sections=(whole,), read_with=review.definition)
