"""The Markdown of one section → nodes that may go into a page."""

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
    """Renders the sections of one review.

    May be used by several threads at once.
    """

    def __init__(self, images: ImageSource) -> None:
        self._images = images

    def parse_section(self, text: str, section_id: str, level: int) -> list[Node]:
        """Return the nodes of a section; the writer's own headings begin at ``level``."""
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
            # Hundreds of lists within lists are no text that anyone wrote; it is shown unrendered.
            # The converter was torn out of its work and is of no more use.
            return f"<pre>{escape(valid_text(text))}</pre>"
        _free.append(converter)
        return html


_free: list[markdown.Markdown] = []
"""Converters that nobody uses: each keeps the state of a document in itself, so who takes one has
it alone, in whatever thread."""


def _free_converter() -> markdown.Markdown:
    with contextlib.suppress(IndexError):
        return _free.pop()
    return new_converter()
