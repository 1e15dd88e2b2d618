"""The program of the benchmark ``start``: shows a window, says when it is painted, and ends.

Each kind of window imports only what it needs, as the time of the imports is part of the start.
"""

import gc
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class _FirstPaint(QObject):
    """Says so once the event loop has finished the turn in which a window was first painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, _say)
        return False


def _say() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    # Not quit(): that would ask the window first.
    QApplication.exit()


def _show_editor() -> None:
    # As the program itself imports its modules.
    gc.disable()
    from editor.gui.application import make_application  # noqa: PLC0415
    from editor.gui.program import Program  # noqa: PLC0415
    from editor.settings import Folders  # noqa: PLC0415

    gc.freeze()
    gc.enable()

    app = make_application(sys.argv[:1])
    editor = Program(Folders.default())
    _FirstPaint(editor.session.window)
    editor.start(sample=True)
    app.exec()
    editor.stop()


def _show_empty() -> None:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    _FirstPaint(window)
    window.show()
    app.exec()


if __name__ == "__main__":
    {"editor": _show_editor, "empty": _show_empty}[sys.argv[1]]()
