"""Pasting formatted text into a section: clean Markdown, while the writer goes on typing."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.review.form import load_form
from editor.storage.review_file import new_review
from tests.gui.actions import press, section, type_into
from tests.gui.form_bench import FormBench, FormHost
from tests.importing import clipboards


def copied(html: str, text: str) -> None:
    mime = QMimeData()
    mime.setHtml(html)
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def text(editor: FormHost) -> str:
    return editor.session.document.review.text("story")


def story(editor: FormHost, written: str = "") -> SectionEditor:
    field = section(editor, "story")
    editor.session.document.edit_text("story", written, typing=False, boundary=True)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    return field


def undo_all(editor: FormHost) -> list[str]:
    """Take everything back and return the texts on the way."""
    seen = []
    while text(editor):
        seen.append(text(editor))
        press(editor, "undo")
    return seen


@pytest.mark.parametrize("name", clipboards.EXPECTED)
def test_text_from_other_programs_becomes_markdown(
    qtbot: QtBot, form_bench: FormBench, name: str
) -> None:
    field = story(form_bench)
    copied(clipboards.HTML[name], "anders")
    field.paste()
    qtbot.waitUntil(lambda: text(form_bench) == clipboards.EXPECTED[name])
    press(form_bench, "undo")
    assert text(form_bench) == ""


def test_typing_goes_on_behind_what_was_pasted(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench, "😀 Vor Nach")
    field.select(6, 6)
    copied("<b>fett</b> ", "fett ")
    field.paste()
    type_into(field, "x")
    assert text(form_bench) == "😀 Vor xNach"
    qtbot.waitUntil(lambda: "fett" in text(form_bench))
    type_into(field, "y")
    assert text(form_bench) == "😀 Vor **fett**xyNach"


def test_cursor_elsewhere_stays_there(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench, "Vor Nach")
    field.select(4, 4)
    copied("<i>kursiv</i>", "kursiv")
    field.paste()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: "kursiv" in text(form_bench))
    type_into(field, "z")
    assert text(form_bench) == "zVor *kursiv*Nach"


def test_selection_is_replaced(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench, "Vor alt Nach")
    field.select(4, 7)
    copied("<i>neu</i>", "neu")
    field.paste()
    qtbot.waitUntil(lambda: text(form_bench) == "Vor *neu* Nach")
    press(form_bench, "undo")
    assert text(form_bench) == "Vor alt Nach"


def test_selection_that_was_typed_over_stays_so(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench, "Vor alt Nach")
    field.select(4, 7)
    copied("<i>neu</i>", "neu")
    field.paste()
    type_into(field, "xy")
    qtbot.waitUntil(lambda: text(form_bench) == "Vor *neu*xy Nach")


def test_typography_is_a_second_step(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench)
    copied('<p>Er sagt <b>"ja"</b> - und...</p>', 'Er sagt "ja" - und...')
    field.paste()
    qtbot.waitUntil(lambda: bool(text(form_bench)))
    assert undo_all(form_bench) == ["Er sagt **„ja“** – und…", 'Er sagt **"ja"** - und...']


def test_blocks_stand_apart_from_the_line_around_them(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench, "Vor Nach")
    field.select(4, 4)
    copied("<ul><li>a</li><li>b</li></ul>", "a\nb")
    field.paste()
    qtbot.waitUntil(lambda: "- a" in text(form_bench))
    assert text(form_bench) == "Vor \n\n- a\n- b\n\nNach"


def test_failure_pastes_plain_text(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench)
    copied("<blockquote>" * 3_000 + "x", "Nur\r\ndas")
    field.paste()
    qtbot.waitUntil(lambda: text(form_bench) == "Nur\ndas")


@pytest.mark.parametrize("html", clipboards.PLAIN)
def test_code_and_bare_lines_are_pasted_at_once(form_bench: FormBench, html: str) -> None:
    field = story(form_bench)
    copied(html, "def x\n  y")
    field.paste()
    assert text(form_bench) == "def x\n  y"


def test_own_text_is_pasted_at_once(form_bench: FormBench) -> None:
    field = story(form_bench, "**fett**")
    field.selectAll()
    field.copy()
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.paste()
    assert text(form_bench) == "**fett****fett**"


def test_plain_paste_by_its_key(form_bench: FormBench) -> None:
    field = story(form_bench)
    form_bench.session.window.activateWindow()
    copied("<b>fett</b>", 'fett "x"')
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, Qt.Key.Key_V, modifiers)
    assert undo_all(form_bench) == ["fett „x“", 'fett "x"']


def test_review_that_was_opened_meanwhile_gets_nothing(qtbot: QtBot, form_bench: FormBench) -> None:
    field = story(form_bench)
    copied("<b>fett</b>", "fett")
    field.paste()
    form_bench.session.document.open(new_review(load_form("film")), None)
    qtbot.waitUntil(lambda: not form_bench.session.form.paste_conversion.busy)
    assert all(not s.text for s in form_bench.session.document.review.sections)
