"""Marks recede and appear as the cursor goes through a real field, and nothing else changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.languagetool.finding import Finding, FindingKind
from tests.gui.actions import press, section, type_into
from tests.gui.form_bench import FormBench

TEXT = "Ein **fetter** Satz\n\nmit *Neigung* und [Link](https://example.org/)\n\nund Schluss"


@pytest.fixture
def field(form_bench: FormBench) -> SectionEditor:
    return shown(form_bench)


def shown(bench: FormBench) -> SectionEditor:
    """Return the story's editor with hidden marks, the text in it and the cursor at its end."""
    field = section(bench, "story")
    theme = replace(field._theme, marks="hidden")
    field.set_theme(theme)
    bench.session.document.edit_text("story", TEXT, typing=False, boundary=True)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    return field


def found(start: int, end: int) -> Finding:
    return Finding(start, end, "R", "C", "M", (), FindingKind.SPELLING)


def underlined(field: SectionEditor) -> tuple[int, int]:
    """Return the first and the last column of the field with the colour of spelling."""
    image = field.viewport().grab().toImage()
    color = field._theme.color("spelling").rgb()
    columns = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == color for y in range(image.height()))
    ]
    ratio = image.devicePixelRatio()
    return round(columns[0] / ratio), round(columns[-1] / ratio)


def width(field: SectionEditor, part: str) -> int:
    """Return the width of ``part`` in the field; hidden characters have none."""
    start = field.text.index(part)
    cursor = field.textCursor()
    cursor.setPosition(start)
    left = field.cursorRect(cursor).left()
    cursor.setPosition(start + len(part))
    return field.cursorRect(cursor).left() - left


def test_marks_appear_with_the_cursor_and_go_with_it(field: SectionEditor) -> None:
    assert width(field, "**") == 0
    assert width(field, "](https://example.org/)") == 0
    while field.textCursor().blockNumber():
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert width(field, "**") > 0
    assert width(field, "](https://example.org/)") == 0


def test_lines_stay_as_high_as_they_are(field: SectionEditor) -> None:
    top = field.area(TEXT.index("mit"), TEXT.index("mit")).top()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    assert field.area(TEXT.index("mit"), TEXT.index("mit")).top() == top


def test_underlines_stay_under_their_words(field: SectionEditor) -> None:
    start, end = TEXT.index("Satz"), TEXT.index("Satz") + 4
    field.findings.show([found(start, end)])
    places = []
    for move in (QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start):
        field.moveCursor(move)
        left, right = underlined(field)
        word = field.area(start, end)
        assert abs(left - word.left()) <= 3
        assert abs(right - word.right()) <= 3
        places.append(left)
    assert places[0] < places[1]


def test_marks_go_with_the_focus(form_bench: FormBench, field: SectionEditor) -> None:
    field.moveCursor(QTextCursor.MoveOperation.Start)
    assert width(field, "**") > 0
    section(form_bench, "plot").setFocus()
    assert width(field, "**") == 0


def test_the_current_match_of_a_search_is_seen(form_bench: FormBench, field: SectionEditor) -> None:
    section(form_bench, "plot").setFocus()
    start = TEXT.index("example")
    field.matches.show([(start, start + 7)], current=0)
    assert width(field, "example") > 0
    assert width(field, "**") == 0
    field.matches.show([])
    assert width(field, "example") == 0


def test_hidden_marks_are_part_of_what_is_selected_and_copied(field: SectionEditor) -> None:
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == TEXT


def test_every_character_is_a_stop_of_the_cursor_but_within_a_mark(field: SectionEditor) -> None:
    stops = []
    while not field.textCursor().atStart():
        QTest.keyClick(field, Qt.Key.Key_Left)
        stops.append(field.cursor_place())
    skipped = set(range(len(TEXT))) - set(stops)
    assert skipped == {TEXT.index("**") + 1, TEXT.index("** Satz") + 1}


def test_formats_are_no_edit(form_bench: FormBench, field: SectionEditor) -> None:
    before = form_bench.session.document.review
    for _ in range(3):
        field.moveCursor(QTextCursor.MoveOperation.Start)
        field.moveCursor(QTextCursor.MoveOperation.End)
    assert form_bench.session.document.review is before


def test_no_word_moves_from_under_the_pointer(qtbot: QtBot, field: SectionEditor) -> None:
    QApplication.setDoubleClickInterval(100)
    pointer = field.area(TEXT.index("Satz"), TEXT.index("Satz") + 4).center()
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=pointer)
    assert width(field, "**") == 0
    qtbot.waitUntil(lambda: width(field, "**") > 0)


def test_a_key_after_a_click_acts_on_what_is_seen(field: SectionEditor) -> None:
    pointer = field.area(0, 1).center() + QPoint(1, 0)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=pointer)
    type_into(field, "x")
    assert width(field, "**") > 0


def test_the_setting_is_an_action(form_bench: FormBench) -> None:
    press(form_bench, "marks_hidden")
    assert form_bench.session.actions["marks_hidden"].isCheckable()


def test_a_key_shows_the_marks_after_a_button_that_was_never_released(field: SectionEditor) -> None:
    """A menu or a drag takes the release of the button that has begun it."""
    pointer = field.area(TEXT.index("Satz"), TEXT.index("Satz") + 4).center()
    QTest.mousePress(field.viewport(), Qt.MouseButton.RightButton, pos=pointer)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(field, Qt.Key.Key_Right)
    assert width(field, "**") > 0
