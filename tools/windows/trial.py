"""``python -m tools.windows.trial``: try the installer in Wine, with programs that only sleep.

It shows what the installer and its uninstaller do to folders and to the registry. Whether Windows
runs the real program is another matter. Needs ``makensis`` and the 64-bit part of ``wine``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.windows.installer import PROGRAMS, make_installer

_SLEEPER = """
Unicode true
Target amd64-unicode
OutFile "{0}"
RequestExecutionLevel user
SilentInstall silent
Section
  Sleep 5000
SectionEnd
"""
_STILL_RUNNING, _OTHER_PROGRAM = 3, 5
"""Exit status of a silent installation while the program runs, and into another one's folder."""
_REMOVAL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Rezensent"
_CLASSES = r"HKCU\Software\Classes"


class Trial:
    """A Windows of its own in a folder, in which installers run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        quiet = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "WINEARCH": "win64"}
        names = {"LC_ALL": "C.UTF-8", "WINEPREFIX": str(folder / "wine")}
        self._environment = {**os.environ, **quiet, **names}
        self.run("wineboot", "-i")
        self.run("winecfg", "/v", "win10")
        self.drive = folder / "wine" / "drive_c"
        self.local = next((self.drive / "users").glob("*/AppData/Local"))
        self.place = self.drive / "Schöne Texte" / "Rezensent"
        self.menu = self.local.parent / "Roaming/Microsoft/Windows/Start Menu/Programs"
        self.setups = {name: self._setup(name) for name in ("old", "new")}

    def run(self, *command: str | Path) -> int:
        """Run a Windows program to its end, with all that it starts, and return its exit status."""
        status = self.start(*command).wait()
        subprocess.run(["wineserver", "-w"], env=self._environment, check=True)
        return status

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a Windows program."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            ["wine", *command], env=self._environment, stdout=quiet, stderr=quiet
        )

    def registry(self, key: str) -> str:
        """Return the keys and values below ``key``, empty where there is none."""
        answer = subprocess.run(
            ["wine", "reg", "query", key, "/s"],
            env=self._environment,
            capture_output=True,
            check=False,
        )
        return "" if answer.returncode else answer.stdout.decode("utf-8", "replace")

    def install(self, name: str, *options: str) -> int:
        """Run an installer silently and return its exit status."""
        return self.run(self.setups[name], "/S", *options)

    def _setup(self, name: str) -> Path:
        """Make an installer with a file of its own, and with names that not every code page has."""
        bundle = self._folder / name
        texts = bundle / "_internal" / "Über uns – 評"
        texts.mkdir(parents=True)
        (texts / f"{name}.txt").write_text("Größe")
        script = self._folder / "sleeper.nsi"
        program = self._folder / "sleeper.exe"
        script.write_text(_SLEEPER.format(program))
        subprocess.run(["makensis", "-V1", script], check=True)
        for file in PROGRAMS:
            shutil.copy(program, bundle / file)
        setup = self._folder / f"{name}.exe"
        make_installer(bundle, setup, cpu="amd64-unicode")
        return setup


def main() -> int:
    """Run all checks, one after the other, and return the exit status."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        for sentence, check in CHECKS.items():
            fine = check(trial)
            print(f"{'✓' if fine else '✗'} {sentence}", flush=True)
            failed += not fine
    return 1 if failed else 0


def installs(trial: Trial) -> bool:
    """Return whether a silent installation puts everything in place."""
    trial.run("reg", "add", rf"{_CLASSES}\.md", "/ve", "/d", "Other.Text")
    # Where an earlier version was; /D takes no blanks from Wine.
    place = r"C:\Schöne Texte\Rezensent"
    trial.run("reg", "add", _REMOVAL_KEY, "/v", "InstallLocation", "/d", place)
    status = trial.install("old")
    files = sorted(path.name for path in trial.place.rglob("*") if path.is_file())
    return (
        status == 0
        and files == ["Uninstall.exe", "old.txt", "rezensent.com", "rezensent.exe"]
        and (trial.menu / "Rezensent.lnk").is_file()
        and "Uninstall.exe" in trial.registry(_REMOVAL_KEY)
    )


def offers_itself(trial: Trial) -> bool:
    """Return whether Windows would list the program for .md files, after another one."""
    classes = trial.registry(rf"{_CLASSES}\.md")
    return "Rezensent.Markdown" in classes and "Other.Text" in classes


def waits(trial: Trial) -> bool:
    """Return whether a silent installation gives up while the program runs."""
    program = trial.start(trial.place / "rezensent.exe")
    time.sleep(2)
    status = trial.start(trial.setups["new"], "/S").wait()
    running = program.poll() is None
    program.wait()
    return running and status == _STILL_RUNNING and bool(list(trial.place.rglob("old.txt")))


def respects(trial: Trial) -> bool:
    """Return whether a silent installation gives up where another program is."""
    library = trial.drive / "Andere" / "_internal" / "library.dll"
    library.parent.mkdir(parents=True)
    library.touch()
    status = trial.install("new", r"/D=C:\Andere")
    return (
        status == _OTHER_PROGRAM and library.is_file() and bool(list(trial.place.rglob("old.txt")))
    )


def updates(trial: Trial) -> bool:
    """Return whether an update leaves nothing of the version before, and the writer's files."""
    (trial.place / "Mein Text.md").write_text("mine")
    (trial.local / "rezensent").mkdir(exist_ok=True)
    (trial.local / "rezensent" / "settings.json").write_text("{}")
    status = trial.install("new")
    names = {path.name for path in trial.place.rglob("*")}
    return status == 0 and "new.txt" in names and "old.txt" not in names and "Mein Text.md" in names


def moves(trial: Trial) -> bool:
    """Return whether the program is only where it was installed last."""
    status = trial.install("old", r"/D=C:\Texte\Rezensent")
    left = [path.name for path in trial.place.iterdir()]
    trial.place = trial.drive / "Texte" / "Rezensent"
    moved = (trial.place / "rezensent.exe").is_file()
    registered = r"C:\Texte\Rezensent" in trial.registry(_REMOVAL_KEY)
    return status == 0 and moved and registered and left == ["Mein Text.md"]


def removes(trial: Trial) -> bool:
    """Return whether the uninstaller leaves nothing of the program, and all of the writer's."""
    trial.run(trial.place / "Uninstall.exe", "/S")
    left = trial.registry(_REMOVAL_KEY) + trial.registry(r"HKCU\Software\Rezensent")
    classes = trial.registry(_CLASSES)
    return (
        not trial.place.exists()
        and not list(trial.menu.glob("Rezensent*"))
        and not left
        and "ezensent" not in classes
        and "Other.Text" in classes
        and (trial.local / "rezensent" / "settings.json").is_file()
        and (trial.drive / "Schöne Texte" / "Rezensent" / "Mein Text.md").is_file()
    )


CHECKS: Mapping[str, Callable[[Trial], bool]] = {
    "A silent installation puts files, menu entry and removal in place": installs,
    "It offers itself for .md files, and takes them from no other program": offers_itself,
    "It changes nothing while the program runs, and says so by its exit status": waits,
    "It removes no other program that is in the folder": respects,
    "A newer version replaces the older one, and the writer’s files stay": updates,
    "In another folder it replaces the one where it was before": moves,
    "The uninstaller leaves nothing of the program, and all files of the writer": removes,
}
"""In this order, since each finds what the one before has left."""

if __name__ == "__main__":
    sys.exit(main())
