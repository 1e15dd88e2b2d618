"""Operates the export dialog with real key and mouse events."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.export.dialog import ExportDialog
from editor.gui.export.format_list import FormatList
from editor.gui.program import Program
from editor.paths import sample_path
from tests.gui.actions import press, waited


def open_sample(qtbot: QtBot, editor: Program, folder: Path) -> Path:
    """Open a copy of the sample review in ``folder``."""
    folder.mkdir(exist_ok=True)
    path = folder / "salzarchiv.md"
    shutil.copy(sample_path(), path)
    editor.session.files.controller.load(path)
    waited(qtbot, lambda: editor.session.document.path == path)
    return path


def asked(qtbot: QtBot, editor: Program) -> ExportDialog:
    """Open the dialog and return it."""
    press(editor, "export")
    # One that has just been closed may still be there.
    dialogs = editor.session.window.findChildren(ExportDialog)
    dialog = next(dialog for dialog in dialogs if dialog.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def front(dialog: ExportDialog, format_id: str) -> None:
    """Make a format current with the arrow keys."""
    formats = dialog.findChild(FormatList)
    assert isinstance(formats, FormatList)
    QTest.keyClick(formats, Qt.Key.Key_Home)
    while formats.current_format != format_id:
        before = formats.current_format
        QTest.keyClick(formats, Qt.Key.Key_Down)
        assert formats.current_format != before


def tick(dialog: ExportDialog, *formats: str) -> None:
    """Check exactly ``formats`` with the arrow keys and the space bar."""
    for format_id in {*formats, *dialog.format_list.checked}:
        if (format_id in formats) != (format_id in dialog.format_list.checked):
            front(dialog, format_id)
            QTest.keyClick(dialog.format_list, Qt.Key.Key_Space)
    assert set(dialog.format_list.checked) == set(formats)


def choose(dialog: ExportDialog, name: str, value: str) -> None:
    """Choose ``value`` in the list ``name`` with the keyboard."""
    box = dialog.findChild(QComboBox, f"export.{name}")
    assert box is not None
    wanted = box.findData(value)
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(wanted):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def go_to(dialog: ExportDialog, folder: Path) -> None:
    """Enter another folder."""
    line = dialog.findChild(QLineEdit, "export.folder")
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, str(folder))


def write(dialog: ExportDialog) -> None:
    button = dialog.findChild(QPushButton, "export.write")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog: ExportDialog) -> str:
    label = dialog.findChild(QLabel, "export.said")
    assert label is not None
    return label.text()


def answer(qtbot: QtBot, name: str, text: str) -> str:
    """Press the button ``text`` of the question ``name``; return the question."""

    def question() -> QMessageBox | None:
        found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name]
        return next((w for w in found if isinstance(w, QMessageBox) and w.isVisible()), None)

    box = waited(qtbot, question)
    assert isinstance(box, QMessageBox)
    button = next(b for b in box.buttons() if b.text().replace("&", "") == text)
    words = f"{box.text()} {box.informativeText()}"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: question() is not box)
    return words


def written(qtbot: QtBot, editor: Program) -> str:
    """Wait until the window says that something was exported; return the sentence."""

    def there() -> bool:
        return (
            not editor.session.export.controller.requests.busy
            and editor.session.window.message_bar.sentence.startswith("Exportiert")
        )

    qtbot.waitUntil(there)
    return editor.session.window.message_bar.sentence
