"""Facts fold to a line above the text, and unfold by click, by key, and when they are gone to."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.form.facts.disclosure_button import DisclosureButton
from editor.gui.form.facts.facts_view import FactsView
from editor.gui.program import Program
from editor.gui.widgets.chip_edit import ChipEdit
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.locks import LockOwner
from editor.storage.processes import ProcessIdentity
from editor.storage.review_file import new_review
from tests.gui.actions import exposed, press, section, type_into
from tests.gui.form_bench import FormBench, FormHost

FACTS = {"title": "Das Salzarchiv", "season": 2, "medium": "Blu-ray", "author": "Hanna"}


def review(text: str = "Ein Anfang.", **facts: object) -> Review:
    made = new_review(load_form("series"), {**FACTS, **facts}.items())
    return made.with_text("story", text)


def view(editor: FormHost) -> FactsView:
    return editor.session.window.form.facts


def button(editor: FormHost, name: str) -> DisclosureButton:
    found = view(editor).findChild(DisclosureButton, f"facts.{name}")
    assert found is not None
    return found


def is_shown(editor: FormHost, key: str) -> bool:
    edit = view(editor).findChild(QWidget, f"fact.{key}")
    return edit is not None and edit.isVisible()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def opened(form_bench: FormBench, qtbot: QtBot) -> FormBench:
    """A review with a text and some facts, and the keyboard in its window."""
    form_bench.session.window.activateWindow()
    qtbot.waitUntil(form_bench.session.window.isActiveWindow)
    form_bench.session.document.open(review(), None)
    return form_bench


# -- how a review begins --------------------------------------------------------------------------


def test_review_with_a_text_begins_folded_with_the_keyboard_in_the_text(opened: FormBench) -> None:
    count = len(load_form("series").facts)
    line = button(opened, "head").accessibleName()
    assert line == f"Das Salzarchiv · Staffel 2 · Blu-ray · 4 von {count}"
    assert not view(opened).grids, "edits are built that nobody sees"
    assert focused() is section(opened, "story")
    assert section(opened, "story").textCursor().position() == 0
    assert not opened.session.actions["facts"].isChecked()


def test_new_review_begins_with_its_essential_facts(form_bench: FormBench) -> None:
    form = load_form("series")
    for field in form.facts:
        assert is_shown(form_bench, field.key) == field.essential, field.key
    assert focused().objectName() == "fact.title"
    assert form_bench.session.actions["facts"].isChecked()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_new_review_shows_a_text_field_without_scrolling(
    unchecked: Program, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = unchecked.session.window
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    exposed(qtbot, window)
    form, text = window.form, section(unchecked, "introduction")
    place = QRect(text.mapTo(form.viewport(), QPoint()), text.size())
    assert form.verticalScrollBar().value() == 0
    assert form.viewport().rect().contains(place)


def test_narrow_window_has_one_column_and_cuts_nothing_off(
    unchecked: Program, qtbot: QtBot
) -> None:
    form, window = unchecked.session.window.form, unchecked.session.window
    unchecked.session.document.edit_rating("story", 7.0)
    form.facts.set_further(unfolded=True)
    title, season = (form.facts.findChild(QWidget, f"fact.{key}") for key in ("title", "season"))
    assert title is not None
    assert season is not None
    qtbot.waitUntil(lambda: season.x() > title.x() and season.y() == title.y())
    width = window.width()
    window.resize(640, 600)
    qtbot.waitUntil(lambda: season.x() == title.x() and season.y() > title.y())
    page = form.widget()
    assert page is not None
    qtbot.waitUntil(lambda: page.width() == form.viewport().width())
    window.resize(512, 350)  # 1024 by 700 at 200 %
    qtbot.waitUntil(lambda: window.width() == 512 and page.width() == form.viewport().width())
    window.resize(width, 600)
    qtbot.waitUntil(lambda: season.x() > title.x() and season.y() == title.y())


def test_title_that_is_missing_is_said(opened: FormBench) -> None:
    opened.session.document.open(review(title=None), None)
    assert button(opened, "head").accessibleName().startswith("Ohne Titel · Staffel 2")


def test_first_text_is_seen_wherever_it_is(opened: FormBench, qtbot: QtBot) -> None:
    form = opened.session.window.form
    late = review("").with_text("verdict", "Ein Schluss.")
    for section_id in ("introduction", "plot", "cast"):
        late = late.with_text(section_id, "\n\n")
    opened.session.document.open(late, None)
    verdict = section(opened, "verdict")
    assert focused() is verdict

    def seen() -> bool:
        place = verdict.viewport().mapTo(form.viewport(), verdict.cursorRect().center())
        return form.viewport().rect().contains(place)

    qtbot.waitUntil(seen)


def test_section_keys_stop_at_the_line_and_enter_unfolds_it(unchecked: Program) -> None:
    session = unchecked.session
    session.document.open(review(), None)
    session.window.activateWindow()
    session.window.form.jump("introduction")
    press(unchecked, "previous_section")
    assert session.window.form.current_section.place == "facts"
    assert session.window.focusWidget() is button(unchecked, "head")
    assert view(unchecked).folded
    QTest.keyClick(button(unchecked, "head"), Qt.Key.Key_Return)
    assert is_shown(unchecked, "title")
    press(unchecked, "next_section")
    assert session.window.focusWidget() is section(unchecked, "introduction")


# -- folding and unfolding ------------------------------------------------------------------------


def test_click_unfolds_and_folds(opened: FormBench) -> None:
    head = button(opened, "head")
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert is_shown(opened, "title")
    assert head.accessibleName() == f"Angaben · 4 von {len(load_form('series').facts)}"
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert not is_shown(opened, "title")


def test_key_unfolds_with_the_first_fact_and_folds_back_to_the_text(opened: FormBench) -> None:
    story = section(opened, "story")
    story.select(4, 4)
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
        assert focused() is view(opened).findChild(QWidget, "fact.title")
        assert opened.session.actions["facts"].isChecked()
        QTest.keyClick(focused(), Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
        assert (focused(), story.selection()) == (story, (4, 4))
        assert not opened.session.actions["facts"].isChecked()


def test_folding_leaves_the_keyboard_in_the_text(opened: FormBench) -> None:
    press(opened, "facts")
    section(opened, "story").setFocus()
    press(opened, "facts")
    assert view(opened).folded
    assert focused() is section(opened, "story")


def test_cursor_is_seen_after_folding(opened: FormBench, qtbot: QtBot) -> None:
    opened.session.document.open(review("Ein Absatz.\n\n" * 60), None)
    view(opened).set_further(unfolded=True)
    story = section(opened, "story")
    story.select(0, 0)
    press(opened, "facts")
    press(opened, "facts")
    form = opened.session.window.form
    qtbot.wait(0)
    place = story.viewport().mapTo(form.viewport(), story.cursorRect().center())
    assert form.viewport().rect().contains(place)


def test_fold_takes_the_keyboard_along(opened: FormBench) -> None:
    view(opened).focus("title")
    view(opened).set_folded(folded=True)
    assert focused() is button(opened, "head")
    view(opened).focus("year")
    QTest.mouseClick(button(opened, "more"), Qt.MouseButton.LeftButton)
    assert not is_shown(opened, "year")
    assert focused() is button(opened, "more")


def test_review_that_is_read_again_stays_unfolded(opened: FormBench) -> None:
    place = Path("salz.md")
    opened.session.document.open(review(), place)
    assert view(opened).folded
    press(opened, "facts")
    opened.session.document.open(review("Anders."), place)
    assert not view(opened).folded
    opened.session.document.open(review("Anders."), Path("anders.md"))
    assert view(opened).folded


# -- further facts --------------------------------------------------------------------------------


def test_further_facts_are_counted_and_unfold(opened: FormBench) -> None:
    opened.session.document.open(review(year=2025, country=["Norwegen"]), None)
    press(opened, "facts")
    more = button(opened, "more")
    assert more.accessibleName() == "Weitere Angaben · 3 ausgefüllt"
    assert not is_shown(opened, "year")
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    assert is_shown(opened, "year")


def test_further_facts_stay_as_they_were_left(opened: FormBench) -> None:
    press(opened, "facts")
    button(opened, "more").click()
    assert opened.settings_store.settings.further_facts
    opened.session.document.open(new_review(load_form("film")), None)
    assert is_shown(opened, "year")
    assert is_shown(opened, "runtime")
    button(opened, "more").click()
    opened.session.document.open(new_review(load_form("film")), None)
    assert not is_shown(opened, "runtime")


def test_slip_in_a_fact_that_is_out_of_sight_is_pointed_out(opened: FormBench) -> None:
    opened.session.document.open(review(date="31.02.2026"), None)
    assert button(opened, "head").accessibleName().endswith("△ 1 prüfen")
    press(opened, "facts")
    assert is_shown(opened, "date"), "the fact with the slip stays out of sight"
    button(opened, "more").click()
    assert button(opened, "more").accessibleName().endswith("△ 1 prüfen")


# -- facts that are gone to -----------------------------------------------------------------------


@pytest.mark.parametrize("key", ["title", "year", "url"])
def test_fact_that_is_gone_to_is_unfolded_and_seen(opened: FormBench, key: str) -> None:
    form = opened.session.window.form
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())
    form.go_to_fact(key)
    field = focused()
    assert field.objectName() == f"fact.{key}"
    place = QRect(field.mapTo(form.viewport(), QPoint()), field.size())
    assert form.viewport().rect().contains(place)


def test_jump_to_the_facts_unfolds_them(opened: FormBench) -> None:
    opened.session.window.form.jump("facts")
    assert focused().objectName() == "fact.title"


def test_undo_shows_a_fact_that_was_folded(opened: FormBench) -> None:
    opened.session.window.form.go_to_fact("year")
    type_into(focused(), "1984")
    press(opened, "facts")
    assert not is_shown(opened, "year")
    press(opened, "undo")
    assert opened.session.document.review.fact("year") is None
    assert focused().objectName() == "fact.year"
    assert focused().isVisible()


def test_name_that_is_taken_over_when_its_field_is_left_does_not_call_back(
    opened: FormBench,
) -> None:
    press(opened, "facts")
    names = view(opened).findChild(ChipEdit, "fact.director")
    assert names is not None
    type_into(names.line, "Bjarne Lykke")
    section(opened, "story").setFocus()
    assert focused() is section(opened, "story")
    assert opened.session.document.review.fact("director") == ["Bjarne Lykke"]


def test_fact_that_the_form_lacks_does_not_unfold_anything(opened: FormBench) -> None:
    opened.session.document.edit_fact("vocabulary", ["Salz"], typing=False)
    assert view(opened).folded
    assert focused() is section(opened, "story")


# -- contents -------------------------------------------------------------------------------------


def test_line_follows_the_facts(opened: FormBench) -> None:
    opened.session.document.edit_fact("medium", "DVD", typing=False)
    view(opened).set_folded(folded=True)
    assert " · DVD · " in button(opened, "head").accessibleName()
    press(opened, "undo")
    view(opened).set_folded(folded=True)
    assert " · Blu-ray · " in button(opened, "head").accessibleName()


def test_facts_that_are_unfolded_late_show_the_review_and_edit_it(opened: FormBench) -> None:
    opened.session.document.edit_fact("runtime", "90 Min.", typing=False)
    field = view(opened).findChild(QLineEdit, "fact.runtime")
    assert field is not None
    assert field.text() == "90 Min."
    type_into(field, "\n")
    field.selectAll()
    type_into(field, "2 Std.")
    assert opened.session.document.review.fact("runtime") == "120 Min."


def test_facts_of_a_file_that_is_held_can_be_read(opened: FormBench) -> None:
    opened.session.document.holder = LockOwner(ProcessIdentity.current(), 0)
    head = button(opened, "head")
    assert head.isEnabled()
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    title = view(opened).findChild(QLineEdit, "fact.title")
    assert title is not None
    assert title.isVisible()
    assert not title.isEnabled()
