"""What the system lacks is said before anything is downloaded, with one command for all of it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from editor import system_libraries
from tools.setup import steps, system
from tools.setup.layout import SetupError

GL = system_libraries.Library("libGL.so.1", ("libgl1",))
SOUND = system_libraries.Library("libasound.so.2", ("libasound2t64", "libasound2"))


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the system lack libraries; it has apt, and the account is an ordinary one."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    def lack(*libraries: system_libraries.Library) -> None:
        monkeypatch.setattr(system, "missing_libraries", lambda *_: libraries)

    return lack


def test_this_machine_lacks_nothing() -> None:
    assert system.missing_parts(dev=True) == {}


def test_what_is_missing_is_one_command_and_comes_before_the_download(
    lacking: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lacking(GL, SOUND)
    monkeypatch.setattr(system, "has_font", lambda: False)
    monkeypatch.setattr(steps, "install_packages", lambda **_: pytest.fail("downloads"))
    assert steps.set_up(dev=False) == 1
    message = capsys.readouterr().err
    assert "fehlen libGL.so.1, libasound.so.2, eine Schrift" in message
    sound = SOUND.package
    assert message.endswith(
        f"\n  sudo apt-get install -y --no-install-recommends fonts-dejavu-core {sound} libgl1\n"
    )


def test_many_missing_libraries_are_counted(lacking: Callable[..., None]) -> None:
    lacking(*(system_libraries.Library(f"lib{n}.so.1", (f"lib{n}",)) for n in range(30)))
    with pytest.raises(SetupError, match="fehlen 30 Bibliotheken und Pakete, darunter lib0"):
        system.require_system(dev=False)


def test_system_without_sudo_or_apt_is_told_what_to_do(
    lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(GL)
    monkeypatch.setattr(shutil, "which", lambda name: "x" if name == "apt-get" else None)
    with pytest.raises(SetupError, match=r"su -c 'apt-get install .* libgl1'"):
        system.require_system(dev=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetupError, match="mit der Paketverwaltung"):
        system.require_system(dev=False)


def test_python_without_venv_is_named_with_its_package(
    lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lacking()
    monkeypatch.setattr(system, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(system, "find_spec", lambda _: None)
    with pytest.raises(SetupError, match=r"(?s)das Modul venv von Python.*python3\.\d+-venv"):
        system.require_system(dev=False)


def test_speech_is_needed_by_tests_alone(
    lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking()
    asked: list[tuple[str, ...]] = []

    def ask(*groups: str) -> tuple[system_libraries.Library, ...]:
        asked.append(groups)
        return ()

    monkeypatch.setattr(system, "missing_libraries", ask)
    system.require_system(dev=False)
    system.require_system(dev=True)
    assert asked == [("base", "window"), ("base", "window", "speech")]


def test_disk_that_is_too_small_is_named_with_the_sizes(tmp_path: Path) -> None:
    system.require_space({tmp_path / "not" / "there": 1})
    # Two folders of a disk need room together.
    half = shutil.disk_usage(tmp_path).free * 3 // 4
    with pytest.raises(SetupError, match=r"braucht Rezensent [\d,]+ GB Platz .* frei sind [\d,]+"):
        system.require_space({tmp_path / "a": half, tmp_path / "b": half})
