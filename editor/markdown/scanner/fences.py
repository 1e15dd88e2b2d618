"""Fenced code: where it is, for the renderer and for a text that is still being typed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.markdown.scanner.lines import COMMONMARK, LineSyntax


class Fence(NamedTuple):
    """Fenced code from the first character of its opening line to the end of its closing line.

    ``end`` excludes the line feed. ``is_closed`` is False for one that runs to the end of the text.
    """

    start: int
    end: int
    is_closed: bool = True


def fences(text: str, syntax: LineSyntax = COMMONMARK, *, until_end: bool = False) -> list[Fence]:
    """Return the fenced code of ``text`` in order.

    An opening fence without an end is a line of text, as for Python-Markdown; with ``until_end`` it
    runs to the end, as in CommonMark and as a writer means it before typing the end. Fences
    within quotes and items are not looked for.
    """
    if "```" not in text and "~~~" not in text:
        return []
    return list(_scan(text, syntax, until_end=until_end))


def in_open_fence(text: str, position: int) -> bool:
    """Return whether ``position`` is in fenced code, be it without an end, or in its fences."""
    line = text.find("\n", position)
    before = text if line < 0 else text[:line]
    return any(fence.start < position <= fence.end for fence in fences(before, until_end=True)[-1:])


def _scan(text: str, syntax: LineSyntax, *, until_end: bool) -> Iterator[Fence]:
    ends = list(syntax.fence_end.finditer(text))
    unclosed: dict[str, int] = {}
    """By the sign of a fence the shortest length that has been searched for an end in vain."""
    next_end, position = 0, 0
    while opening := syntax.fence.search(text, position):
        position = opening.end()
        fence = opening["fence"]
        while next_end < len(ends) and ends[next_end].start() < position:
            next_end += 1
        closing = None
        if not _is_known(fence, unclosed, syntax):
            candidates = (ends[index] for index in range(next_end, len(ends)))
            closing = next((end for end in candidates if _closes(end, fence, syntax)), None)
        if closing is not None:
            position = closing.end()
            yield Fence(opening.start(), position)
        elif until_end:
            yield Fence(opening.start(), len(text), is_closed=False)
            return
        else:
            key = fence if syntax.same_fence else fence[0]
            unclosed[key] = min(len(fence), unclosed.get(key, len(fence)))


def _is_known(fence: str, unclosed: dict[str, int], syntax: LineSyntax) -> bool:
    """Return whether an earlier search has shown that nothing closes ``fence``."""
    key = fence if syntax.same_fence else fence[0]
    return key in unclosed and len(fence) >= unclosed[key]


def _closes(end: re.Match[str], fence: str, syntax: LineSyntax) -> bool:
    if syntax.same_fence:
        return end["fence"] == fence
    return end["fence"].startswith(fence)
