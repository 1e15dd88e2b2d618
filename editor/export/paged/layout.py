"""Paged layout: a document as blocks and lines, with footnotes at their references.

A web page has its footnotes at the end and folds spoilers; a paged document does neither. The tree
returned here is simpler than that of a page: a block contains either blocks or one line, a line
contains text and inline elements, and white space is collapsed as a browser would.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.export.document import DocumentSection, ExportDocument, RenderedText
from editor.export.nodes.links import anchor_target
from editor.export.nodes.structure import HEADINGS, PARTS, PHRASING
from editor.export.nodes.tree import Element, Node, is_blank, text_of, walk

PLAIN_LINE = "plain"
"""Tag of a line that is not a paragraph, as in the item of a list."""
NOTE = "note"
"""Tag of a footnote in a line. It contains blocks; ``id`` identifies repeated references."""
CODE = frozenset({"code", "kbd", "samp"})
"""Inline elements that contain text only."""

_BLANKS = re.compile(r"[ \t\n\r\f\u2028\u2029]+")
_ENDS = " \u00a0"
_LINES = HEADINGS | {"p", "summary"}
_FRAMES = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tr"})
_NAMELESS = PARTS - {"li"}
"""Elements that cannot be link targets, as documents have no anchors for them."""
_DEEPEST = 20
"""Elements nested deeper are replaced by their text; typesetters have limits of their own."""
_NOTES, _REFERENCE, _BACK = "footnote", "footnote-ref", "footnote-backref"
_QUOTES = {"de-CH": (("«", "»"), ("‹", "›"))}
_GERMAN_QUOTES = (("„", "“"), ("‚", "‘"))
"""Outer and inner quotation marks."""
_BESIDE = 2
"""Level of a section's heading on a web page. In a document it is 1, as the title is not a
heading."""


@dataclass(frozen=True, slots=True)
class PagedSection:
    """One section in a paged layout."""

    section: DocumentSection
    name: str
    """Anchor of the section, empty when nothing links to it."""
    heading: tuple[Node, ...]
    blocks: tuple[Element, ...]


def paged_sections(
    document: ExportDocument, variant: str, *, linked: bool = False
) -> list[PagedSection]:
    """Return the sections of ``document`` as blocks and lines, written in ``variant``.

    With ``linked`` every section with a heading has an anchor, whether the text links to it or not.
    """
    nodes = [node for section in document.sections for node in _all_nodes(section)]
    targets = {anchor_target(e.attributes.get("href", "")) for e in walk(nodes) if e.tag == "a"}
    anchor_ids = {c.id for c in document.sections} | {e.attributes.get("id") for e in walk(nodes)}
    anchors = frozenset(name for name in targets & anchor_ids if name)
    anchors |= {c.id for c in document.sections if linked and c.heading.nodes}
    return [
        _paged_section(section, _SectionLayout(variant, anchors)) for section in document.sections
    ]


def line_nodes(text: RenderedText, variant: str) -> list[Node]:
    """Return a heading of the review as a line without links and footnotes."""
    return _SectionLayout(variant, frozenset()).line(text.nodes)


def heading_level(heading: Element) -> int:
    """Return the level of a heading in a document, where 1 is that of a section."""
    return int(heading.tag[1]) - _BESIDE + 1


def _all_nodes(section: DocumentSection) -> Iterator[Node]:
    yield from section.heading.nodes
    yield from section.text.nodes


def _paged_section(section: DocumentSection, section_layout: "_SectionLayout") -> PagedSection:
    nodes = list(section.text.nodes)
    section_layout.notes.update(_footnotes_by_name(nodes))
    name = section.id if section.id in section_layout.anchors else ""
    heading = section_layout.line(section.heading.nodes)
    return PagedSection(section, name, tuple(heading), tuple(section_layout.blocks(nodes)))


def _footnotes_by_name(nodes: Iterable[Node]) -> dict[str, Element]:
    """Return the footnotes at the end of a text by name."""
    lists = [e for e in walk(nodes) if e.tag == "div" and e.attributes.get("class") == _NOTES]
    items = [e for e in walk(lists) if e.tag == "li" and "id" in e.attributes]
    return {item.attributes["id"]: item for item in items}


@dataclass(slots=True)
class _SectionLayout:
    """Lays out the nodes of one section."""

    variant: str
    anchors: frozenset[str]
    """Names of anchors that something links to."""
    notes: dict[str, Element] = field(default_factory=dict)
    referenced_notes: set[str] = field(default_factory=set)
    inside: bool = False
    """Whether a footnote is being laid out; footnotes cannot be nested."""

    # -- blocks -----------------------------------------------------------------------------------

    def blocks(self, nodes: Iterable[Node], depth: int = 0) -> list[Element]:
        """Return ``nodes`` as blocks; inline nodes between blocks become plain lines."""
        result: list[Element] = []
        loose: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or (node.tag in PHRASING and not _holds_blocks(node)):
                loose.append(node)
                continue
            result += [*self._plain(loose, depth), *self._block(node, depth)]
            loose = []
        return [*result, *self._plain(loose, depth)]

    def _plain(self, nodes: Sequence[Node], depth: int) -> list[Element]:
        line = self.line(nodes, depth)
        return [Element(PLAIN_LINE, {}, line)] if line else []

    def _block(self, node: Element, depth: int) -> list[Element]:
        if depth > _DEEPEST:
            return self._plain([" ".join(_texts([node]))], depth)
        if node.tag in _LINES:
            line = self.line(node.children, depth + 1)
            return [self._rebuilt(node, line)] if line else []
        if node.tag in PHRASING:
            return self._wrapped_lines(node, depth)
        return {"pre": self._code, "div": self._division}.get(node.tag, self._frame)(node, depth)

    def _code(self, node: Element, _depth: int) -> list[Element]:
        return [Element("pre", {}, [text_of(node.children).strip("\n")])]

    def _division(self, node: Element, depth: int) -> list[Element]:
        """Return the content of a div; footnotes are placed at their references instead."""
        notes = node.attributes.get("class") == _NOTES
        return [] if notes else self.blocks(node.children, depth + 1)

    def _frame(self, node: Element, depth: int) -> list[Element]:
        if node.tag in _FRAMES:
            inner = [
                block
                for part in node.children
                if isinstance(part, Element)
                for block in self._block(part, depth + 1)
            ]
        else:
            inner = self.blocks(node.children, depth + 1)
        return [self._rebuilt(node, list[Node](inner))]

    def _wrapped_lines(self, node: Element, depth: int) -> list[Element]:
        """Return the blocks inside an inline element, which moves into each of their lines."""
        blocks = self.blocks(node.children, depth + 1)
        attributes = {key: text for key, text in node.attributes.items() if key != "id"}
        for line in [e for e in walk(blocks) if e.tag in _LINES or e.tag == PLAIN_LINE]:
            line.children = [Element(node.tag, dict(attributes), line.children)]
        return blocks

    def _rebuilt(self, node: Element, children: list[Node]) -> Element:
        """Return ``node`` with other children, and without an anchor that nothing links to."""
        attributes = dict(node.attributes)
        unreachable = attributes.get("id") not in self.anchors or node.tag in _NAMELESS
        if unreachable or self.inside:
            attributes.pop("id", None)
        return replace(node, attributes=attributes, children=children)

    # -- lines ------------------------------------------------------------------------------------

    def line(self, nodes: Iterable[Node], depth: int = 0) -> list[Node]:
        """Return ``nodes`` as one line with its white space collapsed."""
        return _spaced(self._inlines(nodes, depth, quoted=False))

    def _inlines(self, nodes: Iterable[Node], depth: int, *, quoted: bool) -> list[Node]:
        result: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                result.append(node)
            elif depth > _DEEPEST:
                result.append(" ".join(_texts([node])))
            else:
                result += self._inline(node, depth, quoted=quoted)
        return result

    def _inline(self, node: Element, depth: int, *, quoted: bool) -> list[Node]:
        reference = _reference(node)
        if reference is not None:
            return self._note(reference)
        if node.tag == "a" and _BACK in node.attributes.get("class", "").split():
            return []
        if node.tag in CODE:
            return [self._rebuilt(node, [text_of(node.children)])]
        inner = self._inlines(node.children, depth + 1, quoted=quoted or node.tag == "q")
        if node.tag == "q":
            before, behind = _QUOTES.get(self.variant, _GERMAN_QUOTES)[quoted]
            return [before, *inner, behind]
        return [self._rebuilt(node, inner)]

    def _note(self, name: str) -> list[Node]:
        item = self.notes.get(name)
        if item is None:
            return []
        if self.inside:
            return [" (", " ".join(_texts(item.children)), ")"]
        repeated = name in self.referenced_notes
        self.referenced_notes.add(name)
        blocks: list[Node] = list(replace(self, inside=True).blocks(item.children))
        if blocks and isinstance(blocks[0], Element) and blocks[0].tag == "p":
            blocks[0].tag = PLAIN_LINE  # its number is in the same line
        return [Element(NOTE, {"id": name, **({"again": "yes"} if repeated else {})}, blocks)]


def _reference(node: Element) -> str | None:
    """Return the name of the footnote that ``node`` refers to, None for any other element."""
    inner = [child for child in node.children if isinstance(child, Element)]
    if node.tag == "sup" and len(inner) == 1 and inner[0].tag == "a":
        link = inner[0].attributes
        if link.get("class") == _REFERENCE:
            return anchor_target(link.get("href", "")) or ""
    return None


def _holds_blocks(node: Element) -> bool:
    return any(element.tag not in PHRASING for element in walk(node.children))


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the texts of ``nodes`` without references to footnotes and links back from them."""
    for node in nodes:
        if isinstance(node, str):
            text = _BLANKS.sub(" ", node).strip()
            yield from [text] if text else []
        elif _reference(node) is None and node.attributes.get("class") != _BACK:
            yield from _texts(node.children)


@dataclass(slots=True)
class _Spacing:
    """State while the white space of a line is collapsed."""

    ended: bool = True
    """Whether the line so far is empty or ends with a blank."""


def _spaced(nodes: Iterable[Node]) -> list[Node]:
    result = _trimmed(_collapsed(nodes, _Spacing()))
    return [] if all(is_blank(node) for node in result) else result


def _collapsed(nodes: Iterable[Node], spacing: _Spacing) -> list[Node]:
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            text = _BLANKS.sub(" ", node)
            text = text[1:] if spacing.ended and text.startswith(" ") else text
            spacing.ended = text.endswith(" ") if text else spacing.ended
            result += [text] if text else []
        elif node.tag in {"br", "img", NOTE}:
            spacing.ended = node.tag == "br"
            result.append(node)
        else:
            result.append(replace(node, children=_collapsed(node.children, spacing)))
    return result


def _trimmed(nodes: list[Node]) -> list[Node]:
    """Return a line without blanks and line breaks at its end."""
    while nodes:
        last = nodes[-1]
        if isinstance(last, str):
            nodes = [*nodes[:-1], *([last.rstrip(_ENDS)] if last.rstrip(_ENDS) else [])]
            if last.rstrip(_ENDS):
                return nodes
        elif last.tag == "br":
            nodes = nodes[:-1]
        elif last.tag in {"img", NOTE}:
            return nodes
        else:
            inner = _trimmed(last.children)
            nodes = [*nodes[:-1], *([replace(last, children=inner)] if inner else [])]
            if inner:
                return nodes
    return nodes
