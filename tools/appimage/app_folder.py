"""The folder that an AppImage holds: the bundle, a start, and what a desktop reads about it.

It is laid out as https://docs.appimage.org/reference/appdir.html describes.
"""

import os
import shutil
from pathlib import Path

from editor.installation import RECORD, Kind
from tools.linux.share import write_share
from tools.package_files import installation_record
from tools.project import Project

_PROGRAM = Path("usr", "lib", "rezensent")


def lay_out(bundle: Path, folder: Path) -> None:
    """Write the folder ``folder`` for ``bundle``, whose files are linked and not copied.

    ``folder`` is replaced; it must be on the disk of ``bundle``. Raises OSError.
    """
    shutil.rmtree(folder, ignore_errors=True)
    program = folder / _PROGRAM
    shutil.copytree(bundle, program, symlinks=True, copy_function=os.link)
    record = program / "_internal" / RECORD
    # A link to the bundle's own would write into that.
    record.unlink(missing_ok=True)
    record.write_bytes(installation_record(Kind.APPIMAGE))
    share = folder / "usr" / "share"
    write_share(share)
    _write_entry(folder, share / "applications" / "rezensent.desktop")
    shutil.copy(share / "icons/hicolor/256x256/apps/rezensent.png", folder / "rezensent.png")
    (folder / ".DirIcon").symlink_to("rezensent.png")
    (folder / "AppRun").symlink_to(_PROGRAM / "rezensent")
    commands = folder / "usr" / "bin"
    commands.mkdir()
    (commands / "rezensent").symlink_to(Path("..", "lib", "rezensent", "rezensent"))


def _write_entry(folder: Path, source: Path) -> None:
    """Write the menu entry, whose version programs for AppImages show."""
    head, actions = source.read_text("utf-8").split("\n\n", 1)
    version = f"X-AppImage-Version={Project.load().version}"
    (folder / "rezensent.desktop").write_text(f"{head}\n{version}\n\n{actions}", encoding="utf-8")
