"""Typst nodes: blocks and lines of a paged layout as JSON for the Typst template."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from editor.export.nodes.structure import HEADINGS
from editor.export.nodes.tree import Element, Node, text_of
from editor.export.paged import elements, layout
from editor.export.paged.data_images import decode_image

Json = dict[str, Any]

_LONGEST_ADDRESS = 2_000
"""Typst refuses links of more than 8,000 bytes, and percent-encoding lengthens an address."""
_LONGEST_WORD = 50
_UNBROKEN = re.compile(rf"\S{{{_LONGEST_WORD}}}")
_BREAK_HERE = "\u200b"
_IN_ADDRESS = "%:/?#[]@!$&'()*+,;=~"
_KINDS = {
    "i": "em", "cite": "em", "var": "em", "b": "strong", "del": "strike", "s": "strike",
    "ins": "underline", "u": "underline", "abbr": "span", "q": "span",
}  # fmt: skip
"""HTML elements that look the same in a PDF → kind of node in the template."""


@dataclass(slots=True)
class TypstNodeWriter:
    """Writes nodes as JSON, and collects images."""

    files: dict[str, bytes] = field(default_factory=dict)

    def nodes(self, nodes: Iterable[Node]) -> list[Any]:
        """Return ``nodes`` as the template reads them."""
        written = [self._node(node) for node in nodes]
        return [node for node in written if node is not None]

    def image(self, src: str, alt: str) -> Json | None:
        """Return an image node, None for an image that cannot be shown."""
        picture = decode_image(src)
        if picture is None:
            return None
        name = f"{len(self.files) + 1}.{picture.suffix}"
        self.files[name] = picture.data
        return {"t": "img", "src": name, "alt": alt.strip()}

    def _node(self, node: Node) -> Any:
        if isinstance(node, str):
            return allow_breaks(node)
        kinds: dict[str, Callable[[Element], Any]] = {
            "a": self._link,
            "img": self._image,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "details": self._spoiler,
            "figure": self._figure,
            "table": self._table,
        }
        written = kinds.get(node.tag, self._other)(node)
        if isinstance(written, dict) and "id" in node.attributes and node.tag != layout.NOTE:
            written["id"] = node.attributes["id"]
        return written

    def _other(self, node: Element) -> Json:
        if node.tag == "pre" or node.tag in layout.CODE:
            return {"t": node.tag, "text": allow_breaks(text_of(node.children))}
        written: Json = {"t": _KINDS.get(node.tag, node.tag), "c": self.nodes(node.children)}
        if node.tag in HEADINGS:
            return {**written, "t": "h", "level": layout.heading_level(node)}
        if node.tag == layout.NOTE:
            return {**written, "name": node.attributes["id"], "again": "again" in node.attributes}
        return written

    def _link(self, node: Element) -> Json:
        """Return a link; its address follows in print, where it cannot be clicked."""
        link: Json = {"t": "a", "c": self.nodes(node.children)}
        # Typst resolves an anchor before the link around it is placed, and does not find it there.
        inner_anchors = [item for item in find_dicts(link["c"]) if "id" in item]
        anchors = [{"t": "span", "id": item.pop("id"), "c": []} for item in inner_anchors]
        link_with_target = {**link, **self._address(node)}
        return {"t": "span", "c": [*anchors, link_with_target]} if anchors else link_with_target

    def _address(self, node: Element) -> Json:
        """Return the target of a link, and how its address is printed unless its text says so."""
        href = node.attributes.get("href", "")
        name = elements.link_target(node)
        if name is not None:
            return {"to": name}
        if not 0 < len(href) <= _LONGEST_ADDRESS:
            return {}
        address = href.removeprefix("mailto:")
        text_is_address = text_of(node.children).strip() in {href, address}
        return {
            "href": ascii_address(href),
            **({} if text_is_address else {"shown": allow_breaks(address)}),
        }

    def _image(self, node: Element) -> Any:
        alt = node.attributes.get("alt", "")
        return self.image(node.attributes.get("src", ""), alt) or alt

    def _list(self, node: Element) -> Json:
        items = elements.child_elements(node)
        return {
            "t": node.tag,
            "start": int(node.attributes.get("start", "1")),
            "tight": not elements.is_loose(items),
            "items": [{"c": self.nodes(item.children), **self._name(item)} for item in items],
        }

    def _name(self, node: Element) -> Json:
        return {"id": node.attributes["id"]} if "id" in node.attributes else {}

    def _definitions(self, node: Element) -> Json:
        items = [
            {"term": self.nodes(term), "c": self.nodes(meaning)}
            for term, meaning in elements.definition_pairs(node)
        ]
        return {"t": "dl", "items": items}

    def _spoiler(self, node: Element) -> Json:
        title = self.nodes(elements.spoiler_title(node))
        return {"t": "details", "title": title, "c": self.nodes(elements.spoiler_body(node))}

    def _figure(self, node: Element) -> Any:
        figure = elements.figure_parts(node)
        image = self._image(figure.image) if figure.image is not None else ""
        if isinstance(image, dict):
            return {"t": "figure", "image": image, "caption": self.nodes(figure.caption)}
        caption = [Element("p", {}, list(figure.caption))] if figure.caption else []
        return {"t": "div", "c": self.nodes([*figure.rest, *caption])}

    def _table(self, node: Element) -> Json:
        table = elements.table_parts(node)
        head = self._rows(table.head)
        return {
            "t": "table",
            "caption": self.nodes(table.caption),
            "columns": table.columns,
            "head": head,
            # Typst refuses an anchor on two pages, and a footnote would be printed twice.
            "repeat": not any("id" in item or item.get("t") == "note" for item in find_dicts(head)),
            "rows": self._rows(table.rows),
        }

    def _rows(self, rows: Sequence[Sequence[Element]]) -> list[list[Json]]:
        return [
            [
                {"align": elements.alignment(cell) or "left", "c": self.nodes(cell.children)}
                for cell in row
            ]
            for row in rows
        ]


def ascii_address(href: str) -> str:
    """Return an address in 7-bit ASCII, as ISO 32000-1, 12.6.4.7 requires."""
    parts = urlsplit(href)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    return quote(urlunsplit(parts._replace(netloc=host)), safe=_IN_ADDRESS)


def allow_breaks(text: str) -> str:
    """Allow breaks in words that are wider than any page."""
    return _UNBROKEN.sub(lambda match: match[0] + _BREAK_HERE, text)


def find_dicts(value: Any) -> Iterator[Json]:
    """Yield every dict in ``value``, a nesting of dicts and lists, the outer ones first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from find_dicts(item)
