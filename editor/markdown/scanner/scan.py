"""Scan of a text: its blocks, headings, fences, raw HTML and labels, as the renderer reads it."""

from dataclasses import dataclass
from typing import NamedTuple

from editor.markdown.scanner import renderer_lines as line_rules
from editor.markdown.scanner.block_parser import BlockParser
from editor.markdown.scanner.fences import Fence
from editor.markdown.scanner.html_blocks import HtmlRegion, without_fences, without_html
from editor.markdown.scanner.normalise import NormalisedText
from editor.markdown.scanner.structure import BlockNode, BlockPosition
from editor.markdown.scanner.tokens import MARK, BlockKind, DefinedLabels, TextBlock


@dataclass(frozen=True, slots=True)
class ScannedText:
    """A normalised text with its blocks; all positions are code points of ``text``."""

    text: str
    blocks: tuple[TextBlock, ...]
    """Blocks with text of their own, in the order of the text. Code is not among them."""
    labels: DefinedLabels
    """Links and footnotes that the text defines."""
    root: BlockNode
    """The elements that the renderer makes of the text."""
    fences: tuple[Fence, ...]
    html: tuple[HtmlRegion, ...]


class Heading(NamedTuple):
    """A heading with text, of ATX or setext form.

    ``start`` is its first hash or letter, ``end`` the end of that line, in code points.
    """

    level: int
    start: int
    end: int


def scan_markdown(markdown: str) -> ScannedText:
    """Return the blocks of ``markdown``, in positions of its normalised text."""
    return parse(NormalisedText(markdown).text)


def headings(markdown: str) -> list[Heading]:
    """Return the headings of ``markdown`` that the renderer makes, in positions of ``markdown``."""
    if not any(sign in markdown for sign in "#=-"):
        return []
    normalised = NormalisedText(markdown)
    scanned = parse(normalised.text)
    return [
        _heading_of(block, normalised)
        for block in scanned.blocks
        if block.kind is BlockKind.HEADING
    ]


def _heading_of(block: TextBlock, normalised: NormalisedText) -> Heading:
    text, start = normalised.text, block.lines[0].start
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", start)
    end = len(text[: stop if stop >= 0 else len(text)].rstrip(" "))
    before = text[line:start].rstrip(" ")
    marks = len(before) - len(before.rstrip("#"))
    spans = list(normalised.origins(line + len(before) - marks if marks else start, end))
    return Heading(block.level, spans[0][0], spans[-1][1])


def parse(text: str) -> ScannedText:
    """Return the blocks of the normalised ``text``, with its fences, HTML and labels."""
    bare, fences = without_fences(text)
    rest, regions = without_html(bare)
    stashed = {start + 1: "pre" for start, *_ in fences}
    stashed |= {start + 1: "html" for start, _ in regions}
    parser = BlockParser(stashed)
    root = BlockNode("body")
    parser.lines(BlockPosition(root, "", 0), line_rules.split(rest, 0))
    blocks = [*parser.found.blocks.values(), *(_html(bare, start, end) for start, end in regions)]
    blocks.sort(key=lambda block: block.lines[0].start)
    labels = DefinedLabels(frozenset(parser.found.links), frozenset(parser.found.notes))
    return ScannedText(text, tuple(blocks), labels, root, tuple(fences), tuple(regions))


def _html(text: str, start: int, end: int) -> TextBlock:
    lines = line_rules.split(text[start:end], start)
    return TextBlock(
        tuple(line.strip() for line in lines if line.text.strip(" ") not in ("", MARK)),
        BlockKind.HTML,
    )
