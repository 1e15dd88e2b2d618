"""``make requirements``: pin the dependencies of pyproject.toml with hashes.

One file holds for every system and every Python that the program supports: markers stand beside
packages that only some of them need, such as colorama on Windows. uv resolves that way, pip-tools
only for the machine that it runs on. uv lives in a temporary environment, so that the project does
not depend on it.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tools.project import ROOT
from tools.virtual_environment import programs_folder, python_program

PINS: Mapping[str, tuple[str, ...]] = {
    "runtime": (),
    "dev": ("--extra", "dev"),
    "bundle": ("--group", "bundle"),
}
"""Options of uv for each file in requirements/, by its name."""
OPTIONS = (
    *("--quiet", "--universal", "--upgrade", "--generate-hashes", "--system-certs"),
    *("--no-emit-index-url", "--no-emit-find-links"),
    *("--custom-compile-command", "make requirements"),
)
BACKEND_REQUIREMENTS = """
import importlib, json, sys
module, _, attribute = sys.argv[1].partition(":")
backend = importlib.import_module(module)
backend = getattr(backend, attribute) if attribute else backend
print(json.dumps(getattr(backend, "get_requires_for_build_editable", list)()))
"""
"""Prints the packages that a backend needs beside itself for an editable installation:
https://peps.python.org/pep-0660/#get-requires-for-build-editable"""


def main() -> int:
    """Write every file of ``PINS``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    system = project["build-system"]
    oldest = project["project"]["requires-python"].removeprefix(">=")
    with tempfile.TemporaryDirectory() as folder:
        programs = install_uv(Path(folder), *system["requires"])
        build = Path(folder) / "build.in"
        needed = system["requires"] + editable_requirements(programs, system["build-backend"])
        build.write_text("\n".join(needed), encoding="utf-8")
        compiler = [str(programs / "uv"), "pip", "compile", *OPTIONS, "--python-version", oldest]
        for name, more in PINS.items():
            target = f"requirements/{name}.txt"
            subprocess.run(
                [*compiler, *more, "-o", target, "pyproject.toml", str(build)],
                check=True,
                cwd=ROOT,
                env=environment(),
            )
            name_origin(ROOT / target, folder)
    return 0


def install_uv(folder: Path, *more: str) -> Path:
    """Install uv and ``more`` in a new environment in ``folder``; return where its programs are."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [str(python_program(folder)), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "uv", *more], check=True)
    return programs_folder(folder)


def editable_requirements(programs: Path, backend: str) -> list[str]:
    """Return what the build backend needs beside itself for an editable installation."""
    answer = subprocess.run(
        [programs / "python", "-c", BACKEND_REQUIREMENTS, backend],
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    # A backend may print before.
    return list(json.loads(answer.stdout.splitlines()[-1]))


def environment() -> dict[str, str]:
    """Return an environment in which uv asks the index that pip is set up for."""
    pip = {"PIP_INDEX_URL": "UV_DEFAULT_INDEX", "PIP_CERT": "SSL_CERT_FILE"}
    given = {uv: os.environ[name] for name, uv in pip.items() if name in os.environ}
    return {**given, **os.environ}


def name_origin(pins: Path, folder: str) -> None:
    """Replace the temporary file of the build dependencies in comments by where they are from."""
    text = pins.read_text(encoding="utf-8")
    text = text.replace(f"-r {folder}/build.in", "pyproject.toml (build-system)")
    pins.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
