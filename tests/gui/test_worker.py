"""Worker: jobs run off the GUI thread, one after the other, and never block it."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from editor.errors import RezensentError
from editor.gui import worker as worker_module
from editor.gui.worker import Worker, stops_within, wait_for_left_behind
from tests.gui.actions import PATIENCE_MS

LOW = Qt.EventPriority.LowEventPriority.value


def test_job_runs_elsewhere_and_reports_here(qtbot: QtBot) -> None:
    worker, threads = Worker(), list[threading.Thread]()
    with qtbot.waitSignal(worker.idle):
        worker.submit(threading.current_thread, threads.append)
    assert threads[0] is not threading.current_thread()


def test_job_begins_after_the_events_that_are_waiting(qtbot: QtBot) -> None:
    worker, order = Worker(), list[str]()

    class Painted(QObject):
        def event(self, event: QEvent) -> bool:
            order.append("event")
            return super().event(event)

    receiver = Painted()
    with qtbot.waitSignal(worker.idle):
        worker.submit(lambda: order.append("job"), lambda _: None)
        QApplication.postEvent(receiver, QEvent(QEvent.Type.User), LOW)
    assert order == ["event", "job"]


@pytest.mark.parametrize("newest_only", [True, False])
def test_job_that_has_not_begun_is_done_at_the_end(*, newest_only: bool) -> None:
    worker, ran = Worker(newest_only=newest_only), list[int]()
    worker.submit(partial(ran.append, 1), lambda _: None)
    worker.stop()
    assert ran == [1]


def test_newest_job_replaces_the_one_that_waits(qtbot: QtBot) -> None:
    worker, gate, done = Worker(), threading.Event(), list[int]()
    worker.submit(lambda: gate.wait() and 1, done.append)
    worker.submit(lambda: 2, done.append)
    worker.submit(lambda: 3, done.append)
    with qtbot.waitSignal(worker.idle):
        gate.set()
    assert done == [1, 3]


def test_every_file_job_has_its_turn(qtbot: QtBot) -> None:
    worker, done = Worker(newest_only=False), list[int]()
    with qtbot.waitSignal(worker.idle):
        for number in range(5):
            worker.submit(partial(int, number), done.append)
    assert done == [0, 1, 2, 3, 4]


def test_second_half_of_a_job_comes_before_those_that_wait(qtbot: QtBot) -> None:
    worker, done = Worker(newest_only=False), list[int]()

    def half(number: int) -> None:
        done.append(number)
        worker.submit_first(lambda: number + 1, done.append)

    with qtbot.waitSignal(worker.idle):
        worker.submit(lambda: 1, half)
        worker.submit(lambda: 3, done.append)
    assert done == [1, 2, 3]


def test_error_is_handed_over(qtbot: QtBot) -> None:
    worker, errors = Worker(), list[RezensentError]()

    def fail() -> None:
        raise RezensentError("so", "so")

    with qtbot.waitSignal(worker.idle):
        worker.submit(fail, lambda _: None, errors.append)
    assert errors[0].german == "so"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_mistake_of_ours_does_not_stop_the_worker(qtbot: QtBot) -> None:
    worker, errors, done = Worker(), list[RezensentError](), list[int]()
    with capture_exceptions() as caught:
        with qtbot.waitSignal(worker.idle):
            worker.submit(lambda: 1 // 0, lambda _: None, errors.append)
        with qtbot.waitSignal(worker.idle):
            worker.submit(lambda: 7, done.append)
    assert caught[0][0] is ZeroDivisionError
    assert "ein Fehler aufgetreten" in errors[0].german
    assert done == [7]


def test_stop_gives_every_file_job_its_turn_and_tells_nothing(qtbot: QtBot) -> None:
    worker, gate = Worker(newest_only=False), threading.Event()
    ran, told = list[int](), list[object]()
    worker.submit(gate.wait, told.append)
    for number in range(3):
        worker.submit(partial(ran.append, number), told.append)
    gate.set()
    worker.stop()
    assert ran == [0, 1, 2]
    qtbot.wait(0)
    assert told == []


def test_stop_ends_where_a_job_would_have_led_to_the_next(qtbot: QtBot) -> None:
    worker, gate, ran = Worker(newest_only=False), threading.Event(), list[int]()

    def again(_: object = None) -> None:
        worker.submit(lambda: ran.append(gate.wait()), again)

    again()
    gate.set()
    worker.stop()
    assert len(ran) == 1


@pytest.mark.parametrize("newest_only", [True, False])
def test_stop_leaves_a_job_that_only_reads_to_itself(qtbot: QtBot, *, newest_only: bool) -> None:
    worker = Worker(newest_only=newest_only, reads_only=True)
    begun, gate, ran, told = threading.Event(), threading.Event(), list[int](), list[object]()

    def read() -> None:
        begun.set()
        gate.wait()
        ran.append(0)

    worker.submit(read, told.append)
    worker.submit(lambda: ran.append(1), told.append)
    qtbot.waitUntil(begun.is_set)
    worker.stop()
    worker.deleteLater()
    qtbot.wait(0)
    assert ran == []
    assert not wait_for_left_behind(1)
    gate.set()
    assert wait_for_left_behind(PATIENCE_MS)
    qtbot.wait(0)
    assert ran == [0]
    assert told == []


def test_stop_drops_a_job_that_only_reads_and_has_not_begun(qtbot: QtBot) -> None:
    worker, ran = Worker(reads_only=True), list[int]()
    worker.submit(partial(ran.append, 1), lambda _: None)
    worker.stop()
    qtbot.wait(0)
    assert ran == []


def test_last_job_is_run_after_those_that_wait() -> None:
    worker, ran = Worker(newest_only=False), list[int]()
    for number in range(3):
        worker.submit(partial(ran.append, number), lambda _: None)
    worker.stop(partial(ran.append, 3))
    assert ran == [0, 1, 2, 3]


def test_stops_share_the_time_in_which_they_wait_for_the_disk(qtbot: QtBot) -> None:
    workers, gate, ran = [Worker() for _ in range(3)], threading.Event(), list[int]()
    for worker in workers:
        worker.submit(lambda: ran.append(gate.wait()), lambda _: None)
    with stops_within(100):
        for worker in workers:
            worker.stop()
    assert ran == []
    gate.set()
    assert wait_for_left_behind(PATIENCE_MS)
    assert ran == [True, True, True]


def test_jobs_left_behind_are_forgotten_when_they_have_ended(qtbot: QtBot) -> None:
    gates = [threading.Event(), threading.Event()]
    for gate in gates:
        worker, begun = Worker(reads_only=True), threading.Event()
        worker.submit(partial(_hold, begun, gate), lambda _: None)
        qtbot.waitUntil(begun.is_set)
        worker.stop()
        assert len(worker_module._left_behind) == 1
        gate.set()
        qtbot.waitUntil(partial(_is_idle, worker_module._left_behind[0]))
    assert wait_for_left_behind(PATIENCE_MS)


def _hold(begun: threading.Event, gate: threading.Event) -> None:
    begun.set()
    gate.wait()


def _is_idle(pool: QThreadPool) -> bool:
    return not pool.activeThreadCount()
