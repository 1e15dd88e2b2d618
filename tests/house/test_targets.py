"""The targets of the Makefile and the parts of packaging are all told, and what is told exists."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
OTHERS = {
    *("architecture", "language_tool", "office_reference", "office_styles", "run"),
    *("schema_org", "screenshot_views", "screenshots", "web_checkers"),
}
"""Modules of tools/ that have nothing to do with packages."""


def test_every_target_is_one_that_make_help_and_contributing_tell() -> None:
    phony = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].replace("\\", "").split()) == TARGETS
    command = ["make", "--no-print-directory", "help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    listed = [line.split(maxsplit=1) for line in told.stdout.splitlines()]
    assert {name for name, about in listed if about} == TARGETS
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `make ([a-z-]+)`", page, re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert {*rows, "run"} == TARGETS


def test_command_that_is_no_python_is_passed_over(tmp_path: Path) -> None:
    """The commands of pyenv are there for every version, and most end with a complaint."""
    for name, body in (("python3.11", "exit 127"), ("python3.12", "exit 0")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    # What “make PYTHON=… test” has set does not count.
    chosen = {"PYTHON", "MAKEFLAGS", "MAKEOVERRIDES"}
    others = {name: value for name, value in os.environ.items() if name not in chosen}
    command = ["make", "--dry-run", "--no-print-directory", "setup"]
    told = subprocess.run(
        command, cwd=ROOT, env={**others, "PATH": path}, capture_output=True, text=True, check=True
    )
    assert told.stdout == "python3.12 -m tools.setup\n"


def test_targets_that_documents_name_exist() -> None:
    pages = [ROOT / "README.md", *ROOT.glob("*/README.md"), *(ROOT / "docs").glob("*.md")]
    named = {name for page in pages for name in re.findall(r"`make ([a-z-]+)", page.read_text())}
    assert named - TARGETS == set()


def test_the_map_of_packaging_names_all_its_parts_and_programs() -> None:
    text = (ROOT / "packaging" / "README.md").read_text("utf-8")
    rows = "\n".join(line for line in text.splitlines() if line.startswith("| `"))
    parts = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / "packaging").iterdir()
        if path.name != "README.md"
    }
    programs = {path.stem for path in (ROOT / "tools").iterdir() if path.stem != "__pycache__"}
    named = set(re.findall(r"`([\w./]+)`", rows))
    assert (parts | programs) - named - OTHERS == set()
