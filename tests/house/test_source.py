"""The code, read as a tree: no shell, and no text that runs as code. What is kept is private."""

import ast
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.proofing.dictionary import change_words
from editor.settings import Settings, save_settings
from editor.storage import atomic_write

ROOT = Path(__file__).parents[2]
FORBIDDEN = frozenset(
    {
        "eval",
        "exec",
        "compile",
        "__import__",
        "os.system",
        "os.popen",
        "os.startfile",
        "os.tempnam",
        "os.tmpnam",
        "tempfile.mktemp",
        "subprocess.getoutput",
        "subprocess.getstatusoutput",
        "subprocess.call",
        "subprocess.check_call",
        "subprocess.check_output",
        "asyncio.create_subprocess_shell",
        "pickle.load",
        "pickle.loads",
        "pickle.Unpickler",
        "marshal.load",
        "marshal.loads",
        "shelve.open",
        "yaml.load_all",
        "yaml.full_load",
        "yaml.full_load_all",
        "yaml.unsafe_load",
        "yaml.unsafe_load_all",
        "runpy.run_path",
        "code.interact",
        "pty.spawn",
        "ctypes.CDLL",
        "xml.etree.ElementTree.parse",
        "xml.sax.parse",
        "urllib.request.urlopen",
    }
)
"""Where one of them is needed after all, it is for a reason that belongs here."""
MODULES = frozenset(
    ["pickle", "marshal", "shelve", "dill", "QProcess", "QSharedMemory", "QNetworkAccessManager"]
)
NEEDED = {
    # The voice answers when it likes, and a window has no time to read what subprocess would give.
    "editor/gui/speech/tts_client.py": ["QProcess"],
    # Whether a library can be loaded is found by loading it.
    "editor/system_libraries.py": ["ctypes.CDLL"],
    # Steps of the set-up are scripts of their own.
    "tools/setup/script.py": ["runpy.run_path"],
}
STARTING = frozenset({"subprocess.run", "subprocess.Popen"})


def _trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def _names(tree: ast.AST) -> Iterator[str]:
    """Yield what a module imports, by its name there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)
            yield node.module or ""


def faults(tree: ast.AST) -> Iterator[str]:
    """Yield what ``tree`` does that no module may do."""
    yield from (name for name in _names(tree) if name in MODULES)
    for name, call in _calls(tree):
        if name in FORBIDDEN:
            yield name
        keywords = {keyword.arg: keyword.value for keyword in call.keywords}
        if name.endswith((".startCommand", ".startDetached")):
            yield name
        if name.endswith(".setProgram") and ast.unparse(call.args[0]) != "sys.executable":
            yield name
        if name.endswith(".setArguments") and not isinstance(call.args[0], ast.List):
            yield name
        if "shell" in keywords:
            yield f"{name} shell"
        if name in STARTING and call.args and not isinstance(call.args[0], ast.List | ast.Name):
            yield f"{name} {ast.unparse(call.args[0])}"
        if (
            name == "yaml.load"
            and "Safe" not in ast.unparse(call)
            and "_CoreLoader" not in (ast.unparse(call))
        ):
            yield name


def test_no_shell_and_nothing_that_runs_a_text() -> None:
    found = {path: list(faults(tree)) for path, tree in _trees("editor", "tools")}
    assert len(found) > 150
    assert {path: what for path, what in found.items() if what} == NEEDED


@pytest.mark.parametrize(
    "code",
    [
        "import subprocess; subprocess.run('ls', shell=True)",
        "import subprocess; subprocess.run('ls')",
        "import subprocess; subprocess.Popen(f'ls {name}')",
        "import os; os.system('ls')",
        "import os; os.popen('ls')",
        "eval('1')",
        "import pickle",
        "from PySide6.QtCore import QProcess",
        "process.startCommand('ls')",
        "QProcess.startDetached('ls')",
        "process.setProgram('ls')",
        "process.setArguments(text.split())",
        "import yaml; yaml.load(text, Loader=yaml.Loader)",
        "import tempfile; tempfile.mktemp()",
    ],
)
def test_what_is_forbidden_is_found(code: str) -> None:
    assert list(faults(ast.parse(code)))


def test_programs_are_started_in_few_places_and_with_lists() -> None:
    """A command is a list where it is written, or a name for a list in the same module."""
    places: dict[str, int] = {}
    for path, tree in _trees("editor"):
        lists = {
            ast.unparse(target)
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.List)
            for target in node.targets
        }
        if "QProcess" in _names(tree):
            places[path] = 1
        for name, call in _calls(tree):
            if name in STARTING:
                places[path] = places.get(path, 0) + 1
                first = call.args[0]
                assert isinstance(first, ast.List) or ast.unparse(first) in lists, path
    assert set(places) <= {
        "editor/cli/alert.py",
        "editor/cli/checker_diagnosis.py",
        "editor/gui/speech/tts_client.py",
        "editor/languagetool/process/java_process.py",
        "editor/languagetool/install/server_jar.py",
        "editor/pandoc.py",
    }


def test_no_helper_opens_a_console_window_on_windows() -> None:
    ways = [
        (path, {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords})
        for path, tree in _trees("editor")
        for name, call in _calls(tree)
        if name in STARTING
    ]
    assert len(ways) > 3
    for path, options in ways:
        # Java gets a group of its own beside it.
        assert "NO_WINDOW" in options.get("creationflags", "") or options.get(None), path


# -- what is written is private whatever the mask is -----------------------------------------------


posix = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")


@pytest.fixture
def open_mask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
@pytest.mark.usefixtures("open_mask")
def test_folders_are_made_private_down_to_the_last(tmp_path: Path) -> None:
    atomic_write.make_private_folder(tmp_path / "a" / "b" / "c")
    assert [_mode(tmp_path / name) for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


@posix
@pytest.mark.usefixtures("open_mask")
def test_a_folder_that_was_open_is_closed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o777)
    atomic_write.make_private_folder(tmp_path / "a")
    assert _mode(tmp_path / "a") == 0o700


@posix
@pytest.mark.usefixtures("open_mask")
def test_settings_and_dictionary_are_private(tmp_path: Path) -> None:
    save_settings(tmp_path / "settings", Settings())
    change_words(tmp_path / "words", ["Kohlrabiaphobie"])
    assert _mode(tmp_path / "settings") == _mode(tmp_path / "words") == 0o700
    assert _mode(tmp_path / "settings" / "settings.json") == 0o600
