"""Ratings as text, written and spoken, in the language of the interface."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from editor.review.german_notation import format_number
from editor.review.rating import RatingScale, dative_plural

translate = QCoreApplication.translate


def format_rating(value: float) -> str:
    """Return „7,5“ or „8“, with the decimal separator of the interface language."""
    return format_number(value).replace(",", translate("RatingText", ",", "decimal separator"))


def short_rating(value: float, scale: RatingScale) -> str:
    """Return a rating in a few characters: „★ 7,5“, „75 %“ or „Note 2“."""
    if not scale.contains(value):
        return format_rating(value)
    if scale.unit == "%" or scale.descending:
        return shown_rating(value, scale)
    return f"★ {format_rating(value)}"


class RatingDetail(IntEnum):
    """How much is shown of a rating: „7,5“, „7,5 von 10“ or „7,5 von 10 Punkten“."""

    NUMBER = 0
    BEST = 1
    UNIT = 2


def shown_rating(
    value: float | None, scale: RatingScale, detail: RatingDetail = RatingDetail.UNIT
) -> str:
    """Return a rating with its scale: „7,5 von 10 Punkten“, „75 %“ or „Note 2“, „–“ for none.

    A value outside the scale is never shown as one of it.
    """
    number = "–" if value is None else format_rating(value)
    is_bare = detail == RatingDetail.NUMBER
    if value is not None and not scale.contains(value):
        text = translate("RatingText", "{n} (nicht auf der Skala)")
        return number if is_bare else text.format(n=number)
    if scale.unit == "%":
        return f"{number} %"
    if scale.descending:
        return f"{_label(scale.unit)} {number}".lstrip()
    if is_bare:
        return number
    return _of_best(number, scale, dative_plural(scale.unit) if detail == RatingDetail.UNIT else "")


def spoken_rating(value: float | None, scale: RatingScale) -> str:
    """Return „7,5 von 10 Punkten“, „75 Prozent“, „Note 2“ or „keine Wertung“."""
    if value is None:
        return translate("RatingText", "keine Wertung")
    if not scale.contains(value):
        text = translate("RatingText", "{n}, nicht auf der Skala von {low} bis {high}")
        low, high = format_rating(scale.low), format_rating(scale.high)
        return text.format(n=format_rating(value), low=low, high=high)
    if scale.unit == "%":
        return translate("RatingText", "{n} Prozent").format(n=format_rating(value))
    return shown_rating(value, scale)


def scale_ends(scale: RatingScale) -> str:
    """Return „Skala: 6 bis 1, am besten 1“ for a scale whose ends its ratings do not name."""
    text = translate("RatingText", "Skala: {worst} bis {best}, am besten {best}")
    return text.format(worst=format_rating(scale.worst), best=format_rating(scale.best))


def _of_best(number: str, scale: RatingScale, unit: str) -> str:
    datives = {
        "Punkten": translate("RatingText", "Punkten"),
        "Sternen": translate("RatingText", "Sternen"),
    }
    text = translate("RatingText", "{n} von {best} {unit}")
    best = format_rating(scale.best)
    return text.format(n=number, best=best, unit=datives.get(unit, unit)).strip()


def _label(unit: str) -> str:
    """Return the unit in front of a grade, in the language of the interface where it is known."""
    return translate("RatingText", "Note") if unit == "Note" else unit
