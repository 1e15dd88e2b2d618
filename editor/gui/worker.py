"""Work off the GUI thread: one job at a time, and of those that wait only the newest."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from editor.errors import RezensentError

Job = Callable[[], Any]


class _Report(QObject):
    finished = Signal(object, object)


class _Run(QRunnable):
    """Runs a job on the pool and reports its value or its error."""

    def __init__(self, job: Job, report: _Report) -> None:
        super().__init__()
        self._job = job
        self._report = report

    def run(self) -> None:
        value: Any = None
        error: RezensentError | None = _unexpected()
        try:
            value, error = self._job(), None
        except RezensentError as problem:
            error = problem
        finally:
            # An error of ours goes on to the system's hook, but must not leave the worker waiting.
            self._report.finished.emit(value, error)


def _unexpected() -> RezensentError:
    return RezensentError(
        "Hier ist Rezensent ein Fehler unterlaufen; bitte sichern Sie Ihre Rezension und starten "
        "Sie das Programm neu.",
        "Rezensent made a mistake here; please save your review and start the program again.",
    )


@dataclass(frozen=True, slots=True)
class _Task:
    job: Job
    done: Callable[[Any], None]
    failed: Callable[[RezensentError], None] | None


class Worker(QObject):
    """Runs jobs one after the other on a thread of its own; results arrive on the GUI thread.

    With ``newest_only`` a job that waits gives way to the next one, as for a page that is rendered
    anew with every keystroke; without it every job has its turn, as for files, also at the end.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None, *, newest_only: bool = True) -> None:
        super().__init__(parent)
        self._newest_only = newest_only
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._report = _Report(self)
        self._report.finished.connect(self._finished)
        self._running: _Task | None = None
        self._waiting: deque[_Task] = deque()

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None

    def submit(
        self,
        job: Job,
        done: Callable[[Any], None],
        failed: Callable[[RezensentError], None] | None = None,
    ) -> None:
        """Run ``job`` on the worker and hand its value to ``done``, its error to ``failed``."""
        if self._newest_only:
            self._waiting.clear()
        self._waiting.append(_Task(job, done, failed))
        if self._running is None:
            self._start_next()

    def stop(self, *, forget: bool = False) -> None:
        """Wait for the job that runs and, unless ``newest_only``, for those that wait.

        No result is told any more, so that none leads to another job. With ``forget`` nothing that
        waits is run, as where it is only looked up.
        """
        self._report.finished.disconnect(self._finished)
        if not (self._newest_only or forget):
            for task in self._waiting:
                self._pool.start(_Run(task.job, self._report))
        self._waiting.clear()
        self._pool.waitForDone()

    def _start_next(self) -> None:
        self._running = self._waiting.popleft() if self._waiting else None
        if self._running is not None:
            self._pool.start(_Run(self._running.job, self._report))

    @Slot(object, object)
    def _finished(self, value: Any, error: RezensentError | None) -> None:
        task = self._running
        self._start_next()
        if task is not None and error is None:
            task.done(value)
        elif task is not None and task.failed is not None:
            task.failed(error)  # type: ignore[arg-type]
        if self._running is None:
            self.idle.emit()
