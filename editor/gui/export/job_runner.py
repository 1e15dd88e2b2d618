"""Job runner: checks and runs export jobs on a worker thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.export.jobs.executor import JobExecutor, SerialExecutor
from editor.export.jobs.job import ExportJob, ExportOutcome, ExportSource
from editor.export.jobs.planner import plan_review
from editor.export.jobs.preset import ExportPreset
from editor.export.jobs.writer import ExistingFiles, find_existing_files
from editor.gui.worker import Worker


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """An export that the writer has asked for, with the review as it was then."""

    source: ExportSource
    preset: ExportPreset
    paths: Mapping[str, Path] = field(default_factory=dict)
    """By format id: the files to write."""
    opening: int = 0
    """Number of reviews opened before: distinguishes reviews that have no file yet."""

    def jobs(self, existing: ExistingFiles) -> tuple[ExportJob, ...]:
        """Return the jobs of the request; files named in ``existing`` may be replaced."""
        return plan_review(self.source, self.preset, self.paths, existing).jobs

    def without(self, paths: Sequence[Path]) -> "ExportRequest":
        """Return the request without the files ``paths``."""
        return replace(self, paths={k: p for k, p in self.paths.items() if p not in paths})


class JobRunner(QObject):
    """Runs jobs one after another; callbacks and signals arrive on the GUI thread."""

    started = Signal(object, int, int)
    """An ExportJob begins; carries the job, its number from 1 and the number of all jobs."""

    def __init__(
        self, parent: QObject, make_executor: Callable[[], JobExecutor] = SerialExecutor
    ) -> None:
        super().__init__(parent)
        self._make_executor = make_executor
        self._executor = make_executor()
        self._worker = Worker(self, newest_only=False)

    @property
    def busy(self) -> bool:
        """Whether files are being checked or written."""
        return self._worker.busy

    def check(
        self,
        request: ExportRequest,
        done: Callable[[ExistingFiles], None],
        failed: Callable[[RezensentError], None],
    ) -> None:
        """Look for existing files at the paths of ``request`` and pass them to ``done``."""
        written = request.preset.written
        look = partial(find_existing_files, request.paths, written, request.source)
        self._worker.submit(look, done, failed)

    def run(
        self, jobs: Sequence[ExportJob], done: Callable[[tuple[ExportOutcome, ...]], None]
    ) -> None:
        """Run ``jobs`` and pass their outcomes to ``done``; after ``cancel`` these are fewer."""
        self._executor = self._make_executor()
        self._run_next(jobs, (), done)

    def cancel(self) -> None:
        """Begin no more jobs. The file that is being written is finished."""
        self._executor.cancel()

    def stop(self) -> None:
        """Finish the file that is being written and report nothing more."""
        self.cancel()
        self._worker.stop()

    def _run_next(
        self,
        jobs: Sequence[ExportJob],
        outcomes: tuple[ExportOutcome, ...],
        done: Callable[[tuple[ExportOutcome, ...]], None],
    ) -> None:
        if len(outcomes) == len(jobs):
            done(outcomes)
            return
        job = jobs[len(outcomes)]

        def received(outcome: ExportOutcome | None) -> None:
            if outcome is None:
                done(outcomes)
            else:
                self._run_next(jobs, (*outcomes, outcome), done)

        def failed(error: RezensentError) -> None:
            sentence = error.sentence
            received(ExportOutcome(job, problems={t.format_id: sentence for t in job.targets}))

        self.started.emit(job, len(outcomes) + 1, len(jobs))
        self._worker.submit(partial(_run_one, self._executor, job), received, failed)


def _run_one(executor: JobExecutor, job: ExportJob) -> ExportOutcome | None:
    """Return the outcome of ``job``, None when the executor has been cancelled."""
    return next(executor.run((job,)), None)
