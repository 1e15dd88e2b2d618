"""Facts in the form: suggestions of earlier reviews, dates, numbers and hints."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.form.facts.fact_grid import FactGrid
from editor.gui.program import Program
from editor.gui.theme import theme_of
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.widgets.completing_line_edit import CompletingLineEdit
from editor.localized import Localized
from editor.paths import sample_path
from editor.review.fact_kinds import TextKind
from editor.review.form import FactField, load_form
from editor.settings import Settings
from editor.storage.review_file import new_review
from tests.gui.actions import find, type_into
from tests.gui.form_bench import FormBench, FormHost


def hint(editor: FormHost, key: str) -> str:
    label = editor.session.window.findChild(QLabel, f"fact.{key}.hint")
    return label.text() if label is not None and not label.isHidden() else ""


# -- suggestions ----------------------------------------------------------------------------------


def test_choices_come_before_what_was_used_earlier(remembering: Program) -> None:
    box = find(remembering, QComboBox, "fact.medium")
    texts = [box.itemText(index) for index in range(box.count())]
    assert texts == ["Blu-ray", "UHD-Blu-ray", "DVD", "Stream", "TV", "Laserdisc"]
    assert box.currentText() == ""


def test_offer_survives_another_review(remembering: Program) -> None:
    remembering.session.document.open(new_review(load_form("film")), None)
    line = find(remembering, CompletingLineEdit, "fact.label")
    type_into(line, "polar")
    assert line.offered == ["Polarkreis Home Video"]


def test_reviews_in_the_folder_are_remembered(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("alt.md", "neu.md"):
        shutil.copy(sample_path(), tmp_path / name)
    with qtbot.waitSignal(
        unchecked.session.form.fact_suggestions.changed, check_params_cb=lambda e: bool(e.people)
    ):
        unchecked.session.files.controller.load(tmp_path / "neu.md")
    line = find(unchecked, ChipEdit, "fact.director").line
    type_into(line, "solv")
    assert line.offered == ["Solveig Brenn"]


# -- choices and labels ---------------------------------------------------------------------------


def test_number_of_the_file_leaves_the_cursor_in_a_choice(form_bench: FormBench) -> None:
    form_bench.session.document.edit_fact("age_rating", 16)
    box = find(form_bench, QComboBox, "fact.age_rating")
    line = box.lineEdit()
    assert line is not None
    line.setCursorPosition(0)
    form_bench.session.document.edit_fact("year", 1984)
    assert (line.text(), line.cursorPosition()) == ("16", 0)
    form_bench.session.document.edit_fact("age_rating", 12)
    assert line.text() == "12"


def test_sign_in_a_label_is_no_mnemonic(qtbot: QtBot) -> None:
    item = FactField("sound", TextKind(), Localized("Bild & Ton <b>", "Sound"))
    page = QWidget()
    qtbot.addWidget(page)
    grid = FactGrid((item,), theme_of(Settings()), page)
    label = next(label for label in grid.findChildren(QLabel) if label.buddy() is not None)
    assert label.text() == "Bild && Ton <b>"
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert grid.stops[0].accessibleName() == "Bild & Ton <b>"


# -- dates, numbers, hints ------------------------------------------------------------------------


def test_date_is_stored_as_iso_and_shown_in_german(form_bench: FormBench) -> None:
    line = find(form_bench, QLineEdit, "fact.date")
    type_into(line, "22. November 2026\n")
    assert form_bench.session.document.review.fact("date") == "2026-11-22"
    assert line.text() == "22.11.2026"
    assert hint(form_bench, "date") == ""


@pytest.mark.parametrize("text", ["Nov 2026", "2026"])
def test_vague_date_stays_as_typed(form_bench: FormBench, text: str) -> None:
    line = find(form_bench, QLineEdit, "fact.date")
    type_into(line, f"{text}\n")
    assert (form_bench.session.document.review.fact("date"), line.text()) == (text, text)
    assert hint(form_bench, "date") == ""


def test_hint_about_a_slip_comes_when_it_is_finished_and_goes_with_it(
    form_bench: FormBench,
) -> None:
    line = find(form_bench, QLineEdit, "fact.date")
    type_into(line, "31.02.2026")
    assert hint(form_bench, "date") == ""
    type_into(line, "\n")
    assert "Diesen Tag gibt es im Kalender nicht" in hint(form_bench, "date")
    assert "Kalender nicht" in line.accessibleDescription()
    assert form_bench.session.document.review.fact("date") == "31.02.2026"
    line.selectAll()
    type_into(line, "01.03.2026")
    assert hint(form_bench, "date") == ""
    assert line.accessibleDescription() == ""


def test_hint_is_there_for_a_review_that_is_opened(form_bench: FormBench) -> None:
    form_bench.session.document.open(new_review(load_form("film"), [("year", 2205)]), None)
    assert "2205" in hint(form_bench, "year")


def test_running_time_is_understood(form_bench: FormBench) -> None:
    line = find(form_bench, QLineEdit, "fact.runtime")
    type_into(line, "1 Std. 45 Min.")
    assert line.text() == "1 Std. 45 Min."
    type_into(line, "\n")
    assert (line.text(), form_bench.session.document.review.fact("runtime")) == (
        "105 Min.",
        "105 Min.",
    )


def test_german_number_stays_as_typed(form_bench: FormBench) -> None:
    line = find(form_bench, QLineEdit, "fact.episodes")
    type_into(line, "1.234,5\n")
    assert (line.text(), form_bench.session.document.review.fact("episodes")) == ("1.234,5", 1234.5)
