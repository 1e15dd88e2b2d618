"""Pasting a whole magazine article into a section, against a bare text field."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from tests.benchmarks.pulse import Pulse
from tests.benchmarks.ratio import Ratio, interleaved
from tests.benchmarks.texts import long_text
from tests.benchmarks.window import delete, find, open_editor, rest

_SECTION = "story"
_WORDS = 5_000


def compare() -> Iterator[Ratio]:
    """Paste 5,000 words and take the longest time in which the window does nothing else."""
    text = " ".join(long_text().split(" ")[:_WORDS])
    with open_editor() as editor:
        field = find(editor, SectionEditor, f"section.{_SECTION}")
        bare = QPlainTextEdit()
        bare.resize(field.viewport().size())
        bare.show()
        pairs = interleaved(
            lambda: _ours(editor, field, text), lambda: _longest_wait(bare, text), rounds=5
        )
        delete(bare)
    yield Ratio(
        "paste",
        "The longest wait of the window after pasting 5,000 words, until they are counted, "
        "checked and rendered, against a bare QPlainTextEdit.",
        pairs,
    )


def _ours(editor: Program, field: SectionEditor, text: str) -> float:
    editor.session.document.edit_text(_SECTION, "", typing=False, boundary=True)
    rest(1_500)
    return _longest_wait(field, text)


def _longest_wait(field: QPlainTextEdit | QTextEdit, text: str) -> float:
    field.selectAll()
    pasted = QMimeData()
    pasted.setText(text)
    longest = Pulse().longest(lambda: field.insertFromMimeData(pasted))
    assert field.toPlainText() == text
    return longest
