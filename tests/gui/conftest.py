"""A real editor with real widgets; only its folders are the test's own."""

from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.application import make_application
from editor.gui.program import Program
from editor.gui.worker import wait_for_left_behind
from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding
from editor.languagetool.request import CheckRequest
from editor.languagetool.state import OFF, EngineState
from editor.settings import Folders, Settings
from editor.storage.fact_index import EarlierFacts
from tests.gui.actions import PATIENCE_MS, exposed
from tests.gui.form_bench import FormBench

_LEFT_BEHIND_MS = 5_000
_EARLIER = EarlierFacts(
    {"label": ("Polarkreis Home Video", "Ärger & Söhne"), "medium": ("Laserdisc", "DVD")},
    ("Solveig Brenn", "Björn Lykke", "Maja Kvist"),
)


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The application as the program makes it, not a bare one."""
    app = make_application(["rezensent"])
    yield app
    # The offscreen clipboard outlives Python, and crashes at the end with what Python put into it.
    app.clipboard().clear()


@pytest.fixture(autouse=True)
def released_mouse_buttons() -> Iterator[None]:
    """Release what a test leaves pressed, as the double click of QTest does.

    With a button down the form would not scroll to the keyboard focus in the tests that follow.
    """
    yield
    if QApplication.instance() is None:
        return
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if QApplication.mouseButtons() & button:
            QTest.mouseRelease(QWindow(), button)


class SharedEngine(Engine):
    """The session's engine under the hands of one window: starting and stopping leave it alone."""

    def __init__(self, engine: Engine, report: Callable[[EngineState], None]) -> None:
        self._engine = engine
        self._report_to = report

    def start(self) -> None:
        self._report_to(self._engine.state)

    def stop(self) -> None:
        self._report_to(OFF)

    def check(self, markdown: str) -> tuple[Finding, ...]:
        return self._engine.check(markdown)

    def send(self, request: CheckRequest) -> tuple[Finding, ...]:
        return self._engine.send(request)

    def choose_variant(self, variant: str, *, picky: bool = False) -> None:
        self._engine.choose_variant(variant, picky=picky)


class PatientBot(QtBot):
    """Waits long where no time is named: only what fails takes so long."""

    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815
    waitCallback = partialmethod(QtBot.waitCallback, timeout=PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, with patience."""
    return PatientBot(request)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "cache", tmp_path / "state")


def opened(qtbot: QtBot, editor: Program) -> Program:
    with qtbot.waitSignal(editor.session.preview.controller.ready):
        # What was open last, or a new review, but not the welcome.
        editor.start(fresh=editor.session.workspace.last_session.path is None)
    exposed(qtbot, editor.session.window)
    # What the window says about LanguageTool comes before what a test does.
    qtbot.waitUntil(lambda: editor.engine.state is not None and editor.engine.state.settled)
    return editor


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, folders: Folders, engine: Engine) -> Iterator[Program]:
    """An open window that checks with the real LanguageTool."""

    def make(_: Folders, __: Settings, report: Callable[[EngineState], None]) -> Engine:
        return SharedEngine(engine, report)

    editor = opened(qtbot, Program(folders, make))
    yield editor
    close(qtbot, editor)


@pytest.fixture
def unchecked(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Program]:
    """An open window on an account without LanguageTool: for all that needs no checking."""
    editor = opened(qtbot, Program(folders))
    yield editor
    close(qtbot, editor)


@pytest.fixture
def form_bench(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[FormBench]:
    """A form and a document in a window of their own: no preview, no panels, no files."""
    bench = FormBench(folders, qapp)
    bench.start()
    exposed(qtbot, bench.session.window)
    yield bench
    bench.stop()
    qtbot.wait(0)


def close(qtbot: QtBot, editor: Program) -> None:
    # In the order of the program: what leaving keeps is on the disk before anything goes on.
    editor.session.window.leave()
    editor.stop()
    # A check that is under way ends before the next test, and closes its connection.
    wait_for_left_behind(_LEFT_BEHIND_MS)
    editor.session.window.deleteLater()
    editor.deleteLater()
    qtbot.wait(0)


@pytest.fixture
def remembering(unchecked: Program, qtbot: QtBot) -> Program:
    """A window that knows earlier reviews, once it has looked for some itself."""
    unchecked.session.window.activateWindow()
    qtbot.waitUntil(unchecked.session.window.isActiveWindow)
    qtbot.waitUntil(lambda: not unchecked.session.form.fact_suggestions.busy)
    unchecked.session.window.form.offer(_EARLIER)
    return unchecked
