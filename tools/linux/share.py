"""Files that a Linux desktop reads about the program, as the tree of a folder ``share``."""

import gzip
from pathlib import Path

from editor.localized import Language
from tools.changelog import packaged
from tools.icons.drawing import icon_drawing, icon_png
from tools.linux.manual import manual
from tools.linux.metainfo import metainfo
from tools.project import ROOT, Project, source_day

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Sides of the icons in pixels: the sizes of the Icon Theme Specification that desktops ask for."""
_MANUALS: dict[str, Language] = {"man1": "en", "de/man1": "de"}
"""Folder of a manual page → its language; English has none in its path."""


def write_share(folder: Path) -> None:
    """Write menu entry, icons, description for catalogues and manual pages into ``folder``.

    ``folder`` is to become ``/usr/share`` or ``~/.local/share``, so the menu entry calls
    ``rezensent`` by its name alone.
    """
    project, day = Project.load(), source_day()
    entry = ROOT / "packaging" / "linux" / "rezensent.desktop"
    write_file(folder / "applications" / "rezensent.desktop", entry.read_bytes())
    described = metainfo(project, packaged(project.version, day))
    write_file(folder / "metainfo" / f"{project.application_id}.metainfo.xml", described)
    icons = folder / "icons" / "hicolor"
    for size in ICON_SIZES:
        write_file(icons / f"{size}x{size}" / "apps" / "rezensent.png", icon_png(size))
    write_file(
        icons / "scalable" / "apps" / "rezensent.svg", icon_drawing(ICON_SIZES[-1]).read_bytes()
    )
    for place, language in _MANUALS.items():
        page = manual(language, project, day).encode()
        write_file(folder / "man" / place / "rezensent.1.gz", gzip.compress(page, mtime=0))


def write_file(path: Path, content: bytes) -> None:
    """Write a file that everybody may read, and the folders above it that are not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)
