"""``python -m tools.appimage [RUNTIME]``: lay out build/AppDir, and make the AppImage of it.

RUNTIME is a file of https://github.com/AppImage/type2-runtime, which no registry has; without
it only the folder is made.
"""

import sys
from pathlib import Path

from tools.appimage.app_folder import lay_out
from tools.appimage.image import image_file, make_image
from tools.project import ROOT, Project

BUNDLE = ROOT / "build" / "bundle" / "rezensent"
FOLDER = ROOT / "build" / "AppDir"


def main(arguments: list[str]) -> None:
    """Make the folder, and the image where a runtime is named."""
    lay_out(BUNDLE, FOLDER)
    if arguments:
        output = image_file(Project.load())
        make_image(FOLDER, Path(arguments[0]), output)
        print(f"{output} ({output.stat().st_size / 1e6:.0f} MB)")


if __name__ == "__main__":
    main(sys.argv[1:])
