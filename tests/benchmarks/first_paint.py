"""The program of the benchmark ``start``: shows a window, says when it is painted, and ends.

Each kind of window imports only what it needs, as the time of the imports is part of the start.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class _FirstPaint(QObject):
    """Says so after the first paint of a widget, once the event loop has finished that turn."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then = then
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._say)
        return False

    def _say(self) -> None:
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        self._then()


def _show_editor() -> None:
    from editor.gui.app import Editor, make_application
    from editor.settings import Folders

    app = make_application(sys.argv[:1])
    editor = Editor(Folders.default())
    _FirstPaint(editor.window.form.viewport(), app.quit)
    editor.start(sample=True)
    app.exec()
    editor.stop()


def _show_empty() -> None:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    _FirstPaint(window, app.quit)
    window.show()
    app.exec()


if __name__ == "__main__":
    {"editor": _show_editor, "empty": _show_empty}[sys.argv[1]]()
