"""Questions to the writer. None of them stops the event loop: each answers through a callable."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPalette, QTransform
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QMessageBox,
    QStyle,
    QToolButton,
    QWidget,
)

from editor.paths import resource
from editor.review.rating import RatingScale

translate = QCoreApplication.translate

_ARROWS = {"backButton": 90, "forwardButton": -90, "toParentButton": 180}
"""Buttons of Qt's own file dialog, and by how many degrees an arrow down is turned for them."""
_LONGEST = 80
"""Longest title within a question, in code points."""


def ask_file(
    parent: QWidget, title: str, filters: str, folder: Path, done: Callable[[Path], None]
) -> None:
    """Ask for a file that exists."""
    dialog = QFileDialog(parent, title, str(folder), filters)
    dialog.setObjectName("dialog.open")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, done)


def ask_target(
    parent: QWidget, title: str, filters: str, proposal: Path, done: Callable[[Path], None]
) -> None:
    """Ask where to write; a file that exists is only named after a question of the dialog."""
    dialog = QFileDialog(parent, title, str(proposal.parent), filters)
    dialog.setObjectName("dialog.save")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Where Qt draws the dialog it says „Speichern“, which is nobody else's word here.
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("Dialogs", "&Sichern"))
    dialog.setDefaultSuffix(proposal.suffix.removeprefix("."))
    dialog.selectFile(proposal.name)
    _open(dialog, done)


def ask_unsaved(parent: QWidget, title: str, answer: Callable[[str], None]) -> None:
    """Ask what to do with changes; ``answer`` gets "save", "discard" or "cancel"."""
    box = QMessageBox(parent)
    box.setObjectName("dialog.unsaved")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(
        translate("Dialogs", "Möchten Sie die Änderungen an „{title}“ sichern?").format(
            title=_brief(title)
        )
    )
    box.setInformativeText(translate("Dialogs", "Ohne Sichern gehen sie verloren."))
    save = box.addButton(translate("Dialogs", "&Sichern"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(
        translate("Dialogs", "&Verwerfen"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.addButton(translate("Dialogs", "&Abbrechen"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(
        lambda _: answer(
            "save"
            if box.clickedButton() is save
            else "discard"
            if box.clickedButton() is discard
            else "cancel"
        )
    )
    box.open()


def ask_drop(parent: QWidget, title: str, drop: Callable[[], None]) -> None:
    """Ask whether an unsaved version may go for good; ``drop`` runs when it may."""
    box = QMessageBox(parent)
    box.setObjectName("dialog.drop")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(
        translate("Dialogs", "Soll die ungesicherte Fassung von „{title}“ weg?").format(
            title=_brief(title)
        )
    )
    box.setInformativeText(
        translate("Dialogs", "Danach lässt sie sich nicht mehr wiederherstellen.")
    )
    yes = box.addButton(translate("Dialogs", "&Verwerfen"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(translate("Dialogs", "&Abbrechen"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: drop() if box.clickedButton() is yes else None)
    box.open()


def ask_clear(
    parent: QWidget, name: str, one: Callable[[], object], every: Callable[[], object]
) -> None:
    """Ask which earlier versions may go for good: those of the review ``name`` or all.

    An empty ``name`` leaves only all of them to choose.
    """
    box = QMessageBox(parent)
    box.setObjectName("dialog.clear")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(translate("Dialogs", "Welche früheren Fassungen sollen weg?"))
    box.setInformativeText(
        translate(
            "Dialogs",
            "Sie lassen sich danach nicht mehr wiederherstellen. Die Rezensionen selbst bleiben.",
        )
    )
    role = QMessageBox.ButtonRole
    chosen: dict[QAbstractButton, Callable[[], object]] = {}
    if name:
        shown = _brief(name).replace("&", "&&")
        text = translate("Dialogs", "&Nur die von {name}").format(name=shown)
        chosen[box.addButton(text, role.DestructiveRole)] = one
    text = translate("Dialogs", "Die von all&en Rezensionen")
    chosen[box.addButton(text, role.DestructiveRole)] = every
    keep = box.addButton(translate("Dialogs", "&Abbrechen"), role.RejectRole)
    box.setDefaultButton(keep)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: chosen.get(box.clickedButton(), lambda: None)())
    box.open()


def tell(parent: QWidget, text: str) -> None:
    """Say one sentence that must not be overlooked."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        translate("Dialogs", "Rezensent"),
        text,
        QMessageBox.StandardButton.Ok,
        parent,
    )
    box.setObjectName("dialog.problem")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def name_buttons(buttons: QDialogButtonBox) -> None:
    """Give Qt's own buttons a key each, as all others have one."""
    kind = QDialogButtonBox.StandardButton
    for standard, text in (
        (kind.Ok, translate("Dialogs", "&OK")),
        (kind.Cancel, translate("Dialogs", "&Abbrechen")),
        (kind.Close, translate("Dialogs", "&Schließen")),
    ):
        button = buttons.button(standard)
        if button is not None:
            button.setText(text)


def ask_scale(parent: QWidget, scale: RatingScale, done: Callable[[RatingScale], object]) -> None:
    """Ask for a scale of the writer's own."""
    dialog = QDialog(parent)
    dialog.setObjectName("dialog.scale")
    dialog.setWindowTitle(translate("Dialogs", "Eigene Wertung"))
    best, step = QDoubleSpinBox(dialog), QDoubleSpinBox(dialog)
    best.setRange(1, 1000)
    step.setRange(0.1, 100)
    for box, value in ((best, scale.best), (step, scale.step)):
        box.setDecimals(1)
        # The style sheet's padding stops at the line edit within.
        box.lineEdit().setTextMargins(box.fontMetrics().averageCharWidth(), 0, 0, 0)
        box.setValue(value)
    unit = QLineEdit(scale.unit, dialog)
    unit.setObjectName("unit")
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, dialog
    )
    name_buttons(buttons)
    lines = QFormLayout(dialog)
    lines.addRow(translate("Dialogs", "&Bester Wert:"), best)
    lines.addRow(translate("Dialogs", "&Schritt:"), step)
    lines.addRow(translate("Dialogs", "&Einheit:"), unit)
    lines.addRow(buttons)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(
        lambda: done(
            RatingScale(best.value(), min(step.value(), best.value()), unit.text().strip())
        )
    )
    dialog.open()


def _brief(title: str) -> str:
    """Return as much of ``title`` as a question needs."""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _arrow(dialog: QFileDialog, turn: int) -> QIcon:
    dark = dialog.palette().color(QPalette.ColorRole.Window).lightnessF() < 1 / 2
    chevron = resource("icons", f"chevron-{'dark' if dark else 'light'}.svg")
    size = dialog.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
    picture = QIcon(str(chevron)).pixmap(size, size)
    return QIcon(picture.transformed(QTransform().rotate(turn)))


def _open(dialog: QFileDialog, done: Callable[[Path], None]) -> None:
    for name, turn in _ARROWS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            # Those of the style are black in the dark as well.
            button.setIcon(_arrow(dialog, turn))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()


def copied() -> QMimeData:
    """Return what is in the clipboard; nothing at all is a value without formats."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data
