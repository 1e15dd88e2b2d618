"""A new review that begins where the one of an earlier season ended."""

from editor.review.form import Form
from editor.review.model import Review
from editor.storage.review_file import new_review

_OF_ONE_SEASON = frozenset(
    {
        *("episodes", "year", "runtime", "age_rating", "release_date", "date"),
        *("image", "image_alt", "gtin13"),
    }
)
"""Facts that another season has otherwise: an empty field is better than a wrong one."""
_CHOICES = ("rating_scale", "target_words", "section_target_words", "sections_off", "vocabulary")
"""What is no fact but how the writer works: scale, lengths, sections, accepted words."""


def begin_next_season(old: Review, form: Form | None = None) -> Review:
    """Return an empty review with the facts of ``old`` that hold for the next season as well.

    It has the form of ``old``, or ``form`` and then the facts that both forms ask for.
    The season is counted up where it is a whole number. Texts, ratings, dates, hidden findings and
    keys of other programs are not carried over.
    """
    form = form or old.definition
    keys = [field.key for field in form.facts if field.key not in _OF_ONE_SEASON]
    facts = [(key, old.fact(key)) for key in (*keys, *_CHOICES)]
    return new_review(form, ((key, _next(key, value)) for key, value in facts))


def _next(key: str, value: object) -> object:
    if key != "season":
        return value
    text = str(value).strip()
    # A season of another kind, as „Staffel 2“, is not the new one; an empty field asks for it.
    return int(text) + 1 if text.isdecimal() and len(text) < len("1000") else None
