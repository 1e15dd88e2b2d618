"""Changes of the look of an open window: light and dark, and the size of the text."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle

from PySide6.QtWidgets import QApplication

from editor.gui.program import Program
from tests.benchmarks.ratio import Ratio, interleaved
from tests.benchmarks.texts import long_text
from tests.benchmarks.window import open_editor, rest

_SECTION = "story"
_WORDS = 500
_SIZES = (13, 15)
_AIM = 12.0
_SETTLED_MS = 1_500


def compare() -> Iterator[Ratio]:
    """Change the look of a window with 500 words, and paint the window as it is."""
    text = " ".join(long_text().split(" ")[:_WORDS])
    with open_editor() as editor:
        editor.session.document.edit_text(_SECTION, text, typing=False, boundary=True)
        window = editor.session.window
        for name, setting, values in (
            ("light and dark", "theme", ("dark", "light")),
            ("size of the text", "text_size", _SIZES),
        ):
            yield Ratio(
                f"look: {name}",
                "Processor time from the change of the setting until the window is painted, "
                "against painting the window once.",
                interleaved(
                    partial(_processor, _changes(editor, setting, cycle(values))),
                    partial(_processor, window.grab),
                    rounds=8,
                ),
                _AIM,
            )


def _changes(editor: Program, setting: str, values: Iterator[object]) -> Callable[[], None]:
    return lambda: editor.settings_store.change(**{setting: next(values)})


def _processor(work: Callable[[], object]) -> float:
    """Return the processor time of ``work`` and of what it leaves to the event loop, in seconds."""
    rest(_SETTLED_MS)
    start = time.process_time()
    work()
    QApplication.processEvents()
    return time.process_time() - start
