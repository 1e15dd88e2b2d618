"""Starts the program, says when its window is first painted, and later what has been typed into it.

Arguments: those of the program. The first line that is written is the number of the native window,
the second comes when the preview shows the review. The third, as JSON, comes when a section holds
``LAST`` or after ``PATIENCE_MS``: the texts of all sections, and the numbers of the native windows
that the window has had.
"""

import json
import os
import sys
from collections.abc import Callable
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from editor.__main__ import main
from editor.gui.program import Program

LAST = " ende."
PATIENCE_MS = 60_000
_LOOK_MS = 20


class Reader:
    """Reads the sections of the form until the last word has arrived."""

    def __init__(self, editor: Program) -> None:
        self._window = editor.session.window
        self._natives: list[int] = []
        self._looks = 0
        self._previewed = False
        self._clock = QTimer(self._window, interval=_LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._window.painted.connect(self._begin)

    def _begin(self) -> None:
        _say(int(self._window.winId()))
        self._clock.start()

    def _look(self) -> None:
        native, cards = int(self._window.winId()), self._window.form.cards
        if native not in self._natives:
            self._natives.append(native)
        self._note_preview()
        texts = {key: card.editor.text for key, card in cards.items()}
        self._looks += 1
        late = self._looks * _LOOK_MS > PATIENCE_MS
        if late or any(LAST in text for text in texts.values()):
            _say({"texts": texts, "natives": self._natives})
            os._exit(0)

    def _note_preview(self) -> None:
        # Not imported: that would start Chromium earlier than the program does.
        preview = self._window.findChild(QWidget, "preview")
        if preview is not None and getattr(preview, "_ready", False) and not self._previewed:
            self._previewed = True
            _say("preview")


def _say(what: object) -> None:
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


def run(arguments: list[str]) -> int:
    """Start the program with a reader in it."""
    readers: list[Reader] = []
    begin: Callable[..., None] = Program.start

    def start(editor: Program, *args: object, **options: object) -> None:
        readers.append(Reader(editor))
        begin(editor, *args, **options)

    with patch.object(Program, "start", start):
        return main(arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
