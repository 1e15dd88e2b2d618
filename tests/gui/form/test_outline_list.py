"""Sections that are dragged in the outline with the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.form.outline_list import OutlineList
from editor.gui.program import Program
from tests.gui.actions import find, press, section, waited
from tests.gui.rows import Row


@pytest.fixture
def outline(unchecked: Program, qtbot: QtBot) -> OutlineList:
    """The list of a window whose story has text."""
    unchecked.session.document.edit_text("story", "Salz.", typing=False, boundary=True)
    found = find(unchecked, OutlineList, "outline")
    waited(qtbot, lambda: len(found.rows) > 1)
    return found


def hold(outline: OutlineList, row: int, target: int, *, below: bool = False) -> QPoint:
    """Press on ``row`` and move the pointer to the upper or lower part of the row ``target``."""
    view, start, end = outline.viewport(), Row(outline, row).centre(), Row(outline, target)
    place = end.centre() + QPoint(0, end.area().height() // 3 * (1 if below else -1))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(0, QApplication.startDragDistance()), place):
        QTest.mouseMove(view, point)
    return place


def let_go(outline: OutlineList, place: QPoint) -> None:
    QTest.mouseRelease(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drag(outline: OutlineList, row: int, target: int, *, below: bool = False) -> None:
    let_go(outline, hold(outline, row, target, below=below))


def keys(outline: OutlineList) -> list[str]:
    return [row.key for row in outline.rows]


def test_section_is_dragged_and_one_undo_puts_it_back(
    unchecked: Program, outline: OutlineList
) -> None:
    before, form = unchecked.session.document.review, unchecked.session.window.form
    assert keys(outline)[:5] == ["facts", "introduction", "plot", "story", "cast"]
    drag(outline, 3, 1)
    assert keys(outline)[:5] == ["facts", "story", "introduction", "plot", "cast"]
    assert list(form.cards)[:4] == keys(outline)[1:5]
    assert outline.current_key == "story"
    assert section(unchecked, "story").hasFocus()
    drag(outline, 1, 4, below=True)
    assert keys(outline)[:5] == ["facts", "introduction", "plot", "cast", "story"]
    press(unchecked, "undo")
    press(unchecked, "undo")
    assert unchecked.session.document.review == before
    assert keys(outline)[:4] == ["facts", "introduction", "plot", "story"]


def test_section_is_dragged_to_the_very_end(unchecked: Program, outline: OutlineList) -> None:
    drag(outline, 3, len(outline.rows) - 1, below=True)
    assert keys(outline)[-1] == "story"
    assert unchecked.session.window.form.visible_sections[-1] == "story"


def test_line_shows_where_the_section_would_go(outline: OutlineList) -> None:
    plain = outline.viewport().grab().toImage()
    place = hold(outline, 3, 6)
    assert outline.dragging
    assert outline.viewport().grab().toImage() != plain
    accent = outline.window().theme.color("accent")  # type: ignore[attr-defined]
    edge = Row(outline, 6).area()
    shown = outline.viewport().grab().toImage()
    line = {shown.pixelColor(edge.center().x(), edge.top() + y).name() for y in (-1, 0, 1)}
    assert accent.name() in line
    let_go(outline, place)


def test_escape_ends_a_drag(unchecked: Program, outline: OutlineList) -> None:
    before = unchecked.session.document.review
    place = hold(outline, 3, 6)
    QTest.keyClick(outline, Qt.Key.Key_Escape)
    assert not outline.dragging
    let_go(outline, place)
    assert unchecked.session.document.review is before


@pytest.mark.parametrize(("row", "target", "below"), [(3, 2, True), (3, 4, False), (0, 4, True)])
def test_drag_that_moves_nothing_is_no_step(
    unchecked: Program, outline: OutlineList, row: int, target: int, below: bool
) -> None:
    before = unchecked.session.document.review
    drag(outline, row, target, below=below)
    assert unchecked.session.document.review is before


def test_nothing_goes_above_the_facts(outline: OutlineList) -> None:
    drag(outline, 3, 0)
    assert keys(outline)[:2] == ["facts", "story"]


def test_hidden_section_keeps_its_place(unchecked: Program, outline: OutlineList) -> None:
    document = unchecked.session.document
    document.edit_review(document.review.with_fact("sections_off", ["plot"]), "sections_off")
    assert keys(outline)[:4] == ["facts", "introduction", "story", "cast"]
    drag(outline, 1, 3, below=True)
    assert keys(outline)[:4] == ["facts", "story", "cast", "introduction"]
    order = [item.id for item in document.review.sections]
    assert order[:4] == ["story", "plot", "cast", "introduction"]
