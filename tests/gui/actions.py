"""Actions of a person in the window, by real key and mouse events."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from editor.gui.web.page_view import PageView
from editor.settings import Folders, Settings, load_settings
from tests.gui.form_bench import FormHost

Found = TypeVar("Found", bound=QWidget)
PATIENCE_MS = 60_000
"""How long a test waits for what has to come: on a busy machine everything comes late."""


def find(editor: FormHost, kind: type[Found], name: str) -> Found:
    """Return the widget ``name`` of the window; a fact is unfolded for it."""
    kind_of_name, _, rest = name.partition(".")
    if kind_of_name in ("fact", "cover"):
        key = rest.partition(".")[0] if kind_of_name == "fact" else "image"
        editor.session.window.form.facts.reveal(key)
    widget = editor.session.window.findChild(kind, name)
    assert widget is not None, name
    return widget


def section(editor: FormHost, section_id: str) -> SectionEditor:
    return find(editor, SectionEditor, f"section.{section_id}")


def type_into(widget: QWidget, text: str) -> None:
    """Click into ``widget`` and type ``text`` key by key, Enter for every line end."""
    widget.setFocus()
    for character in text:
        if character == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif character.isascii():
            QTest.keyClicks(widget, character)
        else:
            # QTest knows the keys of ASCII only, and aborts for any other.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(widget, event)


def append(editor: FormHost, section_id: str, text: str) -> None:
    """Type ``text`` at the end of a section."""
    target = section(editor, section_id)
    target.moveCursor(QTextCursor.MoveOperation.End)
    type_into(target, text)


def press(editor: FormHost, verb: str) -> None:
    """Use the action ``verb``, as its menu entry or its shortcut does."""
    action = editor.session.actions[verb]
    assert action.isEnabled(), verb
    action.trigger()


def click(
    qtbot: QtBot,
    target: QWidget,
    place: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    act: Callable[..., None] = QTest.mouseClick,
) -> None:
    """Click on a place of ``target`` through its window, once the pointer can reach it there.

    What is scrolled away is scrolled to first, as a person does: a click at a place that is out of
    sight hits whatever is there instead. ``act`` is the function of QTest, for a double click.
    """
    window = target.window()
    handle = window.windowHandle()
    scroll_to(target, place)
    # What covers the place, such as an offer, goes; a layout may be due.
    waited(qtbot, lambda: _is_hit(target, place))
    act(handle, button, Qt.KeyboardModifier.NoModifier, target.mapTo(window, place))


def scroll_to(target: QWidget, place: QPoint) -> None:
    """Scroll the pages around ``target`` to a place of it."""
    area = target.parentWidget()
    while area is not None:
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None and page.isAncestorOf(target):
            at = target.mapTo(page, place)
            area.ensureVisible(at.x(), at.y())
        area = area.parentWidget()


def _is_hit(target: QWidget, place: QPoint) -> bool:
    hit = target.window().childAt(target.mapTo(target.window(), place))
    return hit is not None and (hit is target or target.isAncestorOf(hit))


def open_menu(qtbot: QtBot, target: QWidget, place: QPoint) -> QMenu:
    """Right-click on a place of ``target`` and return the menu."""
    click(qtbot, target, place, Qt.MouseButton.RightButton)
    menu = waited(qtbot, QApplication.activePopupWidget)
    assert isinstance(menu, QMenu)
    return menu


def open_menu_at(qtbot: QtBot, target: SectionEditor, position: int) -> QMenu:
    """Right-click at a position of the text, in UTF-16 units, and return the menu."""
    cursor = target.textCursor()
    cursor.setPosition(position)
    target.setTextCursor(cursor)
    return open_menu(qtbot, target.viewport(), target.cursorRect().center() + QPoint(2, 0))


def entry(menu: QMenu, text: str) -> QAction:
    """Return the entry of ``menu`` with this text."""
    entries = {action.text(): action for action in menu.actions()}
    assert text in entries, list(entries)
    return entries[text]


def answer_file_dialog(qtbot: QtBot, editor: Program, path: Path) -> None:
    """Choose ``path`` in the file dialog and press Enter."""
    dialog = waited(qtbot, lambda: editor.session.window.findChild(QFileDialog))
    # Typing a path lets the dialog's completion, which reads folders in its own time, interfere.
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)


def exposed(qtbot: QtBot, widget: QWidget) -> None:
    """Wait until ``widget`` is on the screen."""
    with qtbot.waitExposed(widget):
        pass


def waited(qtbot: QtBot, get: Callable[[], Any], timeout: int = PATIENCE_MS) -> Any:
    """Wait until ``get`` returns something, and return it."""
    found: list[Any] = []

    def look() -> bool:
        found[:] = [get()]
        return bool(found[0])

    qtbot.waitUntil(look, timeout=timeout)
    return found[0]


def noticed(qtbot: QtBot, editor: Program, seen: Callable[[], Any]) -> None:
    """Let the program look at its file until what it is to notice is ``seen``."""

    def look() -> bool:
        # It does not look while it is looking, and by itself only in the window that is used.
        editor.session.files.safety.file_watcher.check()
        return bool(seen())

    qtbot.waitUntil(look)


def kept_settings(qtbot: QtBot, editor: Program, folders: Folders) -> Settings:
    """Return the settings as the disk has them, once they are there."""
    qtbot.waitUntil(lambda: not editor.settings_store.pending)
    settings, problem = load_settings(folders.config)
    assert problem is None
    return settings


def preview_text(qtbot: QtBot, editor: Program) -> str:
    """Return the text that the preview shows now."""
    return str(evaluate(qtbot, editor, "document.body.innerText"))


def evaluate(qtbot: QtBot, editor: Program, script: str) -> Any:
    """Return the value of ``script`` in the preview, run in a world of its own."""

    assert isinstance(editor.session.preview.view, PageView)
    with qtbot.waitCallback() as answered:
        editor.session.preview.view.evaluate(script, answered)
    return answered.args[0] if answered.args else None
