"""Dialog that looks for a newer version of the program and says what it has found."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor import __version__
from editor.errors import RezensentError
from editor.gui.dialogs import name_buttons
from editor.gui.screen_fit import keep_fitted
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.read_only_text import ReadOnlyText
from editor.gui.worker import Worker
from editor.installation import current_installation
from editor.updates.check import newest_version
from editor.updates.source import UpdateSource
from editor.updates.steps import installation_step
from editor.updates.update import PackageFile, Update

_WIDTH, _NOTES_HEIGHT = 680, 160
"""Width of the dialog, and height of the notes."""

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class UpdatesDialog(QDialog):
    """Asks for the newest version when it is opened; closing it ends that."""

    def __init__(self, source: UpdateSource, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Nach Neuem sehen"))
        self._kind = current_installation().kind
        self._page = QUrl()
        self._headline = self._label("updates.headline", "strong")
        self._details = self._label("updates.details", "soft")
        self._notes = ReadOnlyText("updates.notes", self.tr("Neuerungen"), self)
        self._notes.hide()
        self._step = self._label("updates.step", "")
        self._package = self._label("updates.package", "soft")
        for label in (self._details, self._step, self._package):
            # They have addresses, commands and digests, to be copied.
            label.setTextInteractionFlags(_SELECTABLE)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        name_buttons(self._buttons)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(theme)
        self._headline.setText(self.tr("Es wird nachgesehen …"))
        self._worker = Worker(self, reads_only=True)
        self.finished.connect(lambda _: self._worker.stop())
        self._worker.submit(partial(newest_version, source), self._show_update, self._show_error)

    def _show_update(self, update: Update) -> None:
        if update.is_newer_than(__version__):
            self._show_newer(update)
        else:
            self._say(
                self.tr("Sie haben die neueste Version von Rezensent."),
                self.tr("Version {version}; Auskunft vom {date}").format(
                    version=__version__, date=self._day(update)
                ),
            )

    def _show_newer(self, update: Update) -> None:
        self._notes.setPlainText(update.notes.text())
        self._notes.setVisible(bool(update.notes))
        self._step.setText(installation_step(self._kind, update).text())
        package = update.files.get(self._kind)
        self._package.setText(self._package_lines(package) if package else "")
        self._page = QUrl(update.page(self._kind))
        self._offer_page()
        self._say(
            self.tr("Rezensent {version} ist da.").format(version=update.version),
            self.tr("Erschienen am {date}; Sie haben Version {version}.").format(
                date=self._day(update), version=__version__
            ),
        )

    def _show_error(self, error: RezensentError) -> None:
        self._say(self.tr("Es ließ sich nicht nachsehen."), error.text())

    def _say(self, headline: str, details: str) -> None:
        self._headline.setText(headline)
        self._details.setText(details)
        for label in (self._details, self._step, self._package):
            label.setVisible(bool(label.text()))
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(QCoreApplication.translate("Dialogs", "&Schließen"))
        announce(self, f"{headline} {details}")

    def _offer_page(self) -> None:
        role = QDialogButtonBox.ButtonRole.ActionRole
        button = QPushButton(self.tr("Seite zum &Herunterladen öffnen"), self)
        self._buttons.addButton(button, role)
        button.setObjectName("updates.page")
        button.clicked.connect(lambda _: self._open_page())
        button.setToolTip(self._page.toDisplayString())
        button.setDefault(True)
        button.setFocus()

    def _day(self, update: Update) -> str:
        date = QDate(update.date.year, update.date.month, update.date.day)
        return QLocale().toString(date, self.tr("d. MMMM yyyy"))

    def _open_page(self) -> None:
        if not QDesktopServices.openUrl(self._page):
            problem = self.tr("Es hat sich kein Browser geöffnet; die Adresse der Seite ist {page}")
            self._say(self._headline.text(), problem.format(page=self._page.toDisplayString()))

    def _package_lines(self, package: PackageFile) -> str:
        si = QLocale.DataSizeFormat.DataSizeSIFormat
        size = QLocale().formattedDataSize(package.size, 0, si)
        return f"{package.name}: {size}\nSHA-256: {package.sha256}"

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.hide()
        return label

    def _lay_out(self, theme: Theme) -> None:
        self._headline.show()
        self._notes.setMinimumHeight(theme.px(_NOTES_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(12))
        for part in (self._headline, self._details):
            column.addWidget(part)
        column.addWidget(self._notes, 1)
        for part in (self._step, self._package):
            column.addWidget(part)
        column.addStretch()
        column.addWidget(self._buttons)
        self.setMinimumWidth(theme.px(_WIDTH))
        keep_fitted(self)
