"""Formatted text that was pasted or dropped, on its way to Markdown."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PastedHtml:
    """HTML of a clipboard, the same as plain text, and what puts a text where it was pasted."""

    html: str
    text: str
    put: Callable[[str], None]
