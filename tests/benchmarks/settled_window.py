"""The program of the benchmark ``memory``: shows a window, says when it has settled, and ends.

Each kind of window imports only what it needs. It ends when its input is closed.
"""

import gc
import os
import sys

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

_SETTLING_MS = 4_000
"""Time after which pages are loaded, images are decoded, and workers are idle."""


def _run(app: QApplication) -> None:
    """Run until the input ends."""
    QTimer.singleShot(_SETTLING_MS, app, _say)
    ending = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    ending.activated.connect(_end)
    app.exec()


def _say() -> None:
    sys.stdout.write("settled\n")
    sys.stdout.flush()


def _end() -> None:
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
    program = Program(Folders.default())
    program.start(sample=True)
    _run(app)
    program.stop()


def _show_view() -> None:
    from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: PLC0415
    from PySide6.QtWidgets import QSplitter, QTextEdit  # noqa: PLC0415

    from editor.paths import sample_path  # noqa: PLC0415

    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to start as root with its sandbox.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    app = QApplication(sys.argv[:1])
    splitter = QSplitter(Qt.Orientation.Horizontal)
    text, view = QTextEdit(splitter), QWebEngineView(splitter)
    text.setPlainText(sample_path().read_text("utf-8"))
    view.setHtml(f"<pre>{text.toPlainText()}</pre>")
    splitter.resize(1_400, 900)
    splitter.show()
    _run(app)
    view.deleteLater()


if __name__ == "__main__":
    {"editor": _show_editor, "view": _show_view}[sys.argv[1]]()
