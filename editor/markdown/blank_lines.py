"""Blank lines around pasted Markdown, so that its blocks stay blocks of their own."""

from editor.markdown.scanner.lines import STARTS_BLOCK


def with_blank_lines(markdown: str, before: str, after: str) -> str:
    """Return ``markdown`` with the line feeds it needs between the texts ``before`` and ``after``.

    Words continue a line as they are; a heading, a list or a quote never does.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    last = text.rsplit("\n\n", 1)[-1]
    opening = _missing(before.rstrip(" \t")[::-1]) if STARTS_BLOCK.match(text) else ""
    closing = _missing(after.lstrip(" \t")) if "\n\n" in text or STARTS_BLOCK.match(last) else ""
    return f"{opening}{text}{closing}"


def _missing(neighbour: str) -> str:
    """Return the line feeds that are missing towards a text, given from its near end."""
    if not neighbour.strip() or neighbour.startswith("\n\n"):
        return ""
    return "\n" if neighbour.startswith("\n") else "\n\n"
