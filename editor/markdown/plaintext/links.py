"""Links and images in a block's text in which code and escapes are already masked.

As in Python-Markdown a link is a pair of brackets followed by a target in parentheses, or one
whose label the document defines. Brackets and parentheses are paired once for the whole text, so
that unclosed ones take no extra time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from editor.markdown.plaintext.tokens import PARAGRAPH
from editor.markdown.scanner.tokens import LABEL_LIMIT, MARK, normalise_label

_BRACKETS = re.compile(r"[\[\]]")
_PARENTHESES = re.compile(r"[()]")
_REFERENCE = re.compile(r"\s?\[([^\[\]]*)\]")
_ANGLE = re.compile(r"""\(\s*<[^<>]*>\s*(?:"[^"]*"|'[^']*')?\s*\)""")
_TITLED = re.compile(r"""\(\s*[^\s()"']*+(?:\([^\s()]*+\)[^\s()"']*+)*+\s+(["'])""")
# In a table the bar is escaped, and so masked.
_WIKI = re.compile(
    rf"(?P<embed>!)?\[\[(?P<target>[^\[\]|\n]+?)"
    rf"(?:(?:\||{MARK}{MARK})(?P<text>[^\[\]\n]*))?\]\](?![(\[])"
)
_TITLE_END = re.compile(r"""["']\s*\)""")


class InlineLink(NamedTuple):
    """A link, or an image with its exclamation mark before ``start``.

    Its brackets are at ``start`` and ``close``, its target ends at ``end``.
    """

    start: int
    close: int
    end: int
    image: bool


def links(text: str, original: str, labels: frozenset[str]) -> list[InlineLink]:
    """Return the links of ``text`` in order; ``original`` is the text without masks, for labels."""
    targets = _Targets(text)
    pairs = _pairs(_BRACKETS, text)
    result: list[InlineLink] = []
    for start in sorted(pairs):
        close = pairs[start]
        end = targets.end(close + 1) or _reference_end(text, original, start, close, labels)
        if end:
            result.append(InlineLink(start, close, end, image=text[start - 1 : start] == "!"))
    return result


def wiki_links(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the spans of the marks of wiki links in ``text``, and the gaps that they leave.

    „[[target|words]]“ shows its words, „[[folder/note#heading]]“ the name of its note, and
    „![[picture.png]]“ has no words.
    """
    for match in _WIKI.finditer(text):
        if match["embed"]:
            line = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            around = text[line[0] : match.start()] + text[match.end() : line[1]]
            yield match.span(), "" if around.strip() else PARAGRAPH
        else:
            start, end = match.span("text") if match["text"] else _shown_target(match)
            yield (match.start(), start), ""
            yield (end, match.end()), ""


def _shown_target(match: re.Match[str]) -> tuple[int, int]:
    target, start = match["target"], match.start("target")
    note, _, heading = target.partition("#")
    if not note:
        return start + len(target) - len(heading.rpartition("#")[2]), start + len(target)
    return start + note.rfind("/") + 1, start + len(note)


def _pairs(brackets: re.Pattern[str], text: str) -> dict[int, int]:
    pairs, stack = {}, []
    for match in brackets.finditer(text):
        if match[0] in "[(":
            stack.append(match.start())
        elif stack:
            pairs[stack.pop()] = match.start()
    return pairs


def _reference_end(
    text: str, original: str, start: int, close: int, labels: frozenset[str]
) -> int | None:
    if not labels:
        return None
    own_label = normalise_label(original[start + 1 : min(close, start + LABEL_LIMIT)])
    match = _REFERENCE.match(text, close + 1)
    if match:
        target = normalise_label(original[slice(*match.span(1))]) if match[1] else own_label
        if target in labels:
            return match.end()
    return close + 1 if own_label in labels else None


class _Targets:
    """Targets in parentheses of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs = _pairs(_PARENTHESES, text)
        self._titles: dict[str, list[int]] = {'"': [], "'": []}
        for match in _TITLE_END.finditer(text):
            self._titles[match[0][0]].append(match.start())

    def end(self, start: int) -> int | None:
        """Return the end of the target that begins at ``start``, or None."""
        if not self._text.startswith("(", start):
            return None
        if match := _ANGLE.match(self._text, start):
            return match.end()
        close = self._titled(start) or self._pairs.get(start)
        return close and close + 1

    def _titled(self, start: int) -> int | None:
        match = _TITLED.match(self._text, start)
        if not match:
            return None
        ends = self._titles[match[1]]
        index = bisect_left(ends, match.end())
        return self._text.index(")", ends[index]) if index < len(ends) else None
