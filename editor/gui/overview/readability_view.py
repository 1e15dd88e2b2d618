"""How hard the review is to read: each figure with what it means and what it is made of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editor.gui.overview.targets_table import GERMAN
from editor.gui.theme import Theme
from editor.review.readability import Figure


class ReadabilityView(QWidget):
    """Shows the figures under their heading; nothing while there is no text."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, theme.px(10), 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 1)
        heading = QLabel(self.tr("Lesbarkeit"), self)
        heading.setObjectName("heading")
        self._grid.addWidget(heading, 0, 0, 1, 2)
        self._explanations = {
            "flesch": self.tr(
                "Aus Wörtern je Satz und Silben je Wort: 100 ist sehr leicht, 0 sehr schwer."
            ),
            "lix": self.tr(
                "Wörter je Satz plus der Anteil der Wörter mit mehr als sechs Buchstaben in "
                "Prozent: je höher, desto schwerer."
            ),
            "wiener": self.tr(
                "Die Schulstufe, ab der ein Sachtext verständlich ist, etwa von 4 bis 15."
            ),
        }
        self._rows = {key: self._row(line, key) for line, key in enumerate(self._explanations)}
        self.hide()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show ``figures``."""
        self.setVisible(bool(figures))
        for figure in figures:
            name, value, meaning = self._rows[figure.id]
            name.setText(figure.name.text(self._language))
            value.setText(GERMAN.toString(figure.value, "f", 1))
            meaning.setText(figure.meaning.text(self._language))

    def _row(self, line: int, key: str) -> tuple[QLabel, QLabel, QLabel]:
        name, value, meaning = (QLabel(self) for _ in range(3))
        value.setObjectName(f"readability.{key}")
        meaning.setObjectName(f"readability.{key}.meaning")
        for label in (name, value):
            label.setProperty("role", "strong")
        explanation = QLabel(self._explanations[key], self)
        explanation.setProperty("role", "soft")
        for label in (meaning, explanation):
            label.setWordWrap(True)
        top = 1 + 4 * line
        self._grid.setRowMinimumHeight(top, self.fontMetrics().height() * 3 // 2)
        self._grid.addWidget(name, top, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(
            value, top, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        )
        self._grid.addWidget(meaning, top + 1, 0, 1, 2)
        self._grid.addWidget(explanation, top + 2, 0, 1, 2)
        return name, value, meaning
