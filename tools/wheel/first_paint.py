"""Opens the window of the installed program, saves a picture of it, and closes it.

Arguments: the review's file and the picture's. It runs outside the checkout and imports the
installed program alone.
"""

import sys
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from editor.__main__ import main
from editor.gui import app
from editor.gui.application import make_application


def run(review: str, picture: str) -> int:
    """Open ``review``, save ``picture`` once the window is shown, and return the exit status."""
    clock = QTimer(interval=50)

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow) and window.isVisible():
                clock.stop()
                window.grab().save(picture)
                window.close()

    def make(names: list[str]) -> QApplication:
        application = make_application(names)
        clock.timeout.connect(look)
        clock.start()
        return application

    with patch.object(app, "make_application", make):
        return main([review])


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
