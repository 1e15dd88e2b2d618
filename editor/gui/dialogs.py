"""Questions to the writer. None blocks the event loop: each answers through a callable."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QWidget,
)

from editor.gui.screen_fit.message_box import MessageBox

translate = QCoreApplication.translate

_LONGEST, _LONGEST_ON_BUTTON = 80, 30
"""Longest title in a question and on a button, in code points."""
_UNSAVED = "dialog.unsaved"
"""Name of the question about unsaved changes."""


def ask_file(
    parent: QWidget, title: str, filters: str, folder: Path, done: Callable[[Path], None]
) -> None:
    """Ask for an existing file and call ``done`` with its path."""
    dialog = QFileDialog(parent, title, str(folder), filters)
    dialog.setObjectName("dialog.open")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, done)


def ask_target(
    parent: QWidget, title: str, filters: str, proposal: Path, done: Callable[[Path], None]
) -> None:
    """Ask where to write; the dialog itself asks before it returns an existing file."""
    # The first paint does not wait for this import.
    from editor.gui.file_dialogs.appearance import is_of_qt  # noqa: PLC0415

    dialog = QFileDialog(parent, title, str(proposal.parent), filters)
    dialog.setObjectName("dialog.save")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Qt's own dialog says „Speichern“, a word that is used nowhere else in the program.
    accept = translate("Dialogs", "&Sichern")
    # GTK shows the sign for the mnemonic.
    label = accept if is_of_qt(dialog) else accept.replace("&", "")
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, label)
    dialog.setDefaultSuffix(proposal.suffix.removeprefix("."))
    dialog.selectFile(proposal.name)
    _open(dialog, done)


def ask_unsaved(parent: QWidget, title: str, answer: Callable[[str], None]) -> None:
    """Ask what to do with unsaved changes: "save", "discard" or "cancel".

    Does nothing while the question is on the screen: it still wants its first answer.
    """
    if any(box.isVisible() for box in parent.findChildren(MessageBox, _UNSAVED)):
        return
    box = MessageBox(parent)
    box.setObjectName(_UNSAVED)
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
    """Ask whether an unsaved version may be deleted; ``drop`` deletes it."""
    box = MessageBox(parent)
    box.setObjectName("dialog.drop")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(
        translate("Dialogs", "Möchten Sie den ungesicherten Text von „{title}“ verwerfen?").format(
            title=_brief(title)
        )
    )
    box.setInformativeText(
        translate("Dialogs", "Danach lässt er sich nicht mehr wiederherstellen.")
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
    """Ask which earlier versions to delete: those of the review ``name`` or all.

    With an empty ``name`` only all of them are offered.
    """
    box = MessageBox(parent)
    box.setObjectName("dialog.clear")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(translate("Dialogs", "Welche früheren Fassungen möchten Sie löschen?"))
    box.setInformativeText(
        translate(
            "Dialogs",
            "Sie lassen sich danach nicht mehr wiederherstellen. Die Rezensionen selbst "
            "bleiben erhalten.",
        )
    )
    role = QMessageBox.ButtonRole
    chosen: dict[QAbstractButton, Callable[[], object]] = {}
    if name:
        label = _brief(name, _LONGEST_ON_BUTTON).replace("&", "&&")
        text = translate("Dialogs", "&Nur die von {name}").format(name=label)
        chosen[box.addButton(text, role.DestructiveRole)] = one
    text = translate("Dialogs", "Die von all&en Rezensionen")
    chosen[box.addButton(text, role.DestructiveRole)] = every
    keep = box.addButton(translate("Dialogs", "&Abbrechen"), role.RejectRole)
    box.setDefaultButton(keep)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: chosen.get(box.clickedButton(), lambda: None)())
    box.open()


def show_warning(parent: QWidget, text: str) -> None:
    """Show a sentence that must not be overlooked."""
    box = MessageBox(
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


def show_missing_file(parent: QWidget, text: str, show_versions: Callable[[], None] | None) -> None:
    """Show that a file is gone; ``show_versions`` shows what is kept of it, None for nothing."""
    if show_versions is None:
        show_warning(parent, text)
        return
    icon, role = QMessageBox.Icon.Warning, QMessageBox.ButtonRole
    none = QMessageBox.StandardButton.NoButton
    box = MessageBox(icon, translate("Dialogs", "Rezensent"), text, none, parent)
    box.setObjectName("dialog.missing")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(
        translate("Dialogs", "Frühere Fassungen dieser Rezension sind noch vorhanden.")
    )
    versions = box.addButton(translate("Dialogs", "&Frühere Fassungen …"), role.AcceptRole)
    box.addButton(translate("Dialogs", "&Schließen"), role.RejectRole)
    box.setDefaultButton(versions)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: show_versions() if box.clickedButton() is versions else None)
    box.open()


def name_buttons(buttons: QDialogButtonBox) -> None:
    """Give Qt's standard buttons mnemonics, as all other buttons have."""
    kind = QDialogButtonBox.StandardButton
    for standard, text in (
        (kind.Ok, translate("Dialogs", "&OK")),
        (kind.Cancel, translate("Dialogs", "&Abbrechen")),
        (kind.Close, translate("Dialogs", "&Schließen")),
    ):
        button = buttons.button(standard)
        if button is not None:
            button.setText(text)


def ask_rounding(
    parent: QWidget,
    question: str,
    lines: Sequence[str],
    *,
    round_: Callable[[], object],
    keep: Callable[[], object] | None,
) -> None:
    """Ask whether ratings may be rounded, which ``lines`` list; ``keep`` leaves their numbers.

    Without ``keep`` that is not offered. Cancelling calls neither.
    """
    box = MessageBox(parent)
    box.setObjectName("dialog.rounding")
    box.setWindowTitle(translate("Dialogs", "Skala der Wertung"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText("\n".join(lines))
    role = QMessageBox.ButtonRole
    chosen: dict[QAbstractButton, Callable[[], object]] = {}
    rounded = box.addButton(translate("Dialogs", "&Umrechnen"), role.AcceptRole)
    chosen[rounded] = round_
    if keep is not None:
        button = box.addButton(translate("Dialogs", "&Zahlen behalten"), role.AcceptRole)
        button.setToolTip(translate("Dialogs", "Die Zahlen gelten unverändert auf der neuen Skala"))
        chosen[button] = keep
    box.addButton(translate("Dialogs", "&Abbrechen"), role.RejectRole)
    box.setDefaultButton(rounded)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _: chosen.get(box.clickedButton(), lambda: None)())
    box.open()


def _brief(title: str, longest: int = _LONGEST) -> str:
    """Return ``title``, shortened to ``longest`` code points."""
    return title if len(title) <= longest else f"{title[: longest - 1]}…"


def _open(dialog: QFileDialog, done: Callable[[Path], None]) -> None:
    # The first paint does not wait for this import.
    from editor.gui.file_dialogs.appearance import style_file_dialog  # noqa: PLC0415

    style_file_dialog(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()


def clipboard_content() -> QMimeData:
    """Return the content of the clipboard, without formats if it is empty."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data
