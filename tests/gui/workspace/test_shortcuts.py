"""Changed shortcuts: they apply at once, are saved, and are never those of something else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.menus.declaration import plain
from editor.gui.menus.menu_bar import declarations
from editor.gui.program import Program
from editor.settings import Folders, Settings, save_settings
from tests.gui.actions import exposed, find, kept_settings, press
from tests.gui.conftest import close, opened


def choose(editor: Program, verb: str) -> None:
    table = find(editor, QTableWidget, "shortcuts.table")
    name = plain(editor.session.actions[verb].text())
    table.selectRow(next(row for row in range(table.rowCount()) if cell(table, row) == name))


def cell(table: QTableWidget, row: int) -> str:
    item = table.item(row, 0)
    assert item is not None
    return item.text()


def shown(table: QTableWidget) -> list[str]:
    rows = range(table.rowCount())
    return [cell(table, row) for row in rows if not table.isRowHidden(row)]


def type_keys(editor: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    edit = find(editor, QKeySequenceEdit, "shortcuts.keys")
    QTest.keyClick(edit, key, modifiers)
    edit.editingFinished.emit()


def message(editor: Program) -> str:
    return find(editor, QLabel, "shortcuts.message").text()


def test_new_keys_are_in_force_at_once_and_kept(
    unchecked: Program, qtbot: QtBot, folders: Folders
) -> None:
    press(unchecked, "shortcuts")
    choose(unchecked, "outline")
    type_keys(unchecked, Qt.Key.Key_F4, Qt.KeyboardModifier.ControlModifier)
    assert message(unchecked) == ""
    find(unchecked, QDialog, "dialog.shortcuts").close()
    assert unchecked.session.actions["outline"].toolTip() == "Gliederung (Strg+F4)"
    before = unchecked.settings.outline_visible
    QTest.keySequence(unchecked.session.window, QKeySequence("Ctrl+F4"))
    assert unchecked.settings.outline_visible != before
    QTest.keySequence(unchecked.session.window, QKeySequence("Ctrl+1"))
    assert unchecked.settings.outline_visible != before
    assert kept_settings(qtbot, unchecked, folders).shortcuts == {"outline": "Ctrl+F4"}


@pytest.mark.parametrize(
    ("key", "modifiers", "reason"),
    [
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier, "gehört schon zu „Sichern“"),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, "in jedem Textfeld"),
        (Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier, "schreibt Text"),
        (Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier, "gehört schon zu „Datei“"),
    ],
)
def test_taken_keys_are_refused_in_one_sentence(
    unchecked: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier, reason: str
) -> None:
    press(unchecked, "shortcuts")
    choose(unchecked, "outline")
    type_keys(unchecked, key, modifiers)
    assert reason in message(unchecked)
    assert message(unchecked).count(".") == 1
    assert unchecked.session.actions["outline"].shortcut() == QKeySequence("Ctrl+1")
    edit = find(unchecked, QKeySequenceEdit, "shortcuts.keys")
    assert edit.keySequence() == QKeySequence("Ctrl+1")
    assert unchecked.settings.shortcuts == {}


@pytest.mark.parametrize("keys", ["Ctrl+Y", "Ctrl+Shift+Z"])
def test_both_usual_keys_redo(unchecked: Program, keys: str) -> None:
    unchecked.session.document.edit_fact("title", "Nordlicht-Station")
    press(unchecked, "undo")
    QTest.keySequence(unchecked.session.window, QKeySequence(keys))
    assert unchecked.session.document.review.title == "Nordlicht-Station"
    assert unchecked.session.actions["redo"].toolTip().startswith("Wiederholen (Strg+Y)")
    assert "Wiederholen" in unchecked.session.workspace.shortcuts.problem(
        "outline", QKeySequence(keys)
    )


def test_keys_that_became_free_can_be_taken_and_then_not_be_reset(unchecked: Program) -> None:
    shortcuts = unchecked.session.workspace.shortcuts
    assert shortcuts.set("outline", QKeySequence()) == ""
    assert shortcuts.set("preview", QKeySequence("Ctrl+1")) == ""
    assert "Vorschau" in shortcuts.reset("outline")
    assert unchecked.settings.shortcuts == {"outline": "", "preview": "Ctrl+1"}
    assert unchecked.session.actions["outline"].toolTip() == "Gliederung"


def test_reset_of_one_and_of_all(unchecked: Program) -> None:
    press(unchecked, "shortcuts")
    one, every = (
        find(unchecked, QPushButton, name) for name in ("shortcuts.reset", "shortcuts.resetAll")
    )
    choose(unchecked, "outline")
    assert not one.isEnabled()
    assert not every.isEnabled()
    for verb, key in (("outline", Qt.Key.Key_F4), ("preview", Qt.Key.Key_F6)):
        choose(unchecked, verb)
        type_keys(unchecked, key, Qt.KeyboardModifier.ControlModifier)
    one.click()
    assert unchecked.settings.shortcuts == {"outline": "Ctrl+F4"}
    every.click()
    assert unchecked.settings.shortcuts == {}
    assert unchecked.session.actions["outline"].shortcut() == QKeySequence("Ctrl+1")
    assert not every.isEnabled()


def test_every_action_is_listed_and_can_be_searched(unchecked: Program) -> None:
    press(unchecked, "shortcuts")
    table = find(unchecked, QTableWidget, "shortcuts.table")
    assert table.rowCount() == len(declarations())
    find(unchecked, QLineEdit, "shortcuts.search").setText("kein solcher befehl")
    assert shown(table) == []
    find(unchecked, QLineEdit, "shortcuts.search").setText("strg+e")
    assert "Exportieren" in shown(table)
    assert len(shown(table)) < 15
    assert cell(table, table.currentRow()) in shown(table)


def test_kept_keys_are_there_at_the_next_start(
    qtbot: QtBot, qapp: object, folders: Folders
) -> None:
    stored = {"outline": "Ctrl+F4", "preview": 3, "von_morgen": "F12"}
    save_settings(folders.config, Settings(shortcuts=stored))
    editor = opened(qtbot, Program(folders))
    assert editor.session.actions["outline"].shortcut() == QKeySequence("Ctrl+F4")
    assert editor.session.actions["preview"].shortcut() == QKeySequence("Ctrl+2")
    editor.session.workspace.shortcuts.set("findings", QKeySequence("Ctrl+F3"))
    assert editor.settings.shortcuts["von_morgen"] == "F12"
    close(qtbot, editor)


def test_hint_for_keys_has_room(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "shortcuts")
    exposed(qtbot, find(unchecked, QDialog, "dialog.shortcuts"))
    line = find(unchecked, QKeySequenceEdit, "shortcuts.keys").findChild(QLineEdit)
    assert line is not None
    hint = line.placeholderText()
    assert hint
    # The button that empties the line stands at its end.
    assert line.fontMetrics().horizontalAdvance(hint) < line.width() - 2 * line.height()


def test_dialog_is_accessible(unchecked: Program) -> None:
    press(unchecked, "shortcuts")
    choose(unchecked, "bold")
    for name in ("shortcuts.search", "shortcuts.table", "shortcuts.keys"):
        assert find(unchecked, QWidget, name).accessibleName()
    assert "Fett" in find(unchecked, QWidget, "shortcuts.keys").accessibleName()


def test_screen_reader_says_which_keys_an_action_has(
    unchecked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "editor.gui.workspace.shortcuts_dialog.announce", lambda _, text: said.append(text)
    )
    press(unchecked, "shortcuts")
    keys = find(unchecked, QKeySequenceEdit, "shortcuts.keys")
    choose(unchecked, "theme_dark")
    assert keys.accessibleName() == "Tasten für „Dunkel“: keine"
    choose(unchecked, "bold")
    assert keys.accessibleName() == "Tasten für „Fett“: Strg+B"
    type_keys(unchecked, Qt.Key.Key_F4, Qt.KeyboardModifier.ControlModifier)
    assert said == ["Tasten für „Fett“: Strg+F4"]
    type_keys(unchecked, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said[1] == message(unchecked) != ""


def test_empty_field_asks_for_keys_in_two_words(unchecked: Program) -> None:
    press(unchecked, "shortcuts")
    for verb in ("bold", "theme_dark"):
        choose(unchecked, verb)
        line = find(unchecked, QKeySequenceEdit, "shortcuts.keys").findChild(QLineEdit)
        assert line is not None
        assert line.placeholderText() == "Tasten drücken"


def test_tab_leaves_the_field_of_the_keys_in_both_directions(unchecked: Program) -> None:
    press(unchecked, "shortcuts")
    edit = find(unchecked, QKeySequenceEdit, "shortcuts.keys")
    edit.window().activateWindow()
    for key, held in (
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    ):
        edit.setFocus()
        QTest.keyClick(edit, key, held)
        assert not edit.hasFocus()
        assert find(unchecked, QLabel, "shortcuts.message").text() == ""


def test_escape_leaves_the_field_of_the_keys_and_then_the_dialog(unchecked: Program) -> None:
    press(unchecked, "shortcuts")
    edit = find(unchecked, QKeySequenceEdit, "shortcuts.keys")
    dialog, keys = find(unchecked, QDialog, "dialog.shortcuts"), edit.keySequence()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    table = find(unchecked, QTableWidget, "shortcuts.table")
    assert dialog.isVisible()
    assert dialog.focusWidget() is table
    assert edit.keySequence() == keys
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
