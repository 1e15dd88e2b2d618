"""Language of elements by their ``lang`` attribute, in HTML and in Markdown's attribute lists."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from editor.markdown.plaintext import PlainText

_LANGUAGE = r"""(?<![\w-])lang\s*=\s*["']?(?P<{}>[A-Za-z]{{2,8}})\b[^"'\s>}}]*"""
_MARKUP = re.compile(
    rf"""<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?:[^<>]*?{_LANGUAGE.format("of_tag")})?[^<>]*>
    | (?P<mark>[*_]+|[\])])?\{{[^{{}}\n]*?{_LANGUAGE.format("of_list")}[^{{}}\n]*\}}""",
    re.VERBOSE | re.IGNORECASE,
)
_PARAGRAPH = "\n\n"


class MarkedSpan(NamedTuple):
    """A span of the plain text whose language the writer has marked."""

    start: int
    end: int
    language: str
    """Primary subtag in small letters: „en“ for „en-GB“."""


class _Gap(NamedTuple):
    """Markup between two segments of the plain text, which end and begin at these places."""

    end: int
    start: int
    text: str


def marked_spans(markdown: str, plain: PlainText) -> list[MarkedSpan]:
    """Return the spans of elements with a ``lang`` attribute, those that end first at first.

    An attribute list belongs to the emphasis or link directly before it, otherwise to its
    paragraph. An element without an end tag is left out.
    """
    if "lang" not in markdown.lower():
        return []
    found: list[MarkedSpan] = []
    open_tags: list[tuple[str, str | None, int]] = []
    gaps = [*_gaps(markdown, plain)]
    for index, gap in enumerate(gaps):
        for match in _MARKUP.finditer(gap.text):
            if match["of_list"]:
                start = _start_of_marked(plain.text, gaps[: index + 1], match["mark"] or "")
                found.append(MarkedSpan(start, gap.end, match["of_list"].lower()))
            elif match["name"] and not match["close"]:
                language = match["of_tag"].lower() if match["of_tag"] else None
                open_tags.append((match["name"].lower(), language, gap.start))
            elif match["close"]:
                found += _closed(open_tags, match["name"].lower(), gap.end)
    return [span for span in found if span.start < span.end]


def _gaps(markdown: str, plain: PlainText) -> Iterator[_Gap]:
    """Yield the markup in the order of the Markdown, which puts asides back into their place."""
    segments = sorted(plain.segments, key=lambda segment: segment.source)
    if segments:
        yield _Gap(0, segments[0].start, markdown[: segments[0].source])
    for one, other in pairwise(segments):
        yield _Gap(one.end, other.start, markdown[one.source_end : other.source])
    if segments:
        last = segments[-1]
        yield _Gap(last.end, last.end, markdown[last.source_end :])


def _closed(
    open_tags: list[tuple[str, str | None, int]], name: str, end: int
) -> Iterator[MarkedSpan]:
    """Close the nearest open element ``name``, and those in it that have no end tag."""
    if all(tag != name for tag, _, _ in open_tags):
        return
    while True:
        tag, language, start = open_tags.pop()
        if tag == name:
            if language:
                yield MarkedSpan(start, end, language)
            return


def _start_of_marked(text: str, gaps: list[_Gap], mark: str) -> int:
    """Return the start of the element that ends in the last of ``gaps`` with ``mark``."""
    end = gaps[-1].end
    paragraph = text.rfind(_PARAGRAPH, 0, end)
    start = 0 if paragraph < 0 else paragraph + len(_PARAGRAPH)
    opening = "[" if mark in {"]", ")"} else mark
    inside = (gap.start for gap in reversed(gaps[:-1]) if opening and opening in gap.text)
    return max(start, next(inside, start))
