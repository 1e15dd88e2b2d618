"""Faults around a check, with the real process: of the text, of the memory, of the jars."""

import os
import select
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from zipfile import ZipFile

import pytest

from editor.errors import LanguageToolError
from editor.languagetool.checker import Checker
from editor.languagetool.engine import Engine
from editor.languagetool.local_server import LocalServer
from editor.languagetool.runtime import Runtime
from editor.languagetool.state import EnginePhase, EngineState
from editor.languagetool.timing import EngineTiming

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the tests send signals and read /proc"),
]

WAIT = 600.0
PROSE = (
    "In Folge {n} streiten die Geschwister um das Haus am See, und keiner gibt nach. "
    "Die Kamera bleibt {n} Minuten lang bei ihnen, ohne ein Urteil zu fällen. "
)
SLIP = "Nun ist es soweit."
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}
"""127.0.0.1, the same as an IPv6 address, and ::1, as /proc writes them."""
OWNER = """
import os, signal, sys, time
from pathlib import Path
from editor.languagetool.engine import Engine, EnginePhase
from editor.languagetool.runtime import locate
def show(state):
    if state.phase is EnginePhase.WARMING:
        print(engine.pid, flush=True)
engine = Engine(lambda: locate(Path(sys.argv[1])), show)
engine.start()
sys.stdin.readline()
exec(sys.argv[2])
"""

HUNG = """
import contextlib, threading
import psutil
from editor.helper_processes import end_helpers
java = psutil.Process(engine.pid)
java.suspend()
threading.Thread(target=engine.stop, daemon=True).start()
with contextlib.suppress(psutil.NoSuchProcess):
    while java.status() != psutil.STATUS_ZOMBIE:
        end_helpers()
        time.sleep(0.01)
os._exit(6)
"""
"""The end of a program whose Java no longer answers."""


def still_works(engine: Engine, pid: int | None) -> bool:
    """Tell whether the same process checks as before."""
    found = len(engine.check(SLIP))
    return (found, engine.state.phase, engine.pid) == (1, EnginePhase.READY, pid)


def test_half_a_million_characters_are_refused_at_once(engine: Engine) -> None:
    assert engine.wait_ready(WAIT)
    pid = engine.pid
    text = "".join(PROSE.format(n=n) for n in range(3_300))
    assert len(text) > 500_000

    with pytest.raises(LanguageToolError, match="prüfen Sie ihn in Teilen") as caught:
        engine.check(text)

    assert "Geschwister" not in "".join(map(str, (caught.value, caught.value.__cause__)))
    assert still_works(engine, pid)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 100_000, id="one line without a space"),
        pytest.param("🎬🍿👩\u200d👩\u200d👧\u200d👦" * 2_000, id="only emoji"),
        pytest.param(
            "هذا فيلم جميل جدا. " * 100 + "\u200fזה סרט טוב.\u200e " * 100, id="right to left"
        ),
        pytest.param("\0\ud800\udfff" * 2_000, id="NUL and lone surrogates"),
        pytest.param("\u202e\u0301\ufeff\u200b" * 2_000, id="only marks"),
    ],
)
def test_an_odd_text_ends_within_its_deadline(engine: Engine, text: str) -> None:
    assert engine.wait_ready(WAIT)
    pid = engine.pid

    # It raises an error when the deadline has passed.
    findings = engine.check(text)

    assert all(0 <= finding.start < finding.end <= len(text) for finding in findings)
    assert still_works(engine, pid)


@pytest.mark.parametrize("odd", ["\0", "\ud83c", "👩\u200d👩\u200d👧\u200d👦", "שלום", "é"])
def test_a_finding_after_an_odd_character_is_exact(engine: Engine, odd: str) -> None:
    text = f"Der Film {odd} ist aus. {SLIP}"

    findings = engine.check(text)

    assert "soweit" in {text[finding.start : finding.end] for finding in findings}


def test_thousands_of_findings_are_each_at_their_place(engine: Engine) -> None:
    count = 2_100
    (slip,) = engine.check(SLIP)
    text = "🎬\n\n" + "\n\n".join(f"{n}. *{SLIP}*" for n in range(count))

    found = [finding for finding in engine.check(text) if finding.rule == slip.rule]

    assert len(found) == count
    assert {text[finding.start : finding.end] for finding in found} == {SLIP[slip.start : slip.end]}
    assert len({finding.start for finding in found}) == count


def test_a_server_out_of_memory_is_said_so(languagetool: Runtime) -> None:
    states: SimpleQueue[EngineState] = SimpleQueue()
    starved = replace(languagetool, options=("-Xms24m", "-Xmx24m", "-Xmn8m"))
    with Engine(lambda: starved, states.put, timing=EngineTiming(restarts=0)) as engine:
        while (state := states.get(timeout=WAIT)).phase is not EnginePhase.FAILED:
            pass
        assert engine.pid is None
        with pytest.raises(LanguageToolError, match="nicht genug Speicher"):
            engine.check(SLIP)

    assert "nicht genug Speicher" in state.sentence.text()
    assert "out of memory" in state.sentence.english
    assert "\n" not in state.sentence.text()


@pytest.fixture
def damaged(languagetool: Runtime, tmp_path: Path) -> Runtime:
    """LanguageTool with a German jar that is as long as it should be, but is none."""
    jar = next(jar for jar in languagetool.classpath if jar.name.startswith("language-de-"))
    other = tmp_path / jar.name
    with other.open("wb") as file:
        file.truncate(jar.stat().st_size)
    classpath = tuple(other if path == jar else path for path in languagetool.classpath)
    return replace(languagetool, classpath=classpath, aot_cache=None)


def test_a_damaged_dictionary_ends_in_advice(damaged: Runtime) -> None:
    states: SimpleQueue[EngineState] = SimpleQueue()
    with Engine(lambda: damaged, states.put, timing=EngineTiming(restarts=1, pause=0)):
        while (state := states.get(timeout=WAIT)).phase is not EnginePhase.FAILED:
            pass

    assert "Bitte richten Sie LanguageTool neu ein." in state.sentence.text()
    assert "Please set LanguageTool up again." in state.sentence.english


def test_a_jar_cut_short_ends_in_advice(languagetool: Runtime, tmp_path: Path) -> None:
    states: SimpleQueue[EngineState] = SimpleQueue()
    whole = languagetool.classpath[0]
    cut = tmp_path / whole.name
    shutil.copy(whole, cut)
    os.truncate(cut, cut.stat().st_size // 2)
    # Other jars have another cache: ``locate`` would not find this one for them.
    runtime = replace(languagetool, classpath=(cut, *languagetool.classpath[1:]), aot_cache=None)
    with Engine(lambda: runtime, states.put):
        while (state := states.get(timeout=WAIT)).phase is not EnginePhase.FAILED:
            pass

    assert "Bitte richten Sie LanguageTool neu ein." in state.sentence.text()


@pytest.fixture
def without_rules(languagetool: Runtime, tmp_path: Path) -> Runtime:
    """LanguageTool that starts, but cannot read its grammar: another jar comes first."""
    jar = tmp_path / "first.jar"
    with ZipFile(jar, "w") as files:
        files.writestr("org/languagetool/rules/de/grammar.xml", "<rules")
    first, *rest = languagetool.classpath
    return replace(languagetool, classpath=(first, jar, *rest), aot_cache=None)


def test_a_server_listens_on_loopback_and_its_errors_hold_no_text(without_rules: Runtime) -> None:
    server = LocalServer.start(without_rules)
    try:
        assert listening(server.pid)
        assert listening(server.pid) <= LOOPBACK
        with pytest.raises(LanguageToolError) as caught:
            Checker(server.url, server.transport).check("Geheimnisvoll ist das Drehbuch.")
    finally:
        server.stop(grace=0)

    outcome = server.poll()
    assert outcome is not None
    told = [*outcome.log, *map(repr, chain(caught.value)), *chain_notes(caught.value)]
    assert not any("Geheimnis" in line or "Drehbuch" in line for line in told)


def chain(error: BaseException | None) -> list[BaseException]:
    """Return ``error`` and all that led to it."""
    return [error, *chain(error.__cause__ or error.__context__)] if error else []


def chain_notes(error: BaseException) -> list[str]:
    return [note for one in chain(error) for note in getattr(one, "__notes__", ())]


def listening(pid: int) -> set[str]:
    """Return the addresses on which a process accepts connections, as /proc writes them."""
    links: set[str] = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed just now
            links.add(str(link.readlink()))
    lines = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text("ascii").splitlines()[1:]
    ]
    return {
        fields[1].split(":")[0]
        for fields in lines
        if fields[3] == "0A" and f"socket:[{fields[9]}]" in links
    }


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ("raise ValueError", 1),
        ("sys.exit(5)", 5),
        (HUNG, 6),
        ("signal.raise_signal(signal.SIGTERM)", -signal.SIGTERM),
        ("signal.raise_signal(signal.SIGKILL)", -signal.SIGKILL),
    ],
    ids=["mistake", "exit", "Java hangs", "SIGTERM", "SIGKILL"],
)
def test_no_java_outlives_its_program(languagetool: Runtime, end: str, status: int) -> None:
    data = languagetool.folder.parent
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, str(data), end],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as owner:
        assert owner.stdout is not None
        java = os.pidfd_open(int(owner.stdout.readline()))
        owner.communicate("\n", timeout=WAIT)

    ended, _, _ = select.select([java], [], [], WAIT)
    os.close(java)
    assert ended
    assert owner.returncode == status
