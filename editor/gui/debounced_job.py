"""Job that runs after a pause in the edits, off the GUI thread, while its input is current."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from editor.errors import RezensentError
from editor.gui.worker import Job, Worker


class DebouncedJob(QObject):
    """Runs one kind of job, again and again, with the newest input.

    ``prepare`` takes a snapshot of the input on the GUI thread and returns the job for the worker.
    Its result goes to ``done``, or its error to ``failed``, on the GUI thread, and only if ``key``
    returns the same value as when the job began; otherwise the job is scheduled again. One job runs
    at a time: what comes due meanwhile runs once after it.
    """

    def __init__(
        self,
        prepare: Callable[[], Job],
        done: Callable[[Any], None],
        failed: Callable[[RezensentError], None] | None = None,
        *,
        delay_ms: int,
        parent: QObject,
        key: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._prepare, self._done, self._failed, self._key = prepare, done, failed, key
        self._delay_ms = delay_ms
        self._due = False
        self._worker = Worker(self, reads_only=True)
        self._worker.idle.connect(self._run_due)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.run)

    def schedule(self, delay_ms: int | None = None) -> None:
        """Run after a pause; each further call begins the pause again."""
        self._timer.start(self._delay_ms if delay_ms is None else delay_ms)

    def run(self) -> None:
        """Run without a pause, or as soon as the job that is running has ended."""
        self._timer.stop()
        self._due = self._worker.busy
        if not self._due:
            key = self._key()
            self._worker.submit(
                self._prepare(),
                partial(self._finish, key, self._done),
                partial(self._finish, key, self._failed),
            )

    def stop(self) -> None:
        """Wait for the job that is running; its result is dropped."""
        self._timer.stop()
        self._due = False
        self._worker.stop()

    def _run_due(self) -> None:
        if self._due:
            self.run()

    def _finish(self, key: object, report: Callable[[Any], None] | None, result: Any) -> None:
        if key == self._key():
            if report is not None:
                report(result)
        elif not (self._due or self._timer.isActive()):
            self.schedule()
