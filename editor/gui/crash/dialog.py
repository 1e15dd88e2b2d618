"""Crash dialog: what happened, what is saved, and a report to send to the developers."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.gui.widgets.read_only_text import ReadOnlyText


class CrashDialog(QDialog):
    """Non-modal dialog, the same one for every crash report of a session."""

    quit_requested = Signal()
    """The writer wants to quit the program."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.mistake")
        self.setWindowTitle(self.tr("Unerwarteter Fehler"))
        self.setModal(False)
        self._headline = self._label("")
        self._headline.setProperty("role", "strong")
        self._safe = self._label("")
        self._safe.setObjectName("mistake.safe")
        self._hint = self._label(
            self.tr(
                "Dieser Bericht hilft uns, den Fehler zu finden. Er enthält kein Wort aus "
                "Ihren Rezensionen."
            )
        )
        self._report = ReadOnlyText("mistake.report", self.tr("Bericht"), self)
        self._buttons = QDialogButtonBox(self)
        self._add_buttons()
        self._lay_out(theme)

    @property
    def report(self) -> str:
        """Text of the report."""
        return self._report.toPlainText()

    @property
    def headline(self) -> str:
        """Sentence that says what has happened."""
        return self._headline.text()

    @property
    def safe(self) -> str:
        """Sentence that says which of the writer's work is saved, and where."""
        return self._safe.text()

    def show_report(self, headline: str, safe: str, report: str) -> None:
        """Show both sentences and ``report``, and open the dialog."""
        self._headline.setText(headline)
        self._safe.setText(safe)
        if report != self.report:
            self._report.setPlainText(report)
            self._copy.setText(self._copy_text)
        if not self.isVisible():
            # An open modal dialog would block this one, too, unless it is modal as well.
            held_up = QApplication.activeModalWidget() is not None
            modality = Qt.WindowModality
            self.setWindowModality(modality.WindowModal if held_up else modality.NonModal)
        self.show()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        return label

    def _add_buttons(self) -> None:
        self._copy_text = self.tr("Bericht &kopieren")
        self._copy = self._button(self._copy_text, "mistake.copy", self._copy_report)
        self._button(self.tr("&Beenden"), "mistake.quit", self.quit_requested.emit)
        go_on = self._button(self.tr("&Weiterarbeiten"), "mistake.go_on", self.close)
        go_on.setDefault(True)
        go_on.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(12))
        for part in (self._headline, self._safe, self._hint):
            column.addWidget(part)
        column.addWidget(self._report, 1)
        column.addWidget(self._buttons)
        resize_to_fit(self, theme.px(620), theme.px(460))

    def _button(self, text: str, name: str, act: Callable[[], object]) -> QPushButton:
        role = QDialogButtonBox.ButtonRole.ActionRole
        button = self._buttons.addButton(text, role)
        button.setObjectName(name)
        button.clicked.connect(lambda _: act())
        return button

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(self.report)
        self._copy.setText(self.tr("Kopiert"))
