"""How pasted Markdown fits into the text around it: blocks of their own need blank lines."""

import re

_BLOCK = re.compile(r"(?: {4}|\t|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|>|\||```)")


def with_blank_lines(markdown: str, before: str, behind: str) -> str:
    """Return ``markdown`` with what has to stand between it and the text ``before`` and ``behind``.

    Words go into a line as they are, a heading, a list or a quote never does.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    last = text.rsplit("\n\n", 1)[-1]
    opening = _gap(before.rstrip(" \t")[::-1]) if _BLOCK.match(text) else ""
    closing = _gap(behind.lstrip(" \t")) if "\n\n" in text or _BLOCK.match(last) else ""
    return f"{opening}{text}{closing}"


def _gap(neighbour: str) -> str:
    """Return the line feeds that are missing towards a text, given from its near end."""
    if not neighbour.strip() or neighbour.startswith("\n\n"):
        return ""
    return "\n" if neighbour.startswith("\n") else "\n\n"
