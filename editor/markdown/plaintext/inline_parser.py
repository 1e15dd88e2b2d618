"""Inline parser: the prose, markup and placeholders of a block's text.

The rules are Python-Markdown's: code spans and escapes bind first, then footnote marks, links and
images, then HTML, entities and addresses, then emphasis. Each step masks what it has settled for
the next one, and reads the text once.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from html.entities import html5
from itertools import accumulate, cycle

from editor.markdown.plaintext.links import InlineLink, links
from editor.markdown.plaintext.tokens import PARAGRAPH, InlinePiece, SegmentKind
from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.emphasis import markers
from editor.markdown.scanner.html_blocks import BLOCK_TAGS, COMMENT, TAG
from editor.markdown.scanner.tokens import BlockKind, DefinedLabels, TextBlock, mask


def with_captions(
    pieces: list[InlinePiece], text: str, links: list[InlineLink]
) -> list[InlinePiece]:
    """Make the description of an image a paragraph of its own unless it is inside a line of prose.

    An image at the start, at the end or on a line of its own is not part of the sentences next to
    it; one inside a line, such as an icon, is read in place.
    """
    images = _outermost(link for link in links if link.image)
    if not images:
        return pieces
    prose = _prose(pieces, text, images)
    newlines = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    apart: set[int] = set()
    for start, close, end in images:
        line = newlines[bisect_right(newlines, start) - 1], newlines[bisect_left(newlines, end)]
        before, after = bisect_left(prose, start), bisect_left(prose, end)
        alone = bisect_left(prose, line[0]) == bisect_left(prose, line[1])
        if alone or before == 0 or after == len(prose):
            apart |= {start, close}
    return [
        piece._replace(text=PARAGRAPH) if piece.start in apart and not piece.text else piece
        for piece in pieces
    ]


def _outermost(images: Iterable[InlineLink]) -> list[tuple[int, int, int]]:
    spans: list[tuple[int, int, int]] = []
    for image in images:
        if not spans or image.start > spans[-1][2]:
            spans.append((image.start - 1, image.close, image.end))
    return spans


def _prose(pieces: list[InlinePiece], text: str, images: list[tuple[int, int, int]]) -> list[int]:
    """Return the starts of the pieces outside of images that are read."""
    starts = [start for start, _, _ in images]

    def is_read(piece: InlinePiece) -> bool:
        index = bisect_right(starts, piece.start) - 1
        if piece.kind is SegmentKind.GAP or (index >= 0 and piece.start < images[index][2]):
            return False
        return piece.kind is not SegmentKind.TEXT or not text[piece.start : piece.end].isspace()

    return [piece.start for piece in pieces if is_read(piece)]


# LanguageTool's German accepts these in any gender, case and number, at the end of a sentence and
# in compounds; two, because a word that follows itself is a finding. Counted from the start of
# each block, so that a change in one block does not alter the text of the others.
_PLACEHOLDERS = ("X1", "X2")

# A text without one of these is all prose, as most headings, items and cells are.
_SIGNS = re.compile(r"[\\`*_\[<&@\n]|://|www\.")
_FOOTNOTE = re.compile(r"\[\^([^\[\]]*)\]")
_ATTRIBUTES = re.compile(r"""\{:?[ ]*(?![}\s])(?:="[^"\n]*"|='[^'\n]*'|[^{}\n])*+\}""")
# End tags of elements whose content is not prose.
_OPAQUE = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("code", "kbd", "pre", "samp", "script", "style", "textarea", "tt")
}

_IN_URL = r"""[^\s<>()\[\]"„“”‚‘»«`|]"""
_SPECIAL = re.compile(
    rf"""(?P<auto><[A-Za-z][A-Za-z0-9+.-]*+://[^<>]*+> | <[^<>\s!@]++@[^<>\s@]++>)
    | (?P<markup>{COMMENT} | <\?(?:(?!<\?|\?>).)*\?>)
    | (?P<tag>{TAG})
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    | (?P<url>(?<!\w)(?:(?:https?|ftp)://|www\.){_IN_URL}++(?:\([^\s<>()]*+\){_IN_URL}*+)*+)
    | (?P<mail>(?<![\w.+-])[\w.+-]{{1,64}}+@[\w-]++(?:\.[\w-]++)++)
    | (?P<line>(?<![ ])[ ]*\n)""",
    re.DOTALL | re.VERBOSE,
)
_AFTER_URL = ".,;:!?…*_~'’–—-"


def inline_pieces(block: TextBlock, labels: DefinedLabels) -> Iterator[InlinePiece]:
    """Yield the pieces of a block in order, in positions of the document."""
    text = "\n".join(line.text for line in block.lines)
    if not _SIGNS.search(text):
        yield InlinePiece(block.lines[0].start, block.lines[0].start + len(text), SegmentKind.TEXT)
        return
    scan = _Scan(text, labels)
    for step in (scan.specials,) if block.kind is BlockKind.HTML else scan.steps():
        step()
    starts = list(accumulate((len(line.text) + 1 for line in block.lines), initial=0))

    def position(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return block.lines[index].start + offset - starts[index]

    for piece in scan.result():
        yield InlinePiece(
            position(piece.start), position(piece.end - 1) + 1, piece.kind, piece.text
        )


class _Scan:
    """Steps over one block; ``rest`` is its text without what earlier steps have settled."""

    def __init__(self, text: str, labels: DefinedLabels) -> None:
        self.text = self.rest = text
        self.labels = labels
        self.pieces: list[InlinePiece] = []
        self.links: list[InlineLink] = []
        self._ends: list[int] = []
        self._unclosed: set[str] = set()

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return the steps for Markdown, in their order."""
        inline = (self.code, self.footnotes, self.brackets, self.specials)
        return (*inline, self.emphasis, self.attributes)

    def code(self) -> None:
        """Settle code spans and escapes."""
        spans, escapes = code_spans(self.text)
        self.pieces += (InlinePiece(start, end, SegmentKind.PLACEHOLDER) for start, end in spans)
        self.pieces += (_markup(start, start + 1) for start in escapes)
        self._ends += (end for _, end in spans)
        self._settle([*spans, *((start, start + 2) for start in escapes)])

    def footnotes(self) -> None:
        """Settle references to footnotes, defined or not."""
        marks = [match.span() for match in _FOOTNOTE.finditer(self.rest) if self._is_note(match[1])]
        self.pieces += (_markup(start, end) for start, end in marks)
        self._ends += (end for _, end in marks)
        self._settle(marks)

    def _is_note(self, name: str) -> bool:
        return name in self.labels.footnotes or (name != "" and " " not in name)

    def brackets(self) -> None:
        """Settle the marks of links and images around their text."""
        self.links = links(self.rest, self.text, self.labels.links)
        for link in self.links:
            self.pieces.append(_markup(link.start - link.image, link.start + 1))
            self.pieces.append(_markup(link.close, link.end))
            self._ends.append(link.end)
        self._settle([(link.close + 1, link.end) for link in self.links])

    def specials(self) -> None:
        """Settle HTML, entities, addresses and line breaks."""
        position, first = 0, len(self.pieces)
        while match := _SPECIAL.search(self.rest, position):
            piece = self._special(match)
            position = piece.end if piece else match.end()
            self.pieces += [piece] if piece else []
        # A line break stays white space for the following steps.
        special = (piece for piece in self.pieces[first:] if self.rest[piece.end - 1] != "\n")
        self._settle([(piece.start, piece.end) for piece in special])

    def _special(self, match: re.Match[str]) -> InlinePiece | None:
        match match.lastgroup:
            case "tag":
                return self._tag(match)
            case "entity":
                return _entity(match)
            case "url":
                return _address(match)
            case "line":
                return InlinePiece(
                    *match.span(), SegmentKind.GAP, "\n" if match[0].startswith("  ") else " "
                )
        kind = SegmentKind.GAP if match.lastgroup == "markup" else SegmentKind.PLACEHOLDER
        return InlinePiece(*match.span(), kind)

    def _tag(self, match: re.Match[str]) -> InlinePiece:
        name, (start, end) = match["name"].lower(), match.span()
        gap = "\n" if name == "br" else PARAGRAPH if name in BLOCK_TAGS else ""
        closing = None if match["slash"] or name in self._unclosed else _OPAQUE.get(name)
        if closing:
            end_tag = closing.search(self.rest, end)
            if end_tag:
                kind = SegmentKind.GAP if gap else SegmentKind.PLACEHOLDER
                return InlinePiece(start, end_tag.end(), kind, gap)
            # One search is enough: it has covered the text after every later tag of this name.
            self._unclosed.add(name)
        return InlinePiece(start, end, SegmentKind.GAP, gap)

    def emphasis(self) -> None:
        """Settle the markers of emphasis."""
        opens = {link.start for link in self.links}
        for marker in markers(self.rest, opens, {link.close for link in self.links}):
            self.pieces.append(_markup(marker.start, marker.end))
            if marker.closes:
                self._ends.append(marker.end)

    def attributes(self) -> None:
        """Settle the attribute lists that directly follow an element."""
        for end in self._ends:
            if match := _ATTRIBUTES.match(self.rest, end):
                self.pieces.append(_markup(*match.span()))

    def _settle(self, ranges: list[tuple[int, int]]) -> None:
        self.rest = mask(self.rest, ranges)

    def result(self) -> Iterable[InlinePiece]:
        """Return all pieces of the block, prose included."""
        pieces, position = [], 0
        for piece in sorted(self.pieces, key=lambda piece: (piece.start, -piece.end)):
            if piece.start < position:
                continue
            if piece.start > position:
                pieces.append(InlinePiece(position, piece.start, SegmentKind.TEXT))
            pieces.append(piece)
            position = piece.end
        if position < len(self.text):
            pieces.append(InlinePiece(position, len(self.text), SegmentKind.TEXT))
        return _numbered(with_captions(pieces, self.text, self.links))


def _markup(start: int, end: int) -> InlinePiece:
    return InlinePiece(start, end, SegmentKind.GAP)


def _entity(match: re.Match[str]) -> InlinePiece | None:
    name = match["entity"]
    character = unescape(name) if name[1] == "#" else html5.get(name[1:], "")
    if not character:
        return None
    return InlinePiece(
        *match.span(), SegmentKind.ENTITY, " " if character in "\t\n\r" else character
    )


def _address(match: re.Match[str]) -> InlinePiece | None:
    url = match["url"].rstrip(_AFTER_URL)
    if url.endswith(("://", "www")):
        return None
    return InlinePiece(match.start(), match.start() + len(url), SegmentKind.PLACEHOLDER)


def _numbered(pieces: list[InlinePiece]) -> Iterator[InlinePiece]:
    placeholders = cycle(_PLACEHOLDERS)
    for piece in pieces:
        if piece.kind is SegmentKind.PLACEHOLDER:
            yield piece._replace(text=next(placeholders))
        else:
            yield piece
