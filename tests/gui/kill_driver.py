"""Runs the program and types into it from within: words with numbers, and saves in between.

Arguments: the review's file, where to log, how many words lie between two saves, and the step of
the third save at which the program kills itself: "written", "synced" or "replaced", or "-". A line
„typed N“ or „save N“ with the monotonic time in ns is logged for every word that is in the editor,
and for every save that is about to be asked for. With a step nothing is typed while a save is under
way, so that the third save that is asked for is the third one that is made.
"""

import itertools
import os
import signal
import sys
import time
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from editor.__main__ import main
from editor.gui import app as program
from editor.gui.application import make_application
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.main_window import MainWindow
from editor.gui.web.page_view import PageView

_PAUSE_MS = 12
_WORDS_TO_DIE = 5
"""Words between two saves where the program kills itself."""


class Typist:
    """Types a word at a time, as soon as the window shows the review."""

    def __init__(self, log: Path, words_per_save: int, *, patient: bool) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._words = words_per_save
        self._patient = patient
        self._saving = False
        self._numbers = itertools.count()
        self._clock = QTimer(interval=_PAUSE_MS)
        self._clock.timeout.connect(self._go_on)
        self._clock.start()

    def _go_on(self) -> None:
        story = _story()
        if story is None or self._waits(story):
            return
        number = next(self._numbers)
        story.setFocus()
        QTest.keyClicks(story, f" w{number}")
        self._note("typed", number)
        if number % self._words == self._words - 1:
            self._note("save", number)
            self._saving = True
            window = story.window()
            assert isinstance(window, MainWindow)
            window._actions["save"].trigger()

    def _waits(self, story: SectionEditor) -> bool:
        """Whether a save has not ended: the next one would wait for it, and then write more."""
        self._saving = self._saving and story.window().isWindowModified()
        return self._patient and self._saving

    def _note(self, what: str, number: int) -> None:
        os.write(self._log, f"{what} {number} {time.monotonic_ns()}\n".encode())


def _die_at(step: str, path: Path) -> None:
    """Let the third save end at ``step``, in the midst of its system calls."""
    sync, replace, saves = os.fsync, Path.replace, itertools.count(1)
    wanted = 3

    def die_if(here: str, *, now: bool) -> None:
        if here == step and now:
            os.kill(os.getpid(), signal.SIGKILL)

    def syncing(descriptor: int) -> None:
        name = Path(f"/proc/self/fd/{descriptor}").readlink()
        if name.name.startswith(f".{path.name}."):
            number = next(saves)
            die_if("written", now=number == wanted)
            sync(descriptor)
            die_if("synced", now=number == wanted)
        else:
            sync(descriptor)

    def replacing(fresh: Path, target: Path) -> Path:
        result = replace(fresh, target)
        if target == path:
            die_if("replaced", now=path.read_bytes().count(b" w") >= wanted * _WORDS_TO_DIE)
        return result

    patch.object(os, "fsync", syncing).start()
    patch.object(Path, "replace", replacing).start()


def _story() -> SectionEditor | None:
    """Return the editor once the review of the file is in it, and all of the window is made."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow) and _is_made(window):
            story = window.findChild(SectionEditor, "section.story")
            if story is not None and story.text.startswith("Anfang"):
                cursor = story.textCursor()
                cursor.movePosition(cursor.MoveOperation.End)
                story.setTextCursor(cursor)
                return story
    return None


def _is_made(window: QMainWindow) -> bool:
    """Whether the preview has come: Chromium's start takes as long as the machine lets it."""
    preview = window.findChild(PageView)
    return window.isVisible() and preview is not None and preview._ready


def run(arguments: list[str]) -> int:
    """Start the program with a typist in it."""
    path, log, words, step = arguments
    if step != "-":
        _die_at(step, Path(path))
    typists: list[Typist] = []

    def make_with_typist(names: list[str]) -> QApplication:
        application = make_application(names)
        typists.append(Typist(Path(log), int(words), patient=step != "-"))
        return application

    with patch.object(program, "make_application", make_with_typist):
        return main([path])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
