"""Collector of the blocks and labels that the block parser finds."""

from collections.abc import Mapping, Sequence

from editor.markdown.scanner import renderer_lines as line_rules
from editor.markdown.scanner.structure import BlockNode
from editor.markdown.scanner.tokens import MARK, BlockKind, SourceLine, TextBlock


class BlockCollector:
    """Blocks by the position of their text, and labels.

    ``stashed`` maps the position of a mark to the element that an earlier step has taken out.
    """

    def __init__(self, stashed: Mapping[int, str]) -> None:
        self._stashed = stashed
        self.blocks: dict[int, TextBlock] = {}
        self.links: set[str] = set()
        self.notes: set[str] = set()

    def add(
        self, lines: Sequence[SourceLine], kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0
    ) -> None:
        """Add a block unless it is empty or a mark."""
        if lines[0].text not in ("", MARK):
            self.blocks[lines[0].start] = TextBlock(tuple(lines), kind, level)

    def add_heading(self, node: BlockNode, line: SourceLine, level: int) -> None:
        """Add a heading to ``node`` and its text, without closing hashes and attributes."""
        node.add(f"h{level}")
        bare = line_rules.without_attributes(line_rules.without_hashes(line))
        self.add([line_rules.without_hashes(bare)], BlockKind.HEADING, level)

    def take_back_paragraph(self, node: BlockNode) -> Sequence[SourceLine]:
        """Remove the last paragraph of ``node`` and return its lines, which are terms."""
        if node.last != "p":
            return ()
        start = node.children.pop().leaf
        block = self.blocks.pop(start, None)
        return block.lines if block else (SourceLine(start, MARK),)

    def stashed_at(self, line: SourceLine) -> str:
        """Return the element that an earlier step has replaced by ``line``, or an empty string."""
        return self._stashed.get(line.start, "") if line.text == MARK else ""
