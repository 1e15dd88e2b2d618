"""Standard streams that take every character, and that are there in every process."""

import io
import os
import sys
from pathlib import Path


def provide_streams() -> None:
    """Replace the standard streams of a program without a console, which has none, by empty ones.

    Whatever prints or reads, such as argparse, need not ask first.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Open until the process ends.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def escape_unencodable() -> None:
    """Escape characters that an encoding lacks: paths have any bytes, pipes any code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
