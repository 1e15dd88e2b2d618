"""Signals of the system arrive as events of the window."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.termination.termination_signals import TerminationSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends itself signals")


@pytest.fixture
def signals(qapp: QApplication) -> Iterator[TerminationSignals]:
    signals = TerminationSignals(qapp)
    yield signals
    signals.release()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_an_event_and_interrupts_nothing(
    number: signal.Signals, signals: TerminationSignals, qtbot: QtBot
) -> None:
    received, computed = list[int](), list[int]()
    signals.received.connect(received.append)
    os.kill(os.getpid(), number)
    computed.extend(range(1_000))
    assert received == []
    assert len(computed) == 1_000
    qtbot.waitUntil(lambda: received == [number])


def test_what_was_ignored_stays_ignored(qapp: QApplication) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        signals = TerminationSignals(qapp)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        signals.release()
    finally:
        signal.signal(signal.SIGHUP, before)


def test_signals_do_what_they_did_once_they_are_released(qapp: QApplication) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    TerminationSignals(qapp).release()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
