"""A whole session of the real program, watched: no network, no trace of the text, nothing open.

It is a process of its own with folders of its own. A guard within Python refuses and notes every
address beyond loopback, and where the kernel allows it all of that is in a network namespace in
which every packet is recorded, whoever sends it. The words that are typed occur nowhere else, and
are looked for everywhere afterwards.
"""

import json
import os
import pwd
import secrets
import shutil
import string
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from editor.export.registry import EXPORT_FORMATS
from editor.gui.speech.tts_client import PROGRAM
from editor.languagetool.runtime import Runtime
from tests.gui.socket_guard import is_loopback

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at what Linux shows")

ROOT = Path(__file__).parents[2]
NAMESPACE = ("unshare", "-rnm", sys.executable, "-m", "tests.gui.namespace")
SERVER = "http://nirgends.example:8080"
"""A name, so that asking for its address would be seen as well."""
PLACES = ("title", "text", "fact", "paste", "known", "search", "file")
PATIENCE_S = 1_300


@dataclass(frozen=True, slots=True)
class Session:
    """What is left of a session that has ended well."""

    folder: Path
    marks: dict[str, str]
    seen: dict[str, Any]
    guarded: list[tuple[str, str, Any]]
    """What the guard has noted: kind, event, and what it was about."""
    packets: list[str] | None
    """Destinations of packets that would have left; None where nobody could look."""
    elsewhere: tuple[Path, ...]
    """What is new in folders that all programs share."""

    @property
    def program(self) -> Path:
        return self.folder / "program"

    def holding(self, place: str) -> set[str]:
        """Return which files hold the mark of ``place``, in content or name, by their paths."""
        word = self.marks[place].encode()
        return {
            str(path.relative_to(self.folder)) if path.is_relative_to(self.folder) else str(path)
            for path in (*_files(self.folder), *self.elsewhere)
            if any(form in data for data in _contents(path) for form in _forms(word))
        }


@cache
def namespaces() -> str:
    """Return why packets cannot be recorded here; empty where they can."""
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return "unshare and ip of Linux are missing"
    tried = subprocess.run(
        [*NAMESPACE, os.devnull, "true"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    return f"no network namespace here: {tried.stderr.strip()[-200:]}" if tried.returncode else ""


def leaks(tmp_path: Path, *command: str, **environment: str) -> list[str]:
    """Return where the packets of ``command`` would have gone."""
    record = tmp_path / "packets.json"
    subprocess.run(
        [*NAMESPACE, record, *command],
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=PATIENCE_S,
    )
    found = json.loads(record.read_text("utf-8"))
    assert found["missed"] == 0
    packets: list[str] = found["packets"]
    return packets


@pytest.fixture(scope="module")
def session(languagetool: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A session that has ended, with a file mode mask that leaves everything open."""
    return _run(tmp_path_factory.mktemp("session"), languagetool, bare=bool(namespaces()))


def _run(folder: Path, runtime: Runtime, *, bare: bool) -> Session:
    for name in ("home", "temp", "run", "program/data", "reviews", "cwd"):
        (folder / name).mkdir(mode=0o700, parents=True)
    tools = folder.with_name(f"{folder.name}-tools")
    tools.mkdir()
    (folder / "program/data" / runtime.folder.name).symlink_to(runtime.folder)
    code = ROOT / "tests" / "gui" / "socket_guard.py"
    (tools / "sitecustomize.py").write_text(f"import runpy; runpy.run_path({str(code)!r})\n")
    stem = "".join(secrets.choice(string.ascii_lowercase) for _ in range(8))
    marks = {place: f"Zw{stem}{place}" for place in PLACES}
    (tools / "asked.json").write_text(
        json.dumps(
            {
                "marks": marks,
                "server": SERVER,
                "folder": str(folder / "reviews"),
                "private": [str(folder / "temp"), str(folder / "program")],
                "umask": 0,
            }
        )
    )
    # Not for the namespace, which needs a shell.
    guard = f"SOCKET_GUARD={tools / 'guard.log'}"
    command = ["env", guard, sys.executable, "-m", "tests.gui.session_driver"]
    command += [str(tools / "asked.json"), str(tools / "answer.json")]
    began = time.time() - 1
    with (folder / "stdout").open("wb") as out, (folder / "stderr").open("wb") as err:
        ended = subprocess.run(
            command if bare else [*NAMESPACE, tools / "packets.json", *command],
            stdout=out,
            stderr=err,
            check=False,
            cwd=folder / "cwd",
            env=_environment(folder, tools),
            timeout=PATIENCE_S,
        )
    told = (folder / "stderr").read_text("utf-8", "replace")
    assert ended.returncode == 0, told
    lines = (tools / "guard.log").read_text("utf-8").splitlines()
    packets = None if bare else json.loads((tools / "packets.json").read_text())
    assert packets is None or packets["missed"] == 0
    return Session(
        folder,
        marks,
        json.loads((tools / "answer.json").read_text("utf-8")),
        [tuple(json.loads(line)) for line in lines],
        packets and packets["packets"],
        tuple(_new_elsewhere(began, folder, tools)),
    )


def _environment(folder: Path, tools: Path) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "QT"))}
    return {
        **own,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "temp"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "REZENSENT_HOME": str(folder / "program"),
        "PYTHONPATH": os.pathsep.join((str(tools), str(ROOT))),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _new_elsewhere(began: float, *own: Path) -> Iterator[Path]:
    """Yield files that came since, in the folders for temporary files and the account's own."""
    account = Path(pwd.getpwuid(os.getuid()).pw_dir)
    shared = [Path(name) for name in ("/tmp", "/var/tmp", "/dev/shm")]  # noqa: S108
    homes = [account / name for name in (".", ".cache", ".config", ".local/share", ".local/state")]
    for top in (
        path for folder in (*shared, *homes) if folder.is_dir() for path in folder.iterdir()
    ):
        if _is_new(top, began) and not any(path.is_relative_to(top) for path in own):
            yield from (path for path in (top, *_files(top)) if _is_new(path, began))


def _is_new(path: Path, began: float) -> bool:
    try:
        return path.lstat().st_ctime >= began
    except OSError:
        return False


def _files(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        yield from (Path(where, name) for name in names)


def _contents(path: Path) -> Iterator[bytes]:
    """Yield the name of ``path`` and what it holds, unpacked where it is an archive."""
    yield path.name.encode()
    try:
        if not path.is_file() or path.is_symlink():
            return
        yield path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from (archive.read(name) for name in archive.namelist())
    except OSError:
        return


def _forms(word: bytes) -> Iterator[bytes]:
    """Yield ``word`` as it may be stored: also in lower case, as a file's name, and in UTF-16."""
    for form in (word, word.lower()):
        yield form
        yield form.decode().encode("utf-16-le")


# -- no network ---------------------------------------------------------------------------------


def test_the_session_is_a_whole_one(session: Session) -> None:
    done = session.seen["done"]
    assert {"write", "check", "search", "paste", "import", "save", "export", "print"} <= set(done)
    assert done[-1] == "meet_a_hostile_page"
    assert set(session.seen["exports"]) == set(EXPORT_FORMATS)
    assert all(session.seen["exports"].values())


def test_python_asks_for_nothing_beyond_loopback(session: Session) -> None:
    assert [entry for entry in session.guarded if entry[0] == "guarded"]
    assert [entry for entry in session.guarded if entry[0] == "refused"] == []


def test_the_guard_notices(tmp_path: Path) -> None:
    guard = Path(__file__).with_name("socket_guard.py")
    attempts = (
        "import runpy, socket; runpy.run_path({!r})",
        "def t(f, *a):\n try: f(*a)\n except PermissionError: pass",
        "t(socket.getaddrinfo, 'example.org', 80)",
        "t(socket.gethostbyname, 'example.org')",
        "u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "t(u.sendto, b'x', ('192.0.2.1', 9))",
        "t(u.connect, ('192.0.2.1', 9))",
        "t(u.bind, ('0.0.0.0', 0))",
        "u.bind(('127.0.0.1', 0)); u.sendto(b'x', u.getsockname()); u.close()",
    )
    subprocess.run(
        [sys.executable, "-c", "\n".join(attempts).format(str(guard))],
        check=True,
        env={**os.environ, "SOCKET_GUARD": str(tmp_path / "log")},
    )
    lines = map(json.loads, (tmp_path / "log").read_text().splitlines())
    assert [line[1] for line in lines if line[0] == "refused"] == [
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.sendto",
        "socket.connect",
        "socket.bind",
    ]
    assert is_loopback("::1")
    assert not is_loopback("")


def test_no_packet_leaves(session: Session) -> None:
    """Not of Python, Java, pandoc or Chromium, nor a question for an address."""
    if session.packets is None:
        pytest.skip(namespaces())
    assert session.packets == []


def test_a_packet_that_leaves_is_seen(tmp_path: Path) -> None:
    if namespaces():
        pytest.skip(namespaces())
    asking = "import socket, contextlib\nwith contextlib.suppress(OSError):\n socket.getaddrinfo"
    assert any(
        packet.endswith(" 17:53")
        for packet in leaks(tmp_path, sys.executable, "-c", f"{asking}('example.org', 80)")
    )
    assert any(
        packet == "198.51.100.77 6:80"
        for packet in leaks(tmp_path, sys.executable, "-m", "tests.gui.web.sandbox_driver", "reach")
    )


def test_programs_are_our_own(session: Session) -> None:
    """Each is named by its whole path, and there is no shell among them.

    Python's guard sees what Python starts; the voice is started by Qt.
    """
    commands = [what for kind, event, what in session.guarded if kind == "program"]
    events = {event for kind, event, _ in session.guarded if kind == "program"}
    assert events == {"subprocess.Popen"}
    assert all(isinstance(command, list) for command in commands)
    assert {Path(command[0]).stem for command in commands} == {"java", "pandoc"}
    assert all(Path(command[0]).is_absolute() for command in commands)
    voice = session.seen["voice"]
    assert voice[:3] == [sys.executable, "-m", PROGRAM]
    for command in (*commands, voice):
        assert not any(word in json.dumps(command) for word in session.marks.values())


def test_imported_files_bring_no_reference_that_loads(session: Session) -> None:
    page, word = session.seen["imported"]
    assert "Von einer Seite" in page
    assert "Aus Word" in word
    for markdown in (page, word):
        assert "![" not in markdown
        assert "<" not in markdown
        assert SERVER not in markdown


# -- no trace of the text -----------------------------------------------------------------------


@pytest.mark.parametrize("place", ["title", "text", "fact", "paste"])
def test_the_text_is_where_it_belongs_and_nowhere_else(session: Session, place: str) -> None:
    name = session.marks["file"]
    review = f"reviews/{name}.md"
    exports = {f"reviews/{name}-out{item.suffix}" for item in EXPORT_FORMATS.values()}
    holding = session.holding(place)
    assert review in holding
    assert f"reviews/{name}-out.html" in holding
    kept = {found for found in holding if found.startswith("program/state/backups/")}
    assert kept
    pictures = {found for found in holding if found.startswith("reviews/") and "-bild" in found}
    assert holding - kept - exports - pictures == {review}


def test_a_word_of_the_dictionary_is_there_and_in_the_review(session: Session) -> None:
    holding = session.holding("known")
    assert "program/config/dictionary.txt" in holding
    outside = {found for found in holding if not found.startswith(("reviews/", "program/state/b"))}
    assert outside == {"program/config/dictionary.txt"}


def test_what_was_searched_is_not_kept(session: Session) -> None:
    assert session.holding("search") == set()


def test_the_name_of_the_file_is_in_the_settings_only(session: Session) -> None:
    """Which reviews were open; their earlier versions know what they belong to."""
    outside = {found for found in session.holding("file") if not found.startswith("reviews/")}
    versions = {found for found in outside if found.startswith("program/state/backups/")}
    assert outside - versions == {"program/config/settings.json"}


def test_a_report_about_a_mistake_has_no_word_of_it(session: Session) -> None:
    assert "LookupError" in session.seen["report"]
    assert not any(word in session.seen["report"] for word in session.marks.values())


def test_nothing_temporary_is_left(session: Session) -> None:
    assert list(_files(session.folder / "temp")) == []
    assert list(_files(session.folder / "run")) == []
    assert list(_files(session.folder / "cwd")) == []
    assert list(_files(session.program / "cache" / "print")) == []
    assert list(_files(session.program / "state" / "crashes")) == []
    assert list((session.program / "state" / "journal").glob("*.json")) == []
    # Qt's own: which folders its dialogs have shown, and no file.
    assert {path.name for path in _files(session.folder / "home")} <= {"QtProject.conf"}


# -- nothing open to others ---------------------------------------------------------------------


def test_nobody_else_can_open_what_the_program_keeps(session: Session) -> None:
    """Each file, or a folder that it is in, is closed to all others, whatever the mask is."""
    roots = (session.folder / "temp", session.program)
    modes = {Path(path): (kind, mode) for path, (kind, mode) in session.seen["modes"].items()}
    assert len(modes) > 20
    closed = {path for path, (kind, mode) in modes.items() if not mode & 0o077}
    open_ones = [
        str(path)
        for path in modes
        if path not in closed
        and not any(parent in closed for parent in path.parents)
        and path not in (*roots, session.program / "data")
    ]
    assert open_ones == []


@pytest.mark.parametrize(
    "part",
    [
        "program/config/settings.json",
        "program/config/dictionary.txt",
        "program/state/journal/locks",
        "program/state/backups",
        "program/state/crashes",
        "program/state/waiting-images",
        "program/cache/print",
        "temp/rezensent-",
    ],
)
def test_each_kind_of_private_file_was_looked_at(session: Session, part: str) -> None:
    assert any(path.startswith(str(session.folder / part)) for path in session.seen["modes"])
