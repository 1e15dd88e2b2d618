"""Entry of the window: makes the application and the program, and runs them."""

import sys
from contextlib import ExitStack
from pathlib import Path

from editor.gui.application import make_application
from editor.gui.crash.crash_log import CrashLog
from editor.gui.crash.handler import CrashHandler
from editor.gui.program import Program
from editor.settings import Folders
from editor.storage.processes import ProcessIdentity, ScratchFolder


def run(path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> int:
    """Open the window and return its exit status. ``path`` or the sample is shown at first.

    With neither, the review of the last session is opened, or the empty form if it is to be
    ``fresh``.
    """
    app = make_application(sys.argv[:1])
    folders = Folders.default()
    crash_log = CrashLog(ScratchFolder(folders.state / "crashes", ProcessIdentity.current()))
    crash_log.open()
    with ExitStack() as ends:
        ends.callback(crash_log.close)
        program = Program(folders)
        crash_handler = CrashHandler(program.open_reviews, crash_log, program)
        ends.callback(crash_handler.stop)
        ends.callback(program.stop)
        program.session.window.painted.connect(crash_handler.start)
        program.start(path, sample=sample, fresh=fresh)
        return app.exec()
