"""Runs the program with a person in it, who types, leaves, and tells what there was to see.

Arguments: what the person does, as JSON, then those of the program. What there was to see goes to
standard output as one line of JSON. ``block`` names modules that this machine does not have,
``break`` the slot that fails, ``verbs`` the actions that are used, ``jump`` the seconds that the
clock on the wall is set by in the midst of it.
"""

import json
import sys
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton

from editor.__main__ import main
from editor.gui import app as program
from editor.gui.app import Editor
from editor.gui.application import make_application
from editor.gui.crashing.mistake_window import MistakeWindow
from editor.gui.form.section_editor import SectionEditor

WORDS = "Geheimniswort bleibt"
_LOOK_MS = 20
_READING_MS = 900
"""How long a person reads before going on: longer than a draft takes to reach the journal."""
_PATIENCE_MS = 60_000


class Missing(MetaPathFinder):
    """Stands in the way of modules that this machine does not have."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.startswith(self._names):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


class Person(QObject):
    """Waits for the window, does what was asked, and leaves."""

    def __init__(self, editor: Editor, asked: dict[str, Any]) -> None:
        super().__init__()
        self._editor = editor
        self._asked = asked
        self.seen: dict[str, Any] = {"sentences": [], "dialogs": [], "mistakes": []}
        self._steps = iter((self._type, self._use, self._set_clock, self._type, self._leave))
        editor.window.painted.connect(lambda: QTimer.singleShot(_READING_MS, self, self._go_on))
        self._eyes = QTimer(self, interval=_LOOK_MS)
        self._eyes.timeout.connect(self._look)
        self._eyes.start()
        QTimer.singleShot(_PATIENCE_MS, self, lambda: QApplication.exit(9))

    def _go_on(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            QTimer.singleShot(_READING_MS, self, self._go_on)
            step()

    def _type(self) -> None:
        story = self._editor.window.findChild(SectionEditor, "section.story")
        if story is not None:
            story.setFocus()
            QTest.keyClicks(story, f"{WORDS} ")

    def _use(self) -> None:
        for verb in self._asked.get("verbs", ()):
            self._editor.actions[verb].trigger()

    def _set_clock(self) -> None:
        if by := self._asked.get("jump"):
            set_clock(by)

    def _leave(self) -> None:
        window = self._editor.window
        self.seen["text"] = self._editor.document.review.text("story")
        self.seen["place"] = [
            label.text()
            for label in window.preview_place.findChildren(QLabel)
            if label.isVisible() and label.text()
        ]
        self.seen["preview"] = self._editor.preview is not None
        self.seen["screen"] = window.screen().availableGeometry().intersects(window.geometry())
        self._editor.actions["quit"].trigger()

    def _look(self) -> None:
        notice = self._editor.window.notice
        if notice.isVisible():
            self._note("sentences", notice.sentence)
        for window in QApplication.topLevelWidgets():
            if not isinstance(window, QDialog) or not window.isVisible():
                continue
            if isinstance(window, MistakeWindow):
                self._note("mistakes", window.report)
            elif window.objectName() == "dialog.unsaved":
                _discard(window)
            else:
                text = window.text() if isinstance(window, QMessageBox) else window.objectName()
                self._note("dialogs", text)
                window.reject()

    def _note(self, what: str, text: str) -> None:
        if text not in self.seen[what]:
            self.seen[what].append(text)


def _discard(box: QDialog) -> None:
    for button in box.findChildren(QPushButton):
        if button.text() == "&Verwerfen":
            button.click()


def set_clock(seconds: float) -> None:
    """Let the clock on the wall, and no other, go wrong by so many seconds."""
    wall = time.time

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + timedelta(seconds=seconds)

    for module in [m for name, m in sys.modules.items() if name.startswith("editor.")]:
        if getattr(module, "datetime", None) is datetime:
            setattr(module, "datetime", Wrong)  # noqa: B010
    patch.object(time, "time", lambda: wall() + seconds).start()


def _break(asked: dict[str, Any]) -> None:
    """Let what every key press comes through fail, or the making of the window."""

    def fail(*_: object) -> None:
        raise LookupError(WORDS)

    for where in asked.get("break", ()):
        patch.object({"typing": program.Remembering, "start": program.Editor}[where], *({
            "typing": ("refresh", fail), "start": ("__init__", fail)}[where])).start()


def run(asked: dict[str, Any], arguments: list[str]) -> int:
    """Start the program with a person in it."""
    sys.meta_path.insert(0, Missing(asked.get("block", ())))
    persons: list[Person] = []
    begin = Editor.start

    def start(editor: Editor, *args: Any, **options: Any) -> None:
        persons.append(Person(editor, asked))
        begin(editor, *args, **options)

    with patch.object(Editor, "start", start):
        status = main(arguments)
    print(json.dumps(persons[0].seen if persons else {}))  # noqa: T201 - what it is for
    return status


if __name__ == "__main__":
    sys.exit(run(json.loads(sys.argv[1]), sys.argv[2:]))
