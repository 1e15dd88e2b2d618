"""Writing with typography and Markdown commands, by real keys in the real window."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar
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

BACKSPACE = Qt.Key.Key_Backspace


def text(editor: Program) -> str:
    return editor.session.document.review.text("story")


def story(editor: Program, written: str = "") -> SectionEditor:
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
def test_typography_follows_the_keys(unchecked: Program, keys: str, expected: str) -> None:
    type_into(story(unchecked), keys)
    assert text(unchecked) == expected


def test_backspace_takes_back_the_replacement_only(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, 'Ein "')
    assert text(unchecked) == "Ein „"
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == 'Ein "'
    type_into(field, 'x"')
    assert text(unchecked) == 'Ein "x"'
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == 'Ein "x'


def test_backspace_keeps_the_cursor_where_it_was(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, "😀 120 min,")
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == "😀 120 min,"
    type_into(field, " x...")
    QTest.keyClick(field, BACKSPACE)
    type_into(field, "y")
    assert text(unchecked) == "😀 120 min, x...y"


def test_backspace_elsewhere_deletes(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, 'Ein "')
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == "Ein„"
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == "Ein"


def test_replacement_is_an_undo_step_of_its_own(unchecked: Program) -> None:
    story(unchecked)
    type_into(section(unchecked, "story"), 'Ein "Wort"')
    seen = [text(unchecked)]
    while text(unchecked):
        press(unchecked, "undo")
        seen.append(text(unchecked))
    assert seen == ["Ein „Wort“", 'Ein „Wort"', "Ein „", 'Ein "', "Ein ", ""]
    for expected in reversed(seen[:-1]):
        press(unchecked, "redo")
        assert text(unchecked) == expected


def test_undo_key_takes_back_the_replacement_first(unchecked: Program) -> None:
    unchecked.session.window.activateWindow()
    field = story(unchecked, "Ein ")
    type_into(field, "Film...")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(unchecked) == "Ein Film..."
    type_into(field, " x")
    assert text(unchecked) == "Ein Film... x"


def test_paste_is_typeset_in_a_second_step(unchecked: Program) -> None:
    field = story(unchecked, "„Er sagt 😀 ")
    QGuiApplication.clipboard().setText('"ja" -- `"nein"`\r\nund...')
    field.paste()
    type_into(field, "x")
    assert text(unchecked) == '„Er sagt 😀 ‚ja‘–`"nein"`\nund…x'.replace("‘–", "‘ – ")
    press(unchecked, "undo")
    press(unchecked, "undo")
    assert text(unchecked) == '„Er sagt 😀 "ja" -- `"nein"`\nund...'
    press(unchecked, "undo")
    assert text(unchecked) == "„Er sagt 😀 "


def test_paste_into_a_target_stays_as_it_is(unchecked: Program) -> None:
    field = story(unchecked, "[Text](")
    QGuiApplication.clipboard().setText("bild--1...png")
    field.paste()
    assert text(unchecked) == "[Text](bild--1...png"


def test_what_is_dragged_arrives_once_and_whole(unchecked: Program) -> None:
    field = story(unchecked, '😀 "ja" und 😀 mehr...')
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
    assert text(unchecked).count('"ja"') == 1
    assert text(unchecked) == field.text
    assert sorted(text(unchecked)) == sorted('😀 "ja" und 😀 mehr...')


def test_input_method_is_typed_too(unchecked: Program) -> None:
    field = story(unchecked, "Ein ")
    for character in '"é"':
        event = QInputMethodEvent()
        event.setCommitString(character)
        QApplication.sendEvent(field, event)
    assert text(unchecked) == "Ein „é“"


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


def test_typography_of_a_finished_section_is_one_step(unchecked: Program) -> None:
    field = story(unchecked, '"a" - b\n\n"c"')
    select(field, '"c"')
    press(unchecked, "typeset")
    assert text(unchecked) == '"a" - b\n\n„c“'
    assert field.textCursor().selectedText() == "„c“"
    field.select(0, 0)
    press(unchecked, "typeset")
    assert text(unchecked) == "„a“ – b\n\n„c“"
    press(unchecked, "undo")
    assert text(unchecked) == '"a" - b\n\n„c“'


def test_enter_goes_on_with_a_list_and_ends_it(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, "1. eins\nzwei\n\nText")
    assert text(unchecked) == "1. eins\n2. zwei\n\nText"
    press(unchecked, "undo")
    press(unchecked, "undo")
    assert text(unchecked) == "1. eins\n2. zwei\n3. "


def test_enter_begins_a_paragraph_and_backspace_takes_it_back(unchecked: Program) -> None:
    field = story(unchecked, "😀 Eins zwei")
    field.select(7, 7)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert text(unchecked) == "😀 Eins \n\nzwei"
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == "😀 Eins zwei"
    field.select(7, 7)
    QTest.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    type_into(field, "x")
    assert text(unchecked) == "😀 Eins \n\nxzwei"


def test_enter_on_an_empty_line_adds_no_further_one(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, "\nEins\n\n\nzwei")
    assert text(unchecked) == "Eins\n\nzwei"


def test_code_keeps_every_enter(unchecked: Program) -> None:
    field = story(unchecked, "```")
    type_into(field, "\na\n\n\nb")
    assert text(unchecked) == "```\na\n\n\nb"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, BACKSPACE, Qt.Key.Key_Delete])
def test_keys_change_nothing_that_may_only_be_read(unchecked: Program, key: Qt.Key) -> None:
    field = story(unchecked, "- Eins\n\n\n\nzwei")
    field.setReadOnly(True)
    for place in (6, 8):
        field.select(place, place)
        QTest.keyClick(field, key)
        QTest.keyClick(field, key, Qt.KeyboardModifier.ShiftModifier)
    assert text(unchecked) == "- Eins\n\n\n\nzwei"


def test_paragraph_is_an_undo_step_of_its_own(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, "Eins\n\nzwei")
    assert text(unchecked) == "Eins\n\nzwei"
    for expected in ("Eins\n\n", "Eins", ""):
        press(unchecked, "undo")
        assert text(unchecked) == expected


def test_backspace_first_takes_back_what_typography_did_at_enter(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, "120 min\n")
    assert text(unchecked) == "120\u00a0min\n\n"
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == "120 min\n\n"
    QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == "120 min"


def test_shift_and_enter_break_the_line_on_the_page(unchecked: Program) -> None:
    field = story(unchecked, "Eins")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_into(field, "zwei")
    assert text(unchecked) == "Eins  \nzwei"
    html = render_section(text(unchecked), "story", no_images)
    assert "<br>" in html
    assert html.count("<p>") == 1


def test_delete_joins_paragraphs(unchecked: Program) -> None:
    field = story(unchecked, "Eins\n\nzwei")
    field.select(4, 4)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert text(unchecked) == "Einszwei"


def test_enter_is_a_line_feed_when_the_writer_wants_that(unchecked: Program) -> None:
    unchecked.settings_store.change(enter_paragraph=False)
    field = story(unchecked)
    type_into(field, "Eins\nzwei\n\ndrei")
    assert text(unchecked) == "Eins\nzwei\n\ndrei"
    for _ in range(6):
        QTest.keyClick(field, BACKSPACE)
    assert text(unchecked) == "Eins\nzwei"
    unchecked.settings_store.change(enter_paragraph=True)
    type_into(field, "\n")
    assert text(unchecked) == "Eins\nzwei\n\n"


def test_enter_with_a_selection_begins_a_paragraph_in_its_place(unchecked: Program) -> None:
    field = story(unchecked, "Eins weg zwei")
    select(field, " weg ")
    type_into(field, "\n")
    assert text(unchecked) == "Eins\n\nzwei"


def test_enter_with_a_selection_replaces_it(unchecked: Program) -> None:
    field = story(unchecked, "- eins zwei")
    select(field, " zwei")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert text(unchecked) == "- eins\n"


def test_bold_on_a_selection_and_back(unchecked: Program) -> None:
    field = story(unchecked, "😀 ein Wort hier")
    select(field, "Wort")
    unchecked.session.window.activateWindow()
    QTest.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text(unchecked) == "😀 ein **Wort** hier"
    assert field.textCursor().selectedText() == "Wort"
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text(unchecked) == "😀 ein Wort hier"
    press(unchecked, "undo")
    assert text(unchecked) == "😀 ein **Wort** hier"


def test_bold_on_the_word_keeps_the_cursor(unchecked: Program) -> None:
    field = story(unchecked, "ein Wort hier")
    field.select(6, 6)
    press(unchecked, "bold")
    assert text(unchecked) == "ein **Wort** hier"
    type_into(field, "x")
    assert text(unchecked) == "ein **Woxrt** hier"


def test_short_command_is_an_undo_step_of_its_own(unchecked: Program) -> None:
    field = story(unchecked)
    type_into(field, "ein")
    press(unchecked, "bullets")
    assert text(unchecked) == "- ein"
    press(unchecked, "undo")
    assert text(unchecked) == "ein"


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
def test_commands(unchecked: Program, verb: str, expected: str) -> None:
    field = story(unchecked, "Wort")
    press(unchecked, verb)
    assert text(unchecked) == expected
    assert field.hasFocus()
    press(unchecked, "undo")
    assert text(unchecked) == "Wort"


@pytest.mark.parametrize(
    ("key", "shift", "expected"),
    [
        (Qt.Key.Key_I, False, "*Wort*"),
        (Qt.Key.Key_K, False, "[Wort]()"),
        (Qt.Key.Key_L, True, "- Wort"),
        (Qt.Key.Key_Q, True, "> Wort"),
        (Qt.Key.Key_H, True, "### Wort"),
    ],
)
def test_shortcuts_reach_the_editor(
    unchecked: Program, key: Qt.Key, shift: bool, expected: str
) -> None:
    QGuiApplication.clipboard().setText("kein Verweis")
    unchecked.session.window.activateWindow()
    field = story(unchecked, "Wort")
    modifiers = Qt.KeyboardModifier.ControlModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, key, modifiers)
    assert text(unchecked) == expected


def test_link_takes_the_copied_address(unchecked: Program) -> None:
    field = story(unchecked, "zum Film")
    select(field, "Film")
    QGuiApplication.clipboard().setText(" https://example.org/film ")
    press(unchecked, "link")
    assert text(unchecked) == "zum [Film](https://example.org/film)"


def test_lists_are_indented_and_back(unchecked: Program) -> None:
    story(unchecked, "- a\n- b")
    press(unchecked, "indent")
    assert text(unchecked) == "- a\n    - b"
    press(unchecked, "outdent")
    assert text(unchecked) == "- a\n- b"


def test_commands_need_a_section(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.window.form.jump("facts")
    qtbot.waitUntil(lambda: not unchecked.session.actions["bold"].isEnabled())
    story(unchecked)
    assert all(unchecked.session.actions[verb].isEnabled() for verb in typing_assist.VERBS)


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
    unchecked: Program, qtbot: QtBot, written: str, at: int, expected: set[str]
) -> None:
    field = story(unchecked, f"**x**\n\n{written}")

    def pressed() -> set[str]:
        return {
            verb for verb in format_actions.CHECKABLE if unchecked.session.actions[verb].isChecked()
        }

    field.select(3, 3)
    qtbot.waitUntil(lambda: pressed() == {"bold"})
    field.select(7 + at, 7 + at)
    qtbot.waitUntil(lambda: pressed() == expected)
    unchecked.session.window.form.jump("facts")
    qtbot.waitUntil(lambda: not pressed())


def test_button_is_as_the_text_after_it_was_used(unchecked: Program, qtbot: QtBot) -> None:
    field = story(unchecked, "ein Wort")
    select(field, "Wort")
    press(unchecked, "bold")
    qtbot.waitUntil(unchecked.session.actions["bold"].isChecked)
    # What is not a list yet does not look as if it were, whatever the button has been told.
    unchecked.session.actions["bullets"].setChecked(True)
    press(unchecked, "bold")
    qtbot.waitUntil(lambda: not unchecked.session.actions["bold"].isChecked())
    qtbot.waitUntil(lambda: not unchecked.session.actions["bullets"].isChecked())


def test_quote_has_a_picture_in_the_tool_bar_only(unchecked: Program) -> None:
    quote = unchecked.session.actions["quote"]
    assert not quote.icon().isNull()
    assert not quote.isIconVisibleInMenu()
    assert quote.toolTip().startswith("Zitat (eingerückt)")


def test_tool_buttons_are_read_out_as_what_they_do(unchecked: Program) -> None:
    tools = unchecked.session.window.findChild(QToolBar, "tools")
    assert tools is not None
    button = tools.widgetForAction(unchecked.session.actions["bullets"])
    assert button.accessibleName() == "Aufzählung"
    field = story(unchecked, "Wort")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text(unchecked) == "- Wort"
    assert field.hasFocus()
