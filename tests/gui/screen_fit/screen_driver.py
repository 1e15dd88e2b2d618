"""Runs the program on the screen of the environment, and tells what lies outside of it.

What there was to see goes to standard output as one line of JSON: by the name of a window, the
texts of what is outside of the screen, or of a button that is neither in its window nor in a part
of it that scrolls up and down; lines that scroll sideways are told, too.
"""

import json
import sys
from collections.abc import Callable, Iterator
from unittest.mock import patch

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QDialog,
    QScrollArea,
    QWidget,
)

from editor.__main__ import main
from editor.gui import dialogs
from editor.gui.program import Program
from editor.gui.screen_fit import keep_fitted
from editor.gui.screen_fit.scrolling_lines import LinesArea

_LOOK_MS = 5
_PATIENCE_MS = 60_000
_STUCK = 9
_ACTIONS = {
    "export": "dialog.export",
    "settings": "dialog.settings",
    "versions": "dialog.versions",
    "shortcuts": "dialog.shortcuts",
    "import_clipboard": "dialog.import",
    "help": "helpWindow",
    "about": "dialog.about",
    "decided": "dialog.decided",
    "proposals": "dialog.proposals",
    "scale_own": "dialog.scale",
    "save_as": "dialog.save",
}
"""Verbs that open a window, and its name."""
_PANEL, _TITLE_BAR = 32, 30
"""Heights of Weston's panel and of a title bar that Qt paints, in device-independent pixels."""
_LONG = "Ein Titel, der in keine Zeile passt und immer noch weitergeht, bis er endlich endet. "


class Person(QObject):
    """Opens one dialog after another, and looks where it is."""

    def __init__(self, editor: Program) -> None:
        super().__init__()
        self._editor = editor
        self.seen: dict[str, list[str]] = {}
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
        self.seen["window"] = _outside(session.window)
        QGuiApplication.clipboard().setText("Die zweite Staffel.\n\nFazit: gut.")
        # Where there is no keyboard, as on a server of Wayland for tests, there is no clipboard.
        copies = bool(QGuiApplication.clipboard().text())
        for verb, name in _ACTIONS.items():
            if copies or verb != "import_clipboard":
                yield from self._open(name, session.actions[verb].trigger)
        if copies:
            QGuiApplication.clipboard().setImage(QImage(2400, 1350, QImage.Format.Format_RGB32))
            yield from self._open("dialog.image", session.actions["paste"].trigger)
        for name, ask in self._questions().items():
            yield from self._open(name, ask)
        session.actions["replace"].trigger()
        yield True
        self.seen["find bar"] = _outside(session.window)
        QApplication.clipboard().clear()
        session.window.leave()

    def _questions(self) -> dict[str, Callable[[], object]]:
        window = self._editor.session.window
        lines = [f"Abschnitt {n}: 7,5 von 10 wären 3,75 von 5, gerundet 4" for n in range(9)]
        return {
            "dialog.unsaved": lambda: dialogs.ask_unsaved(window, _LONG, _ignore),
            "dialog.clear": lambda: dialogs.ask_clear(window, _LONG, list, list),
            "dialog.problem": lambda: dialogs.show_warning(window, 9 * _LONG),
            "dialog.rounding": lambda: dialogs.ask_rounding(
                window, "Runden?", lines, round_=list, keep=list
            ),
            "dialog.color": self._ask_color,
        }

    def _ask_color(self) -> None:
        dialog = QColorDialog(QColor("red"), self._editor.session.window)
        dialog.setObjectName("dialog.color")
        keep_fitted(dialog)
        dialog.open()

    def _open(self, name: str, opener: Callable[[], object]) -> Iterator[bool]:
        window = self._editor.session.window
        QTimer.singleShot(0, self, lambda: opener() and None)
        while (dialog := window.findChild(QDialog, name)) is None or not dialog.isVisible():
            yield False
        # Its contents may come a moment after it.
        for _ in range(5):
            yield False
        self.seen[name.removeprefix("dialog.")] = _outside(dialog)
        dialog.close()
        while dialog is window.findChild(QDialog, name) and dialog.isVisible():
            yield False


def _ignore(_: str) -> None:
    """Do nothing with an answer."""


def _outside(window: QWidget) -> list[str]:
    """Return what of ``window`` is nowhere to be seen."""
    area, place = window.screen().availableGeometry(), window.geometry()
    if QGuiApplication.platformName() == "wayland":
        # It tells no place, and nothing about the panel and the title bar.
        place = QRect(area.topLeft(), place.size() + QSize(0, _PANEL + _TITLE_BAR))
    outside = [] if area.contains(place) else [str(place)]
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    # The dialog of a colour is Qt's.
    inside = [] if isinstance(window, QColorDialog) else window.findChildren(LinesArea)
    areas = [area for area in inside if area.window() is window]
    scrolled = [area.horizontalScrollBar() for area in areas]
    outside += [f"{bar.maximum()} pixels sideways" for bar in scrolled if bar.maximum()]
    return outside + [b.text() for b in buttons if b.text() and not _is_reachable(b, window)]


def _is_reachable(button: QAbstractButton, window: QWidget) -> bool:
    area = button.rect().translated(button.mapTo(window, QPoint()))
    widget: QWidget | None = button
    while widget is not None and widget is not window:
        if isinstance(widget, QScrollArea):
            return True
        widget = widget.parentWidget()
    return window.rect().contains(area)


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
