"""Reading aloud, by the program that speaks and the engine that Qt has for tests."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.speech.tts_client import PROGRAM
from tests.gui.actions import find, press, section, type_into, waited

ROOT = Path(__file__).parents[3]
SENTENCE = "Ein **langer** Satz, der eine Weile dauert. "
START_S = 30
"""Python's start on a busy machine, and no patience of the program's."""
NO_ANSWER = "Die Sprachausgabe dieses Rechners antwortet nicht"
FAILED = "Die Sprachausgabe dieses Rechners ist ausgefallen"
posix = pytest.mark.skipif(os.name != "posix", reason="sends signals")


@pytest.fixture
def english(unchecked: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A window whose engine is Qt's for tests, which speaks English."""
    reading = unchecked.session.speech.read_aloud
    reading.tts.timeout_ms = START_S * 1_000
    monkeypatch.setattr(reading, "start", partial(reading.start, "mock", QLocale.Language.English))
    type_into(section(unchecked, "story"), SENTENCE * 3)
    return unchecked


def process(editor: Program) -> QProcess | None:
    """Return the program that speaks, while it runs."""
    running = (
        found
        for found in editor.session.window.findChildren(QProcess)
        if found.state() is QProcess.ProcessState.Running
    )
    return next(running, None)


def is_on(editor: Program) -> bool:
    return editor.session.actions["read_aloud"].isChecked()


def speak(qtbot: QtBot, editor: Program) -> QProcess:
    """Let it read, and return the program once it speaks."""
    with qtbot.waitSignal(
        editor.session.speech.read_aloud.tts.status_changed, timeout=START_S * 1_000
    ):
        editor.session.speech.read_aloud.start()
    with qtbot.waitSignal(
        editor.session.speech.read_aloud.tts.status_changed, timeout=START_S * 1_000
    ):
        press(editor, "read_aloud")
    found = process(editor)
    assert found is not None
    return found


def said(editor: Program) -> list[str]:
    """Return the sentences that reading says from now on."""
    sentences: list[str] = []
    editor.session.speech.read_aloud.message.connect(sentences.append)
    return sentences


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


# -- what this machine can do ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("engine", "sentence"), [("gibt es nicht", "Sprachausgabe"), ("mock", "deutsche Stimme")]
)
def test_without_a_voice_reading_is_off_and_says_why(
    unchecked: Program, qtbot: QtBot, engine: str, sentence: str
) -> None:
    action, sentences = unchecked.session.actions["read_aloud"], said(unchecked)
    unchecked.session.speech.read_aloud.start(engine)
    assert action.isEnabled()
    waited(qtbot, lambda: not action.isEnabled(), START_S * 1_000)
    assert sentence in action.toolTip()
    assert sentences == []
    waited(qtbot, lambda: process(unchecked) is None)


@pytest.mark.parametrize("ask", ["trigger", "menu"])
def test_engine_is_started_when_it_is_asked_for(
    unchecked: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    reading, action = unchecked.session.speech.read_aloud, unchecked.session.actions["read_aloud"]
    started: list[str] = []
    start = reading.start

    def mocked() -> None:
        started.append("ja")
        start("mock")

    monkeypatch.setattr(reading, "start", mocked)
    if ask == "trigger":
        press(unchecked, "read_aloud")
    else:
        for menu in (m for m in action.associatedObjects() if isinstance(m, QMenu)):
            menu.aboutToShow.emit()
    assert action.isEnabled()
    waited(qtbot, lambda: not action.isEnabled(), START_S * 1_000)
    assert started == ["ja"]
    assert ("deutsche Stimme" in unchecked.session.window.message_bar.sentence) == (
        ask == "trigger"
    )


# -- reading --------------------------------------------------------------------------------------


def test_reading_starts_stops_and_ends(english: Program, qtbot: QtBot) -> None:
    sentences = said(english)
    speak(qtbot, english)
    assert is_on(english)
    with qtbot.waitSignal(english.session.speech.read_aloud.tts.status_changed):
        press(english, "read_aloud")
        assert not is_on(english)
    assert not is_on(english)
    press(english, "read_aloud")
    assert is_on(english)
    waited(qtbot, lambda: not is_on(english))
    assert sentences == []


def test_line_over_the_form_says_what_is_read_and_stops_it(english: Program, qtbot: QtBot) -> None:
    bar, field = english.session.speech.bar, section(english, "story")
    assert not bar.isVisible()
    speak(qtbot, english)
    assert bar.label.text() == "„Story“ wird vorgelesen. Esc oder Strg+Umschalt+R hält an."
    assert field.hasFocus()
    with qtbot.waitSignal(english.session.speech.read_aloud.tts.status_changed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not bar.isVisible()
    assert not is_on(english)
    field.select(0, 3)
    press(english, "read_aloud")
    assert bar.label.text().startswith("Die Auswahl wird vorgelesen.")
    QTest.mouseClick(find(english, QPushButton, "speech.stop"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    press(english, "read_aloud")
    assert bar.isVisible()
    waited(qtbot, lambda: not is_on(english))
    assert not bar.isVisible()


def test_a_wish_waits_for_the_voice(english: Program, qtbot: QtBot) -> None:
    sentences = said(english)
    press(english, "read_aloud")
    assert is_on(english)
    waited(qtbot, lambda: not is_on(english), START_S * 1_000)
    assert process(english) is not None
    assert sentences == []


def test_a_wish_can_be_taken_back_before_there_is_a_voice(english: Program, qtbot: QtBot) -> None:
    heard: list[object] = []
    voice = english.session.speech.read_aloud.tts
    voice.status_changed.connect(heard.append)
    with qtbot.waitSignal(voice.status_changed, timeout=START_S * 1_000):
        press(english, "read_aloud")
        press(english, "read_aloud")
    assert not is_on(english)
    with qtbot.waitSignal(voice.status_changed):
        voice.silence()
    assert heard == ["ready", "finished"]


def test_selection_is_read_or_the_section_without_signs(english: Program) -> None:
    reading = english.session.speech.read_aloud
    section(english, "story").select(0, 3)
    assert reading._text() == "Ein"
    section(english, "story").select(0, 0)
    assert reading._text() == " ".join(["Ein langer Satz, der eine Weile dauert."] * 3)


def test_links_are_read_without_what_another_section_defines(english: Program) -> None:
    story = "Laut [Sender][quelle] gut."
    english.session.document.edit_text("story", story, typing=False, boundary=True)
    definition = "[quelle]: https://example.org/"
    english.session.document.edit_text("verdict", definition, typing=False, boundary=True)
    section(english, "story").setFocus()
    assert english.session.speech.read_aloud._text() == "Laut Sender gut."


# -- a voice that hangs or dies -------------------------------------------------------------------


def _looking(qtbot: QtBot, editor: Program) -> QProcess:
    press(editor, "read_aloud")
    found: QProcess = waited(qtbot, partial(process, editor))
    return found


@posix
def test_a_voice_that_never_answers_is_killed_and_told_while_one_writes(
    english: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    silent = tmp_path / "python"
    silent.write_text("#!/bin/sh\nexec sleep 1000\n", "ascii")
    silent.chmod(0o700)
    voice = english.session.speech.read_aloud.tts
    voice.timeout_ms = 500
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", str(silent))
        pid = _looking(qtbot, english).processId()
    _is_told_while_one_writes(qtbot, english, pid)


@posix
def test_a_voice_that_hangs_in_the_middle_is_killed_and_told(
    english: Program, qtbot: QtBot
) -> None:
    pid = speak(qtbot, english).processId()
    os.kill(pid, signal.SIGSTOP)
    english.session.speech.read_aloud.tts.timeout_ms = 500
    press(english, "read_aloud")
    _is_told_while_one_writes(qtbot, english, pid)


def _is_told_while_one_writes(qtbot: QtBot, editor: Program, pid: int) -> None:
    assert NO_ANSWER not in editor.session.window.message_bar.sentence
    type_into(section(editor, "story"), "Es geht weiter.")
    assert editor.session.document.review.text("story").endswith("Es geht weiter.")
    waited(qtbot, lambda: NO_ANSWER in editor.session.window.message_bar.sentence)
    assert not is_on(editor)
    waited(qtbot, partial(is_gone, pid))
    editor.session.speech.read_aloud.tts.timeout_ms = START_S * 1_000
    assert speak(qtbot, editor).processId() != pid
    assert is_on(editor)


@posix
@pytest.mark.parametrize("when", [_looking, speak], ids=["looking", "speaking"])
def test_a_voice_that_dies_is_told_and_may_be_tried_again(
    english: Program, qtbot: QtBot, when: Callable[[QtBot, Program], QProcess]
) -> None:
    os.kill(when(qtbot, english).processId(), signal.SIGKILL)
    waited(qtbot, lambda: FAILED in english.session.window.message_bar.sentence)
    assert not is_on(english)
    assert speak(qtbot, english) is not None


@posix
def test_a_voice_that_dies_unheard_is_no_news(english: Program, qtbot: QtBot) -> None:
    voice, sentences = english.session.speech.read_aloud.tts, said(english)
    with qtbot.waitSignal(voice.status_changed, timeout=START_S * 1_000):
        english.session.speech.read_aloud.start()
    silent = process(english)
    assert silent is not None
    with qtbot.waitSignal(voice.failed):
        os.kill(silent.processId(), signal.SIGKILL)
    assert sentences == []
    assert english.session.actions["read_aloud"].isEnabled()


def test_a_voice_that_cannot_be_started_is_told(
    english: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    press(english, "read_aloud")
    waited(qtbot, lambda: FAILED in english.session.window.message_bar.sentence)
    assert not is_on(english)


@posix
@pytest.mark.parametrize("hangs", [False, True], ids=["speaking", "hanging"])
def test_closing_the_window_leaves_no_voice(qtbot: QtBot, english: Program, hangs: bool) -> None:
    pid = speak(qtbot, english).processId()
    if hangs:
        os.kill(pid, signal.SIGSTOP)
    began = time.monotonic()
    english.session.speech.read_aloud.stop()
    assert time.monotonic() - began < english.session.speech.read_aloud.tts.timeout_ms / 1_000
    assert is_gone(pid)
    assert not english.session.speech.read_aloud.tts.running


# -- the program that speaks ----------------------------------------------------------------------


@contextmanager
def started(*before: str, seconds: float = START_S) -> Iterator[subprocess.Popen[str]]:
    """Start the program that speaks, or the lines of Python ``before`` in its place."""
    command = ["-m", PROGRAM] if not before else ["-c", "\n".join(before)]
    with subprocess.Popen(
        [sys.executable, *command, "mock", "en", str(seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def test_the_program_ends_with_its_input() -> None:
    with started() as program:
        assert program.stdout is not None
        assert json.loads(program.stdout.readline()) == {"voice": "ready"}
        output, _ = program.communicate('{"say": "one"}\n', timeout=START_S)
        assert "speaking" in output
        assert program.returncode == 0


HANGING = """
import ctypes, sys, types
class QTextToSpeech:
    @staticmethod
    def availableEngines():
        return []
    def __init__(self, name):
        print("hangs", flush=True)
        ctypes.PyDLL(None).sleep(1_000)
module = types.ModuleType("PySide6.QtTextToSpeech")
module.QTextToSpeech = QTextToSpeech
sys.modules[module.__name__] = module
"""
"""An engine that holds Python's lock for ever, as Qt's for speech-dispatcher does when made."""


@posix
def test_an_engine_that_hangs_ends_although_nobody_is_left_to_kill_it() -> None:
    run = f"from {PROGRAM} import main; main(sys.argv[1:])"
    with started(HANGING, run, seconds=0.5) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "hangs\n"
        program.communicate(timeout=START_S)
        assert program.returncode == 1


def test_the_program_takes_nothing_of_the_editor_along() -> None:
    script = f"import sys, {PROGRAM}; print(*(m for m in sys.modules if m.startswith('editor')))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [
        "editor",
        "editor.gui",
        "editor.gui.speech",
        "editor.gui.speech.tts_process",
    ]
