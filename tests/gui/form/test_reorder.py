"""Moving paragraphs and sections, by real keys and mouse events in the real window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from editor.review.model import Review
from tests.gui.actions import entry, open_menu, press, preview_text, section, type_into, waited
from tests.gui.form_bench import FormBench, FormHost
from tests.gui.rows import Row, row_list

STORY = "Eins 😀.\n\nZwei\u00a0z.\u00a0B.\n\nDrei."


@pytest.fixture
def written(unchecked: Program) -> Program:
    """A window with three paragraphs of story, the cursor in the second, and one in the verdict."""
    unchecked.session.document.edit_text("story", STORY, typing=False, boundary=True)
    unchecked.session.document.edit_text("verdict", "Ende.", typing=False, boundary=True)
    unchecked.session.window.activateWindow()
    unchecked.session.window.form.go_to("story", STORY.index("Zwei") + 2)
    return unchecked


def key(editor: FormHost, sequence: str | QKeySequence.StandardKey) -> None:
    QTest.keySequence(QApplication.focusWidget() or editor.session.window, QKeySequence(sequence))


def text(editor: FormHost, name: str) -> str:
    shown = section(editor, name).text
    assert shown == editor.session.document.review.text(name)
    return shown


def order(review: Review) -> list[str]:
    return [item.id for item in review.sections]


def rows(editor: FormHost) -> list[str]:
    return [row.key for row in row_list(editor, "outline").rows][1:]


# -- paragraphs -----------------------------------------------------------------------------------


def test_paragraph_goes_up_and_down_with_its_cursor(written: Program) -> None:
    before = written.session.document.review
    key(written, "Alt+Up")
    assert text(written, "story") == "Zwei\u00a0z.\u00a0B.\n\nEins 😀.\n\nDrei."
    assert section(written, "story").selection() == (2, 2)
    key(written, "Alt+Up")
    key(written, "Alt+Down")
    key(written, "Alt+Down")
    assert text(written, "story") == "Eins 😀.\n\nDrei.\n\nZwei\u00a0z.\u00a0B."
    type_into(section(written, "story"), "x")
    assert text(written, "story").endswith("Zwxei\u00a0z.\u00a0B.")
    for _ in range(4):
        key(written, "Ctrl+Z")
    assert written.session.document.review == before


def test_key_takes_the_paragraph_to_another_section(written: Program) -> None:
    before = written.session.document.review
    place = list(written.session.window.form.visible_sections).index("verdict") + 1
    key(written, f"Ctrl+Alt+{place}")
    assert text(written, "story") == "Eins 😀.\n\nDrei."
    assert text(written, "verdict") == "Ende.\n\nZwei\u00a0z.\u00a0B."
    assert section(written, "verdict").hasFocus()
    assert section(written, "verdict").selection() == (9, 9)
    key(written, "Ctrl+Z")
    assert written.session.document.review == before
    assert section(written, "story").hasFocus()
    key(written, QKeySequence.StandardKey.Redo)
    assert text(written, "verdict").endswith("Zwei\u00a0z.\u00a0B.")


def test_menu_of_the_text_moves_the_paragraph_under_the_pointer(
    written: Program, qtbot: QtBot
) -> None:
    story = section(written, "story")
    last = len(STORY) - 2
    menu = open_menu(qtbot, story.viewport(), story.area(last, last).center())
    target = next(a for a in menu.actions() if a.objectName() == "action.move_to")
    inner = target.menu()
    assert isinstance(inner, QMenu)
    inner.aboutToShow.emit()
    labels = [a.text() for a in inner.actions() if a.isVisible()]
    assert labels[:3] == ["Einleitung", "Inhalt", "Story"]
    chosen = entry(inner, "Inhalt")
    assert not entry(inner, "Story").isEnabled()
    menu.close()
    chosen.trigger()
    assert text(written, "plot") == "Drei."
    assert text(written, "story") == "Eins 😀.\n\nZwei\u00a0z.\u00a0B."


def test_there_is_nothing_to_move_among_the_facts(written: Program) -> None:
    before = written.session.document.review
    written.session.window.form.jump("facts")
    key(written, "Alt+Up")
    key(written, "Ctrl+Alt+1")
    assert written.session.document.review is before
    assert not written.session.actions["paragraph_up"].isEnabled()


# -- dragging -------------------------------------------------------------------------------------


def drop(source: SectionEditor, target: SectionEditor, at: int, action: Qt.DropAction) -> None:
    """Drop what is selected in ``source`` at a place of ``target``, as the mouse would.

    The offscreen platform does not drag; what Qt does with the answer is played here: the source
    removes its text when the drop was a move.
    """
    data = source.createMimeDataFromSelection()
    place = QPointF(target.area(at, at).center() + QPoint(1, 0))
    modifier = (
        Qt.KeyboardModifier.ControlModifier
        if action == Qt.DropAction.CopyAction
        else Qt.KeyboardModifier.NoModifier
    )
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    held = (both, data, Qt.MouseButton.LeftButton, modifier)
    QApplication.sendEvent(target.viewport(), QDragEnterEvent(place.toPoint(), *held))
    event = QDropEvent(place, *held)
    event.setDropAction(action)
    QApplication.sendEvent(target.viewport(), event)
    assert event.isAccepted()
    if event.dropAction() == Qt.DropAction.MoveAction:
        source.textCursor().removeSelectedText()


def test_text_dropped_into_another_section_moves_in_one_step(written: Program) -> None:
    before = written.session.document.review
    story, verdict = section(written, "story"), section(written, "verdict")
    start = STORY.index("Zwei")
    story.select(start, start + 4)
    drop(story, verdict, 5, Qt.DropAction.MoveAction)
    assert text(written, "story") == STORY.replace("Zwei\u00a0", "")
    assert text(written, "verdict") == "Ende. Zwei"
    assert verdict.hasFocus()
    assert verdict.selection() == (6, 10)
    key(written, "Ctrl+Z")
    assert written.session.document.review == before


def test_text_dropped_with_ctrl_is_copied(written: Program) -> None:
    before = written.session.document.review
    story, verdict = section(written, "story"), section(written, "verdict")
    story.select(0, 6)
    drop(story, verdict, 0, Qt.DropAction.CopyAction)
    assert text(written, "story") == STORY
    assert text(written, "verdict") == "Eins 😀 Ende."
    key(written, "Ctrl+Z")
    assert written.session.document.review == before


@pytest.mark.parametrize(("goal", "there"), [("story", ""), ("verdict", "Anderes.")])
def test_text_of_another_window_comes_from_there(
    written: Program, form_bench: FormBench, goal: str, there: str
) -> None:
    form_bench.session.document.edit_text("story", there, typing=False, boundary=True)
    story = section(written, "story")
    story.select(0, 4)
    drop(story, section(form_bench, goal), 0, Qt.DropAction.MoveAction)
    assert text(form_bench, goal) == "Eins"
    assert text(form_bench, "story") == (there or "Eins")


def test_words_that_another_window_takes_leave_one_blank(
    form_bench: FormBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dragged_away(source: SectionEditor, _: QMouseEvent) -> None:
        # As Qt does when a drag ends in another window, or in another program.
        source.createMimeDataFromSelection()
        source.textCursor().removeSelectedText()

    monkeypatch.setattr(MarkdownEdit, "mouseMoveEvent", dragged_away, raising=False)
    story = section(form_bench, "story")
    form_bench.session.document.edit_text(
        "story", "Eine stille Serie.", typing=False, boundary=True
    )
    story.select(5, 11)
    QTest.mouseMove(story.viewport(), story.area(6, 6).center())
    assert text(form_bench, "story") == "Eine Serie."


def test_text_dropped_into_its_own_section_stays_one_step(written: Program) -> None:
    story = section(written, "story")
    story.select(0, 4)
    drop(story, story, len(STORY), Qt.DropAction.CopyAction)
    assert text(written, "story") == STORY + " Eins"
    key(written, "Ctrl+Z")
    assert text(written, "story") == STORY


def write(editor: Program, text: str) -> None:
    editor.session.document.edit_text("story", text, typing=False, boundary=True)


def test_bold_word_dropped_in_its_own_section_stays_bold(written: Program) -> None:
    story = section(written, "story")
    write(written, "Ein **fetter** Satz.")
    story.select(6, 12)
    drop(story, story, 20, Qt.DropAction.MoveAction)
    assert text(written, "story") == "Ein Satz. **fetter**"
    key(written, "Ctrl+Z")
    assert text(written, "story") == "Ein **fetter** Satz."


@pytest.mark.parametrize("from_outside", [True, False])
def test_text_dropped_on_the_head_of_a_spoiler_goes_into_it(
    written: Program, from_outside: bool
) -> None:
    story, verdict = section(written, "story"), section(written, "verdict")
    spoiler = '<details markdown="1"><summary>Spoiler</summary>\n\nMord.\n\n</details>'
    write(written, f"Neu\n\n{spoiler}")
    source = verdict if from_outside else story
    source.select(0, 3)
    drop(source, story, len("Neu\n\n<details mark"), Qt.DropAction.MoveAction)
    # A part of a word is dropped as it is, a whole one with a blank.
    dropped = "EndMord" if from_outside else "Neu Mord"
    assert spoiler.replace("Mord", dropped) in text(written, "story")


def test_part_of_a_spoiler_is_not_torn_out_of_it(written: Program) -> None:
    story = section(written, "story")
    torn = 'Neu\n\n<details markdown="1"><summary>Spoiler</summary>\n\nMord.\n\n</details>\n\nAus.'
    write(written, torn)
    story.select(0, torn.index("rd."))
    drop(story, story, len(torn), Qt.DropAction.MoveAction)
    assert text(written, "story") == torn


def test_copied_text_keeps_its_no_break_spaces(written: Program) -> None:
    story = section(written, "story")
    story.selectAll()
    story.copy()
    assert QApplication.clipboard().text() == STORY


# -- sections -------------------------------------------------------------------------------------


def test_key_moves_the_section_in_form_outline_and_preview(written: Program, qtbot: QtBot) -> None:
    before = written.session.document.review
    waited(qtbot, lambda: "Ende." in preview_text(qtbot, written))
    written.session.window.form.go_to("verdict", 2)
    for _ in range(len(order(before))):
        key(written, "Alt+Shift+Up")
    assert order(written.session.document.review)[0] == "verdict"
    assert section(written, "verdict").hasFocus()
    assert section(written, "verdict").selection() == (2, 2)
    waited(qtbot, lambda: rows(written)[0] == "verdict")
    card = written.session.window.form.cards
    waited(qtbot, lambda: card["verdict"].y() < card["story"].y())

    def in_order() -> bool:
        shown = preview_text(qtbot, written)
        return shown.index("Ende.") < shown.index("Eins")

    waited(qtbot, in_order)
    QTest.keyClick(section(written, "verdict"), Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is card["verdict"].rating
    for _ in range(len(order(before)) - 1):
        key(written, "Ctrl+Z")
    assert written.session.document.review == before
    waited(qtbot, lambda: rows(written)[0] == order(before)[0])


def test_tab_follows_the_new_order(written: Program) -> None:
    written.session.window.form.go_to("plot", 0)
    key(written, "Alt+Shift+Up")
    QTest.keyClick(section(written, "plot"), Qt.Key.Key_Tab)
    assert section(written, "introduction").hasFocus()


def test_outline_moves_the_row_that_has_the_keyboard(written: Program, qtbot: QtBot) -> None:
    outline = row_list(written, "outline")
    waited(qtbot, lambda: rows(written)[:3] == ["introduction", "plot", "story"])
    outline.setFocus()
    for name in ("Home", "Down", "Down", *2 * ("Alt+Shift+Down",)):
        QTest.keySequence(outline, QKeySequence(name))
    waited(qtbot, lambda: rows(written)[:4] == ["introduction", "story", "cast", "plot"])
    assert outline.hasFocus()
    assert outline.current_key == "plot"


def test_section_with_text_stays_and_says_why(written: Program) -> None:
    before = written.session.document.review
    press(written, "section_off")
    assert written.session.window.message_bar.isVisible()
    assert written.session.window.message_bar.sentence.startswith("Der Abschnitt enthält Text")
    assert written.session.document.review is before


def test_section_is_hidden_and_comes_back_by_the_menu_of_the_outline(
    written: Program, qtbot: QtBot
) -> None:
    outline = row_list(written, "outline")
    waited(qtbot, lambda: "extras" in rows(written))
    menu = section_menu(written, qtbot, rows(written).index("extras") + 1)
    off = next(a for a in menu.actions() if a.objectName() == "action.section_off")
    off.trigger()
    menu.close()
    waited(qtbot, lambda: "extras" not in rows(written))
    assert not written.session.window.form.cards["extras"].isVisible()
    assert written.session.document.review.fact("sections_off") == ["extras"]
    menu = section_menu(written, qtbot, 0)
    [on] = menu.actions()
    inner = on.menu()
    assert isinstance(inner, QMenu)
    inner.aboutToShow.emit()
    [back] = inner.actions()
    assert back.text() == "Extras"
    menu.close()
    back.trigger()
    assert written.session.window.form.cards["extras"].isVisible()
    assert section(written, "extras").hasFocus()
    waited(qtbot, lambda: "extras" in rows(written))
    written.session.document.undo()
    assert not written.session.window.form.cards["extras"].isVisible()
    assert len(outline.rows) > 1


def section_menu(editor: FormHost, qtbot: QtBot, row: int) -> QMenu:
    """Right-click on a row of the outline and return the menu."""
    outline = row_list(editor, "outline")
    shown = Row(outline, row)
    outline.scrollTo(shown.index)
    return open_menu(qtbot, outline.viewport(), shown.centre())
