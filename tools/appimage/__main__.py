"""``python -m tools.appimage [RUNTIME]``: lay out build/AppDir, and make the AppImage of it.

RUNTIME is a file of https://github.com/AppImage/type2-runtime, which no registry has; without
it only the folder is made.
"""

import sys
from pathlib import Path

from editor.installation import Kind
from tools.appimage.app_folder import lay_out
from tools.appimage.image import make_image
from tools.package_files import BUILD, BUNDLE, file_with_size, package_name, require_bundle
from tools.project import Project

FOLDER = BUILD / "AppDir"


def main(arguments: list[str]) -> int:
    """Make the folder, and the image where a runtime is named; return the exit status."""
    try:
        require_bundle(BUNDLE)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    lay_out(BUNDLE, FOLDER)
    if arguments:
        output = BUILD / package_name(Kind.APPIMAGE, Project.load().version)
        make_image(FOLDER, Path(arguments[0]), output)
        print(file_with_size(output))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
