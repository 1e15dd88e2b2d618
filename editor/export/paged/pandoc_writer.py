"""pandoc writer: writes blocks and lines of a paged layout as nodes of pandoc."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from editor.export.nodes.structure import HEADINGS
from editor.export.nodes.tree import Element, Node, text_of
from editor.export.paged import elements, layout
from editor.export.paged.data_images import decode_image, image_size

Json = dict[str, Any]

NOTHING: list[Any] = ["", [], []]
"""The attributes of a node without id, classes and values."""

_COLUMNS = (0.22, 0.78)
"""Relative widths of the columns of a box: labels and values."""
_PIXELS_PER_CM = 96 / 2.54


def string(text: str) -> Json:
    """Return a text node; its white space is kept."""
    return {"t": "Str", "c": text}


def image(src: str, alt: str, most: tuple[float, float]) -> Json:
    """Return an image at 96 pixels per inch, as on a screen, or smaller to fit ``most`` in cm."""
    picture = decode_image(src)
    pixels = image_size(picture) if picture else None
    width = []
    if pixels is not None:
        cm_per_pixel = min(1 / _PIXELS_PER_CM, most[0] / pixels[0], most[1] / pixels[1])
        width = [["width", f"{pixels[0] * cm_per_pixel:.2f}cm"]]
    return {"t": "Image", "c": [["", [], width], [string(alt)] if alt else [], [src, ""]]}


def span(name: str, classes: list[str], inlines: list[Json]) -> Json:
    """Return a span with a name or classes."""
    return {"t": "Span", "c": [[name, classes, []], inlines]}


def place(name: str) -> Json:
    """Return an anchor, an empty span."""
    return span(name, [], [])


def heading(level: int, name: str, inlines: list[Json]) -> Json:
    """Return a heading; ``name`` is its anchor, empty for none."""
    return {"t": "Header", "c": [level, [name, [], []], inlines]}


def div(style: str, blocks: list[Json]) -> Json:
    """Return ``blocks`` with a custom style for their paragraphs."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


def styled(style: str, inlines: list[Json]) -> Json:
    """Return a paragraph in a custom style."""
    return div(style, [{"t": "Para", "c": inlines}])


def as_paragraph(block: Json) -> Json:
    """Return a plain line as a paragraph, and any other block unchanged."""
    return {**block, "t": "Para"} if block["t"] == "Plain" else block


def box(rows: list[list[Json]]) -> Json:
    """Return a table of two columns without lines; the first column labels the second."""
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": share}] for share in _COLUMNS]
    cells = [
        row([[NOTHING, {"t": "AlignDefault"}, 1, 1, [block]] for block in line]) for line in rows
    ]
    return table(columns, [], cells, [], named=1)


def row(cells: list[Any]) -> list[Any]:
    """Return a row of a table."""
    return [NOTHING, cells]


def table(
    columns: list[Any],
    head: list[Any],
    rows: list[Any],
    caption: list[Json],
    *,
    named: int = 0,
    style: str = "",
) -> Json:
    """Return a table; the first ``named`` cells of a row are its headers."""
    body = [NOTHING, named, [], rows]
    look = ["", [], [["custom-style", style]]] if style else NOTHING
    parts = [look, [None, caption], columns, [NOTHING, head], [body], [NOTHING, []]]
    return {"t": "Table", "c": parts}


SPOILER, FRAME = "Spoiler", "SpoilerFrame"
"""Custom styles of the title of a spoiler, and of the table around it."""

_MOST = (14.0, 11.0)
"""Maximum width and height of an image in cm; the width is that of the text."""
_INLINE = {
    "em": "Emph", "i": "Emph", "cite": "Emph", "var": "Emph", "strong": "Strong", "b": "Strong",
    "del": "Strikeout", "s": "Strikeout", "ins": "Underline", "u": "Underline",
    "sup": "Superscript", "sub": "Subscript",
}  # fmt: skip
_LINES = frozenset({"Para", "Plain"})
_ALIGNMENTS = {"center": "AlignCenter", "right": "AlignRight", "left": "AlignLeft"}


def placed(name: str, blocks: list[Json]) -> list[Json]:
    """Return ``blocks`` with the anchor ``name`` at their beginning."""
    first = blocks[0] if blocks else {"t": "Plain", "c": []}
    if first["t"] in _LINES:
        return [{**first, "c": [place(name), *first["c"]]}, *blocks[1:]]
    return [{"t": "Plain", "c": [place(name)]}, *blocks]


def _named(node: Element, blocks: list[Json]) -> list[Json]:
    name = node.attributes.get("id")
    return placed(name, blocks) if name else blocks


@dataclass(frozen=True, slots=True)
class PandocWriter:
    """Writes blocks and lines; links to anchors that are not in ``names`` become text."""

    names: frozenset[str]

    # -- blocks -----------------------------------------------------------------------------------

    def blocks(self, nodes: Iterable[Node]) -> list[Json]:
        """Return blocks of the layout as blocks of pandoc."""
        block_elements = [node for node in nodes if isinstance(node, Element)]
        return [block for element in block_elements for block in self._block(element)]

    def _block(self, node: Element) -> list[Json]:
        if node.tag in HEADINGS:
            name = node.attributes.get("id", "")
            return [heading(layout.heading_level(node), name, self.line(node.children))]
        kinds: dict[str, Callable[[Element], list[Json]]] = {
            "p": lambda e: [{"t": "Para", "c": self.line(e.children)}],
            layout.PLAIN_LINE: lambda e: [{"t": "Plain", "c": self.line(e.children)}],
            "ul": self._bullets,
            "ol": self._numbers,
            "dl": self._definitions,
            "blockquote": lambda e: [{"t": "BlockQuote", "c": self._inner(e)}],
            "details": self._spoiler,
            "figure": self._figure,
            "table": self._table,
            "pre": lambda e: [{"t": "CodeBlock", "c": [NOTHING, text_of(e.children)]}],
            "hr": lambda _: [{"t": "HorizontalRule"}],
        }
        return _named(node, kinds.get(node.tag, self._inner)(node))

    def _inner(self, node: Element) -> list[Json]:
        return self.blocks(node.children)

    def _bullets(self, node: Element) -> list[Json]:
        return [{"t": "BulletList", "c": self._items(node)}]

    def _numbers(self, node: Element) -> list[Json]:
        start = int(node.attributes.get("start", "1"))
        numbering = [start, {"t": "Decimal"}, {"t": "Period"}]
        return [{"t": "OrderedList", "c": [numbering, self._items(node)]}]

    def _items(self, node: Element) -> list[list[Json]]:
        return [_named(item, self._inner(item)) for item in elements.child_elements(node)]

    def _definitions(self, node: Element) -> list[Json]:
        pairs = [
            [self.line(term), [self.blocks(meaning)]]
            for term, meaning in elements.definition_pairs(node)
        ]
        return [{"t": "DefinitionList", "c": pairs}]

    def _spoiler(self, node: Element) -> list[Json]:
        """Return a spoiler in a frame, as documents cannot fold."""
        title = {"t": "Strong", "c": self.line(elements.spoiler_title(node))}
        body = [as_paragraph(block) for block in self.blocks(elements.spoiler_body(node))]
        cell = [NOTHING, {"t": "AlignDefault"}, 1, 1, [styled(SPOILER, [title]), *body]]
        columns = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": 1}]]
        return [table(columns, [], [row([cell])], [], style=FRAME)]

    def _figure(self, node: Element) -> list[Json]:
        figure = elements.figure_parts(node)
        caption = self.line(figure.caption)
        if figure.image is None or decode_image(figure.image.attributes.get("src", "")) is None:
            rest = [*self.blocks(figure.rest), *([{"t": "Para", "c": caption}] if caption else [])]
            return [as_paragraph(block) for block in rest]
        image: list[Json] = [{"t": "Plain", "c": self.line([figure.image])}]
        below = [{"t": "Plain", "c": caption}] if caption else []
        return [{"t": "Figure", "c": [NOTHING, [None, below], image]}]

    def _table(self, node: Element) -> list[Json]:
        parts = elements.table_parts(node)
        columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * parts.columns
        caption = self.line(parts.caption)
        return [
            table(
                columns,
                self._rows(parts.head),
                self._rows(parts.rows),
                [{"t": "Plain", "c": caption}] if caption else [],
            )
        ]

    def _rows(self, rows: Sequence[Sequence[Element]]) -> list[list[Json]]:
        return [row([self._cell(cell) for cell in cells]) for cells in rows]

    def _cell(self, cell: Element) -> list[Any]:
        alignment = _ALIGNMENTS.get(elements.alignment(cell), "AlignDefault")
        return [NOTHING, {"t": alignment}, 1, 1, self.blocks(cell.children)]

    # -- lines ------------------------------------------------------------------------------------

    def line(self, nodes: Iterable[Node]) -> list[Json]:
        """Return a line of the layout as inlines of pandoc."""
        return [inline for node in nodes for inline in self._inline(node)]

    def _named_line(self, node: Element) -> list[Json]:
        name = node.attributes.get("id")
        return [*([place(name)] if name else []), *self.line(node.children)]

    def _inline(self, node: Node) -> list[Json]:
        if isinstance(node, str):
            return [string(node)]
        if node.tag in layout.CODE:
            name = node.attributes.get("id", "")
            code = {"t": "Code", "c": [NOTHING, text_of(node.children)]}
            return [place(name), code] if name else [code]
        kinds: dict[str, Callable[[Element], list[Json]]] = {
            "a": self._link,
            "br": lambda _: [{"t": "LineBreak"}],
            "img": self._image,
            "mark": lambda e: [span("", ["mark"], self._named_line(e))],
            "small": lambda e: [span("", ["small"], self._named_line(e))],
            layout.NOTE: lambda e: [{"t": "Note", "c": self._paragraphs(e)}],
        }
        if node.tag in kinds:
            return kinds[node.tag](node)
        inner = self._named_line(node)
        return [{"t": _INLINE[node.tag], "c": inner}] if node.tag in _INLINE else inner

    def _paragraphs(self, node: Element) -> list[Json]:
        return [as_paragraph(block) for block in self.blocks(node.children)]

    def _link(self, node: Element) -> list[Json]:
        inner, name = self._named_line(node), elements.link_target(node)
        href = node.attributes.get("href", "")
        if name is not None:
            href = f"#{name}" if name in self.names else ""
        return [{"t": "Link", "c": [NOTHING, inner, [href, ""]]}] if href else inner

    def _image(self, node: Element) -> list[Json]:
        src, alt = node.attributes.get("src", ""), node.attributes.get("alt", "")
        name = node.attributes.get("id")
        before = [place(name)] if name else []
        if decode_image(src) is None:
            return [*before, *([string(alt)] if alt else [])]
        return [*before, image(src, alt, _MOST)]
