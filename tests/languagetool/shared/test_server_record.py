"""The file with which other programs of the account find a running LanguageTool."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.languagetool.shared.server_record import ServerRecord
from editor.storage.processes import ProcessIdentity

RECORD = ServerRecord(4711, "geheim" * 10, ProcessIdentity.current())
posix = pytest.mark.skipif(os.name != "posix", reason="modes and owners of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a record, in a folder that does not exist before."""
    path = tmp_path / "state" / "languagetool" / "record.json"
    RECORD.write(path)
    return path


def test_a_record_is_read_as_it_was_written(path: Path) -> None:
    assert ServerRecord.read(path) == RECORD
    assert RECORD.url == "http://127.0.0.1:4711"


@posix
def test_only_the_account_can_read_it(path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_secret_is_in_no_message() -> None:
    assert "geheim" not in f"{RECORD!r} {RECORD}"


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_that_is_open_to_others_is_refused(path: Path, mode: int) -> None:
    path.chmod(mode)

    with pytest.raises(PermissionError):
        ServerRecord.read(path)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away"
)
def test_the_file_of_another_account_is_refused(path: Path) -> None:
    os.chown(path, 4711, -1)

    with pytest.raises(PermissionError):
        ServerRecord.read(path)


def as_link(path: Path) -> None:
    path.symlink_to(path.rename(path.with_name("elsewhere")))


def as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir(0o700)


@posix
@pytest.mark.parametrize("replace", [as_link, as_pipe, as_folder])
def test_only_a_file_is_read(path: Path, replace: Callable[[Path], None]) -> None:
    replace(path)

    with pytest.raises(OSError, match=r"not private|symbolic|directory"):
        ServerRecord.read(path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        "null",
        "\0",
        '{"port": "1", "secret": "x", "process": {}}',
        '{"port": 1, "secret": "x", "process": {"host": "h", "pid": -1, "started": ""}}',
        '{"port": 1, "secret": "' + "x" * 10_000 + '"}',
    ],
)
def test_other_content_is_refused(path: Path, content: str) -> None:
    path.write_text(content, "utf-8")

    with pytest.raises(ValueError, match=r"record|process|JSON|Expecting|Unterminated"):
        ServerRecord.read(path)
