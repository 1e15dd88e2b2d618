"""How a suggestion is written where it can be chosen, so that blanks are to be seen as well."""

from PySide6.QtCore import QCoreApplication

_BLANK = "␣"


def readable(text: str) -> str:
    """Return ``text`` in one line, with a sign for every blank at its ends."""
    inside = " ".join(text.split())
    if not inside:
        return _BLANK * len(text)
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return f"{_BLANK * before}{inside}{_BLANK * after}"


def label(replacement: str) -> str:
    """Return what a suggestion is called in a list or a menu; an empty one takes a place away."""
    return readable(replacement) or QCoreApplication.translate("SectionEditor", "(entfernen)")
