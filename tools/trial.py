"""``python -m tools.trial PROGRAM``: use a packaged program as a writer would, on any system.

It runs the commands in a folder with blanks and umlauts, with settings of its own, and opens the
window for a while; ``--without-window`` leaves that out. ``--install`` fetches LanguageTool, which
a Python package does not contain. On Linux ``make accept`` tries more.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

FORMATS = ("html", "docx", "odt", "pdf", "bbcode", "txt", "md")
MISSPELT = "Sazt"
REVIEW = f"""---
rezensent: 1
form: film
title: Die Größe des Meeres
---

## Inhalt {{#plot}}

Dieser {MISSPELT} handelt vom Meer, und er ist lang genug, damit ihn jeder sieht.
"""
_LONGEST = 300
"""Seconds for one command. The first start of LanguageTool on a busy machine takes a minute."""
_OPEN = 20
"""Seconds for which the window stays open."""


class Trial:
    """A program and the folder in which it is tried."""

    def __init__(self, program: Path, folder: Path, *, install: bool = False) -> None:
        self.program = program
        self.install = install
        self.folder = folder
        self.review = folder / "Größe des Meeres.md"
        self.review.write_text(REVIEW, encoding="utf-8")
        home = os.environ.get("REZENSENT_HOME", str(folder / "Mein Rezensent"))
        self.environment = {**os.environ, "REZENSENT_HOME": home, "LANG": "de_DE.UTF-8"}

    def run(self, *arguments: str | Path, status: int = 0) -> str:
        """Run a command and return what it says.

        Raises AssertionError when it ends with another exit status, and TimeoutExpired.
        """
        answer = subprocess.run(
            [self.program, *arguments],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST,
            check=False,
        )
        if answer.returncode != status:
            raise AssertionError(f"exit status {answer.returncode}: {answer.stdout}")
        return answer.stdout


def main() -> int:
    """Run the checks, print a line for each, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.trial", description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--without-window", action="store_true")
    parser.add_argument("--install", action="store_true")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="Über uns ", ignore_cleanup_errors=True) as folder:
        trial = Trial(options.program.absolute(), Path(folder), install=options.install)
        for name, check in CHECKS.items():
            if name == "window" and options.without_window:
                continue
            try:
                print(f"✓ {name}: {check(trial)}", flush=True)
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                print(f"✗ {name}: {error}", flush=True)
                failed += 1
    return 1 if failed else 0


def state(trial: Trial) -> str:
    """Ask the program whether it is complete."""
    answer = trial.run("doctor", *(["--install"] if trial.install else []))
    return _line_with("✓", answer)


def new(trial: Trial) -> str:
    """Begin a review."""
    trial.run("new", "Neu.md")
    return f"{(trial.folder / 'Neu.md').stat().st_size} bytes"


def finding(trial: Trial) -> str:
    """Look for the misspelt word in what the checker finds."""
    answer = trial.run("check", trial.review, status=1)
    return _line_with(MISSPELT, answer)


def _line_with(text: str, answer: str) -> str:
    """Return the first line with ``text`` of what a program says. Raises AssertionError."""
    for line in answer.splitlines():
        if text in line:
            return line.strip()
    raise AssertionError(f"no {text}: {answer}")


def export(trial: Trial) -> str:
    """Export to every format."""
    target = trial.folder / "Für alle"
    trial.run("export", trial.review, "--to", ",".join(FORMATS), "-o", target)
    sizes = {path.name: path.stat().st_size for path in target.iterdir() if path.is_file()}
    if len(sizes) < len(FORMATS) or not all(sizes.values()):
        raise AssertionError(sizes)
    return ", ".join(f"{name} {size}" for name, size in sorted(sizes.items()))


def importing(trial: Trial) -> str:
    """Read the Word file that was exported back."""
    [document] = (trial.folder / "Für alle").glob("*.docx")
    target = trial.folder / "Zurück.md"
    trial.run("import", document, "-o", target)
    text = target.read_text(encoding="utf-8")
    if MISSPELT not in text:
        raise AssertionError(text)
    return f"{len(text)} characters"


def window(trial: Trial) -> str:
    """Open the sample; a program that crashes does so before the time is over."""
    command = (str(trial.program), "window", "--sample")
    with subprocess.Popen(command, cwd=trial.folder, env=trial.environment) as process:
        try:
            status = process.wait(_OPEN)
        except subprocess.TimeoutExpired:
            return f"open for {_OPEN} seconds"
        finally:
            process.terminate()
    raise AssertionError(f"ended with {status}")


CHECKS: Mapping[str, Callable[[Trial], str]] = {
    "state": state,
    "new": new,
    "finding": finding,
    "export": export,
    "import": importing,
    "window": window,
}
"""In this order: a Word file is exported before it is imported."""

if __name__ == "__main__":
    sys.exit(main())
