"""Sets up everything that Rezensent needs; steps that are done already are skipped.

Runs on the system's Python with only the standard library. With ``--dev`` it also installs what
tests and checks need. It can be interrupted and run again.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LIBRARIES = (
    *("libegl1", "libgl1", "libxkbcommon0", "libxkbcommon-x11-0", "libdbus-1-3", "libfontconfig1"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-xinerama0", "libxcb-xkb1", "libnss3"),
    *("libnspr4", "libxcomposite1", "libxdamage1", "libxrandr2", "libxtst6", "libasound2"),
    *("libxkbfile1", "libglib2.0-0", "libpulse0", "fonts-dejavu-core"),
)
"""Debian packages with the libraries that Qt, its Chromium and its speech load, and a font."""
PROBE = """
import ctypes, pathlib, PySide6
from PySide6 import QtWebEngineWidgets
plugin = pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"
if plugin.exists():
    ctypes.CDLL(str(plugin))
"""
SPEECH_PROBE = "from PySide6 import QtTextToSpeech"
"""Reading aloud is off where this fails; only the tests cannot do without it."""


def main() -> int:
    """Set everything up and return the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036  (this runs on whatever Python there is)
        return fail(
            f"Rezensent braucht Python 3.11 oder neuer, hier ist {sys.version.split()[0]}; "
            "bitte mit „make PYTHON=/pfad/zu/python3.11 …“ ein anderes nennen."
        )
    dev = "--dev" in sys.argv[1:]
    steps = (
        environment,
        lambda: dependencies(dev=dev),
        lambda: libraries(dev=dev),
        language_tool,
    )
    more = (web_checkers,) if dev else ()
    return next((status for step in (*steps, *more) if (status := step())), 0)


def environment() -> int:
    """Create the virtual environment."""
    if (BIN / "pip").exists() or (BIN / "pip.exe").exists():
        return 0
    say("Virtuelle Umgebung wird angelegt …")
    if run(sys.executable, "-m", "venv", "--clear", VENV) == 0:
        return 0
    package = f"python3.{sys.version_info.minor}-venv"
    status = install_packages(package, why="Python fehlt das Modul venv")
    return status or run(sys.executable, "-m", "venv", "--clear", VENV)


def dependencies(*, dev: bool) -> int:
    """Install the pinned packages, their hashes checked, and the editor itself."""
    names = ("dev",) if dev else ("runtime", "dev")
    if any(is_installed(name) for name in names):
        return 0
    say("Pakete werden geholt (etwa 400 MB beim ersten Mal) …")
    pip: list[str | Path] = [BIN / "python", "-m", "pip", "install", "--progress-bar", "on"]
    steps: tuple[tuple[str | Path, ...], ...] = (
        ("--require-hashes", "-r", pins(names[0])),
        ("--no-deps", "--no-build-isolation", "-e", ROOT),
    )
    for arguments in steps:
        if run(*pip, *arguments):
            return fail(
                "Die Pakete ließen sich nicht holen; bitte prüfen Sie das Netz und rufen Sie "
                "denselben Befehl noch einmal auf, Fertiges wird nicht neu geholt."
            )
    (VENV / f".{names[0]}").write_text(state(names[0]))
    return 0


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


def libraries(*, dev: bool) -> int:
    """Install the system libraries that Qt needs and no Python package contains."""
    stamp = VENV / (".libraries-dev" if dev else ".libraries")
    if stamp.exists():
        return 0
    probe = missing_libraries(dev=dev)
    fonts = not sys.platform.startswith("linux") or any(Path("/usr/share/fonts").rglob("*.[ot]tf"))
    if probe or not fonts:
        problem = probe.splitlines()[-1] if probe else "keine Schrift"
        if status := install_packages(*LIBRARIES, why=f"Qt fehlt etwas vom System ({problem})"):
            return status
        if problem := missing_libraries(dev=dev):
            return fail(f"Qt findet immer noch nicht alles: {problem}")
    stamp.touch()
    return 0


def install_packages(*packages: str, why: str) -> int:
    """Install Debian packages as root, or print the command for it."""
    line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        return fail(
            f"{why}; bitte installieren Sie, was diesen Debian-Paketen entspricht: "
            f"{' '.join(packages)}"
        )
    if os.geteuid() != 0:
        return fail(f"{why}; bitte als root ausführen und danach noch einmal beginnen:\n  {line}")
    say(f"{why}; die Systempakete werden installiert …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if run("sh", "-c", f"({line}) > /dev/null", env=quiet):
        return fail(f"Das hat nicht geklappt; bitte als root ausführen:\n  {line}")
    return 0


def language_tool() -> int:
    """Download LanguageTool unless it is installed."""
    return run(BIN / "python", ROOT / "tools" / "language_tool.py")


def web_checkers() -> int:
    """Download the checkers of exported pages that tests use."""
    return run(BIN / "python", ROOT / "tools" / "web_checkers.py")


def missing_libraries(*, dev: bool) -> str:
    """Return Qt's error message about missing libraries, empty if there is none."""
    code = PROBE + SPEECH_PROBE if dev else PROBE
    probe = subprocess.run(
        [BIN / "python", "-c", code], capture_output=True, text=True, check=False
    )
    return probe.stderr.strip() if probe.returncode else ""


def run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run ``command`` and return its exit status."""
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def say(text: str) -> None:
    """Print a message about the progress."""
    print(text, flush=True)


def fail(text: str) -> int:
    """Print an error and return the exit status for it."""
    print(text, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
