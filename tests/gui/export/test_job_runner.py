"""Jobs on a worker thread, without a window: one outcome after another, and how they end early."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.export.jobs.job import ExportJob, ExportOutcome, ExportSource
from editor.export.jobs.preset import ExportPreset
from editor.export.jobs.writer import ExistingFiles
from editor.gui.export.job_runner import ExportRequest, JobRunner
from tests.export.reviews import review

FORMATS = ("txt", "md", "bbcode")


def request(folder: Path) -> ExportRequest:
    paths = {key: folder / f"a.{key}" for key in FORMATS}
    return ExportRequest(ExportSource(review(title="Titel")), ExportPreset(FORMATS), paths)


def run(qtbot: QtBot, runner: JobRunner, jobs: tuple[ExportJob, ...]) -> tuple[ExportOutcome, ...]:
    results: list[tuple[ExportOutcome, ...]] = []
    runner.run(jobs, results.append)
    qtbot.waitUntil(lambda: bool(results))
    return results[0]


def test_every_file_is_a_job_whose_start_is_reported(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    runner = JobRunner(parent)
    started: list[tuple[str, int, int]] = []
    runner.started.connect(
        lambda job, n, count: started.append((job.targets[0].format_id, n, count))
    )
    outcomes = run(qtbot, runner, request(tmp_path).jobs(ExistingFiles({})))
    assert started == [("txt", 1, 3), ("md", 2, 3), ("bbcode", 3, 3)]
    assert [list(outcome.written) for outcome in outcomes] == [["txt"], ["md"], ["bbcode"]]
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "a.md", "a.bbcode"}


def test_after_cancelling_no_more_files_are_written(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    runner = JobRunner(parent)

    def cancel(_job: ExportJob, number: int, _count: int) -> None:
        if number == 2:
            runner.cancel()

    runner.started.connect(cancel)
    outcomes = run(qtbot, runner, request(tmp_path).jobs(ExistingFiles({})))
    assert [list(outcome.written) for outcome in outcomes] == [["txt"]]
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert not runner.busy


def test_files_that_exist_are_found_before(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    runner = JobRunner(parent)
    (tmp_path / "a.txt").write_text("alt")
    found: list[ExistingFiles] = []
    runner.check(request(tmp_path), found.append, lambda error: None)
    qtbot.waitUntil(lambda: bool(found))
    assert list(found[0].digests) == [tmp_path / "a.txt"]
    assert list(request(tmp_path).without([tmp_path / "a.txt"]).paths) == ["md", "bbcode"]
