"""The steps of the set-up in their order: what could stop it comes before the download."""

import subprocess
import sys

from editor.errors import cause
from tools.project import ROOT
from tools.setup.layout import PYTHON, SetupError, say, warn
from tools.setup.packages import install_packages
from tools.setup.system import require_system

PROBE = """
import ctypes, pathlib, PySide6
from PySide6 import QtWebEngineWidgets
plugin = pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"
if plugin.exists():
    ctypes.CDLL(str(plugin))
"""
"""Loads what the window needs; Qt would abort where its plugin cannot be loaded."""
_INTERRUPTED = 130
"""Exit status of a program that Strg+C has ended, as shells have it."""


def set_up(*, dev: bool) -> int:
    """Do every step that is not done yet, and return the exit status."""
    try:
        require_system(dev=dev)
        if install_packages(dev=dev):
            _require_window()
        _run_tool("language_tool.py")
        if dev:
            _run_tool("web_checkers.py")
    except SetupError as error:
        warn(str(error))
        return 1
    except OSError as error:
        why = cause(error).german
        warn(f"Rezensent lässt sich nicht einrichten ({why}: {error.filename or error}).")
        return 1
    except KeyboardInterrupt:
        say("\nUnterbrochen; derselbe Befehl macht da weiter, wo er war.")
        return _INTERRUPTED
    return 0


def _require_window() -> None:
    """Raise SetupError if the libraries of the window cannot be loaded."""
    command = [str(PYTHON), "-c", PROBE]
    probe = subprocess.run(command, capture_output=True, text=True, check=False)
    if probe.returncode:
        # A process that was killed has said nothing.
        *_, problem = probe.stderr.strip().splitlines() or [f"Status {probe.returncode}"]
        raise SetupError(f"Das Fenster lässt sich auf diesem System nicht öffnen: {problem}")


def _run_tool(name: str) -> None:
    """Run a script of ``tools/``; end with its status if it fails, as it says itself why."""
    command = [str(PYTHON), "-m", "tools.setup.script", f"tools/{name}"]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)
