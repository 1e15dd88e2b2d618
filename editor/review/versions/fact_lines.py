"""Facts and ratings of a review as lines for people to read, in the current language."""

from collections.abc import Iterator, Mapping
from typing import Any

from editor.localized import Localized
from editor.review.facts import format_value
from editor.review.german_notation import format_number
from editor.review.model import Review
from editor.review.rating import rating_of, ratings_of, scale_of

_HIDDEN_KEYS = ("", "rezensent")
_KEYS: Mapping[str, Localized] = {
    "form": Localized("Formular", "Form"),
    "rating_scale": Localized("Skala", "Scale"),
    "ratings": Localized("Wertungen", "Ratings"),
    "verdict_rating": Localized("Gesamtwertung", "Overall rating"),
    "sections_off": Localized("Ausgeschaltete Abschnitte", "Sections that are off"),
    "target_words": Localized("Ziel in Wörtern", "Word target"),
    "section_target_words": Localized("Ziele der Abschnitte", "Word targets of sections"),
    "vocabulary": Localized("In dieser Rezension angenommen", "Accepted in this review"),
    "rejected_names": Localized("Keine Namen", "No names"),
    "hidden": Localized("Hier ausgeblendete Hinweise", "Hidden findings"),
    "draft": Localized("Entwurf", "Draft"),
}
"""Labels of keys that are no facts of a form, in the order of their lines."""
_NO_RATINGS = Localized("keine Wertung", "no rating")
_STEPS = Localized("{best} {unit} in Schritten von {step}", "{best} {unit} in steps of {step}")
_STEPS_FROM = Localized(
    "{unit} {worst} bis {best} in Schritten von {step}",
    "{unit} {worst} to {best} in steps of {step}",
)


def fact_values(review: Review) -> dict[str, Any]:
    """Return the values that ``fact_lines`` shows, by key in the order of the file."""
    return {
        entry.key: review.fact(entry.key)
        for entry in review.entries
        if entry.key not in _HIDDEN_KEYS
    }


def fact_lines(review: Review) -> Iterator[str]:
    """Yield a line for each key of the front matter: “Regie: Ingvild Torstad, Bjarne Lykke”.

    The facts come first, in the order of the form, then ratings and preferences, then what belongs
    to other programs.
    """
    values = fact_values(review)
    known = [*(field.key for field in review.form.facts), *_KEYS]
    for key in dict.fromkeys([*known, *values]):
        if key in values:
            yield f"{_label(key, review)}: {_text(key, values[key], review)}"


def _label(key: str, review: Review) -> str:
    field = review.form.fact(key)
    return (field.label if field is not None else _KEYS.get(key, Localized(key))).text()


def _text(key: str, value: Any, review: Review) -> str:
    field = review.form.fact(key)
    if field is not None:
        return field.kind.format(value)
    if key == "form":
        return review.form.label.text() if review.form.id == value else format_value(value)
    if key == "rating_scale":
        return _scale(review)
    if key == "ratings":
        return ", ".join(_ratings(review))
    if key == "hidden" and isinstance(value, list):
        return str(len(value))
    return _describe(value, review)


def _scale(review: Review) -> str:
    scale = scale_of(review)
    if scale is None:
        return _NO_RATINGS.text()
    best, step = format_number(scale.best), format_number(scale.step)
    worst = format_number(scale.worst)
    steps = _STEPS_FROM if scale.worst else _STEPS
    text = steps.format(best=best, worst=worst, unit=scale.unit, step=step).text()
    return " ".join(text.split())


def _ratings(review: Review) -> Iterator[str]:
    for key in ratings_of(review):
        value = rating_of(review, key)
        if key != "verdict" and value is not None:
            yield f"{_section(key, review)} {format_number(value)}"


def _describe(value: Any, review: Review) -> str:
    """Return a value without the marks of a data format; ids of sections become their labels."""
    if isinstance(value, list):
        return ", ".join(_describe(item, review) for item in value)
    if isinstance(value, dict) and "name" not in value:
        named = ((_section(str(key), review), item) for key, item in value.items())
        return ", ".join(f"{name} {_describe(item, review)}" for name, item in named)
    return _section(value, review) if isinstance(value, str) else format_value(value)


def _section(section_id: str, review: Review) -> str:
    field = review.form.section(section_id)
    return format_value(section_id) if field is None else field.label.text()
