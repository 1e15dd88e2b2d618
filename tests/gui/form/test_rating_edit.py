"""Ratings by mouse, by keyboard and by screen reader, and the suggested overall rating."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.form.rating_edit import RatingEdit
from editor.gui.form.rating_painter import RatingPainter
from editor.gui.form.rating_text import RatingDetail, shown_rating
from editor.gui.form.typed_rating import TypedRating
from editor.gui.theme import make_theme
from editor.review.rating import (
    FIVE_STARS,
    PERCENT,
    SCHOOL_GRADES,
    TEN_POINTS,
    RatingScale,
    rating_of,
)
from tests.gui.actions import find, press, type_into, waited
from tests.gui.form_bench import FormBench, FormHost
from tests.gui.input_method import commit

POPCORN = RatingScale(6, 0.5, "Popcorn")
SEVEN_AND_A_HALF = RatingScale(7.5, 0.5, "Punkte")


def shown(
    qtbot: QtBot, value: float | None, scale: RatingScale
) -> tuple[RatingEdit, list[float | None]]:
    """Return a rating that shows what it is set to, and all that it is set to."""
    rating = RatingEdit("story", make_theme("light"))
    qtbot.addWidget(rating)
    edits: list[float | None] = []
    rating.edited.connect(edits.append)
    rating.typed.connect(lambda new, _: edits.append(new))
    for reported in (rating.edited, rating.typed):
        reported.connect(lambda new, _=None: rating.show_rating(new, scale))
    rating.show_rating(value, scale)
    rating.adjustSize()
    with qtbot.waitExposed(rating):
        rating.show()
    return rating, edits


@pytest.mark.parametrize(
    ("scale", "share", "value"),
    [
        (TEN_POINTS, 0.72, 7.5),
        (FIVE_STARS, 0.45, 2.5),
        (PERCENT, 0.745, 75),
        (POPCORN, 0.9, 5.5),
        (SEVEN_AND_A_HALF, 0.99, 7.5),
        (RatingScale(20, 1, "Punkte"), 0.5, 10),
        (SCHOOL_GRADES, 0.02, 6),
        (SCHOOL_GRADES, 0.99, 1),
        (SCHOOL_GRADES, 0.5, 3.5),
        (RatingScale(5, 1, "Sterne", worst=1), 0.1, 1),
        (RatingScale(5, 1, "Sterne", worst=1), 0.7, 4),
    ],
)
def test_click_sets_and_a_second_one_takes_nothing_away(
    qtbot: QtBot, scale: RatingScale, share: float, value: float
) -> None:
    rating, edits = shown(qtbot, None, scale)
    metrics = rating.fontMetrics()
    longest = RatingPainter(scale, metrics.height()).longest_text(None, RatingDetail.UNIT)
    text = metrics.horizontalAdvance(f" {longest} ")
    place = QPoint(round((rating.width() - text) * share), rating.height() // 2)
    for _ in range(2):
        QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=place)
    assert edits == [value]
    QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert edits == [value, None]


def test_context_menu_takes_a_rating_away(qtbot: QtBot) -> None:
    rating, edits = shown(qtbot, 7.5, TEN_POINTS)
    for enabled in (True, False):
        at = rating.rect().center()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(rating, QContextMenuEvent(reason, at, rating.mapToGlobal(at)))
        menu = waited(qtbot, QApplication.activePopupWidget)
        assert isinstance(menu, QMenu)
        (remove,) = menu.actions()
        assert (remove.text(), remove.isEnabled()) == ("Wertung entfernen", enabled)
        remove.trigger()
        menu.close()
    assert edits == [None]


def test_stars_of_the_verdict_are_called_the_overall_rating(form_bench: FormBench) -> None:
    overall, story = (find(form_bench, RatingEdit, f"rating.{key}") for key in ("verdict", "story"))
    label = find(form_bench, QLabel, "rating.verdict.text")
    form_bench.session.window.form.jump("verdict")
    assert label.text() == "Gesamtwertung"
    assert label.isVisible()
    assert label.geometry().right() < overall.geometry().left()
    assert overall.accessibleName() == "Gesamtwertung"
    assert "Gesamtwertung" in overall.toolTip()
    assert "Gesamtwertung" not in story.toolTip()
    assert "Entf oder Rechtsklick entfernt" in story.toolTip()
    press(form_bench, "scale_none")
    assert not label.isVisible()


@pytest.mark.parametrize(
    ("scale", "keys", "value"),
    [
        (TEN_POINTS, "7,5", 7.5),
        (FIVE_STARS, "3,5", 3.5),
        (PERCENT, "75", 75),
        (PERCENT, "100", 100),
        (POPCORN, "5.5", 5.5),
        (SCHOOL_GRADES, "2,5", 2.5),
        (RatingScale(100, 1, worst=10), "45", 45),
    ],
)
def test_digits_set_a_rating_on_every_scale(
    qtbot: QtBot, scale: RatingScale, keys: str, value: float
) -> None:
    rating, edits = shown(qtbot, None, scale)
    QTest.keyClicks(rating, keys)
    assert edits[-1] == value
    QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert edits[-1] is None


@pytest.mark.parametrize("scale", [TEN_POINTS, FIVE_STARS, PERCENT, POPCORN])
def test_arrows_go_by_steps_and_stop_at_the_ends(qtbot: QtBot, scale: RatingScale) -> None:
    rating, edits = shown(qtbot, scale.best - scale.step, scale)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(rating, key)
    assert edits == [scale.best, scale.best - scale.step]


def test_arrows_lead_to_the_better_grade(qtbot: QtBot) -> None:
    rating, edits = shown(qtbot, None, SCHOOL_GRADES)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(rating, key)
    assert edits == [6, 5.5, 5, 5.5]


def test_number_that_the_scale_does_not_have_is_not_typed(qtbot: QtBot) -> None:
    rating, edits = shown(qtbot, 2, SCHOOL_GRADES)
    QTest.keyClicks(rating, "0")
    QTest.keyClicks(rating, "7")
    assert edits == []


@pytest.mark.parametrize(
    ("scale", "value"), [(TEN_POINTS, 7.5), (POPCORN, 8), (SCHOOL_GRADES, 2), (PERCENT, None)]
)
def test_text_has_room_with_its_unit_and_gives_the_unit_up_first(
    qtbot: QtBot, scale: RatingScale, value: float | None
) -> None:
    rating, _ = shown(qtbot, value, scale)
    painter = RatingPainter(scale, rating.fontMetrics().height())
    widths = [rating.width_with(detail) for detail in RatingDetail]
    for detail, width in zip(RatingDetail, widths, strict=True):
        text = rating.fontMetrics().horizontalAdvance(shown_rating(value, scale, detail))
        assert round(painter.width) + 4 + text + 2 <= width
        rating.fit(width)
        assert rating.sizeHint().width() == width
    assert widths == sorted(widths)
    rating.fit(0)
    assert rating.sizeHint() == rating.minimumSizeHint()


def test_digits_after_undo_begin_a_new_number(qtbot: QtBot) -> None:
    rating, edits = shown(qtbot, None, PERCENT)
    QTest.keyClicks(rating, "7")
    rating.show_rating(None, PERCENT)
    QTest.keyClicks(rating, "5")
    assert edits == [7, 5]


def test_digits_after_a_click_begin_a_new_number(qtbot: QtBot) -> None:
    rating, edits = shown(qtbot, 1, PERCENT)
    QTest.keyClicks(rating, "1")
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=QPoint(0, rating.height() // 2))
    QTest.keyClicks(rating, "5")
    assert edits == [5]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_keys_with_a_modifier_mean_something_else(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    rating, edits = shown(qtbot, 7, TEN_POINTS)
    # With the keyboard focus, the shortcuts of the window would get the key first.
    rating.clearFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifier, "5" if key == Qt.Key.Key_5 else "")
    QApplication.sendEvent(rating, event)
    assert edits == []
    assert not event.isAccepted()


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_digits_come_from_the_keypad_and_with_shift_on_a_french_keyboard(
    qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    rating, edits = shown(qtbot, 7, TEN_POINTS)
    QTest.keyClick(rating, Qt.Key.Key_5, modifier)
    assert edits == [5]


def test_digits_after_an_arrow_begin_a_new_number(qtbot: QtBot) -> None:
    rating, edits = shown(qtbot, None, PERCENT)
    QTest.keyClicks(rating, "7")
    QTest.keyClick(rating, Qt.Key.Key_Right)
    QTest.keyClicks(rating, "5")
    assert edits == [7, 8, 5]


@pytest.mark.parametrize(
    ("typed", "text", "value"),
    [
        ("Die", "Die", 7),
        ("8 Folgen", "8 Folgen", 7),
        ("3D", "3D", 7),
        ("20. Mai", "20. Mai", 7),
        (" 8", "", 8),
        (",5", ",5", 7),
    ],
)
def test_letters_at_the_stars_are_typed_into_the_section(
    form_bench: FormBench, typed: str, text: str, value: float
) -> None:
    form_bench.session.document.edit_rating("story", 7)
    rating = find(form_bench, RatingEdit, "rating.story")
    rating.setFocus()
    for character in typed:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, character)
    review = form_bench.session.document.review
    assert (review.text("story"), rating_of(review, "story")) == (text, value)
    assert find(form_bench, QWidget, "section.story").hasFocus() == bool(text)


@pytest.mark.parametrize(
    ("composed", "text", "value"), [("É", "É", 7), ("第8話", "第8話", 7), ("8", "", 8)]
)
def test_what_is_composed_at_the_stars_is_typed_into_the_section(
    form_bench: FormBench, composed: str, text: str, value: float
) -> None:
    form_bench.session.document.edit_rating("story", 7)
    rating = find(form_bench, RatingEdit, "rating.story")
    rating.setFocus()
    commit(rating, composed)
    review = form_bench.session.document.review
    assert (review.text("story"), rating_of(review, "story")) == (text, value)


def test_a_number_is_one_step_and_digits_of_a_text_are_none(form_bench: FormBench) -> None:
    rating = find(form_bench, RatingEdit, "rating.story")
    type_into(rating, "7,5")
    QTest.keyClick(rating, Qt.Key.Key_Return)
    press(form_bench, "undo")
    assert rating_of(form_bench.session.document.review, "story") is None
    assert not form_bench.session.document.can_undo
    for focused, character in ((rating, "8"), (rating, "F")):
        QTest.keyClicks(focused, character)
    press(form_bench, "undo")
    review = form_bench.session.document.review
    assert (review.text("story"), rating_of(review, "story")) == ("", None)
    assert not form_bench.session.document.can_undo


def test_letters_after_a_pause_leave_the_rating(form_bench: FormBench, qtbot: QtBot) -> None:
    rating = find(form_bench, RatingEdit, "rating.story")
    type_into(rating, "8")
    typed = rating.findChild(TypedRating)
    assert typed is not None
    qtbot.waitUntil(lambda: not typed.text)
    QTest.keyClicks(rating, "D")
    review = form_bench.session.document.review
    assert (review.text("story"), rating_of(review, "story")) == ("D", 8)


@pytest.mark.parametrize("scale", [TEN_POINTS, PERCENT])
def test_home_and_end_go_to_the_ends_of_the_scale(qtbot: QtBot, scale: RatingScale) -> None:
    rating, edits = shown(qtbot, 5, scale)
    QTest.keyClick(rating, Qt.Key.Key_End)
    QTest.keyClick(rating, Qt.Key.Key_Home)
    assert edits == [scale.best, 0]


def test_screen_reader_hears_which_rating_and_its_value(form_bench: FormBench) -> None:
    rating = find(form_bench, RatingEdit, "rating.story")
    type_into(rating, "7,5")
    spoken = QAccessible.queryAccessibleInterface(rating)
    assert spoken.text(QAccessible.Text.Name) == "Wertung: Story"
    assert spoken.role() is QAccessible.Role.SpinBox
    assert spoken.text(QAccessible.Text.Value) == "7,5 von 10 Punkten"
    assert spoken.valueInterface().currentValue() == 7.5
    QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert spoken.text(QAccessible.Text.Value) == "keine Wertung"


# -- the proposal ---------------------------------------------------------------------------------


def proposal(editor: FormHost) -> QPushButton:
    return find(editor, QPushButton, "rating.proposal")


def test_mean_of_the_sections_is_suggested_and_accepted(form_bench: FormBench) -> None:
    assert not proposal(form_bench).isVisible()
    form_bench.session.document.edit_rating("story", 8)
    form_bench.session.document.edit_rating("cast", 7)
    form_bench.session.window.form.jump("verdict")
    text = find(form_bench, QLabel, "rating.proposal.text")
    assert text.text() == "Vorschlag: 7,5 (Mittel der Abschnitte)"
    assert rating_of(form_bench.session.document.review, "verdict") is None
    QTest.mouseClick(proposal(form_bench), Qt.MouseButton.LeftButton)
    assert rating_of(form_bench.session.document.review, "verdict") == 7.5
    assert not proposal(form_bench).isVisible()
    assert find(form_bench, RatingEdit, "rating.verdict").hasFocus()
    press(form_bench, "undo")
    assert rating_of(form_bench.session.document.review, "verdict") is None
    assert rating_of(form_bench.session.document.review, "cast") == 7
    assert proposal(form_bench).isVisible()


def test_suggestion_leaves_the_rating_of_the_writer_alone(form_bench: FormBench) -> None:
    form_bench.session.document.edit_rating("verdict", 9)
    form_bench.session.document.edit_rating("story", 8)
    assert rating_of(form_bench.session.document.review, "verdict") == 9
    assert proposal(form_bench).isVisible()
    form_bench.session.document.edit_rating("verdict", 8)
    assert not proposal(form_bench).isVisible()
    press(form_bench, "undo")
    press(form_bench, "scale_none")
    assert not proposal(form_bench).isVisible()


def test_suggestion_is_on_the_scale(form_bench: FormBench) -> None:
    press(form_bench, "scale_percent")
    form_bench.session.document.edit_rating("story", 70)
    form_bench.session.document.edit_rating("cast", 75)
    text = find(form_bench, QLabel, "rating.proposal.text")
    assert text.text() == "Vorschlag: 73 % (Mittel der Abschnitte)"
