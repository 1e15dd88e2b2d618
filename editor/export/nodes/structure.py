"""Structure: arranges a writer's HTML as the content models of the HTML standard require.

Browsers accept a heading inside a line of text or text between the rows of a table; validators,
screen readers and other editors do not. No readable text is lost: an element that is not allowed at
its place is replaced by its content. See https://html.spec.whatwg.org/#content-models.
"""

import re
from collections.abc import Callable, Iterable

from editor.export.nodes.tree import Element, Node, is_blank, text_of, walk

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PHRASING = frozenset({
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "u", "var",
})  # fmt: skip
FLOW = PHRASING | HEADINGS | frozenset({
    "blockquote", "details", "div", "dl", "figure", "hr", "ol", "p", "pre", "table", "ul",
})  # fmt: skip
PARTS = frozenset({
    "caption", "dd", "dt", "figcaption", "li", "summary", "tbody", "td", "tfoot", "th", "thead",
    "tr",
})  # fmt: skip
"""Elements that have a meaning only inside one other element."""

_HOLDS_FLOW = frozenset({
    "a", "blockquote", "caption", "dd", "del", "details", "div", "dt", "figcaption", "figure",
    "ins", "li", "td", "th",
})  # fmt: skip
_BANNED = {
    "a": frozenset({"a", "details"}),
    "caption": frozenset({"table"}),
    "dt": HEADINGS,
    "th": HEADINGS,
}
_SUMMARY = "Mehr"
_GROUPS = re.compile(r"(?:(?:dt )+(?:dd )+)+")


def repair_structure(nodes: Iterable[Node], allowed: frozenset[str] = FLOW) -> list[Node]:
    """Return ``nodes`` rearranged for a place where the elements ``allowed`` are allowed."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
        elif node.tag in allowed:
            result += _REPAIRS.get(node.tag, _plain)(node, allowed)
        elif node.tag in PHRASING:
            result += repair_structure(node.children, allowed)
        else:
            # Without their blocks, the last word of one and the first of the next must stay apart.
            result += [" ", *repair_structure(node.children, allowed), " "]
    return result


def is_silent(node: Element) -> bool:
    """Return whether ``node`` has neither text nor alternative text for a screen reader."""
    texts = (e.attributes.get("alt", "") for e in walk(node.children) if e.tag == "img")
    return not any(text.strip() for text in (text_of(node.children), *texts))


def _plain(node: Element, allowed: frozenset[str]) -> list[Node]:
    node.children = repair_structure(node.children, _allowed_inside(node.tag, allowed))
    return [node]


def _allowed_inside(tag: str, around: frozenset[str]) -> frozenset[str]:
    """Return the elements allowed in ``tag``. Elements banned by an outer element stay banned."""
    if tag in _HOLDS_FLOW:
        return around - _BANNED.get(tag, frozenset())
    # A summary is a button, and not all screen readers announce a link inside a button.
    return around & ((PHRASING | HEADINGS) - {"a"} if tag == "summary" else PHRASING)


def _heading(node: Element, allowed: frozenset[str]) -> list[Node]:
    _plain(node, allowed)
    return [node] if text_of(node.children).strip() else list(node.children)


def _list(node: Element, allowed: frozenset[str]) -> list[Node]:
    """Move content of a list that is outside its items into an item of its own."""
    items: list[Node] = []
    loose: Element | None = None
    for child in node.children:
        if isinstance(child, Element) and child.tag == "li":
            items.append(child)
            loose = None
        elif loose is not None:
            loose.children.append(child)
        elif is_blank(child):
            items.append(child)
        else:
            loose = Element("li", {}, [child])
            items.append(loose)
    node.children = [part for item in items for part in _inside(item, allowed)]
    return [node]


def _definitions(node: Element, allowed: frozenset[str]) -> list[Node]:
    """Keep a valid definition list; turn any other into plain blocks."""
    inner = [child for child in node.children if not is_blank(child)]
    order = "".join(f"{child.tag} " if isinstance(child, Element) else "- " for child in inner)
    if _GROUPS.fullmatch(order):
        node.children = [part for child in node.children for part in _inside(child, allowed)]
        return [node]
    for child in inner:
        if isinstance(child, Element) and child.tag in {"dd", "dt"}:
            child.tag = "div"
    node.tag = "div"
    return _plain(node, allowed)


def _table(node: Element, allowed: frozenset[str]) -> list[Node]:
    """Reduce a table to a caption, one head, one body, and rows of equal length."""
    groups = _elements(node, {"caption", "thead", "tbody", "tfoot", "tr"})
    head = next((group for group in groups if group.tag == "thead"), None)
    heads = _rows(head, allowed) if head else []
    body = [row for group in groups if group is not head for row in _rows(group, allowed)]
    _pad([*heads, *body])
    captions = [group for group in groups if group.tag == "caption"]
    first_caption = captions[:1] if heads or body else []
    spare = [
        part
        for c in captions[len(first_caption) :]
        for part in repair_structure(c.children, allowed)
    ]
    parts = [part for caption in first_caption for part in _plain(caption, allowed)]
    parts += [Element("thead", {}, _lines(heads))] if heads else []
    parts += [Element("tbody", {}, _lines(body))] if body else []
    node.children = _lines(parts)
    return [*spare, node] if heads or body else spare


def _rows(group: Element, allowed: frozenset[str]) -> list[Element]:
    if group.tag == "caption":
        return []
    rows = [group] if group.tag == "tr" else _elements(group, {"tr"})
    for row in rows:
        row.children = [part for c in _elements(row, {"td", "th"}) for part in _cell(c, allowed)]
    return [row for row in rows if row.children]


def _cell(node: Element, allowed: frozenset[str]) -> list[Node]:
    """Turn an empty header cell, as in the corner of a table, into a plain cell."""
    if node.tag == "th" and is_silent(node):
        node.tag = "td"
    return _plain(node, allowed)


def _pad(rows: list[Element]) -> None:
    width = max((len(row.children) for row in rows), default=0)
    for row in rows:
        row.children += [Element("td") for _ in range(width - len(row.children))]
        row.children = _lines(row.children)


def _lines(parts: Iterable[Node]) -> list[Node]:
    return ["\n", *(node for part in parts for node in (part, "\n"))]


def _details(node: Element, allowed: frozenset[str]) -> list[Node]:
    summary = next(iter(_elements(node, {"summary"})), None)
    rest = [child for child in node.children if child is not summary]
    if summary is None or not text_of(summary.children).strip():
        summary = Element("summary", {}, [_SUMMARY])
    node.children = [*_plain(summary, allowed), *repair_structure(rest, allowed)]
    return [node]


def _figure(node: Element, allowed: frozenset[str]) -> list[Node]:
    caption = next(iter(_elements(node, {"figcaption"})), None)
    rest = repair_structure((child for child in node.children if child is not caption), allowed)
    node.children = [*rest, *(_plain(caption, allowed) if caption else ())]
    return [node]


def _inside(child: Node, allowed: frozenset[str]) -> list[Node]:
    return [child] if isinstance(child, str) else _plain(child, allowed)


def _elements(node: Element, tags: set[str]) -> list[Element]:
    return [c for c in node.children if isinstance(c, Element) and c.tag in tags]


_REPAIRS: dict[str, Callable[[Element, frozenset[str]], list[Node]]] = {
    **dict.fromkeys(HEADINGS, _heading),
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "details": _details,
    "figure": _figure,
}
