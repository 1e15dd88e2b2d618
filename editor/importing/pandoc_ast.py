"""Simplification of pandoc's document tree to the Markdown of a review.

Works on pandoc's JSON: nodes are ``{"t": type, "c": content}`` as in
https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html. An element that
Markdown does not have is replaced by its content; images and raw HTML are removed.
"""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

Node = dict[str, Any]
_HIGHEST = 3
"""Level of a writer's highest heading: 1 is the title, 2 begins a section of the review."""
_LOWEST = 6
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_LISTS = ("BulletList", "OrderedList")
_TITLES = ("title", "subtitle", "author", "date")


class AstSimplifier:
    """Simplifies one document.

    ``images`` are the names of the removed images, an empty string for one without a name.
    """

    def __init__(self) -> None:
        self.images: list[str] = []

    def document(self, tree: Node, *, titles: bool) -> Node:
        """Return the simplified document; with ``titles`` its title page becomes its first text.

        Pandoc takes the title out of a word processor's file, where it is a paragraph of the text.
        """
        front = [_paragraph(tree["meta"][key]) for key in _TITLES if key in tree["meta"]]
        content = [*(front if titles else ()), *tree["blocks"]]
        blocks = self._blocks(content)
        _lower_headings(blocks)
        return {**tree, "meta": {}, "blocks": blocks}

    def _blocks(self, nodes: Iterable[Node]) -> list[Node]:
        blocks = (block for node in nodes for block in self._block(node))
        return [block for block in blocks if _has_text(block)]

    def _block(self, node: Node) -> list[Node]:
        kind, content = node["t"], node.get("c", [])
        if kind in _BLOCKS:
            return _BLOCKS[kind](self, content)
        return [] if kind == "RawBlock" else [node]

    def _lines(self, kind: str, content: list[Node]) -> list[Node]:
        return [{"t": kind, "c": self._inlines(content)}]

    def _header(self, content: list[Any]) -> list[Node]:
        inlines = self._inlines(content[2], flat=True)
        return [{"t": "Header", "c": [content[0], _NO_ATTRIBUTES, inlines]}]

    def _items(self, items: list[list[Node]]) -> list[list[Node]]:
        filled = [blocks for item in items if (blocks := self._blocks(item))]
        if all(_is_short(blocks) for blocks in filled):
            # One paragraph to an item needs no blank lines between them.
            return [[{**blocks[0], "t": "Plain"}, *blocks[1:]] for blocks in filled]
        return filled

    def _figure(self, content: list[Any]) -> list[Node]:
        return self._blocks([*content[2], *content[1][1]])

    def _definitions(self, content: list[Any]) -> list[Node]:
        pairs = [
            [self._inlines(term, flat=True), [self._blocks(blocks) for blocks in meanings]]
            for term, meanings in content
        ]
        return [{"t": "DefinitionList", "c": pairs}]

    def _table(self, content: list[Any]) -> list[Node]:
        """Keep a table that Markdown can express; replace any other by its cells in order."""
        _, caption, columns, head, bodies, foot = content
        rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
        cells = [cell for _, row in rows for cell in row]
        for cell in cells:
            cell[4] = self._blocks(cell[4])
        words = self._blocks(caption[1])
        if len(columns) < 2 or not all(map(_is_plain, cells)):  # noqa: PLR2004 - one column is not a table
            return [*words, *(block for cell in cells for block in map(_as_paragraph, cell[4]))]
        for cell in cells:
            for block in cell[4]:
                block["c"] = [_flat(inline) for inline in block["c"]]
        return [*words, {"t": "Table", "c": [_NO_ATTRIBUTES, [None, []], *content[2:]]}]

    # -- inside a line ------------------------------------------------------------------------

    def _inlines(self, nodes: Iterable[Node], *, flat: bool = False) -> list[Node]:
        inlines = [inline for node in nodes for inline in self._inline(node)]
        return [_flat(inline) for inline in inlines] if flat else inlines

    def _inline(self, node: Node) -> list[Node]:
        kind, content = node["t"], node.get("c", [])
        if kind in ("Emph", "Strong"):
            inner = self._inlines(content)
            return [{"t": kind, "c": inner}] if any(map(_has_text, inner)) else []
        if kind in ("Superscript", "Subscript"):
            return [{"t": kind, "c": self._inlines(content)}]
        if kind in _CONTAINERS:
            return self._inlines(content[_CONTAINERS[kind]])
        if kind in ("Underline", "Strikeout", "SmallCaps"):
            return self._inlines(content)
        return _INLINES[kind](self, content) if kind in _INLINES else [node]

    def _image(self, content: list[Any]) -> list[Node]:
        alt = "".join(map(_text, content[1])).strip()
        address = urlsplit(content[2][0])
        file = unquote(address.path.rpartition("/")[2]) if address.scheme != "data" else ""
        self.images.append(alt or file)
        return []

    def _link(self, content: list[Any]) -> list[Node]:
        words, target = self._inlines(content[1]), content[2]
        if not any(map(_has_text, words)) or target[0].startswith("#"):
            return words
        return [{"t": "Link", "c": [_NO_ATTRIBUTES, words, [target[0], ""]]}]

    def _quoted(self, content: list[Any]) -> list[Node]:
        opening, closing = "„“" if content[0]["t"] == "DoubleQuote" else "‚‘"
        return [_string(opening), *self._inlines(content[1]), _string(closing)]


_Make = Callable[[AstSimplifier, Any], list[Node]]
_BLOCKS: dict[str, _Make] = {
    "Para": lambda self, c: self._lines("Para", c),
    "Plain": lambda self, c: self._lines("Plain", c),
    "LineBlock": lambda self, c: [
        {"t": "Para", "c": _joined([self._inlines(line) for line in c], {"t": "LineBreak"})}
    ],
    "Header": lambda self, c: self._header(c),
    "Div": lambda self, c: self._blocks(c[1]),
    "Figure": lambda self, c: self._figure(c),
    "BlockQuote": lambda self, c: [{"t": "BlockQuote", "c": self._blocks(c)}],
    "BulletList": lambda self, c: [{"t": "BulletList", "c": self._items(c)}],
    "OrderedList": lambda self, c: [
        {"t": "OrderedList", "c": [[c[0][0], {"t": "Decimal"}, {"t": "Period"}], self._items(c[1])]}
    ],
    "DefinitionList": lambda self, c: self._definitions(c),
    "CodeBlock": lambda _, c: [{"t": "CodeBlock", "c": [_NO_ATTRIBUTES, c[1]]}],
    "Table": lambda self, c: self._table(c),
}
_INLINES: dict[str, _Make] = {
    "Image": lambda self, c: self._image(c),
    "Link": lambda self, c: self._link(c),
    "Quoted": lambda self, c: self._quoted(c),
    "Note": lambda self, c: [{"t": "Note", "c": self._blocks(c)}],
    "Math": lambda _, c: [_string(c[1])],
    "Code": lambda _, c: [{"t": "Code", "c": [_NO_ATTRIBUTES, c[1]]}],
    "RawInline": lambda _self, _content: [],
}
_CONTAINERS = {"Span": 1, "Cite": 1}


def _string(text: str) -> Node:
    return {"t": "Str", "c": text}


def _flat(node: Node) -> Node:
    return {"t": "Space"} if node["t"] in ("LineBreak", "SoftBreak") else node


def _text(node: Node) -> str:
    kind, content = node["t"], node.get("c", [])
    if kind in ("Str", "Code", "Math"):
        return content if isinstance(content, str) else str(content[1])
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    inner = content[1] if kind in ("Link", "Span", "Quoted", "Cite") else content
    return "".join(map(_text, inner)) if isinstance(inner, list) and kind != "Note" else ""


def _has_text(node: Node) -> bool:
    """Return whether a node contains more than white space."""
    kind, content = node["t"], node.get("c", [])
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return False
    if kind == "Str":
        return bool(content.strip())
    if kind == "Header":
        return any(map(_has_text, content[2]))
    if kind == "OrderedList":
        return bool(content[1])
    if kind in ("Para", "Plain", "BlockQuote", "BulletList", "Emph", "Strong"):
        return any(isinstance(item, list) or _has_text(item) for item in content)
    return True


def _is_plain(cell: list[Any]) -> bool:
    """Return whether a Markdown table can hold the cell: one line, one column, one row."""
    lines = [block["t"] in ("Plain", "Para") for block in cell[4]]
    return cell[2] == cell[3] == 1 and len(lines) <= 1 and all(lines)


def _is_short(item: list[Node]) -> bool:
    """Return whether an item is one paragraph, with or without lists below it."""
    return item[0]["t"] in ("Para", "Plain") and all(b["t"] in _LISTS for b in item[1:])


def _as_paragraph(block: Node) -> Node:
    return {**block, "t": "Para"} if block["t"] == "Plain" else block


def _paragraph(meta: Node) -> Node:
    """Return a field of the title page as a paragraph."""
    kind, content = meta["t"], meta["c"]
    if kind == "MetaList":
        lines = [item["c"] if item["t"] == "MetaInlines" else [] for item in content]
        return {"t": "Para", "c": _joined(lines, {"t": "LineBreak"})}
    if kind == "MetaBlocks":
        return {"t": "Div", "c": [_NO_ATTRIBUTES, content]}
    return {"t": "Para", "c": content if kind == "MetaInlines" else [_string(str(content))]}


def _joined(lines: list[list[Node]], between: Node) -> list[Node]:
    result: list[Node] = []
    for line in lines:
        result += [between, *line] if result else line
    return result


def _lower_headings(blocks: list[Node]) -> None:
    """Move all headings down so that the highest has the writer's highest level."""
    headings = [block for block in blocks if block["t"] == "Header"]
    highest = min((block["c"][0] for block in headings), default=_HIGHEST)
    for block in headings:
        level = block["c"][0] + max(0, _HIGHEST - highest)
        block["c"][0] = min(level, _LOWEST)
