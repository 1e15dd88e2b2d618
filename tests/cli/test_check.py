"""The command ``check`` with an engine whose LanguageTool ends while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from editor.cli.check import run_check
from editor.cli.parser import parse
from editor.errors import LanguageToolError
from editor.languagetool.finding import Finding
from editor.languagetool.request import CheckRequest
from editor.languagetool.state import READY, EngineState


@dataclass
class EndedEngine:
    """Engine whose LanguageTool has ended at the first check."""

    comes_back: bool
    state: EngineState = READY
    pid: int | None = 7
    asked: list[int | None] = field(default_factory=list)

    def send(self, _request: CheckRequest) -> tuple[Finding, ...]:
        if self.pid == 7:
            raise LanguageToolError("Nicht erreichbar.", "Cannot be reached.")
        return ()

    def wait_replaced(self, pid: int | None) -> bool:
        self.asked.append(pid)
        self.pid = 8 if self.comes_back else 7
        return self.comes_back


def checked(engine: EndedEngine, path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    @contextmanager
    def running(*_arguments: object, **_options: object) -> Iterator[EndedEngine]:
        yield engine

    monkeypatch.setenv("REZENSENT_HOME", str(path))
    monkeypatch.setattr("editor.cli.check.running_engine", running)
    for name in ("a.md", "b.md"):
        (path / name).write_text("Der Film ist gut.\n", "utf-8")
    return run_check(parse(["check", str(path / "a.md"), str(path / "b.md")]))


def test_a_file_is_checked_again_with_the_languagetool_that_comes_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = EndedEngine(comes_back=True)
    assert checked(engine, tmp_path, monkeypatch) == 0
    assert engine.asked == [7]
    assert "Nicht erreichbar" not in capsys.readouterr().err


def test_an_error_that_another_try_does_not_help_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(EndedEngine(comes_back=False), tmp_path, monkeypatch) == 2
    assert "Nicht erreichbar" in capsys.readouterr().err
