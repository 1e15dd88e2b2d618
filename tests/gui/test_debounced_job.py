"""Jobs that follow the writer: pauses, one at a time, and stale results."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.errors import RezensentError
from editor.gui.debounced_job import DebouncedJob
from editor.gui.worker import Job


class Follower(QObject):
    """Squares ``number`` whenever it changes; a job waits until ``gate`` is open."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.begun: list[int] = []
        self.results: list[int] = []
        self.errors: list[RezensentError] = []
        self.gate = threading.Event()
        self.gate.set()
        self.job = DebouncedJob(
            self._prepare,
            self.results.append,
            self.errors.append,
            delay_ms=20,
            parent=self,
            key=lambda: self.number,
        )

    def _prepare(self) -> Job:
        number = self.number
        self.begun.append(number)

        def job() -> int:
            self.gate.wait()
            if number < 0:
                raise RezensentError("negativ", "negative")
            return number * number

        return job

    def set_number(self, number: int) -> None:
        self.number = number
        self.job.schedule()


@pytest.fixture
def follower(qtbot: QtBot) -> Iterator[Follower]:
    follower = Follower()
    yield follower
    follower.gate.set()
    follower.job.stop()


def test_changes_within_the_pause_are_one_job(follower: Follower, qtbot: QtBot) -> None:
    for number in (1, 2, 3):
        follower.set_number(number)
    qtbot.waitUntil(lambda: bool(follower.results))
    assert (follower.begun, follower.results) == ([3], [9])


def test_run_does_not_wait_and_takes_the_place_of_what_is_scheduled(
    follower: Follower, qtbot: QtBot
) -> None:
    follower.set_number(2)
    follower.job.run()
    assert follower.begun == [2]
    qtbot.waitUntil(lambda: bool(follower.results))
    qtbot.wait(60)
    assert (follower.begun, follower.results) == ([2], [4])


def test_a_job_that_is_due_while_another_runs_follows_it_once(
    follower: Follower, qtbot: QtBot
) -> None:
    follower.gate.clear()
    follower.number = 1
    follower.job.run()
    for number in (2, 3):
        follower.number = number
        follower.job.run()
    assert follower.begun == [1]
    follower.gate.set()
    qtbot.waitUntil(lambda: bool(follower.results))
    assert (follower.begun, follower.results) == ([1, 3], [9])


def test_a_stale_result_is_dropped_and_the_job_runs_again(follower: Follower, qtbot: QtBot) -> None:
    follower.gate.clear()
    follower.number = 4
    follower.job.run()
    follower.number = 5
    follower.gate.set()
    qtbot.waitUntil(lambda: bool(follower.results))
    assert (follower.begun, follower.results) == ([4, 5], [25])


def test_an_error_is_reported(follower: Follower, qtbot: QtBot) -> None:
    follower.set_number(-1)
    qtbot.waitUntil(lambda: bool(follower.errors))
    assert not follower.results


def test_nothing_is_reported_after_the_stop(qtbot: QtBot) -> None:
    follower = Follower()
    follower.set_number(1)
    follower.job.run()
    follower.set_number(2)
    follower.job.stop()
    qtbot.wait(60)
    assert (follower.begun, follower.results) == ([1], [])
