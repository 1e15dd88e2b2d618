"""Words of a finding as labels and headlines show them."""

import re

from PySide6.QtCore import QCoreApplication

_BLANK = "␣"
_SENTENCE_END = re.compile(r"(?<=\w{3})([“”»]?[.?!]|[.?!][“”»])\s+(?=[„“»A-ZÄÖÜ])")
"""End of a sentence; after fewer than three letters a full stop is that of an abbreviation."""


def readable(text: str) -> str:
    """Return ``text`` on one line, with a visible sign for every blank at its ends."""
    inside = " ".join(text.split())
    if not inside:
        return _BLANK * len(text)
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return f"{_BLANK * before}{inside}{_BLANK * after}"


def label(replacement: str) -> str:
    """Return the label of a replacement in a list or a menu; an empty one deletes the text."""
    return readable(replacement) or QCoreApplication.translate("SectionEditor", "(entfernen)")


def headline_of(message: str) -> tuple[str, str]:
    """Return the first sentence of ``message`` and the rest, which may be empty."""
    end = _SENTENCE_END.search(message)
    if end is None:
        return message, ""
    return message[: end.end(1)], message[end.end() :]
