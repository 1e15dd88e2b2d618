"""``python -m tools.windows [BUNDLE]``: make the installer for Windows of a bundle made there."""

import sys
from pathlib import Path

from tools.project import ROOT, Project
from tools.windows.installer import installer_file, make_installer

BUNDLE = ROOT / "build" / "bundle" / "rezensent"


def main(arguments: list[str]) -> None:
    """Make the installer and print its place and size."""
    output = installer_file(Project.load())
    make_installer(Path(arguments[0]) if arguments else BUNDLE, output)
    print(f"{output} ({output.stat().st_size / 1e6:.0f} MB)")


if __name__ == "__main__":
    main(sys.argv[1:])
