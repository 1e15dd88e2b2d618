"""Change of the rating scale in the window: ratings are converted, one step of undo for all."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from editor.gui.form.rating_edit import RatingEdit
from editor.review.model import Review
from editor.review.rating import (
    FIVE_STARS,
    PERCENT,
    TEN_POINTS,
    RatingScale,
    ratings_of,
    scale_of,
    with_scale,
)
from tests.gui.actions import find, press, waited
from tests.gui.form_bench import FormBench

OK = QDialogButtonBox.StandardButton.Ok


def rate(bench: FormBench, **ratings: float) -> Review:
    for section, value in ratings.items():
        bench.session.document.edit_rating(section, value)
    return bench.session.document.review


def question(qtbot: QtBot, bench: FormBench) -> QMessageBox:
    box = waited(qtbot, lambda: bench.session.window.findChild(QMessageBox, "dialog.rounding"))
    assert isinstance(box, QMessageBox)
    return box


def answer(box: QMessageBox, text: str) -> None:
    button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_ratings_are_converted_and_one_undo_takes_it_back(form_bench: FormBench) -> None:
    before = rate(form_bench, story=6.5, cast=8, verdict=7)
    press(form_bench, "scale_percent")
    document = form_bench.session.document
    assert ratings_of(document.review) == {"story": 65, "cast": 80, "verdict": 70}
    bar = form_bench.session.window.message_bar
    assert bar.sentence == "Wertungen umgerechnet: 6,5 von 10 Punkten sind jetzt 65 Prozent."
    press(form_bench, "undo")
    assert document.review == before
    assert not bar.isVisible()
    assert form_bench.session.actions["scale_points"].isChecked()


def test_question_where_ratings_do_not_come_out_even(form_bench: FormBench, qtbot: QtBot) -> None:
    before = rate(form_bench, story=6.5, cast=7, verdict=8.5)
    press(form_bench, "scale_stars")
    box, document = question(qtbot, form_bench), form_bench.session.document
    assert box.informativeText().splitlines() == [
        "Story: 6,5 von 10 Punkten wären 3,25 von 5 Sternen, gerundet 3,5",
        "Gesamtwertung: 8,5 von 10 Punkten wären 4,25 von 5 Sternen, gerundet 4,5",
    ]
    assert document.review == before
    assert form_bench.session.actions["scale_points"].isChecked()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert ratings_of(document.review) == {"story": 3.5, "cast": 3.5, "verdict": 4.5}
    assert scale_of(document.review) == FIVE_STARS
    press(form_bench, "undo")
    assert document.review == before


def test_escape_leaves_the_scale_as_it_is(form_bench: FormBench, qtbot: QtBot) -> None:
    before = rate(form_bench, story=6.5)
    press(form_bench, "scale_stars")
    QTest.keyClick(question(qtbot, form_bench), Qt.Key.Key_Escape)
    assert form_bench.session.document.review == before
    assert form_bench.session.actions["scale_points"].isChecked()


def test_ratings_that_were_meant_for_the_new_scale_keep_their_numbers(
    form_bench: FormBench, qtbot: QtBot
) -> None:
    rate(form_bench, story=4.5, verdict=4)
    press(form_bench, "scale_stars")
    answer(question(qtbot, form_bench), "Zahlen behalten")
    document = form_bench.session.document
    assert ratings_of(document.review) == {"story": 4.5, "verdict": 4}
    assert scale_of(document.review) == FIVE_STARS
    press(form_bench, "undo")
    assert scale_of(document.review) == TEN_POINTS


def test_numbers_can_be_kept_after_a_conversion(form_bench: FormBench) -> None:
    rate(form_bench, story=4)
    press(form_bench, "scale_percent")
    QTest.mouseClick(find(form_bench, QPushButton, "notice.action"), Qt.MouseButton.LeftButton)
    document = form_bench.session.document
    assert ratings_of(document.review) == {"story": 4}
    assert scale_of(document.review) == PERCENT


def test_points_become_grades_and_the_form_says_so(form_bench: FormBench) -> None:
    rate(form_bench, story=8, verdict=7)
    press(form_bench, "scale_grades")
    document = form_bench.session.document
    assert ratings_of(document.review) == {"story": 2, "verdict": 2.5}
    sentence = form_bench.session.window.message_bar.sentence
    assert sentence == "Wertungen umgerechnet: 8 von 10 Punkten sind jetzt Note 2."
    overall = find(form_bench, RatingEdit, "rating.verdict")
    assert "am besten 1" in overall.toolTip()
    assert overall.text() == "Note 2,5"


def test_scale_of_ones_own_may_have_its_best_value_at_one(
    form_bench: FormBench, qtbot: QtBot
) -> None:
    rate(form_bench, story=10)
    press(form_bench, "scale_own")
    dialog = waited(qtbot, lambda: form_bench.session.window.findChild(QDialog, "dialog.scale"))
    best, worst, step = (dialog.findChild(QDoubleSpinBox, key) for key in ("best", "worst", "step"))
    best.setValue(0)
    assert not dialog.findChild(QDialogButtonBox).button(OK).isEnabled()
    worst.setValue(15)
    assert dialog.findChild(QLineEdit, "unit").text() == "Note"
    best.setValue(1)
    step.setValue(1)
    assert dialog.findChild(QLabel, "example").text() == "Note 4"
    dialog.accept()
    document = form_bench.session.document
    assert scale_of(document.review) == RatingScale(1, 1, "Note", worst=15)
    assert ratings_of(document.review) == {"story": 1}


def test_rating_beyond_its_scale_is_shown_as_it_is_until_the_writer_decides(
    form_bench: FormBench, qtbot: QtBot
) -> None:
    rate(form_bench, story=8)
    document = form_bench.session.document
    document.edit_review(with_scale(document.review, RatingScale(6, 1)), "scale")
    story = find(form_bench, RatingEdit, "rating.story")
    assert story.text() == "8, nicht auf der Skala von 0 bis 6"
    press(form_bench, "scale_points")
    box = question(qtbot, form_bench)
    assert box.informativeText() == (
        "Story: 8, nicht auf der Skala von 0 bis 6; gilt als 8 von 10 Punkten"
    )
    answer(box, "Zahlen behalten")
    assert ratings_of(document.review) == {"story": 8}
    assert story.text() == "8 von 10 Punkten"


def test_hidden_ratings_come_back_as_they_were(form_bench: FormBench) -> None:
    before = rate(form_bench, story=6.5)
    press(form_bench, "scale_none")
    assert scale_of(form_bench.session.document.review) is None
    press(form_bench, "scale_points")
    assert ratings_of(form_bench.session.document.review) == ratings_of(before)


def test_scale_without_ratings_says_nothing(form_bench: FormBench) -> None:
    press(form_bench, "scale_percent")
    assert not form_bench.session.window.message_bar.isVisible()
