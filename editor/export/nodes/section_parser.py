"""Section parser: turns the Markdown of a section into sanitised nodes."""

import contextlib
import re
from html import escape

import markdown

from editor.export.image_sources import ImageSource
from editor.export.nodes.sanitize import sanitize, valid_text
from editor.export.nodes.structure import HEADINGS
from editor.export.nodes.tree import Element, Node, walk
from editor.markdown.render import new_converter

_PLAIN_HEADING = re.compile(r"[^\W_]+(?:(?:,? | – |[/-])[^\W_]+)*")


class SectionParser:
    """Parses the sections of one review. May be used by several threads at once."""

    def __init__(self, images: ImageSource) -> None:
        self._images = images

    def parse_section(self, text: str, section_id: str, level: int) -> list[Node]:
        """Return the nodes of a section's text; its first heading gets the level ``level``."""
        return sanitize(self._html(text), section_id, self._images, level)

    def parse_heading(self, text: str, section_id: str) -> list[Node]:
        """Return the nodes of a section's heading, which is one line of Markdown."""
        if _PLAIN_HEADING.fullmatch(text):
            return [text]
        nodes = self.parse_section(f"# {text}", section_id, 1)
        first = nodes[0] if len(nodes) == 1 else None
        if isinstance(first, Element) and first.tag in HEADINGS:
            for element in walk(first.children):
                element.attributes.pop("id", None)  # the section's text may use the name too
            return first.children
        return [valid_text(text)]

    def _html(self, text: str) -> str:
        converter = _free_converter()
        try:
            html = converter.reset().convert(valid_text(text))
        except RecursionError:
            # Hundreds of nested lists are not written by hand; the text is shown as it is. The
            # converter was interrupted and cannot be used again.
            return f"<pre>{escape(valid_text(text))}</pre>"
        _free.append(converter)
        return html


_free: list[markdown.Markdown] = []
"""Converters that are not in use. A converter holds the state of one document, so a thread that
takes one has it to itself."""


def _free_converter() -> markdown.Markdown:
    with contextlib.suppress(IndexError):
        return _free.pop()
    return new_converter()
