"""Links whose time to read grows with the length of the text, and not with its square.

Python-Markdown looks for the end of a link from each bracket on, to the end of the text: a page of
20,000 opening brackets takes it minutes. Here it gives up where a link is nested deeper than
people write. CommonMark allows such limits for parentheses, and cmark has the same one of 32:
https://spec.commonmark.org/0.31.2/#link-destination.
"""

import re

from markdown import Markdown
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

DEEPEST = 32
"""Levels of brackets within brackets, or of parentheses within those of a destination."""
LONGEST_TITLE = 1_000
"""Code points from the first blank or quotation mark of a destination to the end of the link."""

_BRACKET = re.compile(r"[\[\]]")
_MARK = re.compile(r"""[()"'\s]""")
_BEGINNING = re.compile(r"\(\s*")


class _BoundedLinks(LinkInlineProcessor):
    """Finds the ends of links within the limits."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        depth = 1
        for match in _BRACKET.finditer(data, index):
            depth += 1 if match[0] == "[" else -1
            if depth == 0:
                return data[index : match.start()], match.end(), True
            if depth > DEEPEST:
                break
        return "", index, False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        return super().getLink(data[: _reach(data, index)], index)


def _reach(data: str, index: int) -> int:
    """Return a place behind the link whose destination begins at ``index``, if it is a link."""
    beginning = _BEGINNING.match(data, index)
    depth = 1
    for match in _MARK.finditer(data, beginning.end()) if beginning else ():
        if match[0] not in "()":
            return match.start() + LONGEST_TITLE
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.end()
        if depth > DEEPEST:
            break
    return index


class _Image(_BoundedLinks, ImageInlineProcessor):
    pass


class _Reference(_BoundedLinks, ReferenceInlineProcessor):
    pass


class _ImageReference(_BoundedLinks, ImageReferenceInlineProcessor):
    pass


class _ShortReference(_BoundedLinks, ShortReferenceInlineProcessor):
    pass


class _ShortImageReference(_BoundedLinks, ShortImageReferenceInlineProcessor):
    pass


_PROCESSORS: tuple[tuple[type[LinkInlineProcessor], str, str, int], ...] = (
    (_Reference, REFERENCE_RE, "reference", 170),
    (_BoundedLinks, LINK_RE, "link", 160),
    (_Image, IMAGE_LINK_RE, "image_link", 150),
    (_ImageReference, IMAGE_REFERENCE_RE, "image_reference", 140),
    (_ShortReference, REFERENCE_RE, "short_reference", 130),
    (_ShortImageReference, IMAGE_REFERENCE_RE, "short_image_ref", 125),
)
"""Names and priorities of Python-Markdown's own, which these replace."""


def bound_links(converter: Markdown) -> None:
    """Let ``converter`` read links within the limits."""
    for processor, pattern, name, priority in _PROCESSORS:
        converter.inlinePatterns.register(processor(pattern, converter), name, priority)
