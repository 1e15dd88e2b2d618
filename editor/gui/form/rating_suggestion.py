"""Suggestion for the overall rating: the mean of the section ratings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.form.rating_text import format_rating, shown_rating
from editor.gui.theme import Theme
from editor.review.model import VERDICT, Review
from editor.review.rating import proposed_rating, rating_of, scale_of


class RatingSuggestion(QWidget):
    """Shows the suggestion while it differs from the overall rating."""

    accepted = Signal(object)
    """The suggested rating, which the writer accepts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._value: float | None = None
        self._label = QLabel(self)
        self._label.setObjectName("rating.proposal.text")
        self._label.setProperty("role", "soft")
        # The form must not be wider than a narrow window for it.
        self._label.setMinimumWidth(1)
        self._button = QPushButton(self.tr("Übernehmen"), self)
        self._button.setObjectName("rating.proposal")
        self._button.setProperty("role", "link")
        self._button.setAccessibleName(self.tr("Vorschlag übernehmen"))
        self._button.clicked.connect(lambda: self.accepted.emit(self._value))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        line.addStretch(1)
        line.addWidget(self._label)
        line.addWidget(self._button)
        self.hide()

    @property
    def button(self) -> QPushButton:
        """The button that accepts the suggestion."""
        return self._button

    def show_review(self, review: Review) -> None:
        """Show the suggestion for ``review``, or nothing if there is none."""
        scale, value = scale_of(review), proposed_rating(review, review.form)
        self._value = value
        self.setVisible(value is not None and value != rating_of(review, VERDICT))
        if value is None or scale is None:
            return
        named = scale.unit == "%" or scale.descending
        text = shown_rating(value, scale) if named else format_rating(value)
        self._label.setText(self.tr("Vorschlag: {n} (Mittel der Abschnitte)").format(n=text))
        self._button.setAccessibleName(
            self.tr("Vorschlag {n} als Gesamtwertung übernehmen").format(n=text)
        )
