"""Where a step of undo begins."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.gui.editor.undo_boundaries import UndoBoundaries, is_single_key


def written(steps: UndoBoundaries, document: QTextDocument, text: str) -> str:
    """Type ``text`` letter by letter; return it with a bar wherever a step begins."""
    cursor, seen = QTextCursor(document), ""
    cursor.movePosition(QTextCursor.MoveOperation.End)
    for letter in text:
        place = cursor.position()
        cursor.insertText(letter)
        seen += ("|" if steps.begins_step(place, deleting=False) else "") + letter
    return seen


def test_every_word_is_a_step() -> None:
    document = QTextDocument()
    assert written(UndoBoundaries(document), document, "ein guter Film") == "|ein |guter |Film"


def test_deleting_is_a_step_and_typing_again_is_another() -> None:
    document = QTextDocument()
    steps = UndoBoundaries(document)
    written(steps, document, "Film")
    assert [steps.begins_step(3, deleting=True), steps.begins_step(2, deleting=True)] == [
        True,
        False,
    ]
    assert written(steps, document, "xy") == "|xy"


@pytest.mark.parametrize(
    ("removed", "added", "short"),
    [(0, 1, True), (0, 2, True), (2, 0, True), (1, 1, False), (0, 3, False), (3, 0, False)],
)
def test_one_key_is_single_key(removed: int, added: int, *, short: bool) -> None:
    assert is_single_key(removed, added) is short
