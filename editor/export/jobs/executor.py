"""Executors: run export jobs in the calling thread or in several processes."""

import os
import signal
from collections.abc import Iterator, Sequence
from itertools import chain
from threading import Event
from typing import Protocol

from editor.errors import ExportError, RezensentError, cause
from editor.export.jobs.job import READING, ExportJob, ExportOutcome, ExportSource, ExportTarget
from editor.export.jobs.preset import ExportedFile
from editor.export.jobs.writer import write_target
from editor.localized import Localized
from editor.review.readiness import misread_dates
from editor.storage.newer_version import reading_notices

_JOBS_PER_PROCESS = 8
"""Fewer jobs take less time than a process takes to start."""
_CHUNK = 4
"""Jobs that a process is given at a time."""


class JobExecutor(Protocol):
    """Runs jobs. The window uses one on a worker thread, the command line one for processes."""

    def run(self, jobs: Sequence[ExportJob]) -> Iterator[ExportOutcome]:
        """Run ``jobs`` and yield their outcomes in the same order."""

    def cancel(self) -> None:
        """Begin no more jobs; may be called from any thread.

        Jobs that have begun are finished, so that every file is either old or complete.
        """


class SerialExecutor:
    """Runs jobs one after another in the thread that iterates over their outcomes."""

    def __init__(self) -> None:
        self._cancelled = Event()

    def run(self, jobs: Sequence[ExportJob]) -> Iterator[ExportOutcome]:
        """Run ``jobs`` and yield their outcomes in the same order."""
        for job in jobs:
            if self._cancelled.is_set():
                return
            yield run_job(job)

    def cancel(self) -> None:
        """Begin no more jobs."""
        self._cancelled.set()


class ProcessExecutor:
    """Runs jobs in several processes, or in the calling one when they are too few for that."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._cancelled = Event()

    def run(self, jobs: Sequence[ExportJob]) -> Iterator[ExportOutcome]:
        """Run ``jobs`` and yield their outcomes in the same order.

        When the iteration is abandoned, each process finishes the jobs that it was given. Raises
        ExportError when a process was ended from outside.
        """
        processes = min(self._processes, len(jobs) // _JOBS_PER_PROCESS)
        outcomes = _in_processes(jobs, processes) if processes > 1 else map(run_job, jobs)
        for outcome in outcomes:
            yield outcome
            if self._cancelled.is_set():
                return

    def cancel(self) -> None:
        """Begin no more jobs than the processes have been given."""
        self._cancelled.set()


def run_job(job: ExportJob) -> ExportOutcome:
    """Run ``job`` in this thread. Errors of the review and of its formats become problems."""
    try:
        source = job.source.read()
    except RezensentError as error:
        return ExportOutcome(job, problems={READING: error.sentence})
    written: dict[str, ExportedFile] = {}
    problems: dict[str, Localized] = {}
    kept = 0
    for target in job.targets:
        # Path.exists raises for a name that no disk takes; writing it has a sentence for that.
        if job.keep_existing and os.path.exists(target.path):  # noqa: PTH110
            kept += 1
            continue
        try:
            written[target.format_id] = _write(job, source, target)
        except RezensentError as error:
            problems[target.format_id] = error.sentence
    doubts = (*reading_notices(source.review), *misread_dates(source.review))
    return ExportOutcome(job, written, problems, kept, doubts)


def _write(job: ExportJob, source: ExportSource, target: ExportTarget) -> ExportedFile:
    folder = target.path.parent
    if job.create_folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = cause(error)
            raise ExportError(
                f"Der Ordner {folder} lässt sich nicht anlegen ({reason.german}); bitte nennen Sie "
                "mit -o einen anderen.",
                f"The folder {folder} cannot be made ({reason.english}); please name another with "
                "-o.",
            ) from error
    return write_target(source, target, synced=job.synced)


def _in_processes(jobs: Sequence[ExportJob], processes: int) -> Iterator[ExportOutcome]:
    # Two of the slower modules of the standard library; a single export needs neither.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = ProcessPoolExecutor(processes, initializer=_ignore_interrupts)
    chunks = (jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK))
    try:
        yield from chain.from_iterable(pool.map(_run_jobs, chunks))
    except BrokenProcessPool as error:
        raise _process_ended_error() from error
    finally:
        pool.shutdown(cancel_futures=True)


def _run_jobs(jobs: Sequence[ExportJob]) -> list[ExportOutcome]:
    return [run_job(job) for job in jobs]


def _ignore_interrupts() -> None:
    """Leave it to the main process to react to Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _process_ended_error() -> RezensentError:
    return ExportError(
        "Ein Arbeitsprozess ist von außen beendet worden, nicht alles ist exportiert; bitte rufen "
        "Sie den Befehl mit --jobs 1 noch einmal auf.",
        "A process was ended from outside, not everything is exported; please call the command "
        "again with --jobs 1.",
    )
