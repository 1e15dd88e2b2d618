"""Places in a virtual environment, which differ between systems. Standard library only."""

import os
from pathlib import Path


def programs_folder(environment: Path) -> Path:
    """Return the folder of the programs of a virtual environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def python_program(environment: Path) -> Path:
    """Return the Python of a virtual environment."""
    return programs_folder(environment) / ("python.exe" if os.name == "nt" else "python")
