"""Block parser: cuts a Markdown text into the blocks that have text of their own.

The rules are Python-Markdown's with the extensions of ``editor.markdown.render``. A block of lines
without an empty one between them is looked at as a whole: a heading or a rule anywhere in it splits
it, a list must begin it, a quote reaches from its first mark to its end. What a block belongs to
depends on the last element of its parent; the tree keeps no more than that.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from editor.markdown.scanner import renderer_lines as line_rules
from editor.markdown.scanner.block_collector import BlockCollector
from editor.markdown.scanner.lines import DEFINITION, FOOTNOTE, PYTHON_MARKDOWN
from editor.markdown.scanner.renderer_lines import TAB
from editor.markdown.scanner.structure import BlockLines, BlockNode, BlockPosition, LineSpan
from editor.markdown.scanner.tables import cells
from editor.markdown.scanner.tokens import (
    BlockKind,
    SourceLine,
    normalise_label,
)

_LISTS = frozenset({"ul", "ol"})
# Deeper nesting counts as text: people do not write it, and Python limits the recursion.
_DEPTH = 24
_DEEPEST_HEADING = 6


class _Kinds(NamedTuple):
    """Elements to which an indented block can belong."""

    lists: frozenset[str]
    items: frozenset[str]

    def hold(self, node: BlockNode) -> bool:
        """Return whether an indented block in ``node`` belongs to one of them."""
        return node.tag in self.items or node.last in self.lists


# An indented block looks for lists of definitions only where no other list is near.
_KINDS = (
    _Kinds(_LISTS, frozenset({"li"})),
    _Kinds(_LISTS | {"dl"}, frozenset({"li", "dd"})),
)


class BlockParser:
    """Parses the lines of a document into ``found``, and an element tree below a given node."""

    def __init__(self, stashed: Mapping[int, str]) -> None:
        self.found = BlockCollector(stashed)
        # In Python-Markdown's order: each returns the index of the line to go on with, or None.
        self._rules = (
            self._indented,
            self._code,
            self._table,
            self._heading,
            self._underlined,
            self._rule,
            self._list,
            self._definition,
            self._quote,
            self._note,
            self._abbreviation,
            self._link,
            self._paragraph,
        )

    def lines(self, place: BlockPosition, lines: Iterable[SourceLine]) -> None:
        """Parse ``lines``."""
        self._queue(place, deque(line_rules.blocks(lines)))

    def _queue(self, place: BlockPosition, blocks: deque[list[SourceLine]]) -> None:
        while blocks:
            lines = blocks.popleft()
            if place.depth > _DEPTH:
                self.found.add([line.lstrip() for line in lines])
            else:
                self._span(LineSpan(place, BlockLines(lines), 0, len(lines), blocks))

    def _span(self, span: LineSpan) -> None:
        while span.low < span.high:
            for rule in self._rules:
                low = rule(span)
                if low is not None:
                    span = span._replace(low=low)
                    break

    def _before(self, span: LineSpan, index: int) -> None:
        if index > span.low:
            self._span(span._replace(high=index, following=deque()))

    def _indented(self, span: LineSpan) -> int | None:
        node, state, _ = span.place
        if not span.text.startswith(TAB) or state == "detabbed":
            return None
        kinds = next((kinds for kinds in _KINDS if kinds.hold(node)), None)
        if kinds is None:
            return None
        level, sibling = _level(span, kinds)
        if node.tag in kinds.items:
            sibling = node.children[-1] if node.last in kinds.lists else node
        elif sibling.tag not in kinds.items:
            sibling = sibling.children[-1] if sibling.last in kinds.items else sibling.add("li")
        lines = line_rules.unindented(span.lines, level)
        self.lines(span.place.inside(sibling, "detabbed"), lines)
        return span.high

    def _code(self, span: LineSpan) -> int | None:
        low = span.low
        while low < span.high and span.block.lines[low].text.startswith(TAB):
            low += 1
        if low == span.low:
            return None
        span.place.node.last_or_new("pre")
        return low

    def _table(self, span: LineSpan) -> int | None:
        table_cells = cells(span.block.lines, span.low, span.high)
        if not table_cells:
            return None
        span.place.node.add("table")
        for cell in table_cells:
            self.found.add([line_rules.without_attributes(cell)], BlockKind.CELL)
        return span.high

    def _heading(self, span: LineSpan) -> int | None:
        index = span.first("heading")
        if index is None:
            return None
        self._before(span, index)
        line = span.block.lines[index]
        hashes = len(line.text) - len(line.text.lstrip("#"))
        level = min(hashes, _DEEPEST_HEADING)
        self.found.add_heading(span.place.node, line.cut(level), level)
        return index + 1

    def _underlined(self, span: LineSpan) -> int | None:
        low = span.low + 1
        if low >= span.high or not PYTHON_MARKDOWN.underline.match(span.block.lines[low].text):
            return None
        level = 1 if span.block.lines[low].text.startswith("=") else 2
        self.found.add_heading(span.place.node, span.block.lines[span.low], level)
        return low + 1

    def _rule(self, span: LineSpan) -> int | None:
        index = span.first("rule")
        if index is None:
            return None
        self._before(span, index)
        span.place.node.add("hr")
        return index + 1

    def _list(self, span: LineSpan) -> int | None:
        for tag, pattern in line_rules.ITEMS.items():
            if pattern.match(span.text):
                self._items(span.place, tag, line_rules.items(span.lines, pattern))
                return span.high
        return None

    def _items(self, place: BlockPosition, tag: str, items: list[list[SourceLine]]) -> None:
        node, first = place.node, 0
        if node.last == tag:
            node, first = node.children[-1], 1
            self.lines(place.inside(node.add("li")), items[0])
        elif node.tag not in _LISTS:
            node = node.add(tag)
        for item in items[first:]:
            belongs = item[0].text.startswith(TAB)
            owner = node.children[-1] if belongs else node.add("li")
            self.lines(place.inside(owner, "list"), item)

    def _definition(self, span: LineSpan) -> int | None:
        index = span.first("definition")
        if index is None or (index == span.low and not span.place.node.last):
            return None
        lines = span.block.lines
        terms = lines[span.low : index] or self.found.take_back_paragraph(span.place.node)
        node = span.place.node.last_or_new("dl")
        for term in terms:
            node.add("dt", term.start, self.found.stashed_at(term))
            self.found.add([line_rules.without_attributes(term.strip())], BlockKind.TERM)
        end = index + 1
        lazy = end < span.high and line_rules.UNINDENTED.match(lines[end].text)
        while end < span.high and (lazy or lines[end].text.startswith(TAB)):
            end += 1
        rest = lines[index + 1 : end]
        first = line_rules.cut(DEFINITION, lines[index])
        content = [first, *(rest if lazy else line_rules.unindented(rest))]
        self.lines(span.place.inside(node.add("dd"), "list"), content)
        return end

    def _quote(self, span: LineSpan) -> int | None:
        index = span.first("quote")
        if index is None:
            return None
        self._before(span, index)
        lines = span.block.lines[index : span.high]
        quote = span.place.inside(span.place.node.last_or_new("blockquote"))
        self.lines(quote, (line_rules.cut(PYTHON_MARKDOWN.quote, line) for line in lines))
        return span.high

    def _note(self, span: LineSpan) -> int | None:
        index = span.first("note")
        if index is None:
            return None
        self._before(span, index)
        following = span.block.first("note", index + 1, span.high)
        end = span.high if following is None else following
        first, *rest = span.block.lines[index:end]
        self.found.notes.update(FOOTNOTE.findall(first.text))
        lines = [line_rules.cut(FOOTNOTE, first), *line_rules.unindented(rest)]
        blocks = deque(line_rules.blocks(lines))
        if following is None:
            blocks.extend(line_rules.note_continued(span.following))
        self._queue(span.place.inside(BlockNode("div")), blocks)
        return end

    def _abbreviation(self, span: LineSpan) -> int | None:
        index = span.first("abbreviation")
        if index is None:
            return None
        match = line_rules.ABBREVIATION.match(span.block.lines[index].text)
        end = index + (1 if match and match[1] else 2)
        if end > span.high:
            return None
        self._before(span, index)
        return end

    def _link(self, span: LineSpan) -> int | None:
        lines, index = span.block.lines, span.first("link")
        while index is not None:
            if end := line_rules.link_end(lines, index, span.high):
                names = line_rules.LINK.findall(lines[index].text)
                self.found.links.update(normalise_label(name) for name, _ in names)
                self._before(span, index)
                return end
            index = span.block.first("link", index + 1, span.high)
        return None

    def _paragraph(self, span: LineSpan) -> int:
        lines = [line.lstrip() for line in span.lines]
        # The text of a tight item belongs to the item itself: nothing refers to it later.
        if span.place.state != "list":
            span.place.node.add("p", lines[0].start, self.found.stashed_at(lines[0]))
        self.found.add(line_rules.without_attributes_line(lines))
        return span.high


def _level(span: LineSpan, kinds: _Kinds) -> tuple[int, BlockNode]:
    """Return the depth of lists that the first line's indent reaches, and the element there."""
    node, state, _ = span.place
    indent = (len(span.text) - len(span.text.lstrip(" "))) // len(TAB)
    level = 1 if state == "list" else 0
    while indent > level and node.last in kinds.lists | kinds.items:
        node = node.children[-1]
        level += node.tag in kinds.lists
    return level, node
