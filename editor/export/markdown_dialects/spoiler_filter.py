"""Spoiler filter: removes spoilers from Markdown, as ``apply_spoiler_policy`` does from nodes.

The element is cut out of the Markdown, and the page of the remaining text is compared with the page
without its spoilers. Where they differ, as with an element that is never closed, the section
becomes the HTML of that page, which is valid Markdown.
"""

import re
from collections.abc import Iterable, Iterator

from editor.export.nodes.section_parser import SectionParser
from editor.export.nodes.spoilers import SPOILER_NOTE, apply_spoiler_policy
from editor.export.nodes.tree import Node, serialise, walk
from editor.export.options import SpoilerPolicy
from editor.markdown.definitions import find_definitions, prune_definitions
from editor.review.model import Review

_LEVEL = 3
_TOKEN = re.compile(
    r"\\[\\`]"
    r"|^(?P<quote>[ >]*)(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?(?P=quote)(?P=fence)[^\n]*$"
    r"|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"
    r"|<!--(?:(?!-->)[^\n]|\n)*?-->"
    r"|(?P<open><details(?![\w-])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)"
    r"|(?P<close></details\s*>)",
    re.MULTILINE | re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_CODE = re.compile(r"<pre.*?</pre>", re.DOTALL)
_FOOTNOTE_LINKS = frozenset({"footnote-ref", "footnote-backref"})
_VISIBLE_ATTRIBUTES = ("alt", "href", "src", "title")


def filter_spoilers(review: Review, spoilers: SpoilerPolicy) -> Review:
    """Return ``review`` with the spoilers in its sections treated as ``spoilers`` says.

    Definitions that only a spoiler uses, such as footnotes, are part of it.
    """
    if spoilers == "kept":
        return review
    before = [section.text for section in review.sections]
    pages = _pages(review, before)
    if not any(map(_has_spoiler, pages)):
        return review
    expected = [apply_spoiler_policy(page, spoilers) for page in pages]
    texts = [_cut_spoilers(text, spoilers) for text in before]
    while (after := _corrected_texts(review, prune_definitions(texts), expected)) != texts:
        texts = after
    for section, text in zip(review.sections, texts, strict=True):
        review = review.with_text(section.id, text)
    return review


def _corrected_texts(review: Review, texts: list[str], expected: list[list[Node]]) -> list[str]:
    """Return ``texts``, with those as HTML whose pages differ from ``expected``.

    Definitions in such a section are lost to the others, which may therefore be next.
    """
    pages = zip(texts, expected, _pages(review, texts), strict=True)
    return [
        text
        if _visible_text(nodes) == _visible_text(page) and not _has_spoiler(page)
        else _as_html(nodes)
        for text, nodes, page in pages
    ]


def _has_spoiler(page: Iterable[Node]) -> bool:
    return any(element.tag == "details" for element in walk(page))


def _pages(review: Review, texts: list[str]) -> list[list[Node]]:
    parser, definitions = SectionParser(_as_written), find_definitions(texts)
    return [
        parser.parse_section(definitions.complete(text), section.id, _LEVEL)
        for section, text in zip(review.sections, texts, strict=True)
    ]


def _as_written(src: str) -> str:
    return src


# -- in the Markdown ------------------------------------------------------------------------------


def _cut_spoilers(text: str, spoilers: SpoilerPolicy) -> str:
    note = SPOILER_NOTE if spoilers == "noted" else ""
    for start, end in reversed(list(_spoiler_spans(text))):
        text = _replaced(text, start, end, note)
    return text


def _replaced(text: str, start: int, end: int, note: str) -> str:
    """Return ``text`` with ``note`` in place of a passage, as a block where the passage was one."""
    before, behind = text[:start], text[end:]
    indent, rest = before.rpartition("\n")[2], behind.partition("\n")
    if indent.strip(" \t") or rest[0].strip():
        return before + note + behind
    above, below = before[: start - len(indent)].rstrip("\n"), rest[2].lstrip("\n")
    return "\n\n".join(filter(None, [above, note and indent + note, below]))


def _spoiler_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each outermost spoiler; an unclosed one ends with the text."""
    depth = start = 0
    for token in _TOKEN.finditer(text):
        if token["open"]:
            start = start if depth else token.start()
            depth += 1
        elif token["close"] and depth:
            depth -= 1
            if depth == 0:
                yield start, token.end()
    if depth:
        yield start, len(text)


# -- as HTML --------------------------------------------------------------------------------------


def _as_html(nodes: Iterable[Node]) -> str:
    """Return ``nodes`` as one block of HTML. Blank lines are removed, as they can end it."""
    html = serialise(nodes).strip()
    html = _BLANK_LINE.sub("", _CODE.sub(lambda code: code[0].replace("\n", "&#10;"), html))
    return f"<div>\n{html}\n</div>" if html else ""


def _visible_text(nodes: Iterable[Node]) -> str:
    """Return the visible text of a page, without blanks and the numbers of footnotes."""
    return "".join("".join(_visible_texts(nodes)).split())


def _visible_texts(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.attributes.get("class") not in _FOOTNOTE_LINKS:
            yield from (node.attributes.get(name, "") for name in _VISIBLE_ATTRIBUTES)
            yield from _visible_texts(node.children)
