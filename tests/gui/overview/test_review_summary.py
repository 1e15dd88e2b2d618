"""Numbers in outline and status bar: of this review, and none before they are known."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.widgets.list_delegate import ItemRole
from editor.gui.widgets.row_list import RowList
from tests.gui.actions import find, waited


def test_review_that_is_opened_is_empty_nowhere_before_it_is_counted(
    unchecked: Program, qtbot: QtBot
) -> None:
    session = unchecked.session
    outline = find(unchecked, RowList, "outline")
    numbers = find(unchecked, QLabel, "status.numbers")

    def sides() -> list[str]:
        model = outline.model()
        return [model.index(row, 0).data(ItemRole.SIDE) for row in range(model.rowCount())]

    review = session.document.review.with_text("introduction", "Ein Meer aus Salz.")
    review = review.with_fact("title", "Salz")
    session.document.open(review.with_text("plot", "Ein Archiv."), None)
    filled, introduction, plot, story, *_ = sides()
    assert filled.startswith("1 /")
    assert (introduction, plot, story) == ("", "", "○ leer")
    assert numbers.text() == ""
    waited(qtbot, lambda: sides()[1:3] == ["4 Wörter", "2 Wörter"])
    assert numbers.text().startswith("6 Wörter")
    # The next review has none of the numbers of this one.
    session.document.open(review.with_text("introduction", "Ein anderer, längerer Text."), None)
    assert sides()[1] == ""
    session.files.safety.journal_writer.discard_changes()
