"""The set-up says in one sentence why it cannot go on."""

import errno
import sys
from pathlib import Path

import pytest

from tools.setup import steps


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise ImportError('libGL.so.1: cannot open')", "ImportError: libGL.so.1: cannot open"),
        ("import os; os.kill(os.getpid(), 9)", "Status -9"),
    ],
)
def test_window_that_cannot_be_opened_is_told_with_the_reason(
    code: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(steps, "PROBE", code)
    monkeypatch.setattr(steps, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(steps, "require_system", lambda **_: None)
    monkeypatch.setattr(steps, "install_packages", lambda **_: True)
    assert steps.set_up(dev=False) == 1
    assert capsys.readouterr().err.endswith(f"nicht öffnen: {said}\n")


def test_disk_that_cannot_be_written_is_told_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: bool) -> bool:
        raise OSError(errno.EROFS, "Read-only file system", ".venv/.unfinished")

    monkeypatch.setattr(steps, "require_system", lambda **_: None)
    monkeypatch.setattr(steps, "install_packages", fail)
    assert steps.set_up(dev=False) == 1
    message = capsys.readouterr().err
    assert "nicht einrichten (der Datenträger ist schreibgeschützt: .venv/.unfinished)" in message
