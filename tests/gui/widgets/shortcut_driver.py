"""Every shortcut in every kind of field: the actions of a window, pressed in each of its fields.

As a program it walks through a window of its own on the present platform, whose editing keys differ
from those of the offscreen one, and writes the faults to standard output as one line of JSON.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from editor.gui.application import make_application
from editor.gui.form.facts.fact_edit import FactEdit
from editor.gui.program import Program
from editor.settings import Folders

TEXT = "Anna und Berta"
OWN = ("cut", "copy", "paste", "select_all")
"""Actions whose keys every text field handles itself."""
LISTS = ("date", "medium")
"""Facts with a list, which Alt+Down opens as in every combo box."""
FIELDS = (
    *("fact.title", "fact.year", "fact.date", "fact.medium", "fact.director", "fact.cast"),
    *("section.story", "rating.story", "find.text", "findings", "outline", "preview"),
)
_LOOK_MS = 50


def fields(editor: Program) -> Iterator[QWidget]:
    """Yield one field of each kind that can have the keyboard focus."""
    # Unfolded, all of them: the year is one of the further facts.
    editor.session.window.form.facts.reveal("year")
    for name in FIELDS:
        editor.session.window.form.facts.reveal(name.removeprefix("fact."))
    edits = {edit.item.key: edit for edit in editor.session.window.findChildren(FactEdit)}
    for name in FIELDS:
        kind, _, key = name.partition(".")
        if kind == "fact":
            yield edits[key].target
        else:
            found = editor.session.window.findChild(QWidget, name)
            assert found is not None, name
            yield found


def line_of(field: QWidget) -> QLineEdit | QTextEdit | None:
    """Return the part of ``field`` that holds its text."""
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    return line if isinstance(line, QLineEdit | QTextEdit) else None


def text_of(field: QWidget) -> str:
    line = line_of(field)
    return (
        "" if line is None else line.toPlainText() if isinstance(line, QTextEdit) else line.text()
    )


def write(field: QWidget) -> None:
    """Put a text with the cursor in its middle, so that every editing key would change it."""
    line = line_of(field)
    if isinstance(line, QTextEdit):
        line.setPlainText(TEXT)
        cursor = line.textCursor()
        cursor.setPosition(len(TEXT) // 2)
        line.setTextCursor(cursor)
    elif line is not None:
        line.setText(TEXT)
        line.setCursorPosition(len(TEXT) // 2)


def walk(editor: Program) -> list[str]:
    """Press the shortcut of every action in every field, and return what went wrong."""
    window = editor.session.window
    actions = [one for one in window.actions() if not one.shortcut().isEmpty()]
    pressed: list[QAction] = []
    for action in actions:
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, one=action: pressed.append(one))
    bar = window.findChild(QWidget, "findBar")
    assert bar is not None
    bar.show()
    faults: list[str] = []
    for field in fields(editor):
        for enabled in (True, False):
            for action in actions:
                action.setEnabled(enabled)
                if not _claimed(field, action):
                    faults += _fault(field, action, pressed)
    return faults


def _claimed(field: QWidget, action: QAction) -> bool:
    own = action.objectName().removeprefix("action.") in OWN
    down = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)
    return own or (_name(field).removeprefix("fact.") in LISTS and _keys(action) == down)


def _name(field: QWidget) -> str:
    parent = field.parentWidget()
    return field.objectName() or (parent.objectName() if parent is not None else "")


def _keys(action: QAction) -> QKeyCombination:
    keys = action.shortcut()[0]  # type: ignore[index]
    assert isinstance(keys, QKeyCombination)
    return keys


def _fault(field: QWidget, action: QAction, pressed: list[QAction]) -> Iterator[str]:
    # What the program still does after its start may move the keyboard focus.
    field.setFocus()
    write(field)
    pressed.clear()
    keys = _keys(action)
    QTest.keyClick(field.focusProxy() or field, keys.key(), keys.keyboardModifiers())
    name = f"{_name(field)}: {action.objectName()}"
    if pressed != ([action] if action.isEnabled() else []):
        yield f"{name} enabled={action.isEnabled()} has run {[one.objectName() for one in pressed]}"
    if line_of(field) is not None and text_of(field) != TEXT:
        yield f"{name} enabled={action.isEnabled()} has made {text_of(field)!r}"


def main() -> int:
    """Walk through a window on an account of its own."""
    app = make_application(["rezensent"])
    with tempfile.TemporaryDirectory() as root:
        folders = Folders(*(Path(root, name) for name in ("config", "data", "cache", "state")))
        editor = Program(folders)

        eyes = QTimer(interval=_LOOK_MS)

        def look() -> None:
            if editor.session.window.isActiveWindow():
                eyes.stop()
                print(json.dumps(walk(editor)))  # noqa: T201 - what it is for
                app.exit(0)
            # Without a window manager, the request of a window that is still coming is lost.
            editor.session.window.activateWindow()

        eyes.timeout.connect(look)
        editor.session.preview.controller.ready.connect(eyes.start)
        editor.start()
        status = app.exec()
        editor.session.window.leave()
        editor.stop()
        editor.session.window.deleteLater()
        editor.deleteLater()
        QTest.qWait(0)
    return status


if __name__ == "__main__":
    sys.exit(main())
