"""Nodes of the tree that pandoc writes documents from.

They are ``{"t": type, "c": content}`` as in
https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html.
"""

from typing import Any

from editor.export.paged.data_images import picture, size

Json = dict[str, Any]

NOTHING: list[Any] = ["", [], []]
"""The attributes of a node that has none."""

_COLUMNS = (0.22, 0.78)
"""Shares of a box: names, and what they say."""
_PIXELS_PER_CM = 96 / 2.54


def string(text: str) -> Json:
    """Return a text as it is, white space included."""
    return {"t": "Str", "c": text}


def image(src: str, alt: str, most: tuple[float, float]) -> Json:
    """Return an image with 96 pixels to the inch, as on a screen, or smaller to fit the page."""
    found = picture(src)
    edges = size(found) if found else None
    width = []
    if edges is not None:
        share = min(1 / _PIXELS_PER_CM, most[0] / edges[0], most[1] / edges[1])
        width = [["width", f"{edges[0] * share:.2f}cm"]]
    return {"t": "Image", "c": [["", [], width], [string(alt)] if alt else [], [src, ""]]}


def span(name: str, classes: list[str], inlines: list[Json]) -> Json:
    """Return a part of a line that has a name or classes."""
    return {"t": "Span", "c": [[name, classes, []], inlines]}


def place(name: str) -> Json:
    """Return a place that links can lead to."""
    return span(name, [], [])


def heading(level: int, name: str, inlines: list[Json]) -> Json:
    """Return a heading; ``name`` is empty where nothing links to it."""
    return {"t": "Header", "c": [level, [name, [], []], inlines]}


def div(style: str, blocks: list[Json]) -> Json:
    """Return ``blocks`` whose paragraphs are in a style of ours."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


def styled(style: str, inlines: list[Json]) -> Json:
    """Return a paragraph in a style of ours."""
    return div(style, [{"t": "Para", "c": inlines}])


def as_paragraph(block: Json) -> Json:
    """Return a loose line as a paragraph, and any other block as it is."""
    return {**block, "t": "Para"} if block["t"] == "Plain" else block


def box(rows: list[list[Json]]) -> Json:
    """Return a table of two columns without lines, the first of which names the second."""
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
    """Return a table; the first ``named`` cells of a row name it, and ``style`` is one of ours."""
    body = [NOTHING, named, [], rows]
    look = ["", [], [["custom-style", style]]] if style else NOTHING
    parts = [look, [None, caption], columns, [NOTHING, head], [body], [NOTHING, []]]
    return {"t": "Table", "c": parts}
