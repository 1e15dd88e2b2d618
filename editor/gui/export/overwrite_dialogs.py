"""Questions before files are replaced. They do not block the event loop."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.gui.screen_fit.message_box import MessageBox

translate = QCoreApplication.translate

OverwriteAnswer = Literal["replace", "skip", "cancel"]


def ask_replace(
    parent: QWidget, paths: Iterable[Path], answer: Callable[[OverwriteAnswer], None]
) -> None:
    """Ask whether ``paths`` may be replaced, and pass "replace" or "cancel" to ``answer``."""
    names = [path.name for path in paths]
    one = translate(
        "ExportController", "Die Datei „{name}“ gibt es schon. Soll sie ersetzt werden?"
    )
    many = translate("ExportController", "Diese Dateien gibt es schon. Sollen sie ersetzt werden?")
    box = _box(parent, "dialog.replace", one.format(name=names[0]) if len(names) == 1 else many)
    box.setInformativeText("" if len(names) == 1 else "\n".join(names))
    replace = box.addButton(
        translate("ExportController", "&Ersetzen"), QMessageBox.ButtonRole.DestructiveRole
    )
    _cancel(box)
    box.finished.connect(
        lambda _: answer("replace" if box.clickedButton() is replace else "cancel")
    )
    box.open()


def ask_changed(
    parent: QWidget, paths: Iterable[Path], answer: Callable[[OverwriteAnswer], None]
) -> None:
    """Ask about files that have been changed since the last export, and call ``answer``."""
    names = [path.name for path in paths]
    one = translate("ExportController", "„{name}“ wurde seit dem letzten Export geändert.")
    many = translate("ExportController", "Diese Dateien wurden seit dem letzten Export geändert:")
    lost = translate("ExportController", "Die Änderungen darin gehen beim Ersetzen verloren.")
    box = _box(parent, "dialog.changed", one.format(name=names[0]) if len(names) == 1 else many)
    box.setInformativeText(lost if len(names) == 1 else "\n".join([*names, "", lost]))
    buttons: dict[object, OverwriteAnswer] = {
        box.addButton(
            translate("ExportController", "&Ersetzen"), QMessageBox.ButtonRole.DestructiveRole
        ): "replace",
        box.addButton(
            translate("ExportController", "&Nicht ersetzen"), QMessageBox.ButtonRole.AcceptRole
        ): "skip",
    }
    _cancel(box)
    box.finished.connect(lambda _: answer(buttons.get(box.clickedButton(), "cancel")))
    box.open()


def _box(parent: QWidget, name: str, text: str) -> MessageBox:
    box = MessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _cancel(box: QMessageBox) -> None:
    cancel = box.addButton(
        translate("ExportController", "&Abbrechen"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(cancel)
