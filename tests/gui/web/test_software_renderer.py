"""Pages are drawn by the processor; tests/gui/test_app_first_keys.py shows what that is for."""

import os
import subprocess
import sys
from pathlib import Path

# In a process of its own: in that of the tests, another view may have been made before.
PROGRAM = """
import os
from functools import partial
from editor.gui.application import make_application
from editor.gui.theme import theme_of
from editor.settings import Settings
app = make_application(["rezensent"])
from editor.gui.web.page_view import PageView
from editor.gui.web.sandbox_profile import register_scheme
register_scheme()
views = [PageView(theme_of(Settings())) for _ in range(2)]
shown = set()
def loaded(view):
    shown.add(view)
    if len(shown) == 2:
        print(os.environ.get("QT_QUICK_BACKEND"), flush=True)
        os._exit(0)
for view in views:
    view.updated.connect(partial(loaded, view))
    view.show()
    view.load("<p>Text</p>", {}, None)
app.exec()
"""
LOADED = "Loading backend software"
"""Qt Quick says so for each window, with its variable QSG_INFO."""


def test_pages_are_drawn_without_a_graphics_card_and_other_programs_do_not_hear_of_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QSG_INFO": "1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.split() == ["None"]
    assert LOADED in done.stderr
    assert "Loading backend rhi" not in done.stderr
