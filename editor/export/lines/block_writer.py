"""Block writer: writes blocks as lines of text in a notation."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor.export.lines.inline_writer import (
    BLANKS,
    InlineWriter,
    attribute_text,
    break_up,
    put_between,
)
from editor.export.lines.notation import BlockFrame, Notation
from editor.export.nodes.structure import HEADINGS, PHRASING
from editor.export.nodes.tree import Element, Node, text_of, walk

_SMALLEST_WIDTH = 20
_NOTES = "footnote"
_UNTITLED_SPOILERS = ("", "Mehr")


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes paragraphs, headings, lists, tables and other blocks in one notation."""

    notation: Notation
    width: int = 0
    """Maximum length of a line in code points, 0 for no limit; a longer word has a line of its
    own."""

    @property
    def inline(self) -> InlineWriter:
        """Writer of the content of a line."""
        return InlineWriter(self.notation)

    def write(self, nodes: Iterable[Node]) -> list[str]:
        """Return ``nodes`` as blocks of one or more lines."""
        result: list[str] = []
        running: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or node.tag in PHRASING:
                running.append(node)
                continue
            result += self.paragraph(running)
            result += self._block(node)
            running = []
        return [block for block in [*result, *self.paragraph(running)] if block]

    def heading(self, tag: str, nodes: Sequence[Node]) -> list[str]:
        """Return a heading, ``tag`` is "h1" to "h6"; an empty list when there is nothing in it."""
        text = self.inline.write(nodes)
        before, behind = self.notation.heading(tag)
        return [f"{before}{text}{behind}"] if text else []

    def _block(self, node: Element) -> list[str]:
        if node.tag in HEADINGS:
            return self.heading(node.tag, node.children)
        kinds = {
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quote,
            "pre": self._code,
            "details": self._spoiler,
            "figure": self._figure,
            "dl": self._definitions,
            "table": self._table,
            "hr": self._rule,
        }
        notes = node.attributes.get("class") == _NOTES
        return kinds.get(node.tag, self._footnotes if notes else self._children)(node)

    def _children(self, node: Element) -> list[str]:
        return self.write(node.children)

    def _quote(self, node: Element) -> list[str]:
        return self._nested(node.children, self.notation.frame("quote"))

    def _rule(self, _: Element) -> list[str]:
        return [self.notation.rule]

    def paragraph(self, nodes: Sequence[Node]) -> list[str]:
        """Return ``nodes`` as a paragraph; an empty list when there is nothing in it."""
        text = self.inline.write(nodes)
        return [self.wrap(text)] if text else []

    def _list(self, node: Element) -> list[str]:
        numbered = node.tag == "ol"
        first = int(node.attributes.get("start", "1"))
        items = [child for child in node.children if isinstance(child, Element)]
        lines = [
            self._item(item, self.notation.number if numbered else self.notation.item, number)
            for number, item in enumerate(items, first)
        ]
        return self._framed(lines, self.notation.frame("numbers" if numbered else "list"))

    def _item(self, item: Element, mark: str, number: int) -> str:
        first = mark.replace("{number}", str(number))
        # BBCode ends an item with a tag; lines are indented only where the marks are plain text.
        rest = "" if self.notation.marked_up else " " * len(first)
        inner = self._narrower(len(first)).write(item.children)
        tight = all(child.tag not in {"p", "pre", "table"} for child in _elements(item))
        text = ("\n" if tight else "\n\n").join(inner)
        return first + text.replace("\n", f"\n{rest}").replace(f"\n{rest}\n", "\n\n")

    def _code(self, node: Element) -> list[str]:
        frame = self.notation.frame("code")
        text = break_up(text_of(node.children).strip("\n"), frame.foot)
        return self._framed([text], frame)

    def _spoiler(self, node: Element) -> list[str]:
        frame = self.notation.frame("spoiler")
        first = next(iter(_elements(node, "summary")), Element("summary"))
        summary = BLANKS.sub(" ", text_of(first.children)).strip()
        title = "Spoiler" if summary in _UNTITLED_SPOILERS else summary
        head = frame.head.replace("{summary}", attribute_text(title))
        children = [child for child in node.children if child is not first]
        return self._nested(children, replace(frame, head=head))

    def _figure(self, node: Element) -> list[str]:
        captions = _elements(node, "figcaption")
        rest = [child for child in node.children if child not in captions]
        lines = [block for part in (rest, captions) for block in self.write(part)]
        return ["\n".join(lines)] if lines else []

    def _definitions(self, node: Element) -> list[str]:
        lines: list[str] = []
        for child in _elements(node):
            text = "\n".join(self.write(child.children))
            before, behind = self.notation.term if child.tag == "dt" else ("", "")
            lines.append(f"{before}{text}{behind}")
        return ["\n".join(lines)]

    def _table(self, node: Element) -> list[str]:
        rows = [element for element in walk(node.children) if element.tag == "tr"]
        captions = [self.inline.write(c.children) for c in _elements(node, "caption")]
        lines = [self._row(row) for row in rows]
        return [*captions, *self._framed(lines, self.notation.frame("table"))]

    def _row(self, row: Element) -> str:
        cells = [
            (cell.tag, " ".join(self.write(cell.children)).replace("\n", " "))
            for cell in _elements(row, "td", "th")
        ]
        if not self.notation.cells:
            return self.notation.row.join(text for _, text in cells)
        inner = "".join(put_between(self.notation.cells[tag], text) for tag, text in cells)
        return put_between(self.notation.cells["tr"], inner)

    def _footnotes(self, node: Element) -> list[str]:
        items = [element for element in walk(node.children) if element.tag == "li"]
        lines = [
            f"[{number}] {' '.join(self._narrower(4).write(item.children))}"
            for number, item in enumerate(items, 1)
        ]
        return ["\n".join(lines)]

    def _nested(self, nodes: Iterable[Node], frame: BlockFrame) -> list[str]:
        inner = self._narrower(len(frame.prefix)).write(nodes)
        return self._framed(["\n\n".join(inner)], frame) if inner else []

    @staticmethod
    def _framed(lines: Iterable[str], frame: BlockFrame) -> list[str]:
        inner = textwrap.indent("\n".join(lines), frame.prefix)
        return ["\n".join(part for part in (frame.head, inner, frame.foot) if part)]

    def wrap(self, text: str) -> str:
        """Return ``text`` in lines of at most ``width`` code points."""
        if not self.width:
            return text
        return "\n".join(
            textwrap.fill(line, self.width, break_long_words=False, break_on_hyphens=False)
            for line in text.split("\n")
        )

    def _narrower(self, by: int) -> "BlockWriter":
        return replace(self, width=self.width and max(self.width - by, _SMALLEST_WIDTH))


def _elements(node: Element, *tags: str) -> list[Element]:
    children = (child for child in node.children if isinstance(child, Element))
    return [child for child in children if not tags or child.tag in tags]
