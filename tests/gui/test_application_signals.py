"""Signals of the PySide6 that is installed: what a version of it must not do."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot


def test_emitting_signals_drops_no_references(qtbot: QtBot) -> None:
    """PySide6 6.12.0 aborts on CPython 3.11 because each call loses a reference to None."""

    class Sender(QObject):
        sent = Signal(int)

    sender = Sender()
    sender.sent.connect(lambda _: None)
    before = sys.getrefcount(None)
    for number in range(500):
        sender.sent.emit(number)
        sender.setObjectName("x")
    if sys.version_info < (3, 12):
        assert sys.getrefcount(None) > before - 100
    else:
        pytest.skip("None is immortal")
