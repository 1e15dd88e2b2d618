"""The outline marks where the writer is, and the preview follows to the facts."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor.gui.form.rating_edit import RatingEdit
from editor.gui.program import Program
from editor.paths import sample_path
from tests.gui.actions import evaluate, find, press, preview_text, section, type_into, waited
from tests.gui.form_bench import FormHost
from tests.gui.rows import Row, row_list


def marked(editor: FormHost) -> str:
    return row_list(editor, "outline").current_key


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
