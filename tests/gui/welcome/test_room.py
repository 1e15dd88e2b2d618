"""A start without a review asks what to begin with, and every way from there leads to a review."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QToolBar
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.welcome.choice_button import ChoiceButton
from editor.gui.welcome.page import WelcomePage
from editor.paths import resource
from editor.review.form import load_form
from editor.settings import Folders, Settings, save_settings
from editor.storage import load_save, review_file
from tests.gui.actions import exposed, find, section, waited
from tests.gui.conftest import close


@pytest.fixture
def earlier(tmp_path: Path) -> tuple[Path, Path]:
    """Return two reviews that were open before, the newest first."""
    paths = tmp_path / "salz.md", tmp_path / "deich.md"
    for path, title in zip(paths, ("Salz", "Deich"), strict=True):
        review = review_file.new_review(load_form("series"), [("title", title), ("season", 2)])
        load_save.save_review(review.with_text("story", f"{title}: ein Text."), path)
    return paths


def started(qtbot: QtBot, folders: Folders) -> Program:
    program = Program(folders)
    with qtbot.waitSignal(program.session.preview.controller.ready):
        program.start()
    exposed(qtbot, program.session.window)
    return program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Program]:
    program = started(qtbot, folders)
    yield program
    close(qtbot, program)


@pytest.fixture
def returning(
    qtbot: QtBot, qapp: QApplication, folders: Folders, earlier: tuple[Path, Path]
) -> Iterator[Program]:
    """A start of a writer who does not want to begin with the last review, but has one."""
    gone = earlier[0].with_name("fehlt.md")
    recent = (str(earlier[0]), str(gone), str(earlier[1]))
    session = {"path": str(earlier[0]), "section": "story", "position": 6}
    save_settings(folders.config, Settings(recent=recent, session=session, restore_session=False))
    program = started(qtbot, folders)
    yield program
    close(qtbot, program)


def page(program: Program) -> WelcomePage:
    return find(program, WelcomePage, "welcomePage")


def shown(program: Program) -> bool:
    return program.session.window.findChild(WelcomePage, "welcomePage") is not None


def button(program: Program, name: str) -> ChoiceButton:
    return find(program, ChoiceButton, f"welcome.{name}")


def press(program: Program, key: Qt.Key) -> None:
    QTest.keyClick(program.session.window.focusWidget(), key)


def test_first_start_shows_the_choices_and_no_form(program: Program) -> None:
    window = program.session.window
    assert page(program).isVisible()
    assert not window.splitters.isVisible()
    assert not find(program, QToolBar, "tools").isVisible()
    assert window.windowTitle() == "Rezensent[*]"
    assert window.focusWidget() is button(program, "new_film")


@pytest.mark.parametrize(("key", "form"), [("1", "film"), ("2", "series"), ("3", "disc")])
def test_digit_begins_a_review_with_the_cursor_in_its_title(
    program: Program, key: str, form: str
) -> None:
    QTest.keyClicks(program.session.window.focusWidget(), key)
    assert program.session.document.form.id == form
    assert not shown(program) or not page(program).isVisible()
    assert program.session.window.splitters.isVisible()
    QTest.keyClicks(program.session.window.focusWidget(), "Salz")
    assert program.session.document.review.title == "Salz"


def test_arrows_and_return_choose(program: Program) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right):
        press(program, key)
    assert program.session.window.focusWidget() in page(program).earlier.usable
    press(program, Qt.Key.Key_Home)
    press(program, Qt.Key.Key_Down)
    press(program, Qt.Key.Key_Return)
    assert program.session.document.form.id == "series"
    assert program.session.window.splitters.isVisible()


def test_last_review_comes_first_and_return_continues_it_at_its_place(
    returning: Program, qtbot: QtBot, earlier: tuple[Path, Path]
) -> None:
    last = returning.session.window.focusWidget()
    assert last is button(returning, "recent.0")
    waited(qtbot, lambda: button(returning, "recent.0").choice.title == "Salz – Staffel 2")
    press(returning, Qt.Key.Key_Return)
    waited(qtbot, lambda: returning.session.document.path == earlier[0])
    waited(qtbot, section(returning, "story").hasFocus)
    assert section(returning, "story").selection() == (6, 6)


def test_older_review_is_opened_and_a_lost_one_is_told(
    returning: Program, qtbot: QtBot, earlier: tuple[Path, Path]
) -> None:
    lost = button(returning, "recent.1")
    waited(qtbot, lambda: lost.choice.sentence == "Die Datei ist nicht mehr vorhanden")
    lost.click()
    box = waited(qtbot, lambda: returning.session.window.findChild(QMessageBox, "dialog.problem"))
    box.close()
    for _ in range(2):
        press(returning, Qt.Key.Key_Down)
    assert returning.session.window.focusWidget() is button(returning, "recent.2")
    button(returning, "recent.2").click()
    waited(qtbot, lambda: returning.session.document.path == earlier[1])
    assert returning.session.window.splitters.isVisible()


def test_copied_text_is_sorted_into_the_new_review(program: Program, qtbot: QtBot) -> None:
    copied = QMimeData()
    copied.setText("Story\n\nEine Serie über Salz.\n\nFazit\n\nGut.")
    QGuiApplication.clipboard().setMimeData(copied)
    focused = program.session.window.focusWidget()
    QTest.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = waited(qtbot, lambda: program.session.window.findChild(QDialog, "dialog.import"))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    waited(qtbot, lambda: program.session.document.review.text("verdict"))
    assert program.session.window.splitters.isVisible()


def test_actions_that_need_a_review_say_so_until_there_is_one(program: Program) -> None:
    actions = program.session.actions
    assert not actions["save"].isEnabled()
    assert actions["save"].toolTip().endswith("Dafür muss eine Rezension offen sein.")
    assert actions["open"].isEnabled()
    looks = ("theme_dark", "contrast_high", "language_en", "menu_bar", "full_screen")
    assert [verb for verb in looks if not actions[verb].isEnabled()] == []
    actions["new_film"].trigger()
    assert actions["save"].isEnabled()


def test_new_asks_over_the_open_review_and_escape_goes_back(unchecked: Program) -> None:
    session = unchecked.session
    section(unchecked, "story").setFocus()
    QTest.keyClicks(section(unchecked, "story"), "Salz")
    session.actions["new"].trigger()
    assert page(unchecked).isVisible()
    press(unchecked, Qt.Key.Key_Escape)
    assert session.window.splitters.isVisible()
    assert session.document.review.text("story") == "Salz"
    assert session.actions["save"].isEnabled()


def test_escape_does_not_leave_the_first_page(program: Program) -> None:
    press(program, Qt.Key.Key_Escape)
    assert page(program).isVisible()


def test_own_forms_are_offered_last(program: Program, qtbot: QtBot, folders: Folders) -> None:
    forms = folders.config / "forms"
    forms.mkdir(parents=True, exist_ok=True)
    text = (
        resource("forms", "film.toml").read_text("utf-8").replace('id = "film"', 'id = "kurz"', 1)
    )
    (forms / "kurz.toml").write_text(text.replace('de = "Film"', 'de = "Kurzkritik"', 1), "utf-8")
    program.session.files.custom_forms.refresh()
    waited(qtbot, lambda: program.session.window.findChild(ChoiceButton, "welcome.form.kurz"))
    assert page(program).new.usable[-1] is button(program, "form.kurz")
    button(program, "form.kurz").click()
    assert program.session.document.form.id == "kurz"


def test_unsaved_drafts_are_offered(program: Program) -> None:
    program.session.welcome.show_drafts(2)
    assert button(program, "recover").choice.sentence.startswith("2 Texte")
