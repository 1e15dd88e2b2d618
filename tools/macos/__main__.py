"""``python -m tools.macos sign|image``: sign build/bundle/Rezensent.app, make the disk image of it.

``sign`` takes the certificate that ``REZENSENT_IDENTITY`` names, and without it signs for this
machine alone.
"""

import os
import platform
import sys

from editor.installation import Kind
from tools.macos.disk_image import make_disk_image
from tools.macos.signing import sign
from tools.package_files import BUILD, BUNDLE, file_with_size, package_name
from tools.project import Project

APP = BUNDLE.with_name("Rezensent.app")


def main(arguments: list[str]) -> int:
    """Carry out one step and return the exit status."""
    match arguments:
        case ["sign"]:
            sign(APP, os.environ.get("REZENSENT_IDENTITY") or "-")
        case ["image"]:
            name = package_name(Kind.MACOS, Project.load().version, platform.machine())
            output = BUILD / name
            make_disk_image(APP, output)
            print(file_with_size(output))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
