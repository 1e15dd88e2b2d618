"""The Tab key goes through the form in reading order, with one stop for each field."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.widgets.chip import Chip
from editor.gui.widgets.chip_edit import ChipEdit
from editor.paths import sample_path
from tests.gui.actions import find, press, section, type_into, waited


@pytest.fixture
def sample(unchecked: Program, qtbot: QtBot) -> Program:
    """A window with facts, ratings and sections, and the keyboard in it."""
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    activate(unchecked, qtbot)
    return unchecked


def activate(editor: Program, qtbot: QtBot) -> None:
    # The page walks through its links in its own process, and in its own time.
    press(editor, "preview")
    editor.session.window.activateWindow()
    qtbot.waitUntil(editor.session.window.isActiveWindow)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab(*, back: bool = False) -> QWidget:
    """Press Tab, or Shift+Tab, where the keyboard is; return where it is then."""
    QTest.keyClick(focused(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    return focused()


def round_trip(editor: Program, *, back: bool = False) -> list[QWidget]:
    """Press Tab until the keyboard is where it was; return all the stops in their order."""
    first = focused()
    stops = [first]
    while (stop := tab(back=back)) is not first:
        assert stop not in stops, "\n".join(str(seen) for seen in (*stops, stop))
        stops.append(stop)
    return stops


def within_form(editor: Program, stops: list[QWidget]) -> list[QWidget]:
    """Return the stops in the form, from its first one on; they have to be one after another."""
    inside = [editor.session.window.form.isAncestorOf(stop) for stop in stops]
    edges = sum(a != b for a, b in zip(inside, [*inside[1:], inside[0]], strict=True))
    assert edges == 2, "the keyboard left the form in between"
    while not inside[0] or inside[-1]:
        stops, inside = [*stops[1:], stops[0]], [*inside[1:], inside[0]]
    return [stop for stop, is_in in zip(stops, inside, strict=True) if is_in]


def as_read(editor: Program, stops: list[QWidget]) -> list[QWidget]:
    """Return ``stops`` from top to bottom, and from left to right where they share a line.

    The text of a section comes before its rating, which stands in the head of the card.
    """
    page = editor.session.window.form.widget()
    assert page is not None

    def place(stop: QWidget) -> tuple[int, int]:
        field = stop.parentWidget() if isinstance(stop.parentWidget(), ChipEdit) else stop
        assert field is not None
        top = field.mapTo(page, QPoint(0, 0))
        lines = [line for line in tops if abs(line - top.y()) < field.fontMetrics().height() // 2]
        tops.extend([] if lines else [top.y()])
        return (lines or tops[-1:])[0], top.x()

    def turn(stop: QWidget) -> tuple[tuple[int, int], bool, tuple[int, int]]:
        cards = editor.session.window.form.cards.values()
        card = next((card for card in cards if card.isAncestorOf(stop)), None)
        text = card is not None and stop is card.editor
        return place(card or stop), not text, place(stop)

    tops: list[int] = []
    return sorted(stops, key=turn)


def check_order(editor: Program) -> list[QWidget]:
    """Walk through the whole window and back, and compare the form with what is to be seen."""
    forth = round_trip(editor)
    back = round_trip(editor, back=True)
    stops = within_form(editor, forth)
    # Outside of the form, buttons go on and off with what had the keyboard before them.
    assert list(reversed(within_form(editor, back))) == stops
    assert [s.objectName() for s in stops] == [s.objectName() for s in as_read(editor, stops)]
    assert not [stop for stop in stops if isinstance(stop, Chip)]
    fields = [stop.parentWidget() for stop in stops]
    assert all(fields.count(chips) == 1 for chips in editor.session.window.findChildren(ChipEdit))
    return stops


def test_tab_goes_through_the_form_as_it_is_read(sample: Program) -> None:
    stops = check_order(sample)
    names = {stop.objectName() for stop in stops}
    cards = sample.session.window.form.cards
    assert {f"section.{key}" for key in cards} < names
    assert {f"rating.{key}" for key, card in cards.items() if card.rating} < names
    assert "facts.head" in names
    assert not [name for name in names if name.startswith("fact.")]


def test_tab_goes_through_facts_that_are_unfolded(sample: Program, qtbot: QtBot) -> None:
    facts = sample.session.window.form.facts
    facts.set_folded(folded=False)
    names = [stop.objectName() for stop in check_order(sample)]
    assert {"facts.head", "fact.title", "fact.medium", "facts.more"} < set(names)
    assert "fact.date" not in names
    facts.set_further(unfolded=True)
    date = find(sample, QWidget, "fact.date")
    qtbot.waitUntil(lambda: date.height() >= date.sizeHint().height())
    names = [stop.objectName() for stop in check_order(sample)]
    assert {"fact.title", "facts.more", "fact.date"} < set(names)
    assert "fact.date.calendar" not in names


def test_tab_after_two_names_goes_to_the_next_field(unchecked: Program, qtbot: QtBot) -> None:
    activate(unchecked, qtbot)
    directors = find(unchecked, ChipEdit, "fact.director")
    type_into(directors.line, "Bert Cohn, Cora Dorn")
    assert tab() is find(unchecked, ChipEdit, "fact.cast").line
    assert directors.texts() == ["Bert Cohn", "Cora Dorn"]
    assert tab(back=True) is directors.line
    assert tab(back=True) is find(unchecked, QWidget, "fact.medium")
    check_order(unchecked)


def test_tab_leaves_a_chip_for_the_next_field_and_the_one_before(
    unchecked: Program, qtbot: QtBot
) -> None:
    activate(unchecked, qtbot)
    directors = find(unchecked, ChipEdit, "fact.director")
    cast = find(unchecked, ChipEdit, "fact.cast").line
    for back, target in ((False, cast), (True, find(unchecked, QWidget, "fact.medium"))):
        type_into(directors.line, "Bert\n")
        QTest.keyClick(directors.line, Qt.Key.Key_Left)
        assert isinstance(focused(), Chip)
        assert tab(back=back) is target


def test_removing_and_undoing_names_keeps_the_order(sample: Program) -> None:
    cast = find(sample, ChipEdit, "fact.cast")
    cast.line.setFocus()
    QTest.keyClick(cast.line, Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert focused() is cast.line
    QTest.keyClick(cast.line, Qt.Key.Key_Backspace)
    check_order(sample)
    cast.line.setFocus()
    QTest.keyClick(cast.line, Qt.Key.Key_Left)
    assert isinstance(focused(), Chip)
    press(sample, "undo")
    assert cast.isAncestorOf(focused()), "the keyboard left the field"
    check_order(sample)


def test_order_follows_sections_that_are_moved_and_switched_off_and_on(
    sample: Program, qtbot: QtBot
) -> None:
    form = sample.session.window.form
    form.go_to("verdict", 0)
    for _ in range(len(form.cards) - 1):
        press(sample, "section_up")
    waited(qtbot, lambda: form.cards["verdict"].y() < form.cards["story"].y())
    check_order(sample)
    empty = "introduction"
    sample.session.document.edit_text(empty, "", typing=False, boundary=True)
    form.go_to(empty, 0)
    press(sample, "section_off")
    waited(qtbot, lambda: not form.cards[empty].isVisible())
    form.go_to("story", 0)
    assert section(sample, empty) not in check_order(sample)
    press(sample, "undo")
    waited(qtbot, form.cards[empty].isVisible)
    assert section(sample, empty) in check_order(sample)


@pytest.mark.parametrize("verb", ["new_disc", "new_series", "new_film"])
def test_another_form_has_its_place_in_the_window(
    unchecked: Program, qtbot: QtBot, verb: str
) -> None:
    activate(unchecked, qtbot)
    before, after = around_form(unchecked)
    press(unchecked, verb)
    find(unchecked, QLineEdit, "fact.title").setFocus()
    check_order(unchecked)
    assert around_form(unchecked) == (before, after)


def around_form(editor: Program) -> tuple[QWidget, QWidget]:
    """Return the stops before the form and behind it."""
    stops = within_form(editor, round_trip(editor))
    stops[0].setFocus()
    before = tab(back=True)
    stops[-1].setFocus()
    return before, tab()
