"""Dialog that asks for the alternative text of an image."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from editor.gui.theme import Theme


class AltTextDialog(QDialog):
    """A single line of text. The dialog is not modal, so that the writer may continue meanwhile."""

    answered = Signal(str)
    """Emitted with the alternative text, which is empty for a decorative image."""

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
