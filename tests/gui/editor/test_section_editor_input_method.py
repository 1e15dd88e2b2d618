"""Input methods, dead keys and emoji pickers in the text of a section."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest

from editor.gui.editor.section_editor import SectionEditor
from tests.gui.actions import press, section, type_into
from tests.gui.form_bench import FormBench
from tests.gui.input_method import commit, compose

FAMILY = "👨‍👩‍👧"
"""One emoji of five code points."""


def story(bench: FormBench, written: str = "") -> SectionEditor:
    """Return the story's editor with the focus, ``written`` as its text and the cursor behind."""
    field = section(bench, "story")
    bench.session.document.edit_text("story", written, typing=False, boundary=True)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    return field


def painted(field: SectionEditor) -> QImage:
    field.setCursorWidth(0)
    return field.viewport().grab().toImage()


def test_hint_makes_room_for_what_is_composed(form_bench: FormBench) -> None:
    field = story(form_bench)
    hint = field.accessibleDescription()
    empty = painted(field)
    compose(field, "日本")
    composing = painted(field)
    field.set_hint("")
    assert painted(field) == composing
    field.set_hint(hint)
    compose(field, "")
    assert painted(field) == empty
    assert field.text == ""


@pytest.mark.parametrize("text", ["é", "日本", "😀", FAMILY, "Haus "])
def test_commit_is_typed_at_the_cursor_and_undone(form_bench: FormBench, text: str) -> None:
    field = story(form_bench, "Ein ")
    compose(field, "x")
    commit(field, text)
    assert field.text == form_bench.session.document.review.text("story") == f"Ein {text}"
    assert field.selection() == (len(f"Ein {text}"),) * 2
    press(form_bench, "undo")
    assert field.text == "Ein "


def test_word_of_an_input_method_continues_the_format(form_bench: FormBench) -> None:
    field = story(form_bench)
    press(form_bench, "bold")
    type_into(field, "sehr ")
    compose(field, "にほん")
    commit(field, "日本")
    assert field.text == "**sehr 日本**"
    commit(field, "gut ")
    assert field.text == "**sehr 日本gut** "


def test_word_with_its_quotation_mark_is_typeset(form_bench: FormBench) -> None:
    field = story(form_bench)
    commit(field, 'Er sagt "ja"')
    assert field.text == "Er sagt „ja“"
    press(form_bench, "undo")
    assert field.text == 'Er sagt "ja"'


def test_format_takes_what_is_being_composed_as_typed(form_bench: FormBench) -> None:
    field = story(form_bench, "Ein ")
    compose(field, "né")
    press(form_bench, "bold")
    assert field.preedit == ""
    type_into(field, "x")
    assert field.text == "Ein né**x**"


def test_read_only_text_is_not_changed(form_bench: FormBench) -> None:
    field = story(form_bench, "Ein **Wort** mehr")
    field.setReadOnly(True)
    field.select(4, 10)
    compose(field, "´")
    commit(field, "é")
    assert field.text == "Ein **Wort** mehr"


def test_findings_and_keys_do_not_disturb_what_is_composed(form_bench: FormBench) -> None:
    field = story(form_bench, "Ein  Wort")
    field.select(4, 4)
    compose(field, "né")
    painted(field)
    QTest.keyClick(field, Qt.Key.Key_Shift)
    assert (field.preedit, field.text) == ("né", "Ein  Wort")
    commit(field, "né")
    assert field.text == "Ein né Wort"
