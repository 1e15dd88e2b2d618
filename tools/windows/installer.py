"""The installer for Windows, which NSIS compiles from ``packaging/windows/rezensent.nsi``."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.icons.ico import ico
from tools.project import ROOT, Project, source_date
from tools.size import measure_size
from tools.windows.version import version_numbers
from tools.windows.wizard_picture import wizard_picture

SCRIPT = ROOT / "packaging" / "windows" / "rezensent.nsi"
PROGRAMS = ("rezensent.exe", "rezensent.com")
"""The program with the window and the one for the command line. A shell that is told ``rezensent``
starts the second, since Windows looks for .com first."""


def make_installer(bundle: Path, output: Path, *, cpu: str | None = None) -> None:
    """Write the installer of the bundle in the folder ``bundle`` to ``output``.

    ``cpu`` is the installer's own architecture as NSIS names it, by default that of its 32-bit
    programs, which every Windows runs. Raises FileNotFoundError for a bundle without its programs,
    and CalledProcessError when NSIS reports an error or a warning.
    """
    for name in PROGRAMS:
        if not (bundle / name).is_file():
            raise FileNotFoundError(bundle / name)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pictures, date = Path(folder), source_date()
        for name, content in (("rezensent.ico", ico()), ("wizard.bmp", wizard_picture())):
            (pictures / name).write_bytes(content)
            # NSIS keeps the times of files.
            os.utime(pictures / name, (date, date))
        definitions = [*_definitions(bundle, pictures, output), *([f"-DCPU={cpu}"] if cpu else [])]
        subprocess.run(
            ["makensis", "-INPUTCHARSET", "UTF8", "-WX", "-V2", *definitions, SCRIPT],
            check=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(date)},
        )


def _definitions(bundle: Path, pictures: Path, output: Path) -> Iterator[str]:
    project = Project.load()
    values = {
        "VERSION": project.version,
        "VERSION_NUMBERS": ".".join(map(str, version_numbers(project.version))),
        "PUBLISHER": project.author,
        "HOMEPAGE": project.urls["Homepage"],
        "SOURCE": bundle.absolute() / "*",
        "PICTURES": pictures,
        "OUTPUT": output.absolute(),
        "KIB": measure_size(bundle) // 1024,
    }
    return (f"-D{name}={value}" for name, value in values.items())
