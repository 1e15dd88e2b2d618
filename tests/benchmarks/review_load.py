"""CPU time until a review of 500 words is open and seen, against bare fields with its texts."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QScrollArea, QTextEdit, QVBoxLayout, QWidget

from editor.gui.program import Program
from editor.review.model import Review
from editor.storage import load_save
from tests.benchmarks.ratio import Ratio, interleaved
from tests.benchmarks.texts import sample
from tests.benchmarks.window import delete, open_editor, rest, wait_for

_SETTLED_MS = 1_000
"""Time after which the preview shows the review, and the numbers are counted."""


def compare() -> Iterator[Ratio]:
    """Open two reviews in turn, which differ in a word."""
    with TemporaryDirectory() as folder, open_editor() as editor:
        desk = _Desk(editor, Path(folder))
        bare = QScrollArea()
        bare.setWidgetResizable(True)
        bare.resize(editor.session.window.size())
        bare.show()
        yield Ratio(
            "open",
            "CPU time of all threads from the command until a review of 500 words is shown, with "
            "preview and numbers, against a QTextEdit per section with its text.",
            interleaved(desk.load, partial(_show_bare, bare), rounds=9, warm_up=2),
            aim=15,
        )
        delete(bare)


class _Desk:
    def __init__(self, editor: Program, folder: Path) -> None:
        self._editor = editor
        self._paths = [folder / "eins.md", folder / "zwei.md"]
        for path in self._paths:
            review = _of_500_words()
            load_save.save_review(review.with_fact("title", path.stem), path)

    def load(self) -> float:
        self._paths.reverse()
        session, path = self._editor.session, self._paths[0]
        open_ = partial(session.files.controller.load, path)
        return _cpu(partial(wait_for, session.document.opened, open_))


def _of_500_words() -> Review:
    review = sample()
    for section in review.sections:
        review = review.with_text(section.id, " ".join(section.text.split()[:60]))
    return review


def _show_bare(area: QScrollArea) -> float:
    def show() -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        for section in _of_500_words().sections:
            field = QTextEdit(page)
            field.setPlainText(section.text)
            column.addWidget(field)
        area.setWidget(page)

    return _cpu(show)


def _cpu(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    rest(_SETTLED_MS)
    return time.process_time() - begin
