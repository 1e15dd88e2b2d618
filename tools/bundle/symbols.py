"""Symbols in programs and libraries that only a debugger reads."""

import shutil
import subprocess
from pathlib import Path

from tools.elf import elf_files

_WHOLE = ("PySide6", "shiboken6")
"""Packages whose libraries stay as they are: auditwheel has moved their tables, and strip would
destroy them."""


def strip_symbols(folder: Path) -> None:
    """Remove the symbols from everything below ``folder`` except Qt.

    Raises RuntimeError when the program strip is missing.
    """
    strip = shutil.which("strip")
    if strip is None:
        raise RuntimeError("strip is missing (package binutils)")
    for path in elf_files(folder):
        if not set(path.relative_to(folder).parts) & set(_WHOLE):
            subprocess.run([strip, "--strip-unneeded", path], check=True)
