"""The environment that builds bundles: pinned packages and Rezensent itself, below ``build/``."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from tools.package_files import BUILD
from tools.project import ROOT
from tools.virtual_environment import python_program

FOLDER = BUILD / "bundle-env"
PINS = ROOT / "requirements" / "bundle.txt"


def ensure_environment(folder: Path = FOLDER) -> Path:
    """Return the Python of an environment with the pinned packages; make it where that is needed.

    Raises CalledProcessError when a package cannot be had.
    """
    python = python_program(folder)
    stamp = folder / "complete"
    if stamp.is_file() and stamp.read_text() == _state():
        return python
    print(f"Packages are installed into {folder} …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = (python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-compile")
    subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", PINS], check=True)
    # Its metadata names the packages whose metadata the bundle gets.
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)
    stamp.write_text(_state())
    return python


def _state() -> str:
    """Return a digest of all that the environment is made from."""
    files = (PINS, ROOT / "pyproject.toml", ROOT / "editor" / "__init__.py")
    content = b"".join(path.read_bytes() for path in files)
    return hashlib.sha256(content + f"{sys.version} {ROOT}".encode()).hexdigest()
