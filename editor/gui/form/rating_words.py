"""A rating in words, as a screen reader says it."""

from PySide6.QtCore import QCoreApplication

from editor.review.rating import Scale, german

translate = QCoreApplication.translate


def rating_words(value: float | None, scale: Scale) -> str:
    """Return „7,5 von 10 Punkten“, „75 Prozent“ or „keine Wertung“."""
    if value is None:
        return translate("RatingWords", "keine Wertung")
    if scale.unit == "%":
        return translate("RatingWords", "{n} Prozent").format(n=german(value))
    datives = {
        "Punkte": translate("RatingWords", "Punkten"),
        "Sterne": translate("RatingWords", "Sternen"),
    }
    best, unit = german(scale.best), datives.get(scale.unit, scale.unit)
    return (
        translate("RatingWords", "{n} von {best} {unit}")
        .format(n=german(value), best=best, unit=unit)
        .strip()
    )
