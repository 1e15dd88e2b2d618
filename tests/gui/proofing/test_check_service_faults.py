"""What can go wrong around checking, done to a real window: its text stays, and it says what is up.

The engine alone is under the same faults in tests/languagetool/test_engine_faults.py.
"""

import os
import re
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding
from editor.languagetool.request import CheckRequest
from editor.languagetool.runtime import Runtime
from editor.languagetool.state import EnginePhase, EngineState
from editor.languagetool.timing import EngineTiming
from editor.proofing import result_cache
from editor.proofing.proposals.rejected_names import reject_names
from editor.settings import Folders, Settings
from editor.storage import load_save
from tests.gui.actions import answer_file_dialog, exposed, find, press, section, type_into, waited
from tests.gui.conftest import close
from tests.gui.rows import row_list, rows_of

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the tests send signals and read /proc"),
]

WAIT = 600_000
PROSE = (
    "In Folge {n} streiten die Geschwister um das Haus am See, und keiner gibt nach. "
    "Die Kamera bleibt {n} Minuten lang bei ihnen, ohne ein Urteil zu fällen. "
)
SLIP = "Nun ist es soweit."
NUMBERS = count()
FROZEN = "LanguageTool antwortet nicht mehr."
KILLED = "LanguageTool ist von außen beendet worden (SIGKILL)."
AGAIN = "Prüfung startet neu …"
GIVEN_UP = f"Prüfung aus: {KILLED} Auch mehrere Neustarts haben nicht geholfen"


def prose(sentences: int) -> str:
    """Return paragraphs that no checker has seen, with one slip at the end."""
    pairs = "\n\n".join(PROSE.format(n=next(NUMBERS)).rstrip() for _ in range(sentences // 2))
    return f"{pairs}\n\n{SLIP}"


class WatchedEngine(Engine):
    """Tells when a check is under way."""

    asked: threading.Event

    def send(self, request: CheckRequest) -> tuple[Finding, ...]:
        self.asked.set()
        return super().send(request)


class OpenWindow(Protocol):
    """See ``window_on``."""

    def __call__(
        self, runtime: Runtime, timing: EngineTiming, faults: Iterable[signal.Signals] = ()
    ) -> AbstractContextManager[tuple[Program, WatchedEngine]]: ...


@pytest.fixture
def open_window(folders: Folders, qtbot: QtBot) -> OpenWindow:
    return partial(window_on, folders, qtbot)


@pytest.fixture
def logged(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> Callable[[], str]:
    """Return all that this process and those that it has started have said."""
    return lambda: "".join(capfd.readouterr()) + caplog.text


@contextmanager
def window_on(
    folders: Folders,
    qtbot: QtBot,
    runtime: Runtime,
    timing: EngineTiming,
    faults: Iterable[signal.Signals] = (),
) -> Iterator[tuple[Program, WatchedEngine]]:
    """Open a window with a LanguageTool of its own, and let nothing remain of either.

    The first processes get one of ``faults`` each as soon as they load their dictionaries.
    """
    engines: list[WatchedEngine] = []
    signals, hit = iter(faults), set[int]()

    def make(_: Folders, __: Settings, report: Callable[[EngineState], None]) -> Engine:
        def disturb(state: EngineState) -> None:
            report(state)
            pid = engine.pid
            if pid is not None and state.phase is EnginePhase.WARMING and pid not in hit:
                hit.add(pid)
                if fault := next(signals, None):
                    os.kill(pid, fault)

        engine = WatchedEngine(lambda: runtime, disturb, timing=timing)
        engine.asked = threading.Event()
        engines.append(engine)
        return engine

    before = running_java()
    editor = Program(folders, make)
    with qtbot.waitSignal(editor.session.preview.controller.ready):
        editor.start(fresh=True)
    exposed(qtbot, editor.session.window)
    try:
        yield editor, engines[0]
    finally:
        close(qtbot, editor)
    assert running_java() == before


def running_java(parent: int | None = None) -> set[int]:
    """Return the Java processes that ``parent``, by default this process, has started."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # ended just now
            name, fields = stat.read_text("utf-8", "replace").rsplit(")", 1)
            if name.endswith("(java") and int(fields.split()[1]) == (parent or os.getpid()):
                found.add(int(stat.parent.name))
    return found


def said(editor: Program) -> str:
    """Return what the status bar says about the checker."""
    return re.sub(r"<[^>]*>", "", find(editor, QLabel, "status.checker").text())


def shown(target: SectionEditor) -> str:
    """Return the text that Qt shows, its paragraphs as lines."""
    return target.document().toRawText().replace("\u2029", "\n")


def paste(target: SectionEditor, text: str) -> None:
    target.setFocus()
    QGuiApplication.clipboard().setText(text)
    target.paste()


def found_in(editor: Program, section_id: str) -> list[str]:
    """Return the places of the findings in a section, as its present text has them."""
    text = editor.session.document.review.text(section_id)
    return [
        text[f.start : f.end]
        for f in editor.session.proofing.check_service.findings.get(section_id, ())
    ]


def intact(editor: Program, section_id: str, text: str) -> bool:
    """Whether ``text`` is, sign for sign, what the review has and the window shows."""
    target = section(editor, section_id)
    return editor.session.document.review.text(section_id) == text == target.text == shown(target)


def test_checking_comes_back_by_itself_and_when_it_is_asked_to(
    open_window: OpenWindow, languagetool: Runtime, qtbot: QtBot, logged: Callable[[], str]
) -> None:
    """Frozen and killed while it loads its dictionaries, tried again, and killed in a check."""
    others, crowds, heard = running_java(), set[int](), list[str]()
    timing = EngineTiming(heartbeat=0.5, answer=3, pause=0, restarts=1)
    faults = (signal.SIGSTOP, signal.SIGKILL)
    with open_window(languagetool, timing, faults) as (editor, engine):
        census = QTimer(editor, interval=200)
        census.timeout.connect(lambda: crowds.add(len(running_java() - others)))
        census.start()
        editor.engine.state_changed.connect(lambda _: heard.append(said(editor)))
        text = prose(24)
        paste(section(editor, "plot"), text)
        try_again(editor, qtbot)
        waited(qtbot, lambda: "soweit" in found_in(editor, "plot"), WAIT)
        assert not editor.session.window.message_bar.isVisible()

        kill_while_it_checks(editor, qtbot, engine)
        waited(qtbot, lambda: "soweit" in found_in(editor, "story"), WAIT)
        assert said(editor).startswith("● Prüfung bereit")
        assert intact(editor, "plot", text)

    told = [line for line in heard if "Prüfung lädt" not in line]
    assert [line for line in told if "nicht mehr" in line] == [f"● {FROZEN} {AGAIN}"]
    assert [line for line in told if "SIGKILL" in line] == [f"● {GIVEN_UP}", f"● {KILLED} {AGAIN}"]
    assert max(crowds) == 1
    assert "Geschwister" not in logged()


def try_again(editor: Program, qtbot: QtBot) -> None:
    """Use the button that comes when checking has failed."""
    button = waited(qtbot, lambda: visible(editor, "notice.action"), WAIT)
    assert button.text() == "Erneut versuchen"
    type_into(section(editor, "verdict"), "Sehenswert.")
    assert intact(editor, "verdict", "Sehenswert.")
    assert editor.session.window.message_bar.sentence.startswith(GIVEN_UP)
    button.click()


def visible(editor: Program, name: str) -> QPushButton | None:
    button = find(editor, QPushButton, name)
    return button if button.isVisible() else None


def kill_while_it_checks(editor: Program, qtbot: QtBot, engine: WatchedEngine) -> None:
    """Paste a long text, and end the process that checks it."""
    text, pid = prose(24), engine.pid
    assert pid is not None
    engine.asked.clear()
    paste(section(editor, "story"), text)
    waited(qtbot, engine.asked.is_set, WAIT)
    os.kill(pid, signal.SIGKILL)
    waited(qtbot, lambda: engine.pid not in {pid, None}, WAIT)
    assert intact(editor, "story", text)


def cut_short(languagetool: Runtime, folder: Path) -> Runtime:
    """Return the installation with half a jar in the place of the first one."""
    whole = languagetool.classpath[0]
    half = folder / whole.name
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return replace(languagetool, classpath=(half, *languagetool.classpath[1:]), aot_cache=None)


def without_java(languagetool: Runtime, folder: Path) -> Runtime:
    return replace(languagetool, java=folder / "java")


def starved(languagetool: Runtime, _: Path) -> Runtime:
    return replace(languagetool, options=("-Xms24m", "-Xmx24m", "-Xmn8m"))


@pytest.mark.parametrize(
    "fault",
    [
        (cut_short, "Bitte richten Sie LanguageTool neu ein."),
        (without_java, "Java lässt sich nicht starten"),
        (starved, "LanguageTool hatte nicht genug Speicher."),
    ],
    ids=["jar cut short", "no Java", "no memory"],
)
def test_failure_beyond_restarts_is_reported_and_the_text_stays(
    open_window: OpenWindow,
    languagetool: Runtime,
    qtbot: QtBot,
    tmp_path: Path,
    fault: tuple[Callable[[Runtime, Path], Runtime], str],
) -> None:
    damage, sentence = fault
    runtime = damage(languagetool, tmp_path)
    with open_window(runtime, EngineTiming(restarts=0)) as (editor, engine):
        paste(section(editor, "plot"), SLIP)
        waited(qtbot, lambda: sentence in said(editor), WAIT)
        type_into(section(editor, "plot"), " Weiter.")
        assert intact(editor, "plot", f"{SLIP} Weiter.")
        assert said(editor).removeprefix("● ") in editor.session.window.message_bar.sentence
        assert engine.pid is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 100_000, id="one line without a space"),
        pytest.param("🎬🍿👩\u200d👩\u200d👧\u200d👦" * 500, id="only emoji"),
        pytest.param(
            "هذا فيلم جميل جدا. " * 100 + "\u200fזה סרט טוב.\u200e " * 100, id="from the right"
        ),
        pytest.param("\0a\ud800b\udfffc\ufdd0d\r\0" * 500, id="NUL and lone surrogates"),
    ],
)
def test_odd_text_is_kept_checked_and_saved(
    editor: Program, qtbot: QtBot, tmp_path: Path, text: str
) -> None:
    plot = section(editor, "plot")
    paste(plot, text)
    type_into(plot, f"\n\n{SLIP}")
    there = editor.session.document.review.text("plot")

    assert intact(editor, "plot", there)
    assert len(there) > len(text) // 2
    waited(qtbot, lambda: "soweit" in found_in(editor, "plot"), WAIT)
    assert "soweit" in selected_in_turn(editor, "plot")

    target = tmp_path / "Odd.md"
    press(editor, "save")
    answer_file_dialog(qtbot, editor, target)
    waited(qtbot, lambda: not editor.session.document.dirty)
    assert load_save.load_review(target).review.text("plot") == there


def selected_in_turn(editor: Program, section_id: str) -> set[str]:
    """Walk once through the findings of a section and return what that selects."""
    words = set()
    for _ in found_in(editor, section_id):
        press(editor, "next_finding")
        words.add(section(editor, section_id).textCursor().selectedText())
    return words


def test_half_a_million_characters_are_checked_in_parts(
    editor: Program, engine: Engine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, typed, send = list[str](), threading.Event(), engine.send

    def hold(request: CheckRequest) -> tuple[Finding, ...]:
        asked.append(request.text)
        typed.wait(WAIT / 1_000)
        return send(request)

    monkeypatch.setattr(engine, "send", hold)
    # Every paragraph stands there often and is asked about once, in three small requests.
    monkeypatch.setattr(result_cache, "_BATCH", 2_000)
    monkeypatch.setattr(result_cache, "_BUDGET", 1_000)
    text = "\n\n".join(["Gestern war es soweit.", *[prose(60)] * 120])
    assert len(text) > 500_000
    # A paste as long as that would be refused.
    editor.session.document.edit_text("plot", text, typing=False, boundary=True)
    waited(qtbot, lambda: asked)
    type_into(section(editor, "verdict"), "Ein Feler.")
    typed.set()
    waited(qtbot, lambda: found_in(editor, "plot").count("soweit") == 121, WAIT)
    # What the writer has typed meanwhile had its turn before the rest of the long text.
    assert found_in(editor, "verdict") == ["Feler"]
    turns = ["Feler" in request for request in asked if "Folge" in request or "Feler" in request]
    assert 0 < turns.index(True) < len(turns) - 1
    assert intact(editor, "plot", text)


def test_ten_thousand_findings_leave_the_window_usable(editor: Program, qtbot: QtBot) -> None:
    slips = " ".join(f"Feler{letter}x" for letter in "abcdefghijklmnopqrstuvwxyz"[:20])
    document = editor.session.document
    document.edit_review(reject_names(document.review, slips.split()), "names")
    plot = section(editor, "plot")
    paste(plot, "\n\n".join([slips] * 500))
    waited(qtbot, lambda: len(found_in(editor, "plot")) >= 10_000, WAIT)

    rows = row_list(editor, "findings")
    waited(qtbot, lambda: len(rows.rows) == 20)
    plot.moveCursor(plot.textCursor().MoveOperation.Start)
    press(editor, "next_finding")
    press(editor, "next_finding")
    assert plot.textCursor().selectedText() == "Felerbx"
    type_into(plot, "Ein Wort")
    waited(qtbot, lambda: not editor.session.proofing.check_service.pending, WAIT)
    assert "Ein Wort" not in found_in(editor, "plot")
    assert len(found_in(editor, "plot")) >= 9_999
    (row,) = [row for row in rows_of(rows) if row.text().startswith("„Felercx“")]
    rows.activated.emit(row.index)
    assert plot.textCursor().selectedText() == "Felercx"


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_no_java_outlives_the_program(
    languagetool: Runtime, qtbot: QtBot, tmp_path: Path, end: signal.Signals
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / languagetool.folder.name).symlink_to(languagetool.folder)
    with subprocess.Popen(
        [sys.executable, "-m", "editor"],
        env={**os.environ, "REZENSENT_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        (java,) = waited(qtbot, lambda: running_java(program.pid), WAIT)
        watched = os.pidfd_open(java)
        program.send_signal(end)

    ended, _, _ = select.select([watched], [], [], WAIT / 1_000)
    os.close(watched)
    assert ended
    assert program.returncode in {-end, 128 + end}  # as it is before and after the first window
