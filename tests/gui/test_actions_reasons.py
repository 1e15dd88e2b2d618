"""Whatever is greyed says why: in its tip, in the menu, and in the list of commands."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip
from pytestqt.qtbot import QtBot

import editor
from editor.gui.menus.tip_menu import entry_tip
from editor.gui.program import Program
from editor.gui.workspace.commands import action_commands
from editor.paths import sample_path
from editor.storage.locks import LockOwner
from editor.storage.processes import ProcessIdentity
from tests.gui.actions import find, press, section

CODE = Path(editor.__file__).parent / "gui"
DISABLED = re.compile(r"ctions\[[^]]+\]\.setEnabled|\baction\.setEnabled\(")
BESIDE_A_TIP = {"actions.py", "page.py", "reorder_menus.py"}
"""Modules that disable an action and say why in its tip."""


def at_the_facts(program: Program) -> None:
    find(program, QLineEdit, "fact.title").setFocus()


def in_a_section(program: Program) -> None:
    section(program, "story").setFocus()


def form_alone(program: Program) -> None:
    press(program, "form_alone")


def focused(program: Program) -> None:
    press(program, "focus_mode")


def preview_alone(program: Program) -> None:
    press(program, "preview_alone")


def held_elsewhere(program: Program) -> None:
    program.session.document.holder = LockOwner(ProcessIdentity.current(), 0.0)


def sample(program: Program) -> None:
    program.session.files.controller.load(sample_path())


STATES = (at_the_facts, in_a_section, form_alone, focused, preview_alone, held_elsewhere, sample)


def entries(menu: QMenu) -> Iterator[QAction]:
    """Yield the entries of ``menu`` and of the menus in it, as they are when they open."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries(inner)
        if action.isVisible() and not action.isSeparator():
            yield action


def all_entries(program: Program) -> Iterator[QAction]:
    for action in program.session.window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        yield from entries(menu)


def test_every_greyed_entry_says_why(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.window.activateWindow()
    silent, greyed = [], set()
    for enter in STATES:
        enter(unchecked)
        qtbot.wait(0)
        for action in all_entries(unchecked):
            if not action.isEnabled():
                greyed.add(action.objectName())
                if action.toolTip() in (action.text().replace("&", ""), ""):
                    silent.append(f"{enter.__name__}: {action.objectName()} {action.text()}")
        for command in action_commands(unchecked.session.actions):
            verb = command.id.removeprefix("action.")
            declared = unchecked.session.actions[verb]
            assert declared.isEnabled() == command.enabled, (enter.__name__, verb)
            assert command.enabled or declared.toolTip().endswith(f"\n{command.reason}")
        unchecked.session.workspace.view_modes.leave()
    assert silent == []
    assert greyed >= {"action.bold", "action.undo", "action.copy", "action.outline"}


def test_sentences_are_whole(unchecked: Program) -> None:
    reasons = {command.reason for command in action_commands(unchecked.session.actions)} - {""}
    assert reasons
    assert all(reason.endswith((".", "?")) for reason in reasons), reasons


def test_menu_shows_the_reason_at_the_pointer_and_no_name_twice(
    unchecked: Program, qtbot: QtBot
) -> None:
    at_the_facts(unchecked)
    shown = {action.objectName(): entry_tip(action) for action in all_entries(unchecked)}
    assert shown["action.bold"].endswith(unchecked.session.actions.reason("bold"))
    assert shown["action.save"] == ""
    assert "Suchen" not in shown["action.find"]
    menu = next(
        a.menu() for a in unchecked.session.window.menuBar().actions() if "Forma" in a.text()
    )
    assert isinstance(menu, QMenu)
    menu.popup(unchecked.session.window.pos())
    place = menu.actionGeometry(unchecked.session.actions["bold"]).center()
    QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place)))
    qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == shown["action.bold"]
    menu.close()
    QToolTip.hideText()


def test_section_of_a_paragraph_is_greyed_as_its_target_only_in_the_menu(
    unchecked: Program,
) -> None:
    section(unchecked, "story").setFocus()
    targets = unchecked.session.actions["move_to"].menu()
    assert isinstance(targets, QMenu)
    targets.aboutToShow.emit()
    shown = [action for action in targets.actions() if action.isVisible()]
    greyed = [action for action in shown if not action.isEnabled()]
    assert [action.toolTip() for action in greyed] == ["Hier steht der Absatz schon."]
    targets.aboutToHide.emit()
    assert all(action.isEnabled() for action in shown)


def test_no_module_greys_an_action_without_a_reason() -> None:
    greying = {path.name for path in CODE.rglob("*.py") if DISABLED.search(path.read_text("utf-8"))}
    assert greying == BESIDE_A_TIP
