"""Node tree: sanitised HTML as elements and strings."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import groupby

VOID = frozenset({"br", "hr", "img"})
MAX_DEPTH = 100
"""Elements nested deeper are replaced by their content; no text needs that many levels."""

_TOKEN = re.compile(
    r'<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?: [\w-]+="[^"]*")*)>|(?P<text>[^<]+)'
)
_ATTRIBUTE = re.compile(r' ([\w-]+)="([^"]*)"')


@dataclass(slots=True)
class Element:
    """An element. Neither text nor attributes are escaped."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node]" = field(default_factory=list)


Node = Element | str


def parse_html(html: str) -> list[Node]:
    """Return the nodes of ``html``, which must be serialised by nh3: lower case and balanced."""
    root = Element("")
    open_elements = [root]
    for token in _TOKEN.finditer(html):
        parent = open_elements[-1]
        if token["text"]:
            parent.children.append(unescape(token["text"]))
        elif token["end"]:
            open_elements.pop()
        else:
            element = Element(token["tag"], _attributes(token["attributes"]))
            deep = len(open_elements) > MAX_DEPTH and element.tag not in VOID
            if not deep:
                parent.children.append(element)
            if element.tag not in VOID:
                open_elements.append(parent if deep else element)
    return root.children


def serialise(nodes: Iterable[Node]) -> str:
    """Return ``nodes`` as HTML."""
    return "".join(_pieces(nodes))


def walk(nodes: Iterable[Node]) -> Iterator[Element]:
    """Yield every element in document order."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from walk(node.children)


def text_of(nodes: Iterable[Node]) -> str:
    """Return the text of ``nodes`` without markup."""
    return "".join(node if isinstance(node, str) else text_of(node.children) for node in nodes)


def merge_text(nodes: Iterable[Node], marked: Callable[[Element], bool]) -> Iterator[Node]:
    """Yield ``nodes`` with unmarked elements replaced by their children, and text merged.

    The meaning of a character in markup depends on its neighbours, whatever elements are between
    them in HTML.
    """
    for is_text, group in groupby(_flat(nodes, marked), lambda node: isinstance(node, str)):
        if is_text:
            yield text_of(group)
        else:
            yield from group


def has_content(node: Element) -> bool:
    """Return whether ``node`` contains text other than white space, or an image."""
    pictures = (element for element in walk(node.children) if element.tag == "img")
    return bool(text_of(node.children).strip()) or any(pictures)


def is_blank(node: Node) -> bool:
    """Return whether ``node`` is only white space between elements."""
    return isinstance(node, str) and not node.strip(" \t\n\r\f")


def _flat(nodes: Iterable[Node], marked: Callable[[Element], bool]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str) or marked(node):
            yield node
        else:
            yield from _flat(node.children, marked)


def _attributes(source: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(source)}


def _pieces(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield escape(node, quote=False)
            continue
        # Sorted, so that a page is the same byte for byte on every machine.
        attributes = "".join(f' {k}="{escape(v)}"' for k, v in sorted(node.attributes.items()))
        yield f"<{node.tag}{attributes}>"
        if node.tag not in VOID:
            yield from _pieces(node.children)
            yield f"</{node.tag}>"
