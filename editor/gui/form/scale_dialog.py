"""Dialog for a rating scale of the writer's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from editor.gui import dialogs
from editor.gui.form.rating_text import shown_rating
from editor.gui.screen_fit import keep_fitted
from editor.review.rating import SCHOOL_GRADES, RatingScale

_HIGHEST = 1000
_SHORTEST_STEP, _LONGEST_STEP = 0.1, 100


class ScaleDialog(QDialog):
    """Asks for the ends, the steps and the unit of a scale, and shows a rating on it.

    The best value may be the smaller one, as with grades.
    """

    chosen = Signal(object)
    """The rating scale that the writer has accepted."""

    def __init__(self, scale: RatingScale, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.scale")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Eigene Wertung"))
        self._best = self._number("best", 0, _HIGHEST, scale.best)
        self._worst = self._number("worst", 0, _HIGHEST, scale.worst)
        self._step = self._number("step", _SHORTEST_STEP, _LONGEST_STEP, scale.step)
        self._points = scale.unit if not scale.descending else ""
        self._unit = QLineEdit(scale.unit, self)
        self._unit.setObjectName("unit")
        self._unit.textChanged.connect(self._show)
        self._example = QLabel(self)
        self._example.setObjectName("example")
        kind = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kind.Ok | kind.Cancel, self)
        dialogs.name_buttons(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self._scale))
        for end in (self._best, self._worst):
            end.valueChanged.connect(self._name_points)
        rows = QFormLayout()
        rows.addRow(self.tr("&Bester Wert:"), self._best)
        rows.addRow(self.tr("Schl&echtester Wert:"), self._worst)
        rows.addRow(self.tr("&Schritt:"), self._step)
        rows.addRow(self.tr("E&inheit:"), self._unit)
        rows.addRow(self.tr("Beispiel:"), self._example)
        lines = QVBoxLayout(self)
        lines.addLayout(rows)
        lines.addWidget(self._buttons)
        keep_fitted(self)
        self._best.setFocus()
        self._best.selectAll()
        self._show()

    def _name_points(self) -> None:
        """Call the points grades, or back, while the writer has not named them."""
        descending, unit = self._scale.descending, self._unit.text()
        if descending and unit == self._points:
            self._unit.setText(SCHOOL_GRADES.unit)
        elif not descending and unit == SCHOOL_GRADES.unit:
            self._unit.setText(self._points)

    @property
    def _scale(self) -> RatingScale:
        best, worst = self._best.value(), self._worst.value()
        step = min(self._step.value(), abs(best - worst))
        return RatingScale(best, step, self._unit.text().strip(), worst)

    def _number(self, name: str, low: float, high: float, value: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setObjectName(name)
        box.setRange(low, high)
        box.setDecimals(1)
        # The style sheet's padding stops at the line edit within.
        box.lineEdit().setTextMargins(box.fontMetrics().averageCharWidth(), 0, 0, 0)
        box.setValue(value)
        box.valueChanged.connect(self._show)
        return box

    def _show(self) -> None:
        """Show a good rating on the scale, or why there is no such scale."""
        scale = self._scale
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(scale.span))
        if not scale.span:
            self._example.setText(self.tr("Bester und schlechtester Wert sind gleich."))
            return
        self._example.setText(shown_rating(scale.at_step(_good_step(scale)), scale))


def _good_step(scale: RatingScale) -> int:
    """Return the step at four fifths of the scale."""
    return round(scale.steps_to(scale.best) * 4 / 5)
