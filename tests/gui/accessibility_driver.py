"""Runs the program for someone who reads its accessible tree.

Each line of standard input is an action that is triggered; before that, all windows but that of the
review close. The arguments are those of the program.
"""

import sys
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from editor.__main__ import main
from editor.gui.program import Program


def _trigger(program: Program, verb: str) -> None:
    window = program.session.window
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    action = program.session.actions[verb]
    # A dialog that blocks does so in a turn of its own.
    QTimer.singleShot(0, action, action.trigger)


def run() -> int:
    """Start the program and follow standard input."""
    begin, kept = Program.start, []

    def start(program: Program, *arguments: Any, **options: Any) -> None:
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, program)
        notifier.activated.connect(lambda: _trigger(program, sys.stdin.readline().strip()))
        kept.append(notifier)
        begin(program, *arguments, **options)

    with patch.object(Program, "start", start):
        return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
