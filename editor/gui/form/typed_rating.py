"""Typed rating: the digits that are typed at a rating, until they are complete."""

from PySide6.QtCore import QObject, QTimer

from editor.review.rating import RatingScale

_PAUSE_MS = 1_500
"""Time after a digit in which the next key belongs to the same number."""


class TypedRating(QObject):
    """Reads a number from digits, and remembers the rating that was there before them.

    When a letter follows, the digits were the beginning of a text: „8 Folgen“.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.text = ""
        """Characters typed since the last pause, empty for none."""
        self.before: float | None = None
        """The rating before that."""
        self._number = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.end)

    def add(self, character: str, scale: RatingScale, shown: float | None) -> float | None:
        """Add a digit or a decimal separator, and return the rating that has been typed so far.

        ``shown`` is the rating at the time. A number beyond the scale begins anew with the
        character; None where there is no rating yet.
        """
        if not self.text:
            self.before = shown
        self.text += character
        self._pause.start()
        for number in (self._number + character, character):
            digits = number.replace(",", ".").removesuffix(".")
            value = float(digits) if digits.replace(".", "", 1).isdigit() else None
            if value is not None and value <= scale.high:
                self._number = number
                # What is still too small may be the beginning of a number.
                return scale.round(value) if scale.contains(value) else None
        return None

    def end(self) -> None:
        """Take the number as complete, so that the next digit begins another one."""
        self._pause.stop()
        self.text = self._number = ""
