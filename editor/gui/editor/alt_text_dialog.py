"""Asks what a picture shows, for those who do not see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from editor.gui.theme import Theme


class AltTextDialog(QDialog):
    """One line beside the text, which can go on being written meanwhile."""

    answered = Signal(str)
    """The alternative text; empty for a picture that only decorates."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setObjectName("dialog.alt")
        self.setWindowTitle(self.tr("Bild einfügen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = QLabel(self.tr("&Was ist auf dem Bild zu sehen?"), self)
        self._line = QLineEdit(self)
        self._line.setObjectName("alt")
        self._line.setAccessibleName(self.tr("Alternativtext"))
        self._line.setPlaceholderText(self.tr("Ein Satz für alle, die das Bild nicht sehen"))
        self._line.setMinimumWidth(theme.px(360))
        label.setBuddy(self._line)
        file = QLabel(name, self)
        file.setTextFormat(Qt.TextFormat.PlainText)
        file.setProperty("role", "soft")
        buttons = QDialogButtonBox(self)
        insert = buttons.addButton(self.tr("&Einfügen"), QDialogButtonBox.ButtonRole.AcceptRole)
        insert.setObjectName("alt.insert")
        buttons.addButton(self.tr("&Abbrechen"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.answered.emit(self._line.text().strip()))
        lines = QVBoxLayout(self)
        lines.setSpacing(theme.px(8))
        for widget in (label, self._line, file, buttons):
            lines.addWidget(widget)
