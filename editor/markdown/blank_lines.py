"""Blank lines around pasted Markdown, so that its blocks stay blocks of their own."""

import re

from editor.markdown.scanner.lines import STARTS_BLOCK

_CONTINUES_LINE = re.compile(r" {0,3}(?:<|: )")
"""Start of an address as “<https://…>”, of HTML in a line, or of what follows a colon.

At the start of a line HTML and definitions begin so too; pasted into a line they are words of it.
"""


def with_blank_lines(markdown: str, before: str, after: str) -> str:
    """Return ``markdown`` with the line feeds it needs between the texts ``before`` and ``after``.

    Words continue a line as they are; a heading, a list or a quote never does.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    last = text.rsplit("\n\n", 1)[-1]
    opening = missing_feeds(before.rstrip(" \t")[::-1]) if _is_block(text) else ""
    closing = missing_feeds(after.lstrip(" \t")) if "\n\n" in text or _is_block(last) else ""
    return f"{opening}{text}{closing}"


def _is_block(text: str) -> bool:
    return bool(STARTS_BLOCK.match(text)) and not _CONTINUES_LINE.match(text)


def missing_feeds(neighbour: str) -> str:
    """Return the line feeds that are missing for a blank line towards a text.

    ``neighbour`` is the text from its near end: reversed where it comes before.
    """
    if not neighbour.strip() or neighbour.startswith("\n\n"):
        return ""
    return "\n" if neighbour.startswith("\n") else "\n\n"
