"""Pages are drawn by the processor; tests/gui/test_app_first_keys.py shows what that is for."""

import subprocess
import sys
from pathlib import Path

# In a process of its own: in that of the tests, another view may have been made before.
PROGRAM = """
from editor.gui.application import make_application
from editor.gui.theme import theme_of
from editor.settings import Settings
app = make_application(["rezensent"])
from PySide6.QtQuick import QQuickWindow
from editor.gui.web.page_view import PageView
from editor.gui.web.sandbox_profile import register_scheme
register_scheme()
views = [PageView(theme_of(Settings())) for _ in range(2)]
print(QQuickWindow.sceneGraphBackend(), flush=True)
import os
os._exit(0)
"""


def test_pages_are_drawn_without_a_graphics_card() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["software"]
    assert "setBackend" not in done.stderr
