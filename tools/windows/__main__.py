"""``python -m tools.windows [BUNDLE]``: make the installer for Windows of a bundle made there."""

import sys
from pathlib import Path

from editor.installation import Kind
from tools.package_files import BUILD, BUNDLE, file_with_size, package_name
from tools.project import Project
from tools.windows.installer import make_installer


def main(arguments: list[str]) -> None:
    """Make the installer and print its place and size."""
    output = BUILD / package_name(Kind.WINDOWS, Project.load().version)
    make_installer(Path(arguments[0]) if arguments else BUNDLE, output)
    print(file_with_size(output))


if __name__ == "__main__":
    main(sys.argv[1:])
