"""A key press in a long section of the real window, against a bare text field."""

import time
from collections.abc import Iterable, Iterator
from itertools import chain, cycle
from statistics import quantiles

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from tests.benchmarks.ratio import Ratio, interleaved
from tests.benchmarks.texts import FINDINGS, long_text
from tests.benchmarks.window import delete, find, open_editor, rest, wait_until

_SECTION = "story"
_PAUSES_MS = (80, 120, 100, 160, 90, 300, 110, 600)
"""Between two keys: words typed fast and a moment of thought, in which the window does what it
puts off while somebody types, so that some keys come in the middle of it."""
_KEYS = 3 * len(_PAUSES_MS)
"""Keys before it is the other side's turn."""
_ROUNDS, _TURNS = 3, 5
"""The percentiles of a round are those of the keys of its turns, 120 for each side."""


def compare() -> Iterator[Ratio]:
    """Type in the middle of 45,000 characters with 500 findings, the preview beside them."""
    with open_editor() as editor:
        field = _filled(editor)
        bare = QPlainTextEdit(long_text())
        bare.resize(field.viewport().width(), editor.session.window.height())
        bare.show()
        ours, baseline = _Typist(field), _Typist(bare)
        turns = interleaved(
            lambda: _after_rest(editor, ours), baseline.type, rounds=_ROUNDS * _TURNS
        )
        delete(bare)
    rounds = [
        [_percentiles(side) for side in zip(*turns[start : start + _TURNS], strict=True)]
        for start in range(0, len(turns), _TURNS)
    ]
    for percent, aim in ((50, None), (95, 6.0)):
        yield Ratio(
            f"typing, p{percent}",
            "From a key press to its paint, 45,000 characters with 500 findings in the window, "
            "against a bare QPlainTextEdit.",
            [(mine[percent - 1], other[percent - 1]) for mine, other in rounds],
            aim=aim,
        )


def _percentiles(turns: Iterable[list[float]]) -> list[float]:
    """Return the percentiles of the seconds of all keys, from 1 to 99."""
    return quantiles(chain.from_iterable(turns), n=100, method="inclusive")


def _filled(editor: Program) -> SectionEditor:
    field = find(editor, SectionEditor, f"section.{_SECTION}")
    editor.session.document.edit_text(_SECTION, long_text(), typing=False, boundary=True)
    wait_until(
        lambda: len(editor.session.proofing.check_service.findings.get(_SECTION, ())) == FINDINGS
    )
    return field


def _after_rest(editor: Program, typist: "_Typist") -> list[float]:
    """Type, and then let everything be done that was put off, lest it disturb the other side."""
    samples = typist.type()
    wait_until(lambda: not editor.session.proofing.check_service.pending)
    rest(1_000)
    return samples


class _Typist(QObject):
    """Types into the middle of a field and takes the time until each letter is painted."""

    def __init__(self, field: QPlainTextEdit | QTextEdit) -> None:
        super().__init__()
        self._field = field
        self._letters = cycle("Worte und ")
        self._painted = False
        field.viewport().installEventFilter(self)

    def type(self) -> list[float]:
        """Type _KEYS letters and return the seconds that each takes."""
        self._enter()
        samples = []
        for key in range(_KEYS):
            samples.append(self._press(next(self._letters)))
            rest(_PAUSES_MS[key % len(_PAUSES_MS)])
        return samples

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._painted |= event.type() == QEvent.Type.Paint
        return False

    def _enter(self) -> None:
        window = self._field.window()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        self._field.setFocus()
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(self._field.document().characterCount() // 2)
        self._field.setTextCursor(cursor)
        rest(_PAUSES_MS[0])

    def _press(self, letter: str) -> float:
        self._painted = False
        start = time.perf_counter()
        QTest.keyClicks(self._field, letter)
        while not self._painted:
            QApplication.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents
                | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )
        return time.perf_counter() - start
