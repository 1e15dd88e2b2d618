"""Parts of elements in a paged layout: figures, tables, lists and spoilers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.export.nodes.links import anchor_target
from editor.export.nodes.structure import PHRASING
from editor.export.nodes.tree import Element, Node, text_of, walk
from editor.export.paged.layout import NOTE, PLAIN_LINE

Line = Sequence[Node]

_ALIGNED = re.compile(r"has-text-align-(left|center|right)")
_SPOILER = "Spoiler"
_UNTITLED = ("", "Mehr")


@dataclass(frozen=True, slots=True)
class FigureParts:
    """An image and its caption; without a single image, ``rest`` is all other content."""

    image: Element | None
    caption: Line
    rest: Sequence[Element]


@dataclass(frozen=True, slots=True)
class TableParts:
    """A table with rows of equal length."""

    caption: Line
    columns: int
    head: Sequence[Sequence[Element]]
    rows: Sequence[Sequence[Element]]


def figure_parts(node: Element) -> FigureParts:
    """Return the parts of a figure."""
    captions = [child for child in child_elements(node) if child.tag == "figcaption"]
    rest = [child for child in child_elements(node) if child.tag != "figcaption"]
    line = rest[0].children if len(rest) == 1 and rest[0].tag == PLAIN_LINE else []
    images = [child for child in line if isinstance(child, Element) and child.tag == "img"]
    single = images[0] if len(line) == len(images) == 1 else None
    return FigureParts(single, flatten(part for c in captions for part in c.children), rest)


def table_parts(node: Element) -> TableParts:
    """Return the parts of a table."""
    groups = {group.tag: group for group in child_elements(node)}
    head, body = (
        [child_elements(row) for row in child_elements(groups[tag])] if tag in groups else []
        for tag in ("thead", "tbody")
    )
    caption = flatten(groups["caption"].children) if "caption" in groups else []
    return TableParts(caption, max(map(len, [*head, *body]), default=0), head, body)


def definition_pairs(node: Element) -> list[tuple[Line, list[Element]]]:
    """Return the terms of a definition list and their blocks; several terms may share theirs."""
    result: list[tuple[Line, list[Element]]] = []
    terms: list[Node] = []
    for child in child_elements(node):
        if child.tag == "dt":
            terms += [*([", "] if terms else []), *flatten(child.children)]
        elif terms:
            result.append((terms, child_elements(child)))
            terms = []
        else:
            result[-1][1].extend(child_elements(child))
    return result


def spoiler_title(spoiler: Element) -> Line:
    """Return the title of a spoiler, which says that it is one."""
    summary = next((e for e in child_elements(spoiler) if e.tag == "summary"), Element("summary"))
    text = text_of(summary.children).strip()
    if text.casefold().startswith(_SPOILER.casefold()):
        return summary.children
    return [_SPOILER] if text in _UNTITLED else [f"{_SPOILER}: ", *summary.children]


def spoiler_body(spoiler: Element) -> list[Element]:
    """Return the blocks of a spoiler below its title."""
    return [child for child in child_elements(spoiler) if child.tag != "summary"]


def link_target(link: Element) -> str | None:
    """Return the anchor in the review that ``link`` leads to, None for any other link."""
    return anchor_target(link.attributes.get("href", ""))


def anchor_names(nodes: Iterable[Node]) -> Iterable[str]:
    """Yield the names of all anchors in ``nodes``."""
    for element in walk(nodes):
        if element.tag != NOTE and "id" in element.attributes:
            yield element.attributes["id"]


def alignment(cell: Element) -> str:
    """Return "left", "center" or "right", empty for a cell without alignment."""
    match = _ALIGNED.search(cell.attributes.get("class", ""))
    return match[1] if match else ""


def is_loose(items: Iterable[Element]) -> bool:
    """Return whether the items of a list are set apart, because one contains a paragraph."""
    return any(child.tag == "p" for item in items for child in child_elements(item))


def child_elements(element: Element) -> list[Element]:
    """Return the elements among the children of ``element``."""
    return [child for child in element.children if isinstance(child, Element)]


def flatten(blocks: Iterable[Node]) -> list[Node]:
    """Return ``blocks`` as one line, separated by blanks."""
    result: list[Node] = []
    for block in blocks:
        if isinstance(block, str) or block.tag in PHRASING or block.tag == NOTE:
            result.append(block)
        elif block.children:
            result += [*([" "] if result else []), *flatten(block.children)]
    return result
