"""Find and replace in all sections, by real keys in the real window."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.color_tokens import DARK, LIGHT, ColorTokens
from editor.gui.program import Program
from editor.gui.search.replacement_list import ReplacementList
from editor.review.form import load_form
from editor.storage.review_file import new_review
from tests.gui.actions import find, press, section, type_into, waited
from tests.gui.test_main_window import contrast

TEXTS = {
    "introduction": "Das Salz und der Salzwind 😀 am Salzmeer.",
    "story": "Kein salz hier.\n\nAber Salz dort.",
    "verdict": "Salz.",
}
PLACES = 6


@pytest.fixture
def salt(unchecked: Program) -> Program:
    """A window with text in three sections, the cursor at the start of the story."""
    for key, text in TEXTS.items():
        unchecked.session.document.edit_text(key, text, typing=False, boundary=True)
    unchecked.session.window.activateWindow()
    unchecked.session.window.form.go_to("story", 0)
    return unchecked


def key(editor: Program, sequence: str) -> None:
    """Press ``sequence`` where the keyboard is."""
    QTest.keySequence(QApplication.focusWidget() or editor.session.window, QKeySequence(sequence))


def search(editor: Program, text: str) -> QLineEdit:
    """Open the bar by its key and type ``text`` into it."""
    key(editor, "Ctrl+F")
    field = find(editor, QLineEdit, "find.text")
    assert field.hasFocus()
    type_into(field, text)
    return field


def count(editor: Program) -> str:
    return find(editor, QLabel, "find.count").text()


def says(editor: Program, text: str) -> bool:
    return count(editor) == text


def is_at(editor: Program, number: int) -> bool:
    return count(editor) == f"{number} von {PLACES}"


def message(editor: Program) -> str:
    return find(editor, QLabel, "find.message").text()


def texts(editor: Program) -> dict[str, str]:
    return {name: editor.session.document.review.text(name) for name in TEXTS}


def listed(qtbot: QtBot, editor: Program, old: str, new: str) -> ReplacementList:
    """Open the list of what replacing ``old`` by ``new`` would do."""
    search(editor, old)
    key(editor, "Ctrl+H")
    type_into(find(editor, QLineEdit, "find.replacement"), new)
    find(editor, QPushButton, "find.all").click()
    changes = find(editor, ReplacementList, "find.preview")
    waited(qtbot, changes.isVisible)
    return changes


def test_the_first_match_behind_the_cursor_is_the_current_one(salt: Program, qtbot: QtBot) -> None:
    search(salt, "salz")
    waited(qtbot, lambda: count(salt) == f"4 von {PLACES}")


def test_f3_goes_through_all_sections_and_around_the_end(salt: Program, qtbot: QtBot) -> None:
    field = search(salt, "salz")
    for number in (5, 6, 1, 2):
        key(salt, "F3")
        waited(qtbot, partial(is_at, salt, number))
    for number in (1, 6, 5):
        key(salt, "Shift+F3")
        waited(qtbot, partial(is_at, salt, number))
    assert field.hasFocus()


def test_enter_in_the_field_goes_on_and_shift_enter_back(salt: Program, qtbot: QtBot) -> None:
    field = search(salt, "salz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    waited(qtbot, lambda: count(salt) == f"5 von {PLACES}")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    waited(qtbot, lambda: count(salt) == f"3 von {PLACES}")


def test_escape_goes_back_to_where_the_writer_was(salt: Program, qtbot: QtBot) -> None:
    story = section(salt, "story")
    for nothing, told in (("", ""), ("Pfeffer", "Keine Stelle")):
        story.select(5, 5)
        search(salt, nothing)
        qtbot.waitUntil(partial(says, salt, told))
        key(salt, "Escape")
        assert not salt.session.search.find_bar.isVisible()
        assert story.hasFocus()
        assert story.selection() == (5, 5)


def test_escape_ends_at_the_match_that_was_shown(salt: Program, qtbot: QtBot) -> None:
    search(salt, "Salz.")
    waited(qtbot, lambda: count(salt) == "1 von 1")
    key(salt, "Escape")
    assert section(salt, "verdict").hasFocus()
    assert section(salt, "verdict").selection() == (0, 5)


def test_escape_stays_at_the_match_that_was_gone_to(salt: Program, qtbot: QtBot) -> None:
    search(salt, "Salz.")
    waited(qtbot, lambda: count(salt) == "1 von 1")
    key(salt, "F3")
    key(salt, "Escape")
    assert section(salt, "verdict").hasFocus()
    assert section(salt, "verdict").selection() == (0, 5)


def test_f3_in_the_text_goes_on_from_the_cursor_with_the_bar_closed(
    salt: Program, qtbot: QtBot
) -> None:
    search(salt, "salz")
    waited(qtbot, lambda: count(salt))
    key(salt, "Escape")
    salt.session.window.form.go_to("introduction", 10)
    key(salt, "F3")
    introduction = section(salt, "introduction")
    waited(qtbot, lambda: introduction.selection() == (17, 21))
    key(salt, "F3")
    waited(qtbot, lambda: introduction.selection() == (31, 35))
    key(salt, "Shift+F3")
    waited(qtbot, lambda: introduction.selection() == (17, 21))


def test_selection_is_searched_for(salt: Program, qtbot: QtBot) -> None:
    section(salt, "introduction").setFocus()
    section(salt, "introduction").select(17, 25)
    key(salt, "Ctrl+F")
    assert find(salt, QLineEdit, "find.text").text() == "Salzwind"
    waited(qtbot, lambda: count(salt) == "1 von 1")


@pytest.mark.parametrize(
    ("shortcut", "name", "typed", "places"),
    [
        ("Alt+C", "case", "salz", 1),
        ("Alt+W", "words", "salz", 4),
        ("Alt+R", "regex", "S.lz[wm]", 2),
    ],
)
def test_keys_switch_how_text_is_compared(
    salt: Program, qtbot: QtBot, *, shortcut: str, name: str, typed: str, places: int
) -> None:
    search(salt, typed)
    key(salt, shortcut)
    assert find(salt, QToolButton, f"find.{name}").isChecked()
    waited(qtbot, lambda: count(salt).endswith(f" von {places}"))
    key(salt, shortcut)
    assert not find(salt, QToolButton, f"find.{name}").isChecked()


def test_invalid_expression_is_a_sentence_in_the_bar(salt: Program, qtbot: QtBot) -> None:
    field = search(salt, "(Salz")
    key(salt, "Alt+R")
    waited(qtbot, lambda: "eine runde Klammer ist nicht geschlossen" in message(salt))
    assert QApplication.activeModalWidget() is None
    type_into(field, ")")
    waited(qtbot, lambda: count(salt).endswith(f" von {PLACES}"))
    assert message(salt) == ""


def test_matches_follow_the_text_while_it_is_written(salt: Program, qtbot: QtBot) -> None:
    search(salt, "salz")
    waited(qtbot, lambda: count(salt))
    type_into(section(salt, "verdict"), "Salz ")
    waited(qtbot, lambda: count(salt).endswith(f" von {PLACES + 1}"))
    press(salt, "undo")
    waited(qtbot, lambda: count(salt).endswith(f" von {PLACES}"))


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_matches_have_a_background_and_the_text_its_contrast(
    salt: Program, qtbot: QtBot, scheme: str, tokens: ColorTokens
) -> None:
    press(salt, f"theme_{scheme}")
    assert contrast(QColor(tokens.ink), QColor(tokens.match)) >= 4.5
    assert contrast(QColor(tokens.soft_ink), QColor(tokens.match)) >= 4.5
    assert not painted(section(salt, "verdict"), tokens.match)
    search(salt, "salz")
    waited(qtbot, lambda: painted(section(salt, "verdict"), tokens.match))
    assert not painted(section(salt, "verdict"), tokens.accent)
    salt.session.window.form.verticalScrollBar().setValue(0)
    key(salt, "F3")
    key(salt, "F3")
    waited(qtbot, lambda: painted(section(salt, "verdict"), tokens.accent))
    key(salt, "Escape")
    waited(qtbot, lambda: not painted(section(salt, "verdict"), tokens.match))


def painted(widget: QWidget, color: str) -> bool:
    """Whether ``color`` is somewhere in what ``widget`` shows."""
    image = widget.grab().toImage()
    wanted = QColor(color).rgb()
    spots = (QPoint(x, y) for y in range(image.height()) for x in range(min(image.width(), 120)))
    return any(image.pixel(spot) == wanted for spot in spots)


def test_replacing_one_match_goes_on_to_the_next(salt: Program, qtbot: QtBot) -> None:
    search(salt, "salz")
    key(salt, "Ctrl+H")
    replacement = find(salt, QLineEdit, "find.replacement")
    type_into(replacement, "Salzsalz")
    QTest.keyClick(replacement, Qt.Key.Key_Return)
    QTest.keyClick(replacement, Qt.Key.Key_Return)
    waited(qtbot, lambda: texts(salt)["story"] == "Kein Salzsalz hier.\n\nAber Salzsalz dort.")
    waited(qtbot, lambda: count(salt) == f"8 von {PLACES + 2}")
    assert replacement.hasFocus()
    key(salt, "Ctrl+Z")
    assert texts(salt)["story"] == "Kein Salzsalz hier.\n\nAber Salz dort."
    key(salt, "Ctrl+Z")
    assert texts(salt) == TEXTS


def test_all_matches_are_listed_first_and_replaced_in_one_step(salt: Program, qtbot: QtBot) -> None:
    changes = listed(qtbot, salt, "salz", "Zucker")
    rows = changes.replacements.rowCount()
    shown = [changes.replacements.index(rows - 1, column).data() for column in range(3)]
    assert rows == PLACES
    assert shown == ["Fazit", "Salz.", "Zucker."]
    assert texts(salt) == TEXTS
    apply = find(salt, QPushButton, "find.apply")
    assert apply.text() == "6 Stellen ersetzen"
    QTest.mouseClick(apply, Qt.MouseButton.LeftButton)
    waited(qtbot, lambda: texts(salt)["verdict"] == "Zucker.")
    assert "".join(texts(salt).values()).count("Zucker") == PLACES
    assert section(salt, "introduction").text == texts(salt)["introduction"]
    waited(qtbot, lambda: message(salt) == "6 Stellen sind ersetzt.")
    assert not changes.isVisible()
    key(salt, "Ctrl+Z")
    assert texts(salt) == TEXTS
    assert message(salt) == ""
    assert {name: section(salt, name).text for name in TEXTS} == TEXTS


def test_tab_goes_from_the_list_to_what_it_is_for(salt: Program, qtbot: QtBot) -> None:
    changes = listed(qtbot, salt, "salz", "Zucker")
    assert changes.hasFocus()
    for name in ("find.apply", "find.cancel"):
        QTest.keyClick(salt.session.window.focusWidget(), Qt.Key.Key_Tab)
        assert find(salt, QPushButton, name).hasFocus()


def test_message_about_a_replacement_is_undone_with_it(salt: Program, qtbot: QtBot) -> None:
    listed(qtbot, salt, "salz", "Zucker")
    find(salt, QPushButton, "find.apply").click()
    waited(qtbot, lambda: message(salt) == "6 Stellen sind ersetzt.")
    press(salt, "undo")
    assert message(salt) == ""
    waited(qtbot, lambda: count(salt) != "Keine Stelle")
    assert message(salt) == ""


def test_only_what_is_ticked_is_replaced(salt: Program, qtbot: QtBot) -> None:
    changes = listed(qtbot, salt, "salz", "Zucker")
    assert changes.hasFocus()
    QTest.keyClick(changes, Qt.Key.Key_Space)
    assert find(salt, QPushButton, "find.apply").text() == "5 Stellen ersetzen"
    QTest.keyClick(changes, Qt.Key.Key_Return)
    waited(qtbot, lambda: texts(salt)["verdict"] == "Zucker.")
    assert texts(salt)["introduction"] == "Das Salz und der Zuckerwind 😀 am Zuckermeer."


def test_list_follows_a_text_that_changes_meanwhile(salt: Program, qtbot: QtBot) -> None:
    changes = listed(qtbot, salt, "salz", "Zucker")
    QTest.keyClick(changes, Qt.Key.Key_Space)
    salt.session.document.edit_text("plot", "Noch mehr Salz.", typing=False, boundary=True)
    before = salt.session.document.review
    find(salt, QPushButton, "find.apply").click()
    assert salt.session.document.review is before
    waited(qtbot, lambda: changes.replacements.rowCount() == PLACES + 1)
    assert message(salt).startswith("Der Text hat sich geändert")
    find(salt, QPushButton, "find.apply").click()
    waited(qtbot, lambda: salt.session.document.review.text("plot") == "Noch mehr Zucker.")
    assert texts(salt)["introduction"].startswith("Das Salz und der Zuckerwind")


def test_groups_of_an_expression_and_one_that_is_not_there(salt: Program, qtbot: QtBot) -> None:
    key(salt, "Ctrl+F")
    key(salt, "Alt+R")
    changes = listed(qtbot, salt, r"(\w)alz", "$1ilz")
    waited(qtbot, lambda: changes.replacements.rowCount() == PLACES)
    assert changes.replacements.index(0, 2).data().startswith("Das Silz")
    replacement = find(salt, QLineEdit, "find.replacement")
    replacement.selectAll()
    type_into(replacement, "$2")
    waited(qtbot, lambda: "keine Gruppe 2" in message(salt))
    assert not find(salt, QPushButton, "find.apply").isEnabled()
    assert texts(salt) == TEXTS


def test_escape_closes_the_list_first(salt: Program, qtbot: QtBot) -> None:
    changes = listed(qtbot, salt, "salz", "Zucker")
    QTest.keyClick(changes, Qt.Key.Key_Escape)
    assert not changes.isVisible()
    field = find(salt, QLineEdit, "find.text")
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert section(salt, "story").hasFocus()


def test_another_review_is_searched_anew(salt: Program, qtbot: QtBot) -> None:
    search(salt, "salz")
    waited(qtbot, lambda: count(salt))
    salt.session.document.open(new_review(load_form("film")), None)
    waited(qtbot, lambda: count(salt) == "Keine Stelle")
    key(salt, "Escape")
    assert not salt.session.search.find_bar.isVisible()


def test_everything_in_the_bar_is_named_and_told_apart(salt: Program) -> None:
    key(salt, "Ctrl+H")
    bar = salt.session.search.find_bar
    parts = [*bar.findChildren(QAbstractButton), *bar.findChildren(QLineEdit)]
    named = {part.objectName() for part in parts if part.objectName().startswith("find.")}
    wanted = "text replacement case words regex next previous replace all close"
    assert {f"find.{name}" for name in wanted.split()} <= named
    for part in parts:
        spoken = part.accessibleName() or (part.text() if isinstance(part, QPushButton) else "")
        assert spoken, part.objectName()
    assert find(salt, ReplacementList, "find.preview").accessibleName()
