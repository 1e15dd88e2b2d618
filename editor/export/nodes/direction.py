"""Direction of text: right-to-left paragraphs, headings, lists and tables get ``dir="auto"``.

A browser then lays each out in the direction of its first strong character, see
https://html.spec.whatwg.org/#the-dir-attribute and https://www.unicode.org/reports/tr9/#P2. What is
left-to-right stays as it is, so that a German page has no attribute more than it needs.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from editor.export.nodes.tree import Element, Node, walk

DIRECTIONS = frozenset({"auto", "ltr", "rtl"})
_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of Unicode whose letters are written from right to left."""
_BLOCKS = frozenset({
    "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "li", "ol",
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "summary", "ul",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
})  # fmt: skip
_CODE = frozenset({"code", "kbd", "pre", "samp", "var"})
"""Elements whose text is left-to-right and says nothing about the text around it."""


def mark_directions(nodes: Iterable[Node]) -> None:
    """Give right-to-left blocks of ``nodes`` the attribute, and code within them ``dir="ltr"``."""
    blocks = [node for node in nodes if isinstance(node, Element)]
    if any(_RIGHT.search(text) for text in _texts(blocks)):
        _mark(blocks, inherits=False)


def _mark(blocks: Iterable[Element], *, inherits: bool) -> None:
    """Mark ``blocks``; with ``inherits`` they are within a right-to-left one."""
    for block in blocks:
        if "dir" in block.attributes:
            _isolate_code(block)
            continue
        own, inner = _first_strong(_inline(block)), _inner_blocks(block)
        whole = _is_right(block)
        if whole or own:
            block.attributes["dir"] = "auto"
            _isolate_code(block)
        elif inherits and block.tag not in _CODE:
            block.attributes["dir"] = "auto"
        if not whole:
            _mark(inner, inherits=bool(own))


def _isolate_code(block: Element) -> None:
    for element in walk([block]):
        if element.tag in _CODE and element is not block:
            element.attributes.setdefault("dir", "ltr")


def _is_right(block: Element) -> bool | None:
    """Return whether all of ``block`` is right-to-left, None if it has no letters."""
    parts = {_first_strong(_inline(block)), *map(_is_right, _inner_blocks(block))}
    return False if False in parts else True if True in parts else None


def _first_strong(nodes: Iterable[Node]) -> bool | None:
    """Return whether the first letter is a right-to-left one, None without a letter."""
    for text in _texts(nodes):
        for character in text:
            kind = unicodedata.bidirectional(character)
            if kind in ("L", "R", "AL"):
                return kind != "L"
    return None


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag not in _CODE:
            yield from _texts(node.children)


def _inner_blocks(block: Element) -> list[Element]:
    return [node for node in block.children if isinstance(node, Element) and node.tag in _BLOCKS]


def _inline(block: Element) -> list[Node]:
    if block.tag in _CODE:
        return []
    return [n for n in block.children if not (isinstance(n, Element) and n.tag in _BLOCKS)]
