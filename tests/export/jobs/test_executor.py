"""Executors: both run the same jobs, one failure stops nothing, and both can be cancelled."""

from pathlib import Path

import pytest

from editor.export.jobs.executor import JobExecutor, ProcessExecutor, SerialExecutor, run_job
from editor.export.jobs.job import READING, ExportJob, ExportSource, ExportTarget, ReviewFile
from editor.export.options import ExportOptions
from editor.storage.load_save import file_digest
from tests.export.reviews import review

EXECUTORS = (SerialExecutor, lambda: ProcessExecutor(2))


def review_files(folder: Path, count: int) -> list[ReviewFile]:
    paths = [folder / f"{number:02}.md" for number in range(count)]
    for path in paths:
        path.write_text(
            f"---\nrezensent: 1\nform: film\ntitle: Nr. {path.stem}\n---\n\nGut.\n", "utf-8"
        )
    return [ReviewFile(path) for path in paths]


def text_job(source: ReviewFile | ExportSource, path: Path, **how: bool) -> ExportJob:
    return ExportJob(source, (ExportTarget("txt", ExportOptions(), path, replaces=None),), **how)


@pytest.fixture
def jobs(tmp_path: Path) -> list[ExportJob]:
    return [text_job(s, s.path.with_suffix(".txt")) for s in review_files(tmp_path, 40)]


@pytest.mark.parametrize("make", EXECUTORS)
def test_the_outcomes_come_in_the_order_of_the_jobs(
    make: type[JobExecutor], jobs: list[ExportJob]
) -> None:
    outcomes = list(make().run(jobs))
    assert [outcome.job for outcome in outcomes] == jobs
    for outcome in outcomes:
        assert not outcome.problems
        path = outcome.job.targets[0].path
        assert outcome.written["txt"].digest == file_digest(path)
        assert path.read_text("utf-8").startswith(f"Nr. {path.stem}")


@pytest.mark.parametrize("make", EXECUTORS)
def test_a_cancelled_executor_begins_no_more_jobs(
    make: type[JobExecutor], jobs: list[ExportJob]
) -> None:
    executor = make()
    outcomes = []
    for outcome in executor.run(jobs):
        outcomes.append(outcome)
        executor.cancel()
    assert outcomes[0].job == jobs[0]
    assert len(outcomes) == 1
    paths = [path for job in jobs if (path := job.targets[0].path).exists()]
    assert all(path.read_text("utf-8").endswith("\n") for path in paths)


def test_a_format_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    names = {"html": "a.html", "txt": "a.txt"}
    targets = (ExportTarget(key, ExportOptions(), tmp_path / name) for key, name in names.items())
    outcome = run_job(ExportJob(ExportSource(review(title="Titel")), tuple(targets)))
    assert list(outcome.problems) == ["html"]
    assert "Ordner" in outcome.problems["html"].german
    assert list(outcome.written) == ["txt"]


def test_a_review_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    outcome = run_job(text_job(ReviewFile(tmp_path / "fehlt.md"), tmp_path / "a.txt"))
    assert list(outcome.problems) == [READING]
    assert not outcome.written


def test_existing_files_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("alt")
    outcome = run_job(text_job(ExportSource(review()), path, keep_existing=True))
    assert (outcome.kept, outcome.written) == (1, {})
    assert path.read_text() == "alt"
    assert run_job(text_job(ExportSource(review()), path)).written


def test_missing_folders_are_made_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "neu" / "a.txt"
    assert run_job(text_job(ExportSource(review()), path)).problems
    assert not path.parent.exists()
    assert run_job(text_job(ExportSource(review()), path, create_folders=True)).written
