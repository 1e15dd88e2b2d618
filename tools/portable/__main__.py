"""``python -m tools.portable``: packs the bundle into an archive that runs from any folder."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from editor.installation import Kind
from tools.linux.share import write_share
from tools.package_files import BUILD, BUNDLE, file_with_size, package_name, require_bundle
from tools.portable.archive import write_archive
from tools.portable.members import portable_members
from tools.project import Project, source_date


def main(arguments: list[str] | None = None) -> int:
    """Write the archive, print its name and size, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.portable", description=__doc__)
    parser.add_argument("--bundle", type=Path, default=BUNDLE)
    parser.add_argument("--output", type=Path, default=BUILD, metavar="FOLDER")
    parser.add_argument(
        "--preset", type=int, choices=range(10), default=9, help="of xz; a low one for a trial"
    )
    options = parser.parse_args(arguments)
    try:
        require_bundle(options.bundle)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    project = Project.load()
    target = options.output / package_name(Kind.PORTABLE, project.version)
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        share = Path(scratch, "share")
        write_share(share)
        for path in (share, *share.rglob("*")):
            os.utime(path, (source_date(), source_date()))
        members = portable_members(options.bundle, share, project)
        folder = f"rezensent-{project.version}"
        write_archive(target, folder, members, time=source_date(), preset=options.preset)
    print(file_with_size(target))
    return 0


if __name__ == "__main__":
    sys.exit(main())
