"""The set-up says what it does and what is missing."""

import os
import shutil
from pathlib import Path

import pytest

from tools import setup


def test_without_root_the_exact_line_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    assert setup.install_packages(*setup.LIBRARIES, why="Qt fehlt etwas") == 1
    message = capsys.readouterr().err
    assert "apt-get install -y --no-install-recommends libegl1" in message
    assert all(package in message for package in setup.LIBRARIES)


def test_everything_is_there_and_nothing_is_done_twice() -> None:
    assert setup.missing_libraries(dev=True) == ""


def test_changed_pins_are_installed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "VENV", tmp_path)
    assert not setup.is_installed("runtime")
    (tmp_path / ".runtime").write_text(setup.state("runtime"))
    assert setup.is_installed("runtime")
    (tmp_path / ".runtime").write_text("old")
    assert not setup.is_installed("runtime")


def test_no_committed_file_names_a_registry() -> None:
    for path in (setup.ROOT / "requirements").glob("*.txt"):
        assert "://" not in path.read_text()
    assert "://" not in (setup.ROOT / "resources" / "languagetool" / "jars.toml").read_text()
