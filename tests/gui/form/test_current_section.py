"""The outline, the form and the preview show the same section as the current one."""

from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor.gui.form.outline_list import OutlineList
from editor.gui.form.rating_edit import RatingEdit
from editor.gui.program import Program
from editor.languagetool.finding import Finding, FindingKind
from editor.paths import sample_path
from tests.gui.actions import evaluate, find, press, preview_text, section, type_into, waited
from tests.gui.form_bench import FormHost
from tests.gui.rows import Row, row_list


def marked(editor: FormHost) -> str:
    """Return the section that outline, form and actions have, which is the same for all."""
    outline, form = row_list(editor, "outline"), editor.session.window.form
    place = form.current_section.place
    shown = [key for key, card in form.cards.items() if card.property("current") == "true"]
    assert outline.current_key == place
    assert shown == ([] if place == "facts" else [place])
    assert [row.key for row in outline.rows] == ["facts", *form.visible_sections]
    return place


@pytest.fixture
def written(unchecked: Program, qtbot: QtBot) -> Program:
    """A window whose sections are each higher than the page, and the cursor in the first one."""
    keys = unchecked.session.window.form.visible_sections
    for key in keys:
        text = f"Wort {key}.\n\n" * 30
        unchecked.session.document.edit_text(key, text, typing=False, boundary=True)
    waited(qtbot, lambda: unchecked.session.window.form.verticalScrollBar().maximum() > 5_000)
    section(unchecked, keys[0]).setFocus()
    waited(qtbot, lambda: marked(unchecked) == keys[0])
    return unchecked


def turn_wheel(editor: FormHost, notches: int) -> None:
    page = editor.session.window.form.viewport()
    middle = QPointF(page.rect().center())
    for _ in range(abs(notches)):
        event = QWheelEvent(
            middle,
            page.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120 if notches > 0 else 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page, event)


def test_outline_follows_the_wheel_and_returns_to_the_cursor(written: Program) -> None:
    form = written.session.window.form
    first, last = form.visible_sections[0], form.visible_sections[-1]
    turn_wheel(written, 500)
    assert form.verticalScrollBar().value() == form.verticalScrollBar().maximum()
    assert marked(written) == last
    story = form.cards["story"]
    while form.verticalScrollBar().value() > story.y():
        turn_wheel(written, -1)
    assert marked(written) in ("plot", "story")
    assert section(written, first).hasFocus()
    type_into(section(written, first), "x")
    assert marked(written) == first
    turn_wheel(written, -500)
    assert marked(written) == "facts"


def test_stars_belong_to_their_section(written: Program, qtbot: QtBot) -> None:
    rating = find(written, RatingEdit, "rating.cast")
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=QPoint(10, rating.height() // 2))
    assert marked(written) == "cast"
    # What counts words and findings marks the section once more, and no other one.
    qtbot.waitUntil(lambda: "cast" in written.session.overview.statistics_service.counts)
    assert marked(written) == "cast"


def test_outline_follows_to_a_match(written: Program, qtbot: QtBot) -> None:
    press(written, "find")
    line = find(written, QLineEdit, "find.text")
    type_into(line, "Wort effects")
    waited(qtbot, lambda: marked(written) == "effects")
    assert line.hasFocus()


def test_facts_say_how_many_there_are(unchecked: Program, qtbot: QtBot) -> None:
    type_into(find(unchecked, QLineEdit, "fact.title"), "Hafen")
    facts = Row(row_list(unchecked, "outline"), 0)
    told = f"von {len(unchecked.session.document.form.facts)} Angaben sind ausgefüllt"
    waited(qtbot, lambda: told in facts.tip())
    assert facts.data(Qt.ItemDataRole.AccessibleTextRole) == f"Angaben: {facts.tip()}"


def test_preview_goes_to_the_head_with_the_facts(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: "Verfolgungsjagden" in preview_text(qtbot, unchecked))
    unchecked.session.window.activateWindow()
    assert QTest.qWaitForWindowActive(unchecked.session.window)
    type_into(section(unchecked, "verdict"), "x")
    waited(qtbot, lambda: evaluate(qtbot, unchecked, "window.scrollY > 100") is True)
    Row(row_list(unchecked, "outline"), 0).click()
    top = "document.querySelector('header').getBoundingClientRect().top >= 0"
    waited(qtbot, lambda: evaluate(qtbot, unchecked, top) is True)


def test_section_keys_go_on_from_what_is_scrolled_to(written: Program) -> None:
    keys = written.session.window.form.visible_sections
    turn_wheel(written, 500)
    press(written, "previous_section")
    assert marked(written) == keys[-2]
    assert section(written, keys[-2]).hasFocus()
    press(written, "next_section")
    assert marked(written) == keys[-1]


def test_keys_in_the_outline_show_the_section_and_escape_goes_back(
    written: Program, qtbot: QtBot
) -> None:
    form, outline = written.session.window.form, row_list(written, "outline")
    outline.setFocus()
    QTest.keyClick(outline, Qt.Key.Key_Down)
    QTest.keyClick(outline, Qt.Key.Key_Down)
    place = marked(written)
    assert place == form.visible_sections[2]
    card = form.cards[place]
    assert abs(card.y() - form.verticalScrollBar().value()) < form.viewport().height() / 3
    assert outline.hasFocus()
    QTest.keyClick(outline, Qt.Key.Key_Escape)
    first = section(written, form.visible_sections[0])
    waited(qtbot, first.hasFocus)
    assert marked(written) == form.visible_sections[0]


def test_hidden_section_hands_on_to_the_next(unchecked: Program) -> None:
    form = unchecked.session.window.form
    form.jump("plot")
    press(unchecked, "section_off")
    assert marked(unchecked) == "story"
    assert form.current == "story"


def test_opened_review_begins_with_its_first_text(written: Program, qtbot: QtBot) -> None:
    form = written.session.window.form
    turn_wheel(written, 500)
    written.session.files.controller.load(sample_path())
    waited(qtbot, lambda: written.session.document.path is not None)
    assert form.current_section.place == "introduction"
    assert marked(written) == "introduction"


def test_undo_shows_the_section_that_it_moves_back(written: Program, qtbot: QtBot) -> None:
    form = written.session.window.form
    form.jump(form.visible_sections[-1])
    press(written, "section_up")
    moved = marked(written)
    form.jump("facts")
    press(written, "undo")
    assert marked(written) == moved
    waited(qtbot, lambda: not form.cards[moved].visibleRegion().isEmpty())


def drag_row(outline: OutlineList, start: int, end: int) -> None:
    view, goal = outline.viewport(), Row(outline, end).area()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=Row(outline, start).centre())
    QTest.mouseMove(view, goal.center())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=goal.bottomLeft() + QPoint(20, 0))


def steps(editor: Program, random: Random) -> list[Callable[[], object]]:
    """Return what a writer may do next."""
    form, outline = editor.session.window.form, find(editor, OutlineList, "outline")
    some = random.choice(form.visible_sections)
    row = random.randrange(1, len(outline.rows))
    rating = form.cards[some].rating
    verbs = (
        *("undo", "redo", "next_section", "previous_section", "section_up", "section_down"),
        *("section_off", "paragraph_up", "focus_mode"),
    )
    enabled = [verb for verb in verbs if editor.session.actions[verb].isEnabled()]
    return [
        *(editor.session.actions[verb].trigger for verb in enabled),
        partial(turn_wheel, editor, random.randint(-12, 12)),
        partial(Row(outline, row).click),
        partial(drag_row, outline, row, random.randrange(1, len(outline.rows))),
        partial(QTest.keyClick, outline, random.choice((Qt.Key.Key_Down, Qt.Key.Key_End))),
        partial(QTest.keyClick, outline, Qt.Key.Key_Return),
        partial(type_into, section(editor, some), "x\ny"),
        partial(section(editor, some).setFocus),
        partial(find(editor, QLineEdit, "fact.title").setFocus),
        partial(form.show_place, some, 0, 1),
        partial(form.go_to_fact, "title"),
        partial(form.go_to_rating, some),
        partial(editor.session.form.reorder.move_to, some),
        partial(editor.session.form.reorder.switch_on, random.choice(list(form.cards))),
        *([rating.setFocus] if rating is not None else []),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_no_way_through_the_review_divides_outline_and_form(
    written: Program, qtbot: QtBot, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    for _ in range(60):
        random.choice(steps(written, random))()
        marked(written)
        qtbot.wait(0)
        place = marked(written)
        form = written.session.window.form
        assert place in ("facts", *form.visible_sections)


# -- the preview ----------------------------------------------------------------------------------


def go_by_outline(editor: Program) -> None:
    row_with_key(editor, "story").click()


def row_with_key(editor: Program, key: str) -> Row:
    outline = row_list(editor, "outline")
    return Row(outline, [row.key for row in outline.rows].index(key))


def go_by_keys(editor: Program) -> None:
    for _ in editor.session.window.form.visible_sections[:2]:
        press(editor, "next_section")


def go_by_key_in_the_outline(editor: Program) -> None:
    outline = row_list(editor, "outline")
    outline.setFocus()
    QTest.keyClick(outline, Qt.Key.Key_Down)
    QTest.keyClick(outline, Qt.Key.Key_Down)


def go_by_finding(editor: Program) -> None:
    finding = Finding(0, 4, "RULE", "CATEGORY", "Falsch.", (), FindingKind.GRAMMAR)
    editor.session.proofing.check_service._publish("story", (finding,))
    press(editor, "next_finding")


def go_by_rating(editor: Program) -> None:
    editor.session.window.form.go_to_rating("story")


def go_by_scrolling(editor: Program) -> None:
    story = editor.session.window.form.cards["story"]
    while editor.session.window.form.verticalScrollBar().value() < story.y():
        turn_wheel(editor, 1)


@pytest.mark.parametrize(
    "go",
    [
        *(go_by_outline, go_by_keys, go_by_key_in_the_outline),
        *(go_by_finding, go_by_rating, go_by_scrolling),
    ],
)
def test_preview_follows(written: Program, qtbot: QtBot, go: Callable[[Program], object]) -> None:
    waited(qtbot, lambda: "Wort story." in preview_text(qtbot, written))
    go(written)
    assert marked(written) == "story"
    box = "document.getElementById('story').getBoundingClientRect()"
    seen = f"{box}.top < window.innerHeight && {box}.bottom > 0"
    waited(qtbot, lambda: evaluate(qtbot, written, seen) is True)
