"""Ratings as text, written and spoken, in the language of the interface."""

from PySide6.QtCore import QCoreApplication

from editor.review.german_notation import format_number
from editor.review.rating import RatingScale, dative_plural

translate = QCoreApplication.translate


def format_rating(value: float) -> str:
    """Return „7,5“ or „8“, with the decimal separator of the interface language."""
    return format_number(value).replace(",", translate("RatingText", ",", "decimal separator"))


def short_rating(value: float, scale: RatingScale) -> str:
    """Return a rating in a few characters: „★ 7,5“ or „75 %“."""
    return f"{format_rating(value)} %" if scale.unit == "%" else f"★ {format_rating(value)}"


def spoken_rating(value: float | None, scale: RatingScale) -> str:
    """Return „7,5 von 10 Punkten“, „75 Prozent“ or „keine Wertung“."""
    if value is None:
        return translate("RatingText", "keine Wertung")
    if scale.unit == "%":
        return translate("RatingText", "{n} Prozent").format(n=format_rating(value))
    datives = {
        "Punkte": translate("RatingText", "Punkten"),
        "Sterne": translate("RatingText", "Sternen"),
    }
    best, unit = format_rating(scale.best), datives.get(scale.unit, dative_plural(scale.unit))
    return (
        translate("RatingText", "{n} von {best} {unit}")
        .format(n=format_rating(value), best=best, unit=unit)
        .strip()
    )
