"""The form is built once at start: it waits for the review that is being opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.form import column_factory
from editor.gui.form.form_column import FormColumn
from editor.gui.program import Program
from editor.paths import sample_path
from editor.review.section_moves import reorder_sections
from editor.settings import Folders
from editor.storage import review_file
from tests.gui.actions import find, section
from tests.gui.conftest import close


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of cards of the columns that are built."""
    counts: list[int] = []

    class Counted(FormColumn):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[arg-type]
            counts.append(len(self.cards))

    monkeypatch.setattr(column_factory, "FormColumn", Counted)
    return counts


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, folders: Folders, built: object) -> Iterator[Program]:
    program = Program(folders)
    yield program
    close(qtbot, program)


def test_nothing_is_built_for_the_review_that_is_replaced(
    program: Program, qtbot: QtBot, built: list[int]
) -> None:
    with qtbot.waitSignal(program.session.document.opened):
        program.start(sample_path())
    assert [bool(cards) for cards in built] == [False, True]
    assert find(program, QWidget, "fact.title").isVisible()


def test_form_is_built_before_its_review_is_opened(
    program: Program, qtbot: QtBot, built: list[int], tmp_path: Path
) -> None:
    program.start(fresh=True)
    before, session = len(built), program.session
    built_when_opened: list[int] = []
    session.document.opened.connect(lambda: built_when_opened.append(len(built)))
    path = tmp_path / "salz.md"
    review = session.document.review.with_text("plot", "Meer.")
    path.write_text(review_file.dumps(review), "utf-8")
    with qtbot.waitSignal(session.document.opened):
        session.files.controller.load(path)
    assert built_when_opened == [before + 1] == [len(built)]
    assert section(program, "plot").text == session.document.review.text("plot") == "Meer."
    section(program, "plot").insertPlainText("Salz. ")
    assert session.document.review.text("plot") == "Salz. Meer."
    session.files.safety.journal_writer.discard_changes()


def test_form_that_was_built_for_another_order_is_not_used(program: Program) -> None:
    program.start(fresh=True)
    session = program.session
    other = session.document.review.with_text("story", "Salz.")
    order = [item.id for item in other.sections]
    session.window.form.prepare(reorder_sections(other, reversed(order)))
    session.document.open(other, None)
    assert list(session.window.form.cards) == order
    assert section(program, "story").text == "Salz."


def test_new_review_has_its_form_at_once(program: Program, built: list[int]) -> None:
    program.start(fresh=True)
    assert [bool(cards) for cards in built] == [False, True]
    assert section(program, "story").isVisible()


def test_first_paint_of_a_review_shows_its_texts_whole(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    session, path = unchecked.session, tmp_path / "salz.md"
    review = session.document.review.with_text("story", "Ein langer Satz vom Meer. " * 60)
    path.write_text(review_file.dumps(review.with_text("plot", "Ein Satz. " * 40)), "utf-8")
    heights: list[tuple[int, int]] = []

    def measure() -> None:
        # Before any event that follows, such as the paint.
        for key in ("plot", "story"):
            card = session.window.form.cards[key]
            heights.append((card.height(), card.sizeHint().height()))

    session.document.opened.connect(measure)
    with qtbot.waitSignal(session.document.opened):
        session.files.controller.load(path)
    assert len(heights) == 2
    assert all(height >= needed > 50 for height, needed in heights), heights
