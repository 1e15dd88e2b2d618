"""A rating in words, as a screen reader says it."""

from PySide6.QtCore import QCoreApplication

from editor.review.rating import Scale, dative, german

translate = QCoreApplication.translate


def number(value: float) -> str:
    """Return „7,5“ or „8“ as the language of the interface writes it."""
    return german(value).replace(",", translate("RatingWords", ",", "decimal separator"))


def brief(value: float, scale: Scale) -> str:
    """Return a rating in a few characters: „★ 7,5“, „75 %“."""
    return f"{number(value)} %" if scale.unit == "%" else f"★ {number(value)}"


def rating_words(value: float | None, scale: Scale) -> str:
    """Return „7,5 von 10 Punkten“, „75 Prozent“ or „keine Wertung“."""
    if value is None:
        return translate("RatingWords", "keine Wertung")
    if scale.unit == "%":
        return translate("RatingWords", "{n} Prozent").format(n=number(value))
    datives = {
        "Punkte": translate("RatingWords", "Punkten"),
        "Sterne": translate("RatingWords", "Sternen"),
    }
    best, unit = number(scale.best), datives.get(scale.unit, dative(scale.unit))
    return (
        translate("RatingWords", "{n} von {best} {unit}")
        .format(n=number(value), best=best, unit=unit)
        .strip()
    )
