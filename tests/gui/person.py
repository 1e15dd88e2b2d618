"""Runs the program with a person in it, who types, leaves, and tells what there was to see.

The argument is what is asked of the person, as JSON; what there was to see goes to standard
output as one line of JSON. ``block`` names modules that this machine does not have, ``fail`` what
of ours makes mistakes, ``verbs`` the actions that are used, ``heard`` a sentence that is waited for
after them, ``clock`` the seconds that the clock on the wall is set by in between, ``move`` where
the window is put, ``file`` the review that is opened; ``die`` lets foreign code tear the program
down.
"""

import ctypes
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton

from editor.__main__ import main
from editor.gui.crash.dialog import CrashDialog
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.files.journal_writer import JournalWriter
from editor.gui.program import Program
from editor.gui.review_session import ReviewSession
from editor.gui.workspace.recent_files import RecentFiles
from editor.languagetool.state import EnginePhase, EngineState
from editor.storage.journal import Journal

WORDS = "Geheimniswort"
STUCK = 9
"""Exit status when something that the person waits for does not come."""
_LOOK_MS = 10
_PATIENCE_MS = 60_000
Step = tuple[Callable[[], object], Callable[[], object]]
"""What the person waits for, and what is done then."""


class Missing(MetaPathFinder):
    """Stands in the way of modules that this machine does not have."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if self._names and fullname.startswith(self._names):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


class Person(QObject):
    """Waits for the window, does what was asked, and leaves."""

    def __init__(self, editor: Program, asked: dict[str, Any]) -> None:
        super().__init__()
        self._editor = editor
        self._notice = editor.session.window.message_bar
        self._asked = asked
        self._looked = False
        self._judged = False
        editor.session.files.safety.recovery.drafts_listed.connect(self._note_look)
        editor.engine.state_changed.connect(self._note_state)
        self.seen: dict[str, Any] = {"sentences": [], "dialogs": [], "mistakes": []}
        self._steps = self._plan()
        self._next = next(self._steps)
        self._eyes = QTimer(self, interval=_LOOK_MS)
        self._eyes.timeout.connect(self._go_on)
        self._eyes.start()
        QTimer.singleShot(_PATIENCE_MS, self, lambda: QApplication.exit(STUCK))

    def _plan(self) -> Iterator[Step]:
        yield self._is_open, self._move
        yield lambda: self._judged, self._notice.leave
        yield lambda: True, self._type
        yield self._is_kept, self._die
        yield lambda: True, self._set_clock
        yield lambda: True, self._type
        yield self._is_kept, self._use
        yield self._has_heard, self._describe
        yield lambda: True, self._editor.session.actions["quit"].trigger

    # -- what is waited for -----------------------------------------------------------------------

    def _note_look(self) -> None:
        self._looked = True

    def _note_state(self, state: EngineState) -> None:
        self._judged = state.phase is not EnginePhase.STARTING

    def _is_open(self) -> bool:
        place = self._editor.session.window.preview_pane
        if "file" in self._asked and self._editor.session.document.path is None:
            return False
        return self._looked and (
            bool(_said(place)) or place.findChild(QObject, "preview") is not None
        )

    def _is_kept(self) -> bool:
        journalling = self._editor.session.files.safety.journal_writer
        return not journalling.pending or journalling.troubled or bool(self.seen["mistakes"])

    def _has_heard(self) -> bool:
        return self._is_saved() and self._asked.get("heard", "") in "\n".join(
            self.seen["sentences"]
        )

    def _is_saved(self) -> bool:
        return "save" not in self._asked.get("verbs", ()) or not self._editor.session.document.dirty

    # -- what is done -----------------------------------------------------------------------------

    def _move(self) -> None:
        if place := self._asked.get("move"):
            self._editor.session.window.move(*place)

    def _type(self) -> None:
        story = self._editor.session.window.findChild(SectionEditor, "section.story")
        if story is not None:
            story.setFocus()
            QTest.keyClicks(story, f"{WORDS} ")

    def _use(self) -> None:
        for verb in self._asked.get("verbs", ()):
            self._editor.session.actions[verb].trigger()

    def _die(self) -> None:
        if self._asked.get("die"):
            ctypes.string_at(0)

    def _set_clock(self) -> None:
        if by := self._asked.get("clock"):
            set_clock(by)

    def _describe(self) -> None:
        window = self._editor.session.window
        self.seen |= {
            "text": self._editor.session.document.review.text("story"),
            "place": _said(window.preview_pane),
            "on_screen": window.screen().availableGeometry().intersects(window.geometry()),
            "x": window.x(),
        }

    # -- what is seen -----------------------------------------------------------------------------

    def _go_on(self) -> None:
        self._look()
        ready, act = self._next
        if ready():
            # A step that fails is not done twice.
            self._next = next(self._steps, (lambda: False, lambda: None))
            act()

    def _look(self) -> None:
        if self._notice.isVisible():
            self._note("sentences", self._notice.sentence)
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                self._answer(window)

    def _answer(self, dialog: QDialog) -> None:
        if isinstance(dialog, CrashDialog):
            self._note("mistakes", f"{dialog.headline}\n{dialog.safe}\n{dialog.report}")
        elif dialog.objectName() == "dialog.unsaved":
            _press(dialog, "&Verwerfen")
        else:
            name = dialog.objectName()
            self._note("dialogs", dialog.text() if isinstance(dialog, QMessageBox) else name)
            dialog.reject()

    def _note(self, what: str, text: str) -> None:
        if text not in self.seen[what]:
            self.seen[what].append(text)


def _said(place: QObject) -> list[str]:
    labels = place.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def _press(box: QDialog, text: str) -> None:
    for button in box.findChildren(QPushButton):
        if button.text() == text:
            button.click()


def set_clock(seconds: float) -> None:
    """Let the clock on the wall, and no other, go wrong by so many seconds."""
    wall = time.time

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + timedelta(seconds=seconds)

    for name, module in list(sys.modules.items()):
        if name.startswith("editor.") and getattr(module, "datetime", None) is datetime:
            patch.object(module, "datetime", Wrong).start()
    patch.object(time, "time", lambda: wall() + seconds).start()


_OURS: dict[str, tuple[type, str]] = {
    "constructor": (ReviewSession, "_wire"),
    "start": (Program, "_say_problems"),
    "slot": (JournalWriter, "_edited"),
    "worker": (Journal, "write"),
    "event": (SectionEditor, "paintEvent"),
    "stop": (RecentFiles, "stop"),
    "mistake window": (CrashDialog, "show_report"),
}


def _let_fail(what: str) -> None:
    """Let ``what`` of ours make a mistake whose message holds the writer's words."""

    def fail(*_: object, **__: object) -> None:
        raise LookupError(WORDS)

    kind, name = _OURS[what]
    patch.object(kind, name, fail).start()


def run(asked: dict[str, Any]) -> int:
    """Start the program with a person in it."""
    sys.meta_path.insert(0, Missing(asked.get("block", ())))
    for what in asked.get("fail", ()):
        _let_fail(what)
    persons: list[Person] = []
    begin = Program.start

    def start(editor: Program, *args: Any, **options: Any) -> None:
        persons.append(Person(editor, asked))
        begin(editor, *args, **options)

    with patch.object(Program, "start", start):
        status = main([asked["file"]] if "file" in asked else ["--new"])
    print(json.dumps(persons[0].seen if persons else {}))  # noqa: T201 - what it is for
    return status


if __name__ == "__main__":
    sys.exit(run(json.loads(sys.argv[1])))
