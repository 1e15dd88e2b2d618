"""``python -m tools.acceptance``: packages tried on bare Debian systems; one line for each check.

Runs as root, in namespaces of its own: however it ends, nothing stays mounted or running.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from editor import __version__
from tools.acceptance.check import Check, Outcome, carry_out, failures
from tools.acceptance.command_checks import COMMAND_CHECKS
from tools.acceptance.display import PROGRAMS, display, missing_programs
from tools.acceptance.file_checks import FILE_CHECKS, HOST_PROGRAMS
from tools.acceptance.machine import SOCKETS, Machine, machine
from tools.acceptance.packages import Package, known_packages
from tools.acceptance.place_checks import PLACE_CHECKS
from tools.acceptance.removal_checks import REMOVALS, removal_checks, system_paths
from tools.acceptance.roots import SUITES, bare_root
from tools.acceptance.window_checks import WINDOW_CHECKS
from tools.package_files import BUILD

_PACKAGES = ("deb", "portable")
_INSTALLATION = "installation"
_USUAL = (*COMMAND_CHECKS, *FILE_CHECKS, *WINDOW_CHECKS, *PLACE_CHECKS)
_NAMES = (_INSTALLATION, *(check.name for check in _USUAL), *REMOVALS)
_ATTEMPTS = 20
_NAMESPACES = (
    *("setpriv", "--pdeathsig", "KILL"),
    *("unshare", "--mount", "--propagation=private", "--pid", "--fork", "--kill-child"),
    "--mount-proc",
)
"""Every process in them ends with the first one, and every mount with the last process."""


def main(arguments: list[str] | None = None) -> int:
    """Carry out the acceptance and return the exit status: 1 if anything failed."""
    options = _parser().parse_args(arguments)
    if options.inside:
        return _accept(options)
    if problem := _problem():
        print(problem, file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    work = options.output / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    given = sys.argv[1:] if arguments is None else arguments
    command = [*_NAMESPACES, sys.executable, "-m", "tools.acceptance", "--inside", *given]
    try:
        with subprocess.Popen(command) as process:
            try:
                return process.wait()
            finally:
                process.kill()
    finally:
        _remove(work)


def _remove(folder: Path) -> None:
    """Remove ``folder``, in which processes that are being killed may still write for a moment."""
    for _ in range(_ATTEMPTS):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.acceptance", description=__doc__)
    parser.add_argument("--suites", nargs="+", choices=SUITES, default=SUITES)
    parser.add_argument("--packages", nargs="+", choices=_PACKAGES, default=_PACKAGES)
    parser.add_argument("--only", nargs="+", choices=_NAMES, metavar="NAME", help="checks")
    parser.add_argument("--build", type=Path, default=BUILD, help="where the packages are")
    parser.add_argument("--roots", type=Path, default=BUILD / "roots", help="bare systems")
    parser.add_argument("--output", type=Path, default=BUILD / "accept", help="pictures")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser


def _problem() -> str:
    """Return why the acceptance cannot run here, "" if it can."""
    if os.geteuid() != 0:
        return "The acceptance makes and enters bare systems, for which it must be root."
    missing = missing_programs((*PROGRAMS, *HOST_PROGRAMS))
    return f"The acceptance needs these programs: {', '.join(missing)}" if missing else ""


def _accept(options: argparse.Namespace) -> int:
    begin = time.monotonic()
    outcomes: list[Outcome] = []
    # Only the machines see the socket of our X server.
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", SOCKETS], check=True)
    work = options.output / "work"
    packages = known_packages(options.build, __version__, work)
    with display() as shown:
        for suite in options.suites:
            bare = bare_root(suite, options.roots)
            for name in options.packages:
                place = f"{suite} {name}"
                with machine(place, bare, work, shown) as made:
                    outcomes += _examine(made, packages[name], options.only)
    failed = failures(outcomes)
    for outcome in failed:
        print(f"✗ {outcome.place} · {outcome.name}")
    minutes = (time.monotonic() - begin) / 60
    print(f"{len(outcomes)} checks, {len(failed)} failed, in {minutes:.0f} min; {options.output}")
    return 1 if failed or not outcomes else 0


def _examine(machine: Machine, package: Package, only: list[str] | None) -> list[Outcome]:
    """Install ``package``, carry out the checks that concern it, and print each outcome."""
    outcomes = []
    bare = system_paths(machine)
    installation = Check(_INSTALLATION, package.install)
    for check in (installation, *_USUAL, *removal_checks(package, bare)):
        wanted = only is None or check is installation or check.name in only
        if wanted and package.name in check.packages:
            outcome = carry_out(check, machine)
            outcomes.append(outcome)
            print(outcome.line(), flush=True)
            if check is installation and not outcome.passed:
                break
    return outcomes


if __name__ == "__main__":
    sys.exit(main())
