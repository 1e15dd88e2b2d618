"""A field for Markdown: everything in code points, every edit reported, to listeners first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.theme import theme_of
from editor.settings import Settings

TEXTS = st.text(st.sampled_from("ab Ü„\n😀🎬"), max_size=30)
CLAPPER = "Ein 🎬 Film"


@pytest.fixture
def field(qtbot: QtBot) -> MarkdownEdit:
    """A field of its own, without the window around it."""
    field = MarkdownEdit(theme_of(Settings()), None)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    return field


class Recorder:
    """Records the edits of a field, as a listener and from its signal."""

    def __init__(self, field: MarkdownEdit) -> None:
        self.records: list[tuple[object, ...]] = []
        field.listeners = (self,)
        field.edited.connect(lambda *edit: self.records.append(edit))

    def shift(self, position: int, removed: int, added: int) -> None:
        self.records.append((position, removed, added))


@given(text=TEXTS, data=st.data())
def test_places_are_code_points(text: str, data: st.DataObject, qapp: QApplication) -> None:
    field = MarkdownEdit(theme_of(Settings()), None)
    field.show_text(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    field.select(start, end)
    assert field.selection() == (start, end)
    assert field.textCursor().selectedText().replace("\u2029", "\n") == text[start:end]
    field.replace(start, end, "🎬x")
    assert field.text == text[:start] + "🎬x" + text[end:]


@given(before=TEXTS, after=TEXTS)
def test_showing_a_text_is_not_an_edit(before: str, after: str, qapp: QApplication) -> None:
    field = MarkdownEdit(theme_of(Settings()), None)
    recorder = Recorder(field)
    field.show_text(before)
    field.show_text(after)
    assert field.text == after
    assert field.toPlainText() == after
    assert all(isinstance(record[0], int) for record in recorder.records)


SIGNS = "ab Ü„\n😀\u00a0\u2028\u2029\ufdd0\ufdd1\r\ud83d\ude00\udfff"
"""With those of which Qt makes others, from InDesign or a damaged file."""
STRANGE = st.text(st.sampled_from(SIGNS), max_size=12)


@pytest.mark.parametrize("sign", ["\u2029", "\ufdd0", "\ufdd1", "\r", chr(0xD83D), chr(0xDE00)])
def test_key_changes_no_sign_elsewhere(field: MarkdownEdit, sign: str) -> None:
    field.show_text(f"Eins{sign}😀 zwei{sign}")
    recorder = Recorder(field)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(field, "x")
    assert field.text == f"xEins{sign}😀 zwei{sign}"
    assert recorder.records[-1][0] == field.text
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "y")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text == f"xEins{sign}😀 zwei"


@given(before=STRANGE, data=st.data())
def test_edits_change_what_they_are_about_and_nothing_else(
    before: str, data: st.DataObject, qapp: QApplication
) -> None:
    field = MarkdownEdit(theme_of(Settings()), None)
    field.show_text(before)
    model = before
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(model)))
        end = data.draw(st.integers(start, len(model)))
        new = data.draw(st.text(st.sampled_from("ab Ü\n😀\u00a0"), max_size=3))
        act = data.draw(st.sampled_from(["insert", "delete", "key", "block", "show", "format"]))
        # A paragraph in the place of what is shown as one is no edit: they begin beside it.
        end = start if act in ("insert", "block") else end
        field.select(start, end)
        if act == "insert":
            field.textCursor().insertText(new)
            model = model[:start] + new + model[end:]
        elif act == "delete":
            field.textCursor().removeSelectedText()
            model = model[:start] + model[end:]
        elif act == "key":
            QTest.keyClick(field, Qt.Key.Key_Q)
            model = f"{model[:start]}q{model[end:]}"
        elif act == "block":
            QTest.keyClick(field, Qt.Key.Key_Return)
            model = f"{model[:start]}\n{model[end:]}"
        elif act == "show":
            model = data.draw(STRANGE)
            field.show_text(model)
        else:
            field.set_theme(theme_of(Settings(line_height=data.draw(st.integers(120, 220)))))
        assert field.text == model


@pytest.mark.parametrize("sign", ["", "\u2029"])
def test_whole_text_is_reported_when_all_of_it_has_changed(field: MarkdownEdit, sign: str) -> None:
    field.show_text(f"Eins{sign} zwei")
    field.setPlainText("Drei\nvier")
    assert field.text == "Drei\nvier"
    cursor = field.textCursor()
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("x")
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.insertText("y")
    cursor.endEditBlock()
    assert field.text == "yDrei\nvierx"


def test_listeners_are_informed_of_an_edit_first(field: MarkdownEdit) -> None:
    field.show_text(CLAPPER)
    recorder = Recorder(field)
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "e")
    field.replace(0, 3, "Der")
    assert recorder.records == [
        (len(CLAPPER) + 1, 0, 1),
        (f"{CLAPPER}e", True, False),
        # What differs is replaced, and no more: the clapper has two units.
        (0, 3, 3),
        ("Der 🎬 Filme", False, True),
    ]


def test_single_letter_that_is_put_in_is_not_typed(field: MarkdownEdit) -> None:
    field.show_text("Film")
    recorder = Recorder(field)
    field.replace(4, 4, "e")
    assert recorder.records[-1][:2] == ("Filme", False)
    assert field.word_end == -1


def test_other_line_spacing_is_not_an_edit(field: MarkdownEdit) -> None:
    field.show_text(CLAPPER)
    recorder = Recorder(field)
    field.set_theme(theme_of(Settings(line_height=220)))
    assert recorder.records == []


def test_word_is_being_typed_until_the_cursor_leaves_it(field: MarkdownEdit) -> None:
    field.show_text("ein Film ")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "gut")
    assert field.word_end == len("ein Film gut")
    QTest.keyClick(field, Qt.Key.Key_Home)
    assert field.word_end == -1


def test_taking_a_letter_away_is_typing_no_word(field: MarkdownEdit) -> None:
    field.show_text("Film")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "e")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text, field.word_end) == ("Film", -1)


def test_word_at_cursor_is_one_of_letters(field: MarkdownEdit) -> None:
    field.show_text("Gut – 1984")
    found = []
    for place in (1, 4, 7):
        field.select(place, place)
        found.append(field.word_at_cursor())
    assert found == ["Gut", "", ""]


def test_area_of_several_lines_is_on_the_first(field: MarkdownEdit) -> None:
    field.show_text("🎬 eins\nzwei")
    first, both = field.area(0, 4), field.area(0, 10)
    assert first.width() > 0
    assert (both.top(), both.height()) == (first.top(), first.height())
