"""Bold, italic and code while typing: by real keys in the form, and on any order of keys."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.export.html import render_section
from editor.export.image_sources import no_images
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.editor.typing_assist import TypingAssist, TypingOptions
from editor.gui.editor.undo_boundaries import UndoStep
from tests.gui.actions import press, section, type_into, waited
from tests.gui.form_bench import FormBench

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = {
    "<": Qt.Key.Key_Left,
    ">": Qt.Key.Key_Right,
    "^": Qt.Key.Key_Home,
    "$": Qt.Key.Key_End,
    "~": Qt.Key.Key_Backspace,
    "#": Qt.Key.Key_Delete,
    "\n": Qt.Key.Key_Return,
}
"""What stands for a key; B, I and C stand for the actions, other characters for themselves."""
ACTIONS = {"B": "bold", "I": "italic", "C": "code"}


KEYS_AT_MARKS = (
    ("|", "Bfett", "**fett|**"),
    ("|", "BfettB", "**fett**|"),
    ("|", "BfettB und", "**fett** und|"),
    ("|", "Bganz fett", "**ganz fett|**"),
    ("|", "Bganz  fett", "**ganz  fett|**"),
    ("|", "Bfett Bund", "**fett** und|"),
    ("|", "B fett", " **fett|**"),
    ("ein|", "B fettB", "ein **fett**|"),
    ("|", "IschrägI, dann", "*schräg*, dann|"),
    ("|", "CcodeC dann", "`code` dann|"),
    ("|", "BIbeidesIB", "***beides***|"),
    ("|", "Bfett IbeidesB", "**fett** ***beides**|*"),
    ("|", "BIbeidesBI", "***beides***|"),
    ("|", "BIbeidesI fettB", "***beides* fett**|"),
    ("|", "BIbeidesB schrägI", "***beides** schräg*|"),
    ("|", "BaIBb", "**a***b|*"),
    ("|", "IaBIIBa", "*a*_a|_"),
    ("|", "BIbeides Bschräg", "***beides*** *schräg|*"),
    ("|", "Bfett é", "**fett é|**"),
    ("|", 'Bfett "ja"B', "**fett „ja“**|"),
    ("|", "Bgut - schlechtB", "**gut – schlecht**|"),
    ("|", "B", "**|**"),
    ("|", "BB", "|"),
    ("|", "B~", "|"),
    ("|", "B#", "|"),
    ("ein|", "B<", "ein|"),
    ("ein|", "BI^", "|ein"),
    ("|", "Bfett ~", "**fett|**"),
    ("|", "Bfett ~er", "**fetter|**"),
    ("|", "Bfett  ~ro", "**fett ro|**"),
    ("**fett**|", "~", "fett|"),
    ("**|fett**", "~", "|fett"),
    ("**fett|**", "#", "fett|"),
    ("|**fett**", "#", "|fett"),
    ("|", "B*~", "**|**"),
    ("|", "Bganz f~", "**ganz** |"),
    ("|", "Bganz f~gut", "**ganz gut|**"),
    ("|", "Bf~", "**|**"),
    ("|", "Bf~>", "|"),
    ("**|f rot**", "#", " **|rot**"),
    ("**fett|**", ">", "**fett**|"),
    ("**fett**|", "<", "**fett|**"),
    ("|**fett**", ">", "**|fett**"),
    ("|**fett**", "$", "**fett**|"),
    ("**fett**|", "^", "|**fett**"),
    ("- Punkt|", "^", "- |Punkt"),
    ("- Punkt|", "^^", "|- Punkt"),
    ("### Titel|", "^", "### |Titel"),
    ("|", "Bfett\nmehr", "**fett**\n\nmehr|"),
    ("**ei|ns**", "\n", "**ei**\n\n|**ns**"),
    ("**|eins**", "\n", "\n\n|**eins**"),
    ("- **eins|**", "\n", "- **eins**\n- |"),
    ("|", "B\n", "|"),
    ("|", "BfettI\nmehr", "**fett**\n\nmehr|"),
)
"""Text with the cursor at the bar, keys, and text with the cursor after them."""
KEYS_ON_SELECTIONS = (
    ("ein |**zwei dr|ei**", "~", "ein |**ei**"),
    ("ein |**zwei dr|ei**", "#", "ein |**ei**"),
    ("ein |**zwei dr|ei**", "ab", "ein ab|**ei**"),
    ("**zwei d|rei** vi|er", "ab", "**zwei dab|**er"),
    ("**zwei |drei** vier|", "ab", "**zwei ab|**"),
    ("ein **|zwei|** drei", "ab", "ein **ab|** drei"),
    ("ein |**zwei|** drei", "ab", "ein ab| drei"),
    ("ein |**zwei**| drei", "ab", "ein ab| drei"),
    ("ein |Wort| hier", "ab", "ein ab| hier"),
    ("**zwei| |drei**", "\n", "**zwei**\n\n|**drei**"),
    ("ein |**zwei dr|ei**", "\n", "ein \n\n|**ei**"),
)
"""The same with a selection between two bars."""
DELETED_WORDS = (
    ("ein **zwei drei**|", Qt.Key.Key_Backspace, "ein **zwei** |"),
    ("ein **zwei|**", Qt.Key.Key_Backspace, "ein **|**"),
    ("ein |**zwei drei**", Qt.Key.Key_Delete, "ein |**drei**"),
    ("ein zwei|", Qt.Key.Key_Backspace, "ein |"),
)


def shown(bench: FormBench) -> str:
    """Return the text of the story with a bar at the cursor."""
    text = bench.session.document.review.text("story")
    at = section(bench, "story").cursor_place()
    return f"{text[:at]}|{text[at:]}"


def use(bench: FormBench, keys: str) -> None:
    field = section(bench, "story")
    for key in keys:
        if key in ACTIONS:
            press(bench, ACTIONS[key])
        elif key in KEYS:
            QTest.keyClick(field, KEYS[key])
        else:
            type_into(field, key)


def write(bench: FormBench, before: str) -> SectionEditor:
    """Show the text of ``before`` with the cursor at its bar."""
    field = section(bench, "story")
    assert before.count("|") == 1
    text = before.replace("|", "")
    bench.session.document.edit_text("story", text, typing=False, boundary=True)
    field.setFocus()
    field.select(before.index("|"), before.index("|"))
    return field


def test_keys_at_marks(form_bench: FormBench) -> None:
    for before, keys, after in KEYS_AT_MARKS:
        write(form_bench, before)
        use(form_bench, keys)
        assert shown(form_bench) == after, (before, keys)


def test_keys_on_selections(form_bench: FormBench) -> None:
    for before, keys, after in KEYS_ON_SELECTIONS:
        first, inside, last = before.split("|")
        field = write(form_bench, f"{first}|{inside}{last}")
        field.select(len(first), len(first + inside))
        use(form_bench, keys)
        assert shown(form_bench) == after, (before, keys)
        # As without marks: the selection goes in one step, and what is typed then in another.
        for _ in keys:
            press(form_bench, "undo")
        assert form_bench.session.document.review.text("story") == first + inside + last


def test_cut_keeps_marks_in_pairs(form_bench: FormBench) -> None:
    field = write(form_bench, "ein |**zwei drei**")
    field.select(4, 11)
    field.cut()
    assert QGuiApplication.clipboard().text() == "**zwei "
    assert shown(form_bench) == "ein |**drei**"


@pytest.mark.parametrize("way", ["Ctrl+X", "Shift+Del", "edit-cut", "edit-delete"])
def test_every_way_to_cut_keeps_marks_in_pairs(
    form_bench: FormBench, qtbot: QtBot, way: str
) -> None:
    field = write(form_bench, "ein |**zwei drei**")
    field.select(4, 11)
    if way.startswith("edit"):
        menu = opened_menu(qtbot, field)
        next(entry for entry in menu.actions() if entry.objectName() == way).trigger()
        menu.close()
    else:
        QTest.keySequence(field, QKeySequence(way))
    assert shown(form_bench) == "ein |**drei**"


def opened_menu(qtbot: QtBot, field: SectionEditor) -> QMenu:
    """Open the menu of the field with the key for it."""
    reason, place = QContextMenuEvent.Reason.Keyboard, field.cursorRect().center()
    at = field.viewport().mapToGlobal(place)
    QApplication.sendEvent(field.viewport(), QContextMenuEvent(reason, place, at))
    menu = waited(qtbot, QApplication.activePopupWidget)
    assert isinstance(menu, QMenu)
    return menu


def test_paste_in_a_format(form_bench: FormBench) -> None:
    for keys, pasted, after in (
        ("B", "neu", "**neu|**"),
        ("Balt ", "neu", "**alt neu|**"),
        ("B", "neu ", "**neu** |"),
        ("B", "eins\n\nzwei", "eins\n\nzwei|"),
    ):
        field = write(form_bench, "|")
        use(form_bench, keys)
        QGuiApplication.clipboard().setText(pasted)
        field.paste()
        assert shown(form_bench) == after, (keys, pasted)


def test_cut_without_a_selection_changes_nothing(form_bench: FormBench) -> None:
    write(form_bench, "**zwei|** drei").cut()
    assert shown(form_bench) == "**zwei|** drei"


def test_word_deletion(form_bench: FormBench) -> None:
    for before, key, after in DELETED_WORDS:
        QTest.keyClick(write(form_bench, before), key, CONTROL)
        assert shown(form_bench) == after, before


def test_shift_selects_a_whole_mark(form_bench: FormBench) -> None:
    field = write(form_bench, "**fett**|")
    QTest.keyClick(field, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(field, Qt.Key.Key_Left, SHIFT)
    assert field.selection() == (5, 8)


def test_undo_leaves_the_cursor_outside_of_marks(form_bench: FormBench) -> None:
    write(form_bench, "|")
    use(form_bench, "BfettIx")
    press(form_bench, "undo")
    assert shown(form_bench) == "**fett|**"


def test_a_click_between_the_signs_of_a_mark_goes_to_its_text(form_bench: FormBench) -> None:
    field = write(form_bench, "ein |**Wort**")
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=field.area(5, 5).center())
    assert shown(form_bench) == "ein **|Wort**"


def test_an_empty_pair_goes_with_the_focus(form_bench: FormBench) -> None:
    write(form_bench, "ein |Wort")
    use(form_bench, "B")
    section(form_bench, "plot").setFocus()
    assert form_bench.session.document.review.text("story") == "ein Wort"


def test_an_empty_pair_goes_with_a_click_elsewhere(form_bench: FormBench) -> None:
    field = write(form_bench, "ein Wort |")
    use(form_bench, "B")
    place = field.area(0, 1).center()
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert form_bench.session.document.review.text("story") == "ein Wort "


def test_undo_steps(form_bench: FormBench) -> None:
    write(form_bench, "|")
    use(form_bench, "Bganz fettB und")
    seen = []
    while form_bench.session.document.review.text("story"):
        seen.append(form_bench.session.document.review.text("story"))
        press(form_bench, "undo")
    assert seen == ["**ganz fett** und", "**ganz fett** ", "**ganz** "]


def test_a_pair_without_a_letter_is_no_undo_step(form_bench: FormBench) -> None:
    write(form_bench, "ein Wort |")
    use(form_bench, "B<")
    form_bench.session.document.edit_text("plot", "x", typing=True, boundary=True)
    press(form_bench, "undo")
    press(form_bench, "undo")
    assert form_bench.session.document.review.text("story") == ""


def test_the_tool_stays_pressed_between_two_words_of_a_format(form_bench: FormBench) -> None:
    field = write(form_bench, "|")
    use(form_bench, "Bfett ")
    assert field.typing_assist.format_keys.formats() == {"bold"}
    use(form_bench, "B")
    assert field.typing_assist.format_keys.formats() == frozenset()


class Field:
    """A field in memory."""

    def __init__(self) -> None:
        self.text = ""
        self._selection = (0, 0)
        self.assist = TypingAssist(self, TypingOptions())

    def selection(self) -> tuple[int, int]:
        return self._selection

    def cursor_place(self) -> int:
        return self._selection[1]

    def select(self, start: int, end: int) -> None:
        self._selection = (start, end)
        self.assist.format_keys.cursor_moved()

    def move_cursor(self, place: int, *, selecting: bool) -> None:
        assert not selecting
        self.select(place, place)

    def replace(self, start: int, end: int, text: str, step: UndoStep = UndoStep.OWN) -> None:
        self.text = self.text[:start] + text + self.text[end:]

    def use(self, key: str) -> None:
        at = self._selection[0]
        if key in ACTIONS:
            self.assist.run(ACTIONS[key])
        elif key in KEYS:
            event = QKeyEvent(QEvent.Type.KeyPress, KEYS[key], Qt.KeyboardModifier.NoModifier)
            if not self.assist.handle_key(event):
                place = at + (1 if key == ">" else -1)
                place = max(0, min(place, len(self.text)))
                self.select(place, place)
        else:
            self.replace(at, at, key)
            self.select(at + 1, at + 1)
            self.assist.handle_typed(key)


@settings(max_examples=100)
@given(st.text("BIabc ", max_size=14))
def test_letters_and_formats_in_any_order(keys: str) -> None:
    field = Field()
    for key in keys:
        field.use(key)
    field.assist.format_keys.leave()
    letters = re.sub("[BI]", "", keys)
    assert re.sub(r"[*_]", "", field.text) == letters
    html = render_section(f"x {field.text}", "story", no_images)
    assert not re.search(r"[*_]", re.sub(r"<[^>]*>", "", html)), field.text
    assert re.sub(r"<[^>]*>|\s", "", html) == "x" + re.sub(r"\s", "", letters)


@settings(max_examples=100)
@given(st.text("BICab <>", max_size=14))
def test_no_key_loses_a_letter(keys: str) -> None:
    field = Field()
    for key in keys:
        field.use(key)
    typed = sorted(key for key in keys if key in "ab")
    assert sorted(key for key in field.text if key in "ab") == typed


@given(st.lists(st.text("abä", min_size=1, max_size=4), min_size=1, max_size=3), st.booleans())
def test_a_format_ends_where_its_key_was_used_again(words: list[str], bold: bool) -> None:
    field, key, mark = Field(), "B" if bold else "I", "**" if bold else "*"
    for character in f"{key}{' '.join(words)}{key} mehr":
        field.use(character)
    assert field.text == f"{mark}{' '.join(words)}{mark} mehr"
