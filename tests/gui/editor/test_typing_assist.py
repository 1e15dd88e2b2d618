"""Assistance while typing: typography and Markdown commands, by real keys in the real window."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from editor.export.html import render_section
from editor.export.image_sources import no_images
from editor.gui.editor import typing_assist
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form import format_actions
from editor.gui.program import Program
from editor.review.form import load_form
from editor.settings import Folders
from editor.storage.review_file import new_review
from tests.gui.actions import kept_settings, press, section, type_into
from tests.gui.form_bench import FormBench, FormHost

BACKSPACE = Qt.Key.Key_Backspace


def text(editor: FormHost) -> str:
    return editor.session.document.review.text("story")


def story(editor: FormHost, written: str = "") -> SectionEditor:
    """Return the story's editor with the focus, ``written`` as its text and the cursor behind."""
    field = section(editor, "story")
    editor.session.document.edit_text("story", written, typing=False, boundary=True)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    return field


def select(field: SectionEditor, part: str) -> None:
    start = field.text.index(part)
    field.select(start, start + len(part))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ('Er sagt "ja".', "Er sagt „ja“."),
        ("\"Das ist 'gut'.\"", "„Das ist ‚gut‘.“"),
        ("Wie geht's in Fiennes' Film?", "Wie geht’s in Fiennes’ Film?"),
        ("gut - schlecht...", "gut – schlecht…"),
        ("120 min, z. B. so", "120\u00a0min, z.\u00a0B. so"),
        ('😀 "Müßig" 😀 - "ö"', "😀 „Müßig“ 😀 – „ö“"),
        ("120 min\nmehr", "120\u00a0min\n\nmehr"),
        ('`"x"` und "y"', '`"x"` und „y“'),
        ("---", "---"),
    ],
)
def test_typography_follows_the_keys(form_bench: FormBench, keys: str, expected: str) -> None:
    type_into(story(form_bench), keys)
    assert text(form_bench) == expected


def test_backspace_takes_back_the_replacement_only(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, 'Ein "')
    assert text(form_bench) == "Ein „"
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == 'Ein "'
    type_into(field, 'x"')
    assert text(form_bench) == 'Ein "x"'
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == 'Ein "x'


def test_backspace_keeps_the_cursor_where_it_was(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, "😀 120 min,")
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == "😀 120 min,"
    type_into(field, " x...")
    QTest.keyClick(field, BACKSPACE)
    type_into(field, "y")
    assert text(form_bench) == "😀 120 min, x...y"


def test_backspace_elsewhere_deletes(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, 'Ein "')
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == "Ein„"
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == "Ein"


def test_replacement_is_an_undo_step_of_its_own(form_bench: FormBench) -> None:
    story(form_bench)
    type_into(section(form_bench, "story"), 'Ein "Wort"')
    seen = [text(form_bench)]
    while text(form_bench):
        press(form_bench, "undo")
        seen.append(text(form_bench))
    assert seen == ["Ein „Wort“", 'Ein „Wort"', "Ein „", 'Ein "', "Ein ", ""]
    for expected in reversed(seen[:-1]):
        press(form_bench, "redo")
        assert text(form_bench) == expected


def test_undo_key_takes_back_the_replacement_first(form_bench: FormBench) -> None:
    form_bench.session.window.activateWindow()
    field = story(form_bench, "Ein ")
    type_into(field, "Film...")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(form_bench) == "Ein Film..."
    type_into(field, " x")
    assert text(form_bench) == "Ein Film... x"


def test_paste_is_typeset_in_a_second_step(form_bench: FormBench) -> None:
    field = story(form_bench, "„Er sagt 😀 ")
    QGuiApplication.clipboard().setText('"ja" -- `"nein"`\r\nund...')
    field.paste()
    type_into(field, "x")
    assert text(form_bench) == '„Er sagt 😀 ‚ja‘–`"nein"`\nund…x'.replace("‘–", "‘ – ")
    press(form_bench, "undo")
    press(form_bench, "undo")
    assert text(form_bench) == '„Er sagt 😀 "ja" -- `"nein"`\nund...'
    press(form_bench, "undo")
    assert text(form_bench) == "„Er sagt 😀 "


def test_paste_into_a_target_stays_as_it_is(form_bench: FormBench) -> None:
    field = story(form_bench, "[Text](")
    QGuiApplication.clipboard().setText("bild--1...png")
    field.paste()
    assert text(form_bench) == "[Text](bild--1...png"


def test_what_is_dragged_arrives_once_and_whole(form_bench: FormBench) -> None:
    field = story(form_bench, '😀 "ja" und 😀 mehr...')
    select(field, '"ja" ')
    mime = field.createMimeDataFromSelection()
    place = field.cursorRect().center()
    field.textCursor().removeSelectedText()
    drop = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    # Sent through the application it would need a drag that is under way.
    field.dropEvent(drop)
    assert text(form_bench).count('"ja"') == 1
    assert text(form_bench) == field.text
    assert sorted(text(form_bench)) == sorted('😀 "ja" und 😀 mehr...')


def test_input_method_is_typed_too(form_bench: FormBench) -> None:
    field = story(form_bench, "Ein ")
    for character in '"é"':
        event = QInputMethodEvent()
        event.setCommitString(character)
        QApplication.sendEvent(field, event)
    assert text(form_bench) == "Ein „é“"


def test_kinds_and_style_are_the_writers_choice(
    unchecked: Program, folders: Folders, qtbot: QtBot
) -> None:
    field = story(unchecked)
    press(unchecked, "quotes_swiss")
    press(unchecked, "typography_dashes")
    type_into(field, '"a" - b...')
    assert text(unchecked) == "«a» - b…"
    settings = kept_settings(qtbot, unchecked, folders)
    assert (settings.quotes, settings.typography_dashes) == ("«»", False)
    assert settings.typography_quotes
    unchecked.session.document.open(new_review(load_form("film")), None)
    type_into(section(unchecked, "story"), '"c"')
    assert text(unchecked) == "«c»"


def test_typography_of_a_finished_section_is_one_step(form_bench: FormBench) -> None:
    field = story(form_bench, '"a" - b\n\n"c"')
    select(field, '"c"')
    press(form_bench, "typeset")
    assert text(form_bench) == '"a" - b\n\n„c“'
    assert field.textCursor().selectedText() == "„c“"
    field.select(0, 0)
    press(form_bench, "typeset")
    assert text(form_bench) == "„a“ – b\n\n„c“"
    press(form_bench, "undo")
    assert text(form_bench) == '"a" - b\n\n„c“'


def test_enter_continues_a_list_and_ends_it(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, "1. eins\nzwei\n\nText")
    assert text(form_bench) == "1. eins\n2. zwei\n\nText"
    press(form_bench, "undo")
    press(form_bench, "undo")
    assert text(form_bench) == "1. eins\n2. zwei\n3. "


def test_enter_begins_a_paragraph_and_backspace_takes_it_back(form_bench: FormBench) -> None:
    field = story(form_bench, "😀 Eins zwei")
    field.select(7, 7)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert text(form_bench) == "😀 Eins \n\nzwei"
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == "😀 Eins zwei"
    field.select(7, 7)
    QTest.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    type_into(field, "x")
    assert text(form_bench) == "😀 Eins \n\nxzwei"


def test_enter_on_an_empty_line_adds_no_further_one(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, "\nEins\n\n\nzwei")
    assert text(form_bench) == "Eins\n\nzwei"


def test_code_keeps_every_enter(form_bench: FormBench) -> None:
    field = story(form_bench, "```")
    type_into(field, "\na\n\n\nb")
    assert text(form_bench) == "```\na\n\n\nb"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, BACKSPACE, Qt.Key.Key_Delete])
def test_keys_change_nothing_that_may_only_be_read(form_bench: FormBench, key: Qt.Key) -> None:
    field = story(form_bench, "- Eins\n\n\n\nzwei")
    field.setReadOnly(True)
    for place in (6, 8):
        field.select(place, place)
        QTest.keyClick(field, key)
        QTest.keyClick(field, key, Qt.KeyboardModifier.ShiftModifier)
    assert text(form_bench) == "- Eins\n\n\n\nzwei"


def test_paragraph_is_an_undo_step_of_its_own(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, "Eins\n\nzwei")
    assert text(form_bench) == "Eins\n\nzwei"
    for expected in ("Eins\n\n", "Eins", ""):
        press(form_bench, "undo")
        assert text(form_bench) == expected


def test_backspace_first_takes_back_what_typography_did_at_enter(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, "120 min\n")
    assert text(form_bench) == "120\u00a0min\n\n"
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == "120 min\n\n"
    QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == "120 min"


def test_shift_and_enter_break_the_line_on_the_page(form_bench: FormBench) -> None:
    field = story(form_bench, "Eins")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_into(field, "zwei")
    assert text(form_bench) == "Eins  \nzwei"
    html = render_section(text(form_bench), "story", no_images)
    assert "<br>" in html
    assert html.count("<p>") == 1


def test_delete_joins_paragraphs(form_bench: FormBench) -> None:
    field = story(form_bench, "Eins\n\nzwei")
    field.select(4, 4)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert text(form_bench) == "Einszwei"


def test_enter_is_a_line_feed_when_the_writer_wants_that(form_bench: FormBench) -> None:
    form_bench.settings_store.change(enter_paragraph=False)
    field = story(form_bench)
    type_into(field, "Eins\nzwei\n\ndrei")
    assert text(form_bench) == "Eins\nzwei\n\ndrei"
    for _ in range(6):
        QTest.keyClick(field, BACKSPACE)
    assert text(form_bench) == "Eins\nzwei"
    form_bench.settings_store.change(enter_paragraph=True)
    type_into(field, "\n")
    assert text(form_bench) == "Eins\nzwei\n\n"


def test_enter_with_a_selection_begins_a_paragraph_in_its_place(form_bench: FormBench) -> None:
    field = story(form_bench, "Eins weg zwei")
    select(field, " weg ")
    type_into(field, "\n")
    assert text(form_bench) == "Eins\n\nzwei"


def test_enter_with_a_selection_replaces_it(form_bench: FormBench) -> None:
    field = story(form_bench, "- eins zwei")
    select(field, " zwei")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert text(form_bench) == "- eins\n"


def test_bold_on_a_selection_and_back(form_bench: FormBench) -> None:
    field = story(form_bench, "😀 ein Wort hier")
    select(field, "Wort")
    form_bench.session.window.activateWindow()
    QTest.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text(form_bench) == "😀 ein **Wort** hier"
    assert field.textCursor().selectedText() == "Wort"
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text(form_bench) == "😀 ein Wort hier"
    press(form_bench, "undo")
    assert text(form_bench) == "😀 ein **Wort** hier"


def test_bold_on_the_word_keeps_the_cursor(form_bench: FormBench) -> None:
    field = story(form_bench, "ein Wort hier")
    field.select(6, 6)
    press(form_bench, "bold")
    assert text(form_bench) == "ein **Wort** hier"
    type_into(field, "x")
    assert text(form_bench) == "ein **Woxrt** hier"


def test_short_command_is_an_undo_step_of_its_own(form_bench: FormBench) -> None:
    field = story(form_bench)
    type_into(field, "ein")
    press(form_bench, "bullets")
    assert text(form_bench) == "- ein"
    press(form_bench, "undo")
    assert text(form_bench) == "ein"


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("italic", "*Wort*"),
        ("code", "`Wort`"),
        ("heading", "### Wort"),
        ("quote", "> Wort"),
        ("bullets", "- Wort"),
        ("numbers", "1. Wort"),
        ("spoiler", '<details markdown="1"><summary>Spoiler</summary>\n\nWort\n\n</details>'),
    ],
)
def test_commands(form_bench: FormBench, verb: str, expected: str) -> None:
    field = story(form_bench, "Wort")
    field.moveCursor(QTextCursor.MoveOperation.Left)
    press(form_bench, verb)
    assert text(form_bench) == expected
    assert field.hasFocus()
    press(form_bench, "undo")
    assert text(form_bench) == "Wort"


@pytest.mark.parametrize(
    ("key", "shift", "expected"),
    [
        (Qt.Key.Key_I, False, "*Wort*"),
        (Qt.Key.Key_L, True, "- Wort"),
        (Qt.Key.Key_Q, True, "> Wort"),
        (Qt.Key.Key_H, True, "### Wort"),
    ],
)
def test_shortcuts_reach_the_editor(
    form_bench: FormBench, key: Qt.Key, shift: bool, expected: str
) -> None:
    form_bench.session.window.activateWindow()
    field = story(form_bench, "Wort")
    field.moveCursor(QTextCursor.MoveOperation.Left)
    modifiers = Qt.KeyboardModifier.ControlModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, key, modifiers)
    assert text(form_bench) == expected


def test_lists_are_indented_and_back(form_bench: FormBench) -> None:
    story(form_bench, "- a\n- b")
    press(form_bench, "indent")
    assert text(form_bench) == "- a\n    - b"
    press(form_bench, "outdent")
    assert text(form_bench) == "- a\n- b"


def test_commands_need_a_section(form_bench: FormBench, qtbot: QtBot) -> None:
    form_bench.session.window.form.jump("facts")
    qtbot.waitUntil(lambda: not form_bench.session.actions["bold"].isEnabled())
    story(form_bench)
    assert all(form_bench.session.actions[verb].isEnabled() for verb in typing_assist.VERBS)


@pytest.mark.parametrize(
    ("written", "at", "expected"),
    [
        ("Ein **fettes** Wort", 8, {"bold"}),
        ("Ein **fettes** Wort", 1, set()),
        ("> - *a* b", 5, {"italic", "quote"}),
        ("- Punkt", 4, {"bullets"}),
        ("1. Punkt", 4, {"numbers"}),
        ("### Titel", 6, {"heading"}),
    ],
)
def test_buttons_show_what_the_text_at_the_cursor_is(
    form_bench: FormBench, qtbot: QtBot, written: str, at: int, expected: set[str]
) -> None:
    field = story(form_bench, f"**x**\n\n{written}")

    def pressed() -> set[str]:
        return {
            verb
            for verb in format_actions.CHECKABLE
            if form_bench.session.actions[verb].isChecked()
        }

    field.select(3, 3)
    qtbot.waitUntil(lambda: pressed() == {"bold"})
    field.select(7 + at, 7 + at)
    qtbot.waitUntil(lambda: pressed() == expected)
    form_bench.session.window.form.jump("facts")
    qtbot.waitUntil(lambda: not pressed())


def test_button_is_as_the_text_after_it_was_used(form_bench: FormBench, qtbot: QtBot) -> None:
    field = story(form_bench, "ein Wort")
    select(field, "Wort")
    press(form_bench, "bold")
    qtbot.waitUntil(form_bench.session.actions["bold"].isChecked)
    # What is not a list yet does not look as if it were, whatever the button has been told.
    form_bench.session.actions["bullets"].setChecked(True)
    press(form_bench, "bold")
    qtbot.waitUntil(lambda: not form_bench.session.actions["bold"].isChecked())
    qtbot.waitUntil(lambda: not form_bench.session.actions["bullets"].isChecked())


def test_tool_buttons_are_read_out_as_what_they_do(unchecked: Program) -> None:
    tools = unchecked.session.window.findChild(QToolBar, "tools")
    assert tools is not None
    action = unchecked.session.actions["bullets"]
    button = next(b for b in tools.findChildren(QToolButton) if b.defaultAction() is action)
    assert button.accessibleName() == "Aufzählung"
    field = story(unchecked, "Wort")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text(unchecked) == "- Wort"
    assert field.hasFocus()
