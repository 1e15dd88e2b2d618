"""A download says how far it is, in a log as on a terminal."""

import os
from pathlib import Path

import pytest

from tools.setup.progress import DownloadProgress, watching

MB = 1_000_000
BIG, SMALL, LAST = "PySide6_Addons-6.1-py3.whl", "toml-1.0-py3.whl", "typst-0.15.2-py3.whl"


class _Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_large_package_gets_a_line_once_it_is_whole() -> None:
    clock = _Clock()
    progress = DownloadProgress(400 * MB, now=clock)
    assert progress.lines({BIG: 60 * MB}) == []
    clock.seconds = 10
    assert progress.lines({BIG: 100 * MB, SMALL: MB // 10}) == [
        "  PySide6-Addons 6.1: 100 MB · zusammen 100 von etwa 400 MB · noch etwa 30 Sekunden"
    ]
    assert progress.lines({LAST: 20 * MB}) == [], "told once, and small ones not at all"
    # pip takes its files away when it is done.
    clock.seconds = 20
    (line,) = progress.lines({}, ended=True)
    assert line.startswith("  typst 0.15.2: 20 MB · zusammen 120 von etwa 400 MB")


def test_slow_network_is_not_silent_for_minutes() -> None:
    clock = _Clock()
    progress = DownloadProgress(400 * MB, now=clock)
    progress.lines({BIG: MB})
    clock.seconds = 31
    (line,) = progress.lines({BIG: 4 * MB})
    assert line == "  PySide6-Addons 6.1: 4 MB · zusammen 4 von etwa 400 MB · noch etwa 51 Minuten"
    assert progress.lines({BIG: 5 * MB}) == []


def test_more_than_was_expected_is_all_there_is() -> None:
    clock = _Clock()
    progress = DownloadProgress(10 * MB, now=clock)
    clock.seconds = 10
    (line,) = progress.lines({LAST: 20 * MB}, ended=True)
    assert line.endswith("zusammen 20 von etwa 20 MB")


def test_renewal_has_no_total() -> None:
    (line,) = DownloadProgress(0, now=_Clock()).lines({LAST: 20 * MB}, ended=True)
    assert line == "  typst 0.15.2: 20 MB · zusammen 20 MB"


def test_what_an_earlier_run_has_got_counts_but_not_as_speed() -> None:
    clock = _Clock()
    progress = DownloadProgress(400 * MB, {BIG: 180 * MB}, clock)
    clock.seconds = 10
    (line,) = progress.lines({BIG: 180 * MB, LAST: 20 * MB}, ended=True)
    assert line == "  typst 0.15.2: 20 MB · zusammen 200 von etwa 400 MB · noch etwa 2 Minuten"


def test_files_of_pip_are_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unfinished, finished = tmp_path / "tmp", tmp_path / "wheels"
    (unfinished / "pip-unpack-x").mkdir(parents=True)
    finished.mkdir()
    (finished / SMALL).write_bytes(bytes(4 * MB))
    with watching(unfinished, finished, 12 * MB):
        (unfinished / "pip-unpack-x" / LAST).write_bytes(bytes(6 * MB))
        (unfinished / "notes.txt").write_bytes(bytes(6 * MB))
    assert capsys.readouterr().out == "  typst 0.15.2: 6 MB · zusammen 10 von etwa 12 MB\n"


def test_folder_that_pip_takes_away_meanwhile_ends_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tmp" / "pip-unpack-x"
    folder.mkdir(parents=True)
    scandir = os.scandir

    def late_scandir(path: str | Path) -> object:
        if Path(path) == folder:
            folder.rmdir()
        return scandir(path)

    monkeypatch.setattr(os, "scandir", late_scandir)
    with watching(tmp_path / "tmp", tmp_path, 12 * MB):
        (tmp_path / LAST).write_bytes(bytes(6 * MB))
    assert not folder.exists()
    assert capsys.readouterr().out == "  typst 0.15.2: 6 MB · zusammen 6 von etwa 12 MB\n"
