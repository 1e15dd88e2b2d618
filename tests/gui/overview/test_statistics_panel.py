"""Statistics: lengths, targets, readability, long sentences and frequent words."""

import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.paths import sample_path
from editor.review.statistics import word_target
from editor.storage import load_save
from tests.gui.actions import find, press, section, type_into, waited
from tests.gui.rows import Row, row_list, texts_of


def open_numbers(editor: Program, qtbot: QtBot, text: str) -> None:
    type_into(section(editor, "story"), text)
    press(editor, "statistics")
    words = find(editor, QLabel, "numbers.review.words")
    waited(qtbot, lambda: words.text() not in ("", "0"))


def type_target(editor: Program, name: str, keys: str) -> QSpinBox:
    box = find(editor, QSpinBox, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, keys)
    QTest.keyClick(box, Qt.Key.Key_Return)
    return box


def texts(editor: Program, name: str) -> list[str]:
    return texts_of(row_list(editor, name))


def click_row(editor: Program, name: str, row: int) -> None:
    Row(row_list(editor, name), row).click()


def test_table_counts_each_section_and_all(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "plot"), "Zwei Wörter.")
    open_numbers(unchecked, qtbot, "Drei **kurze** Wörter.")
    waited(qtbot, lambda: find(unchecked, QLabel, "numbers.review.words").text() == "5")
    assert find(unchecked, QLabel, "numbers.story.words").text() == "3"
    assert find(unchecked, QLabel, "numbers.plot.words").text() == "2"
    said = find(unchecked, QSpinBox, "target.story").accessibleDescription()
    assert said.startswith("3 Wörter, 18 Zeichen, Lesezeit 0 Min. 1 Sek.")


def test_link_is_counted_by_what_another_section_defines(unchecked: Program, qtbot: QtBot) -> None:
    open_numbers(unchecked, qtbot, "Laut [Sender][die-quelle] gut.")
    counted = unchecked.session.overview.statistics_service.sections
    assert counted["story"].plain.text == "Laut [Sender][die-quelle] gut."
    type_into(section(unchecked, "verdict"), "[die-quelle]: https://example.org/")
    waited(
        qtbot,
        lambda: (
            unchecked.session.overview.statistics_service.sections["story"].plain.text
            == "Laut Sender gut."
        ),
    )


def test_numbers_follow_the_text(unchecked: Program, qtbot: QtBot) -> None:
    open_numbers(unchecked, qtbot, "Eins zwei.")
    type_into(section(unchecked, "story"), " Drei vier.")
    waited(qtbot, lambda: find(unchecked, QLabel, "numbers.story.words").text() == "4")


def test_target_of_a_section_is_an_edit_that_can_be_undone(
    unchecked: Program, qtbot: QtBot
) -> None:
    open_numbers(unchecked, qtbot, "Drei kurze Wörter.")
    box = type_target(unchecked, "target.story", "400")
    assert word_target(unchecked.session.document.review, "story") == 400
    waited(qtbot, lambda: "1 % von 400 Wörtern: noch 397 Wörter." in box.toolTip())
    QTest.keySequence(unchecked.session.window, unchecked.session.actions["undo"].shortcut())
    assert word_target(unchecked.session.document.review, "story") is None
    waited(qtbot, lambda: box.text() == "–")
    press(unchecked, "redo")
    waited(qtbot, lambda: box.text() == "400")


def test_target_of_the_review_is_removed_with_zero(unchecked: Program, qtbot: QtBot) -> None:
    open_numbers(unchecked, qtbot, "Drei kurze Wörter.")
    box = type_target(unchecked, "target.review", "2")
    assert word_target(unchecked.session.document.review) == 2
    waited(qtbot, lambda: "150 % von 2 Wörtern: 1 Wort mehr." in box.toolTip())
    type_target(unchecked, "target.review", "0")
    assert word_target(unchecked.session.document.review) is None


def test_target_being_typed_is_left_alone(unchecked: Program, qtbot: QtBot) -> None:
    open_numbers(unchecked, qtbot, "Drei kurze Wörter.")
    box = find(unchecked, QSpinBox, "target.story")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "12")
    unchecked.session.document.edit_target("plot", 50)
    waited(qtbot, lambda: find(unchecked, QSpinBox, "target.plot").value() == 50)
    assert box.text() == "12"
    assert word_target(unchecked.session.document.review, "story") is None


def test_wheel_that_passes_by_changes_no_target(unchecked: Program, qtbot: QtBot) -> None:
    open_numbers(unchecked, qtbot, "Drei kurze Wörter.")
    box = type_target(unchecked, "target.story", "400")
    section(unchecked, "story").setFocus()
    at, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        box,
        QWheelEvent(
            at,
            box.mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            none,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    assert box.value() == 400


def test_readability_says_what_its_numbers_mean(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.document.open(load_save.load_review(sample_path()).review, sample_path())
    press(unchecked, "statistics")
    value = find(unchecked, QLabel, "readability.lix")
    waited(qtbot, value.text)
    for key in ("flesch", "lix", "wiener"):
        assert re.fullmatch(r"\d+,\d", find(unchecked, QLabel, f"readability.{key}").text())
        meaning = find(unchecked, QLabel, f"readability.{key}.meaning").text()
        assert meaning.endswith(".")
        assert len(meaning) > 10


def test_empty_review_has_no_readability(unchecked: Program) -> None:
    press(unchecked, "statistics")
    assert not find(unchecked, QLabel, "readability.lix").isVisible()
    assert not row_list(unchecked, "sentences").isVisible()


def test_longest_sentence_is_selected_with_a_click(unchecked: Program, qtbot: QtBot) -> None:
    long = "Dies ist der eine Satz, der von allen der längste ist."
    open_numbers(unchecked, qtbot, f"Kurz. {long} Ende.")
    waited(qtbot, lambda: texts(unchecked, "sentences"))
    assert texts(unchecked, "sentences")[0] == long
    side = row_list(unchecked, "sentences").rows[0].side
    assert side == "11 Wörter"
    click_row(unchecked, "sentences", 0)
    assert section(unchecked, "story").textCursor().selectedText() == long


def test_frequent_word_goes_through_its_places(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "plot"), "Ein Bergwerk.")
    open_numbers(unchecked, qtbot, "Das Bergwerk, und noch ein Bergwerk.")
    waited(qtbot, lambda: "Bergwerk" in texts(unchecked, "mostUsed"))
    places = []
    for _ in range(4):
        click_row(unchecked, "mostUsed", texts(unchecked, "mostUsed").index("Bergwerk"))
        current = unchecked.session.window.form.current
        cursor = section(unchecked, current).textCursor()
        assert cursor.selectedText() == "Bergwerk"
        places.append((current, cursor.selectionStart()))
    assert places == [("plot", 4), ("story", 4), ("story", 27), ("plot", 4)]


def test_survey_waits_until_its_panel_is_shown(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Ein Satz mit Wörtern. Noch ein Satz.")
    label = find(unchecked, QLabel, "status.numbers")
    waited(qtbot, lambda: label.text().startswith("7 Wörter"))
    assert texts(unchecked, "sentences") == []
    press(unchecked, "statistics")
    waited(qtbot, lambda: len(texts(unchecked, "sentences")) == 2)


@pytest.mark.parametrize("width", [1024, 1280])
def test_tabs_are_all_readable(unchecked: Program, qtbot: QtBot, width: int) -> None:
    unchecked.session.window.resize(width, 700)
    unchecked.session.document.edit_text("story", "TODO " * 30, typing=False, boundary=True)
    bar = find(unchecked, QTabBar, "findingTabs")
    waited(qtbot, lambda: "·" in bar.tabText(2))
    for tab in range(bar.count()):
        bar.setCurrentIndex(tab)
        area = bar.tabRect(tab)
        assert bar.rect().contains(area)
        assert area.width() >= bar.fontMetrics().horizontalAdvance(bar.tabText(tab))


def test_panel_fits_the_narrowest_pane(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.document.open(load_save.load_review(sample_path()).review, sample_path())
    press(unchecked, "statistics")
    waited(qtbot, lambda: texts(unchecked, "mostUsed"))
    panel = find(unchecked, QWidget, "numbersPane")
    column = find(unchecked, QWidget, "numbersColumn")
    assert (
        column.minimumSizeHint().width()
        <= unchecked.session.window.preview_pane.minimumWidth() + 60
    )
    assert panel.isVisible()
