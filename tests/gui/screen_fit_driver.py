"""Runs the program on the screen of the environment, and tells which windows are inside it.

What there was to see goes to standard output as one line of JSON: name of a window, and whether its
frame is inside the screen after it was opened.
"""

import json
import sys
from collections.abc import Iterator
from unittest.mock import patch

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from editor.__main__ import main
from editor.gui.program import Program

_LOOK_MS = 20
_PATIENCE_MS = 60_000
_STUCK = 9
_OPENERS = {
    "export": "dialog.export",
    "settings": "dialog.settings",
    "versions": "dialog.versions",
    "shortcuts": "dialog.shortcuts",
    "import_clipboard": "dialog.import",
}


class Person(QObject):
    """Opens one dialog after another, and looks where it is."""

    def __init__(self, editor: Program) -> None:
        super().__init__()
        self._editor = editor
        self.seen: dict[str, bool] = {}
        self._steps = self._plan()
        self._eyes = QTimer(self, interval=_LOOK_MS)
        self._eyes.timeout.connect(self._go_on)
        self._eyes.start()
        QTimer.singleShot(_PATIENCE_MS, self, lambda: QApplication.exit(_STUCK))

    def _go_on(self) -> None:
        if next(self._steps, None) is None:
            self._eyes.stop()

    def _plan(self) -> Iterator[bool]:
        session = self._editor.session
        while not session.document.review.title:
            yield False
        QGuiApplication.clipboard().setText("Die zweite Staffel.\n\nFazit: gut.")
        self.seen["window"] = _is_inside(session.window)
        for verb, name in _OPENERS.items():
            QTimer.singleShot(0, self, session.actions[verb].trigger)
            while (dialog := session.window.findChild(QDialog, name)) is None:
                yield False
            while not dialog.isVisible():
                yield False
            self.seen[name.removeprefix("dialog.")] = _is_inside(dialog)
            dialog.close()
        QApplication.clipboard().clear()
        session.window.leave()


def _is_inside(window: QWidget) -> bool:
    return window.screen().availableGeometry().contains(window.geometry())


def run() -> int:
    """Start the program with a person in it."""
    persons: list[Person] = []
    begin = Program.start

    def start(editor: Program, *_: object, **__: object) -> None:
        persons.append(Person(editor))
        begin(editor, sample=True)

    with patch.object(Program, "start", start):
        status = main(["--new"])
    print(json.dumps(persons[0].seen if persons else {}))  # noqa: T201 - what it is for
    return status


if __name__ == "__main__":
    sys.exit(run())
