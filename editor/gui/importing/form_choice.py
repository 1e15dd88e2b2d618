"""Choice of the form of the review that an imported text becomes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from editor.review.form import Form


class FormChoice(QWidget):
    """Combo box of forms with its label; hidden where there is nothing to choose."""

    chosen = Signal(str)
    """Id of the form that the writer has chosen."""

    def __init__(self, forms: Sequence[Form], current: Form, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("&Formular:"), self)
        self._box = QComboBox(self)
        self._box.setObjectName("import.form")
        label.setBuddy(self._box)
        for form in forms:
            self._box.addItem(form.label.text(), form.id)
        self._box.setCurrentIndex(self._box.findData(current.id))
        self._box.activated.connect(lambda row: self.chosen.emit(self._box.itemData(row)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(self._box)
        self.setVisible(bool(forms))
