"""Dialog for the checking server: LanguageTool on this machine or on a server."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.errors import AddressError
from editor.gui.dialogs import name_buttons
from editor.gui.screen_fit import resize_to_fit
from editor.gui.worker import Worker
from editor.languagetool.probe import ProbeResult, probe
from editor.languagetool.server_url import normalize_url, privacy_warning
from editor.languagetool.transport import RemoteTransport

_PATIENCE = 10.0
"""Seconds for a test of the connection."""
_WIDTH = 84
"""Width of the dialog, in characters."""


class ServerDialog(QDialog):
    """Asks for a server and tests the connection. Only OK changes anything."""

    chosen = Signal(str)
    """Emitted with a normalized address, empty for LanguageTool on this machine."""

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.server")
        self.setWindowTitle(self.tr("Prüfdienst"))
        self._transport = RemoteTransport()
        self._worker = Worker(self, reads_only=True)
        self._own = self._choice(
            "server.own", self.tr("LanguageTool auf &diesem Rechner (Vorgabe)")
        )
        self._other = self._choice("server.other", self.tr("&Eigener Server der Redaktion"))
        self._field = QLineEdit(address, self)
        self._field.setObjectName("server.url")
        self._field.setAccessibleName(self.tr("Adresse des Prüfdienstes"))
        self._field.setPlaceholderText("https://lt.verlag.example")
        self._test = QPushButton(self.tr("&Verbindung testen"), self)
        self._test.setObjectName("server.test")
        self._test.setAutoDefault(False)
        self._result = self._label("server.result", self.tr("Ergebnis des Tests"), lines=2)
        self._warning = self._label("server.warning", self.tr("Warnung"), lines=3)
        self._warning.setProperty("role", "warning")
        self._lay_out()
        self._test.clicked.connect(self._try)
        self._field.textChanged.connect(self._show)
        self._other.toggled.connect(self._show)
        self.finished.connect(self._leave)
        (self._other if address else self._own).setChecked(True)
        self._show()

    def accept(self) -> None:
        """Emit the address; if it is not valid, say so and keep the dialog open."""
        try:
            address = self._address()
        except AddressError as error:
            self._refuse(error)
            return
        super().accept()
        self.chosen.emit(address)

    def _address(self) -> str:
        return normalize_url(self._field.text()) if self._other.isChecked() else ""

    def _show(self) -> None:
        """Show what goes with the choice and the address as they are now."""
        other = self._other.isChecked()
        self._field.setEnabled(other)
        self._test.setEnabled(other and not self._worker.busy)
        self._result.clear()
        try:
            address = self._address()
        except AddressError:
            address = ""
        caution = privacy_warning(address) if address else None
        self._warning.setText(caution.text() if caution else "")
        self._warning.setVisible(caution is not None)

    def _try(self) -> None:
        try:
            address = self._address()
        except AddressError as error:
            self._refuse(error)
            return
        job = partial(probe, address, _PATIENCE, self._transport.request)
        self._worker.submit(job, partial(self._tested, address))
        self._test.setEnabled(False)
        self._result.setText(self.tr("Verbindung wird getestet …"))

    def _tested(self, address: str, result: ProbeResult) -> None:
        self._show()
        try:
            still = self._address() == address
        except AddressError:
            still = False
        if still:
            self._result.setText(result.sentence.text())

    def _refuse(self, error: AddressError) -> None:
        self._result.setText(error.text())
        self._field.setFocus()

    def _leave(self) -> None:
        # Ends a running test at once, so that closing does not wait for it.
        self._transport.close()
        self._worker.stop()
        self.deleteLater()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        name_buttons(buttons)
        buttons.rejected.connect(self.reject)
        entry = QGridLayout()
        entry.setColumnMinimumWidth(0, self.fontMetrics().height())
        entry.addWidget(self._field, 0, 1)
        entry.addWidget(self._test, 0, 2)
        entry.addWidget(self._result, 1, 1, 1, 2)
        entry.addWidget(self._warning, 2, 1, 1, 2)
        lines = QVBoxLayout(self)
        lines.addWidget(self._own)
        lines.addWidget(self._other)
        lines.addLayout(entry)
        lines.addStretch(1)
        lines.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        resize_to_fit(self, self.minimumWidth(), self.sizeHint().height())

    def _choice(self, name: str, text: str) -> QRadioButton:
        choice = QRadioButton(text, self)
        choice.setObjectName(name)
        return choice

    def _label(self, name: str, spoken: str, *, lines: int) -> QLabel:
        """Return a label that has its place whether it says something or not."""
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(spoken)
        label.setWordWrap(True)
        label.setMinimumHeight(self.fontMetrics().lineSpacing() * lines)
        policy = label.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        label.setSizePolicy(policy)
        return label
