"""Selections: one in the whole form, and words without the punctuation around them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.keyboard.key_text import key_text
from editor.gui.program import Program
from editor.gui.proofing.findings_panel import FindingsPanel
from editor.gui.theme import make_theme
from editor.languagetool.finding import Finding, FindingKind
from tests.gui.actions import find, press, section, type_into, waited
from tests.gui.rows import texts_of


def place(editor: SectionEditor, position: int) -> QPoint:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    return editor.cursorRect(cursor).center()


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("Das ist „ordentlich“ gemacht.", 12, "ordentlich"),
        ("Das ist »ordentlich« gemacht.", 12, "ordentlich"),
        ("😀 Der „Science-Fiction-Film“.", 9, "Science"),
        ("Ein **fettes** Wort.", 8, "fettes"),
        ("Ende …", 6, "…"),
    ],
)
def test_double_click_selects_the_word_alone(
    unchecked: Program, text: str, at: int, word: str
) -> None:
    story = section(unchecked, "story")
    unchecked.session.document.edit_text("story", text, typing=False, boundary=True)
    unchecked.session.window.form.go_to("story", 0)
    QTest.mouseDClick(story.viewport(), Qt.MouseButton.LeftButton, pos=place(story, at))
    start, end = story.selection()
    assert text[start:end] in (word, "Science-Fiction-Film")


@pytest.mark.parametrize("target", ["section.plot", "fact.title"])
def test_cursor_elsewhere_leaves_nothing_selected(
    unchecked: Program, qtbot: QtBot, target: str
) -> None:
    unchecked.session.window.activateWindow()
    qtbot.waitUntil(unchecked.session.window.isActiveWindow)
    for key in ("plot", "story"):
        unchecked.session.document.edit_text(key, "Ein Wort.", typing=False, boundary=True)
    story = section(unchecked, "story")
    unchecked.session.window.form.go_to("story", 4, 8)
    find(unchecked, QTabBar, "findingTabs").setFocus()
    assert story.selection() == (4, 8), "the text is still where the writer works"
    kind = SectionEditor if target.startswith("section") else QLineEdit
    find(unchecked, kind, target).setFocus()
    assert story.selection() == (8, 8)


def test_tab_stays_under_the_pointer_when_it_is_clicked(unchecked: Program, qtbot: QtBot) -> None:
    bar = find(unchecked, QTabBar, "findingTabs")
    waited(qtbot, lambda: bar.height() > 0)
    window = unchecked.session.window
    places = [bar.mapTo(window, bar.tabRect(tab).center()) for tab in range(bar.count())]
    for tab, pointer in (*enumerate(places), *reversed(list(enumerate(places)))):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.mapFrom(window, pointer))
        qtbot.wait(0)
        assert bar.currentIndex() == tab


FULL = "Er kommt. Er stirbt am Ende. Sie lacht."


@pytest.mark.parametrize("typing", ["", "Davor: "])
def test_spoiler_of_a_sentence_is_one_step_and_joins_again(unchecked: Program, typing: str) -> None:
    story = section(unchecked, "story")
    unchecked.session.document.edit_text("story", FULL, typing=False, boundary=True)
    unchecked.session.window.form.go_to("story", 10, 28)
    press(unchecked, "spoiler")
    folded = story.text
    assert folded.startswith("Er kommt.\n\n<details")
    assert "\n\nEr stirbt am Ende.\n\n</details>\n\nSie lacht." in folded
    press(unchecked, "undo")
    assert story.text == FULL
    press(unchecked, "redo")
    assert story.text == folded
    story.select(0, 0)
    type_into(story, typing)
    at = story.text.index("stirbt")
    story.select(at, at)
    press(unchecked, "spoiler")
    assert story.text == typing + FULL


def test_markup_of_a_spoiler_recedes(unchecked: Program) -> None:
    story = section(unchecked, "story")
    unchecked.session.document.edit_text("story", FULL, typing=False, boundary=True)
    unchecked.session.window.form.go_to("story", 10, 28)
    press(unchecked, "spoiler")
    theme = unchecked.session.window.theme
    receding = ""
    block = story.document().begin()
    while block.isValid():
        for part in block.layout().formats():
            if part.format.foreground().color() in (theme.color("soft_ink"), theme.color("faint")):
                receding += block.text()[part.start : part.start + part.length]
        block = block.next()
    assert receding == '<details markdown="1"><summary></summary></details>'


def test_label_of_a_spoiler_is_not_the_writers_text(unchecked: Program, qtbot: QtBot) -> None:
    numbers = find(unchecked, QLabel, "status.numbers")
    unchecked.session.document.edit_text("story", FULL, typing=False, boundary=True)
    waited(qtbot, lambda: numbers.text().startswith("8 Wörter"))
    unchecked.session.window.form.go_to("story", 10, 28)
    press(unchecked, "spoiler")
    type_into(section(unchecked, "plot"), "Eins")
    waited(qtbot, lambda: numbers.text().startswith("9 Wörter"))


@pytest.mark.parametrize("selected", [True, False])
def test_menu_names_the_keys_of_the_clipboard(
    unchecked: Program, qtbot: QtBot, *, selected: bool
) -> None:
    story = section(unchecked, "story")
    type_into(story, "Ein Satz.")
    story.setFocus()
    if selected:
        story.selectAll()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(story, event)
    menu = waited(qtbot, QApplication.activePopupWidget)
    assert isinstance(menu, QMenu)
    named = dict(action.text().replace("&", "").split("\t") for action in menu.actions()[:3])
    assert list(named.values()) == [key_text(keys) for keys in ("Ctrl+X", "Ctrl+C", "Ctrl+V")]
    menu.close()


def test_suggestion_of_blanks_can_be_read(qtbot: QtBot) -> None:
    theme = make_theme("light")
    text = "Er kam ,und ging."
    finding = Finding(7, 11, "COMMA", "TYPOGRAPHY", "Leerzeichen", (", und",), FindingKind.GRAMMAR)
    blank = Finding(6, 7, "BLANK", "TYPOGRAPHY", "Leerzeichen", ("", "\u00a0"), FindingKind.GRAMMAR)
    before = Finding(2, 3, "BLANK", "TYPOGRAPHY", "Leerzeichen", (" … ",), FindingKind.GRAMMAR)
    window = QWidget()
    qtbot.addWidget(window)
    panel = FindingsPanel(theme, window)
    panel.show_findings({"story": [before, blank, finding]}, {"story": "Story"}, {"story": text})
    words = ["„␣“ → ␣…␣", "„␣“ → (entfernen)", "„,und“ → , und"]
    assert texts_of(panel._list) == [f"{word} · Typografie" for word in words]
