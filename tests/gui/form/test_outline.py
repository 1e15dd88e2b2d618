"""Rows of the outline: rating and findings of each section."""

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.widgets.list_delegate import ItemRole
from editor.languagetool.finding import Finding, FindingKind
from tests.gui.actions import section, type_into, waited
from tests.gui.rows import Row, row_list, row_with


def test_outline_row_has_rating_and_findings_beside_each_other(
    unchecked: Program, qtbot: QtBot
) -> None:
    type_into(section(unchecked, "story"), "Hier steht etwas Falsches.")
    unchecked.session.document.edit_rating("story", 7.5)
    finding = Finding(17, 25, "RULE", "CATEGORY", "Falsch.", (), FindingKind.GRAMMAR)
    unchecked.session.proofing.check_service._publish("story", (finding,))
    story = row_with(row_list(unchecked, "outline"), "Story")
    waited(qtbot, lambda: story.data(ItemRole.BADGE) == "1")
    assert story.data(ItemRole.SIDE) == "★ 7,5"
    waited(qtbot, lambda: story.tip() == "Story: 4 Wörter, 1 Hinweis, 7,5 von 10 Punkten")
    assert story.data(Qt.ItemDataRole.AccessibleTextRole) == story.tip()


def test_style_is_not_a_mistake_in_the_outline(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Hier steht etwas Falsches.")
    taste = Finding(5, 10, "RULE", "CATEGORY", "Kürzer.", (), FindingKind.STYLE)
    mistake = Finding(17, 25, "RULE", "CATEGORY", "Falsch.", (), FindingKind.SPELLING)
    unchecked.session.proofing.check_service._publish("story", (taste, mistake))
    story = row_with(row_list(unchecked, "outline"), "Story")
    waited(qtbot, lambda: story.data(ItemRole.BADGE) == "1")
    assert story.data(ItemRole.DOTTED) == ""
    assert _has_colour(story, unchecked.session.window.theme.color("spelling"))
    unchecked.session.proofing.check_service._publish("story", (taste,))
    waited(qtbot, lambda: story.data(ItemRole.DOTTED) == "1")
    assert story.data(ItemRole.BADGE) == ""
    waited(qtbot, lambda: story.tip() == "Story: 4 Wörter, 1 Hinweis zum Stil")
    assert story.data(Qt.ItemDataRole.AccessibleTextRole) == story.tip()
    assert _has_colour(story, unchecked.session.window.theme.color("style"))
    assert not _has_colour(story, unchecked.session.window.theme.color("spelling"))


def _has_colour(row: Row, wanted: QColor) -> bool:
    """Tell whether a row of the outline is painted in about this colour anywhere."""
    image = row.view.viewport().grab(row.area()).toImage()
    places = product(range(image.width()), range(image.height()))
    return any(_near(image.pixelColor(x, y), wanted) for x, y in places)


def _near(color: QColor, wanted: QColor) -> bool:
    pairs = zip(color.getRgb(), wanted.getRgb(), strict=True)  # type: ignore[call-overload]
    return all(abs(one - other) < 60 for one, other in pairs)
