"""The disk image from which the application is dragged to Applications."""

import subprocess
import tempfile
from pathlib import Path


def make_disk_image(app: Path, output: Path) -> None:
    """Write a compressed image with ``app`` and a link to Applications to ``output``.

    Raises CalledProcessError when hdiutil or ditto fails.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        # Unlike a copy by Python it keeps signatures and links as they are.
        subprocess.run(["ditto", app, Path(folder) / app.name], check=True)
        (Path(folder) / "Applications").symlink_to("/Applications")
        name = ("-volname", "Rezensent", "-srcfolder", folder)
        subprocess.run(["hdiutil", "create", *name, "-format", "ULMO", "-ov", output], check=True)
