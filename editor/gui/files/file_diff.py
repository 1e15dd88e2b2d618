"""Comparison of two contents of a file, as reviews if both can be read as such."""

from editor.errors import RezensentError
from editor.review.form_registry import FormRegistry
from editor.review.model import Review
from editor.review.versions.review_diff import PartDiff, diff_reviews, diff_sources
from editor.storage import review_file


def diff_files(old: str | None, new: str, forms: FormRegistry) -> tuple[PartDiff, ...]:
    """Return the differences of two contents; without an old one, ``new`` is shown as it is."""
    before = new if old is None else old
    old_review, new_review = _parsed(before, forms), _parsed(new, forms)
    if old_review is None or new_review is None:
        return diff_sources(before, new)
    return diff_reviews(old_review, new_review)


def _parsed(text: str, forms: FormRegistry) -> Review | None:
    try:
        return review_file.parse(text, forms)
    except RezensentError:
        return None
