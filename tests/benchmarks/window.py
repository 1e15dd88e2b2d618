"""The real window on an account of its own, and waiting for what happens in it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.application import make_application
from editor.gui.program import Program
from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding
from editor.languagetool.request import CheckRequest, RuleScope
from editor.languagetool.state import OFF, READY, EngineState
from editor.settings import Folders
from tests.benchmarks.texts import find_slips

Shown = TypeVar("Shown", bound=QWidget)
_PATIENCE_MS = 60_000


class SlipEngine(Engine):
    """Finds the slips of ``long_text`` at once: the window is measured, not LanguageTool."""

    def __init__(self, report: Callable[[EngineState], None]) -> None:
        self._report = report

    def start(self) -> None:
        self._report(READY)

    def stop(self) -> None:
        self._report(OFF)

    def check(self, markdown: str) -> tuple[Finding, ...]:
        return find_slips(markdown)

    def send(self, request: CheckRequest) -> tuple[Finding, ...]:
        return () if request.scope is RuleScope.TEXT else find_slips(request.text)


@contextmanager
def open_editor() -> Iterator[Program]:
    """Show the window with its preview."""
    if QApplication.instance() is None:
        make_application(["rezensent"])
    with TemporaryDirectory() as folder:
        root = Path(folder)
        folders = Folders(root / "config", root / "data", root / "cache", root / "state")
        editor = Program(folders, lambda _, __, report: SlipEngine(report))
        wait_for(editor.session.preview.controller.ready, lambda: editor.start(fresh=True))
        try:
            yield editor
        finally:
            editor.stop()
            delete(editor.session.window, editor)


def delete(*parts: QObject) -> None:
    """Delete ``parts`` now: Chromium does not bear to outlive the application."""
    for part in parts:
        part.deleteLater()
        QApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete.value)


def find(editor: Program, kind: type[Shown], name: str) -> Shown:
    """Return the widget ``name`` of the window."""
    widget = editor.session.window.findChild(kind, name)
    assert widget is not None, name
    return widget


def wait_for(signal: SignalInstance, act: Callable[[], object]) -> None:
    """Do ``act`` and return at the signal that follows; TimeoutError when there is none."""
    loop = QEventLoop()
    heard: list[object] = []

    def hear(*values: object) -> None:
        heard.append(values)
        loop.quit()

    signal.connect(hear)
    QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
    act()
    if not heard:
        loop.exec()
    signal.disconnect(hear)
    if not heard:
        raise TimeoutError(str(signal))


def wait_until(condition: Callable[[], bool]) -> None:
    """Run the event loop until ``condition`` holds; TimeoutError when it does not come to that."""
    end = time.monotonic() + _PATIENCE_MS / 1_000
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        rest(10)


def rest(milliseconds: int) -> None:
    """Run the event loop for a while; QTest.qWait() would keep Python's lock from the workers."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()
