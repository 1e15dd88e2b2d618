"""A message on the screen of a user who started the program without a terminal."""

import os
import shutil
import subprocess
import sys

from editor.helper_processes import NO_WINDOW

_TITLE = "Rezensent"
_ERROR_ICON = 0x10
"""MB_ICONERROR of the function MessageBoxW of Windows."""


def alert(text: str) -> None:
    """Show ``text`` in a dialog of the system, and wait until it is closed.

    For what keeps our own window from opening. Does nothing where the standard error output is a
    terminal, or where the system has no program that shows a dialog.
    """
    if sys.stderr is not None and sys.stderr.isatty():
        return
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (only where something failed)

        ctypes.windll.user32.MessageBoxW(None, text, _TITLE, _ERROR_ICON)
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        _show_dialog(text)


def _show_dialog(text: str) -> None:
    ways = {
        "zenity": ["--error", "--no-markup", "--title", _TITLE, "--text", text],
        "kdialog": ["--title", _TITLE, "--error", text],
    }
    for name, arguments in ways.items():
        program = shutil.which(name)
        if program is not None:
            subprocess.run([program, *arguments], check=False, creationflags=NO_WINDOW)  # noqa: S603
            return
