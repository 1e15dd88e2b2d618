"""Runs the program on two monitors, takes one away, and tells where its windows are then.

The arguments are the name of the monitor that goes and what is open in the meantime: ``nothing``,
``dialog`` or ``list`` (the one of commands). What there was to see goes to standard output as one
line of JSON.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from editor.__main__ import main
from editor.gui.program import Program

MONITORS = {"left": "1920/500x1080/300+0+0", "right": "1280/400x720/200+1920+0"}
"""Size in px and mm, and place, as xrandr writes it."""
_PLACES = {"left": QPoint(100, 60), "right": QPoint(1960, 20)}
_OPENERS = {"dialog": "export", "list": "palette"}
_LOOK_MS = 20
_LOOKS = 20
"""So many times a place is looked at before the window counts as settled there."""
_PATIENCE_MS = 60_000
_STUCK = 9


class Person(QObject):
    """Puts the window on the monitor that goes, and looks where everything is afterwards."""

    def __init__(self, editor: Program, gone: str, opens: str) -> None:
        super().__init__()
        self._editor = editor
        self._gone = gone
        self._stays = next(name for name in MONITORS if name != gone)
        self._opens = opens
        self.seen: dict[str, Any] = {}
        self._steps = self._plan()
        self._eyes = QTimer(self, interval=_LOOK_MS)
        self._eyes.timeout.connect(self._go_on)
        editor.session.preview.controller.ready.connect(self._eyes.start)
        QTimer.singleShot(_PATIENCE_MS, self, lambda: QApplication.exit(_STUCK))

    def _go_on(self) -> None:
        # Each step is a question that is asked until the answer is yes.
        if next(self._steps, None) is None:
            self._eyes.stop()

    def _plan(self) -> Iterator[bool]:
        window, outline = self._editor.session.window, self._editor.session.actions["outline"]
        yield from self._move(self._stays)
        yield from self._move(self._gone)
        outline.trigger()
        self.seen["hidden there"] = window.outline.isHidden()
        yield from self._open()
        subprocess.run(["xrandr", "--delmonitor", self._gone], check=True)
        while not (self._screen() == self._stays and self._all_inside()):
            yield False
        self.seen["popups"] = QApplication.activePopupWidget() is not None
        self.seen["hidden here"] = window.outline.isHidden()
        self.seen["layouts"] = sorted(self._editor.settings.layouts)
        QApplication.exit()

    def _move(self, name: str) -> Iterator[bool]:
        self._editor.session.window.move(_PLACES[name])
        # Qt believes at once that the window is there, and then hears from the server where it was.
        for _ in range(_LOOKS):
            while self._screen() != name:
                yield False
            yield False

    def _open(self) -> Iterator[bool]:
        if self._opens in _OPENERS:
            before = len(_windows())
            # Not from within the step: a dialog comes back only when it is closed.
            action = self._editor.session.actions[_OPENERS[self._opens]]
            QTimer.singleShot(0, self, action.trigger)
            while len(_windows()) == before:
                yield False

    def _screen(self) -> str:
        return self._editor.session.window.screen().name()

    @staticmethod
    def _all_inside() -> bool:
        (area,) = [screen.geometry() for screen in QApplication.screens()]
        return all(area.contains(window.frameGeometry()) for window in _windows())


def _windows() -> list[Any]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def run(gone: str, opens: str) -> int:
    """Start the program with a person in it."""
    persons: list[Person] = []
    begin = Program.start

    def start(editor: Program, *args: Any, **options: Any) -> None:
        persons.append(Person(editor, gone, opens))
        begin(editor, *args, **options)

    with patch.object(Program, "start", start):
        status = main(["--new"])
    print(json.dumps(persons[0].seen if persons else {}))  # noqa: T201 - what it is for
    return status


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
