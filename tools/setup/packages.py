"""The virtual environment and the pinned packages in it."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.setup.layout import BIN, PYTHON, ROOT, VENV, SetupError, say
from tools.setup.progress import watching
from tools.setup.system import require_space
from tools.setup.trim import trim

DOWNLOADS: Mapping[str, int] = {"runtime": 430_000_000, "dev": 460_000_000}
"""Bytes of all packages, about: what a new environment downloads."""
_RENEWAL = "Pakete werden erneuert …"
UNPACKED = 1_200_000_000
"""Bytes of the packages before they are trimmed."""
LANGUAGE_TOOL = 120_000_000
"""Bytes of LanguageTool with its start cache."""
_HOME = Path(os.path.expanduser("~"))  # noqa: PTH111  (an account may have no home)
"""Below it pip keeps what it has fetched, and LanguageTool will be."""
_UNFINISHED = ".unfinished"
"""File in the environment while pip writes to it: what it finds half written it takes for whole."""
_INSTALLING = "Installing collected packages"
"""Begins the line of pip that comes after all downloads."""
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
"""What pip writes when it fails, and the clause for it; the first that is found counts."""


def install_packages(*, dev: bool) -> bool:
    """Install the packages as they are pinned now, and return whether there was something to do.

    Raises SetupError.
    """
    names = ("dev",) if dev else ("runtime", "dev")
    if any(is_installed(name) for name in names):
        return False
    unfinished = VENV / _UNFINISHED
    make_environment(anew=unfinished.exists())
    unfinished.touch()
    total = expected_download(names[0])
    say(f"Pakete werden geholt (etwa {total / 1e6:.0f} MB) …" if total else _RENEWAL)
    _download(names[0], total)
    if _python("pip", "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)):
        raise SetupError("Rezensent ließ sich in der virtuellen Umgebung nicht einrichten.")
    trim(VENV)
    if not dev:
        _remove_pip()
    (VENV / f".{names[0]}").write_text(state(names[0]))
    unfinished.unlink()
    return True


def make_environment(*, anew: bool = False) -> None:
    """Create the virtual environment unless there is one. Raises SetupError."""
    there = PYTHON.exists()
    if there and not anew:
        if not has_pip() and _python("ensurepip", "--default-pip"):
            raise SetupError("In der virtuellen Umgebung ließ sich pip nicht einrichten.")
        return
    if there:
        say("Die Einrichtung wurde unterbrochen und beginnt neu; Geholtes ist noch da.")
    require_space(
        {
            VENV: UNPACKED + DOWNLOADS["runtime"],
            _HOME: DOWNLOADS["runtime"] + LANGUAGE_TOOL,
        }
    )
    say("Virtuelle Umgebung wird angelegt …")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False).returncode:
        raise SetupError("Die virtuelle Umgebung ließ sich nicht anlegen.")


def expected_download(name: str) -> int:
    """Return how many bytes are downloaded for ``name``, about; 0 if only some packages changed."""
    if (VENV / f".{name}").exists():
        return 0
    there = DOWNLOADS["runtime"] if (VENV / ".runtime").exists() else 0
    return DOWNLOADS[name] - there


def has_pip() -> bool:
    """Return whether pip is in the environment: only who works on the program needs it there."""
    return any((BIN / name).exists() for name in ("pip", "pip.exe"))


def pins(name: str) -> Path:
    """Return the file that pins the packages of ``name``, "runtime" or "dev"."""
    return ROOT / "requirements" / f"{name}.txt"


def is_installed(name: str) -> bool:
    """Return whether the packages of ``name`` are installed as they are pinned now."""
    stamp = VENV / f".{name}"
    return stamp.exists() and stamp.read_text() == state(name)


def state(name: str) -> str:
    """Return a digest of the pins, of pyproject.toml and of the folder."""
    data = pins(name).read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(data + str(ROOT).encode()).hexdigest()


def explain(output: str) -> str:
    """Return in German why pip failed, from what it has written."""
    for pattern, clause in _FAILURES.items():
        if match := re.search(pattern, output):
            return clause.format_map(match.groupdict())
    errors = [line for line in output.splitlines() if line.startswith("ERROR")]
    lines = errors or output.strip().splitlines() or ["pip wurde beendet"]
    return lines[-1]


def _remove_pip() -> None:
    """Remove pip and what comes with it; ``ensurepip`` brings it back."""
    _python("pip", "uninstall", "--yes", "--quiet", "pip", "setuptools")


def _python(module: str, *arguments: str) -> int:
    """Run a module in the environment without its output, and return the exit status."""
    command = [str(PYTHON), "-m", module, *arguments]
    return subprocess.run(command, capture_output=True, check=False).returncode


def _download(name: str, total: int) -> None:
    """Install the packages of ``name``, of ``total`` bytes, and tell how far it is.

    Its temporary files are on the disk of the environment: ``/tmp`` may be small. What it has
    fetched stays in its cache, so that a second run goes on from there. Raises SetupError.
    """
    folder, log = VENV / "tmp", VENV / "pip.log"
    folder.mkdir(exist_ok=True)
    options = ("--progress-bar", "off", "--no-compile", "--no-input", "--retries", "3")
    chosen = ("--require-hashes", "-r", pins(name))
    command: list[str | Path] = [PYTHON, "-m", "pip", "install", *options, *chosen]
    quiet = {**os.environ, "TMPDIR": str(folder), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    pip = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**quiet, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    output = []
    with pip, watching(folder, total) as end:
        for line in pip.stdout or ():
            output.append(line)
            if line.startswith(_INSTALLING):
                end()
                say("Pakete werden eingerichtet …")
    log.write_text("".join(output), "utf-8")
    if pip.returncode:
        why = explain("".join(output))
        raise SetupError(f"Die Pakete ließen sich nicht holen: {why} (alles steht in {log}).")
