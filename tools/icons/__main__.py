"""``python -m tools.icons FOLDER``: write rezensent.ico and rezensent.icns into a folder."""

import sys
from pathlib import Path

from tools.icons.icns import icns
from tools.icons.ico import ico


def write_icons(folder: Path) -> None:
    """Write rezensent.ico and rezensent.icns into ``folder``, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rezensent.ico").write_bytes(ico())
    (folder / "rezensent.icns").write_bytes(icns())


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))
