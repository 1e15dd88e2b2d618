"""The time of what is built, which is the same for the same source."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tools import project

TIME = 1_700_000_000


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the source without a repository, as an archive has it."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(project, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").touch()
    os.utime(tmp_path / "pyproject.toml", (TIME, TIME))
    return tmp_path


def test_a_stated_time_counts(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    assert project.source_date() == 1_750_000_000
    assert project.source_day() == "2025-06-15"


def test_an_archive_is_as_old_as_its_files(source: Path) -> None:
    assert project.source_date() == TIME


def test_a_clone_is_as_old_as_its_last_commit(source: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    names = ("-c", "user.name=Hanna", "-c", "user.email=hanna@example.org")
    commit = ("commit", "--quiet", "--allow-empty", "--message", "Begin")
    for arguments in (("init", "--quiet"), (*names, *commit)):
        environment = {**os.environ, "GIT_COMMITTER_DATE": "1600000000 +0000"}
        subprocess.run(["git", *arguments], cwd=source, env=environment, check=True)
    assert project.source_date() == 1_600_000_000
