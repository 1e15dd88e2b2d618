"""A new review for the next season of a series."""

from editor.review.form import Form
from editor.review.model import Review
from editor.storage.review_file import new_review

_SEASON_FACTS = frozenset(
    {
        *("episodes", "year", "runtime", "age_rating", "release_date", "date"),
        *("image", "image_alt", "gtin13"),
    }
)
"""Facts that differ from season to season: an empty field is better than a wrong one."""
_PREFERENCES = (
    "rating_scale",
    "target_words",
    "section_target_words",
    "sections_off",
    "vocabulary",
)
"""Keys that are not facts but preferences: scale, targets, sections, accepted words."""


def begin_next_season(old: Review, form: Form | None = None) -> Review:
    """Return a new review with the facts of ``old`` that also hold for the next season.

    It has the form of ``old``, or ``form`` with the facts that both have. A season that is a whole
    number is increased. Texts, ratings, dates, ignored findings and keys of other programs are not
    taken over.
    """
    form = form or old.form
    keys = [field.key for field in form.facts if field.key not in _SEASON_FACTS]
    facts = [(key, old.fact(key)) for key in (*keys, *_PREFERENCES)]
    return new_review(form, ((key, _next(key, value)) for key, value in facts))


def _next(key: str, value: object) -> object:
    if key != "season":
        return value
    text = str(value).strip()
    # A season in words, such as “Staffel 2”, is left empty rather than repeated.
    return int(text) + 1 if text.isdecimal() and len(text) < len("1000") else None
