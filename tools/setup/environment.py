"""The virtual environment: its creation, runs of its modules, and whether it keeps pip."""

import os
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

from tools.project import ROOT
from tools.setup.layout import BIN, PYTHON, VENV, SetupError, say


def make_environment() -> None:
    """Create the virtual environment. Raises SetupError."""
    say("Virtuelle Umgebung wird angelegt …")
    command = [sys.executable, "-m", "venv", "--without-pip", "--clear", str(VENV)]
    if subprocess.run(command, check=False).returncode:
        raise SetupError("Die virtuelle Umgebung ließ sich nicht anlegen.")


def require_pip() -> None:
    """Bring pip into an environment that is new, or was freed of it. Raises SetupError."""
    there = any((BIN / name).exists() for name in ("pip", "pip.exe"))
    if not there and run_module("ensurepip", "--default-pip").returncode:
        raise SetupError("In der virtuellen Umgebung ließ sich pip nicht einrichten.")


def remove_pip() -> None:
    """Remove pip and what comes with it: only developers need it there."""
    run_module("pip", "uninstall", "--yes", "pip", "setuptools")


def run_module(module: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a module in the environment; its output is in ``stdout``.

    Temporary files are on the disk of the environment: ``/tmp`` may be small.
    """
    folder = temporary_folder()
    return subprocess.run(
        [PYTHON, "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def temporary_folder() -> Path:
    """Return the folder where programs of the environment have their temporary files; create it."""
    folder = VENV / "tmp"
    folder.mkdir(exist_ok=True)
    return folder


def installed_versions() -> dict[str, str]:
    """Return the packages of the environment: normal name and version."""
    folders = [str(path) for path in VENV.glob("[Ll]ib/**/site-packages")]
    return {
        item.metadata["Name"].lower().replace("_", "-"): item.version
        for item in distributions(path=folders)
        if item.metadata["Name"]
    }
