"""Position of the block parser: the lines of a block, and the element that they belong to."""

from bisect import bisect_left
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import NamedTuple

from editor.markdown.scanner.renderer_lines import MARKS
from editor.markdown.scanner.tokens import SourceLine


@dataclass(slots=True)
class BlockNode:
    """An element of the renderer; of its content only what later blocks depend on."""

    tag: str
    leaf: int = -1
    """Position of the text of a paragraph, -1 for any other element."""
    stashed: str = ""
    """Element that stands in for a paragraph: "pre" for fenced code, "html", or empty."""
    children: list["BlockNode"] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The tag of the last child, empty if there is none."""
        return self.children[-1].tag if self.children else ""

    def add(self, tag: str, leaf: int = -1, stashed: str = "") -> "BlockNode":
        """Append a child and return it."""
        self.children.append(BlockNode(tag, leaf, stashed))
        return self.children[-1]

    def last_or_new(self, tag: str) -> "BlockNode":
        """Return the last child if it is a ``tag``, else a new one."""
        return self.children[-1] if self.last == tag else self.add(tag)


class BlockPosition(NamedTuple):
    """Parent of blocks; ``state`` is "list" in a tight item, "detabbed" after an indent."""

    node: BlockNode
    state: str
    depth: int

    def inside(self, node: BlockNode, state: str = "") -> "BlockPosition":
        """Return the position one level deeper."""
        return BlockPosition(node, state, self.depth + 1)


class BlockLines:
    """Lines without a blank one between them, and the indexes of lines with marks."""

    def __init__(self, lines: list[SourceLine]) -> None:
        self.lines = lines
        self._marks: dict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            for kind, pattern in MARKS.get(line.text.lstrip(" ")[:1], ()):
                if pattern.match(line.text):
                    self._marks[kind].append(index)

    def first(self, kind: str, low: int, high: int) -> int | None:
        """Return the index of the first line with this mark from ``low`` up to ``high``."""
        marks = self._marks[kind]
        index = bisect_left(marks, low)
        return marks[index] if index < len(marks) and marks[index] < high else None


class LineSpan(NamedTuple):
    """Lines of a block that are still to be read, and the blocks that follow it."""

    place: BlockPosition
    block: BlockLines
    low: int
    high: int
    following: deque[list[SourceLine]]

    @property
    def text(self) -> str:
        """The first line."""
        return self.block.lines[self.low].text

    @property
    def lines(self) -> list[SourceLine]:
        """All lines."""
        return self.block.lines[self.low : self.high]

    def first(self, kind: str) -> int | None:
        """Return the index of the first line with this mark."""
        return self.block.first(kind, self.low, self.high)
