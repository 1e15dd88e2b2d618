"""Largest review that the window opens."""

from pathlib import Path

from editor.errors import ReviewFileError

LONGEST = 2_000_000
"""Code points of all sections that the window opens: a thousand pages. Laying them out takes a
second or two, in which nothing can be typed; 50 million would take most of a minute."""


def too_long(path: Path) -> ReviewFileError:
    """Return the error for a file with more than ``LONGEST`` code points of text."""
    return ReviewFileError(
        f"{path} ist zu lang für das Fenster (mehr als zwei Millionen Zeichen) und bleibt, wie "
        "es ist; bitte teilen Sie die Datei. Die Kommandozeile kann sie prüfen und exportieren.",
        f"{path} is too long for the window (more than two million characters) and stays as it "
        "is; please split the file. The command line can check and export it.",
    )
