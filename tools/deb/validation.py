"""Debian's and freedesktop.org's own programs judge what is in a package."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Validation:
    """Verdict of one program; ``fine`` is None where the program is not installed."""

    program: str
    fine: bool | None
    report: str


def validate(package: Path, tree: Path) -> Iterator[Validation]:
    """Yield the verdicts about ``package`` and the files of its ``tree``, one for each program."""
    share = tree / "usr" / "share"
    metainfo = sorted(map(str, (share / "metainfo").glob("*.xml")))
    pages = sorted(map(str, (share / "man").rglob("*.gz")))
    yield _verdict(["desktop-file-validate", str(share / "applications" / "rezensent.desktop")])
    yield _verdict(["appstreamcli", "validate", "--pedantic", "--no-net", "--explain", *metainfo])
    for page in pages:
        # Warnings are on standard error; the exit status says nothing of them.
        yield _verdict(["man", "--warnings", "-E", "UTF-8", "-l", page], silent=True)
    # With --show-overrides the status counts what is overridden, too.
    yield _verdict(["lintian", "--fail-on", "error,warning", str(package)])


def _verdict(command: list[str], *, silent: bool = False) -> Validation:
    """Run ``command``; a ``silent`` one must have nothing to say on its standard error."""
    if shutil.which(command[0]) is None:
        return Validation(command[0], None, "")
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    fine = run.returncode == 0 and not (silent and run.stderr)
    report = run.stderr if silent else run.stdout + run.stderr
    return Validation(command[0], fine, report.strip())
