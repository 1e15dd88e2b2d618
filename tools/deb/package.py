"""The archive of the package, the same bytes for the same bundle and commit."""

import os
import subprocess
from pathlib import Path

from editor.installation import Kind
from tools.deb.tree import lay_out
from tools.package_files import package_name
from tools.project import Project, source_date


def build_package(bundle: Path, output: Path) -> Path:
    """Make a package of ``bundle`` in the folder ``output``, and return its path.

    Raises FileNotFoundError for an incomplete bundle, and CalledProcessError when dpkg-deb fails.
    """
    project, date = Project.load(), source_date()
    tree = output / "deb"
    lay_out(bundle, tree)
    package = output / package_name(Kind.DEB, project.version)
    begun = package.with_suffix(".part")
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(begun)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(date)}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    begun.replace(package)
    return package
