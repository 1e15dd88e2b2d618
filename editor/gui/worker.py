"""Background work: one job at a time on a thread, its result on the GUI thread."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    Signal,
    Slot,
)

from editor.errors import RezensentError

Job = Callable[[], Any]
_BEGIN = QEvent.Type(QEvent.registerEventType())
_AFTER_PAINT = 2 * Qt.EventPriority.LowEventPriority.value
"""Priority of an event that comes after layouts and paints, which have at least the low one."""
_left_behind: list[QThreadPool] = []
"""Pools with a job that goes on after its worker has stopped: to delete one is to wait for it."""
_deadline = [QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)]
"""Until the last one of these, workers that stop wait for jobs that write."""


@contextmanager
def stops_within(milliseconds: int) -> Iterator[None]:
    """Let all workers that stop meanwhile wait for ``milliseconds`` altogether."""
    _deadline.append(QDeadlineTimer(milliseconds))
    try:
        yield
    finally:
        _deadline.pop()


def wait_for_left_behind(milliseconds: int) -> bool:
    """Wait for jobs that go on after their workers have stopped; return whether all have ended."""
    deadline = QDeadlineTimer(milliseconds)
    _left_behind[:] = [
        pool for pool in _left_behind if not pool.waitForDone(max(0, deadline.remainingTime()))
    ]
    return not _left_behind


class _Report(QObject):
    finished = Signal(object, object)


class _Run(QRunnable):
    """Runs a job on the thread pool and reports its value or its error."""

    def __init__(self, job: Job, report: _Report) -> None:
        super().__init__()
        self._job = job
        self._report = report

    def run(self) -> None:
        value: Any = None
        error: RezensentError | None = _unexpected_error()
        try:
            value, error = self._job(), None
        except RezensentError as problem:
            error = problem
        finally:
            # A bug propagates to the exception hook, but must not leave the worker waiting.
            self._report.finished.emit(value, error)


def _unexpected_error() -> RezensentError:
    return RezensentError(
        "Hier ist ein Fehler aufgetreten; bitte sichern Sie Ihre Rezension und starten Sie "
        "Rezensent neu.",
        "Something went wrong here; please save your review and restart Rezensent.",
    )


@dataclass(frozen=True, slots=True)
class _Task:
    job: Job
    done: Callable[[Any], None]
    failed: Callable[[RezensentError], None] | None


class Worker(QObject):
    """Runs jobs one after the other on its own thread; results arrive on the GUI thread.

    A job begins when the events that are waiting have been handled, such as the paint after an
    edit: while it computes, each of their handlers would have to wait for Python's lock.
    With ``newest_only`` a new job replaces one that waits, as for a page that is rendered after
    every keystroke. Without it every job is run, as for files, also those waiting at the end.
    With ``reads_only`` nothing is lost with a job, and ``stop`` does not wait for it: a hostile
    text may take it minutes.
    """

    idle = Signal()
    """No job runs or waits any more."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        newest_only: bool = True,
        reads_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._newest_only, self._reads_only = newest_only, reads_only
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # Without a parent: a job that is left behind reports to it when the worker is gone.
        self._report = _Report()
        self._report.finished.connect(self._finished)
        self._running: _Task | None = None
        self._waiting: deque[_Task] = deque()
        self._begun = True
        """Whether the running job has been given to the thread."""

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
        """Run ``job`` on the thread; call ``done`` with its value or ``failed`` with its error."""
        if self._newest_only:
            self._waiting.clear()
        self._waiting.append(_Task(job, done, failed))
        if self._running is None:
            self._start_next()

    def submit_first(self, job: Job, done: Callable[[Any], None]) -> None:
        """Run ``job`` before those that wait, as the second half of the one that has just ended."""
        if self._running is not None and not self._begun:
            self._waiting.appendleft(self._running)
            self._running = None
        self._waiting.appendleft(_Task(job, done, None))
        if self._running is None:
            self._start_next()

    def run_through(self, job: Job) -> None:
        """Run ``job`` after the one that runs, and wait for both as ``stop`` does.

        Errors are not reported.
        """
        self._begin()
        self._pool.start(_Run(job, _Report()))
        self._pool.waitForDone(_deadline[-1].remainingTime())

    def event(self, event: QEvent) -> bool:
        """Begin the job that is due."""
        if event.type() == _BEGIN:
            self._begin()
            return True
        return super().event(event)

    def stop(self, last: Job | None = None) -> None:
        """End the worker. No callback is called any more, so that no result starts another job.

        Jobs that write are finished: the running one, those that wait unless ``newest_only``, and
        then ``last``. They go on without the worker where they take longer than ``stops_within``
        allows. With ``reads_only`` the running job goes on without the worker, the others are
        dropped.
        """
        self._report.finished.disconnect(self._finished)
        if self._running is None and last is None:
            # To wait for an idle pool is to give Python's lock away: a job that another worker has
            # left behind may keep it for a tenth of a second, each time.
            return
        if self._reads_only:
            self._begun = True
        else:
            self._begin()
            waiting = () if self._newest_only else (task.job for task in self._waiting)
            for job in (*waiting, *((last,) if last else ())):
                self._pool.start(_Run(job, self._report))
        self._waiting.clear()
        patience = 0 if self._reads_only else _deadline[-1].remainingTime()
        if not self._pool.waitForDone(patience):
            self._pool.setParent(None)
            # Windows and dialogs come and go for days: those whose jobs have ended go now.
            _left_behind[:] = [pool for pool in _left_behind if pool.activeThreadCount()]
            _left_behind.append(self._pool)

    def _start_next(self) -> None:
        self._running = self._waiting.popleft() if self._waiting else None
        if self._running is not None:
            self._begun = False
            QCoreApplication.postEvent(self, QEvent(_BEGIN), _AFTER_PAINT)

    def _begin(self) -> None:
        if self._running is not None and not self._begun:
            self._begun = True
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
