"""Inline parser: the prose, markup and placeholders of a block's text.

The rules are Python-Markdown's: code spans and escapes bind first, then footnote marks, links and
images, then HTML, entities and addresses, then emphasis. Marks of other programs, which the
renderer prints, are markup here too. Each step masks what it has settled for the next one, and
reads the text once.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from html.entities import html5
from itertools import accumulate, cycle

from editor.markdown.plaintext.asides import Span, with_asides_last
from editor.markdown.plaintext.links import InlineLink, links, wiki_links
from editor.markdown.plaintext.tokens import PARAGRAPH, InlinePiece, SegmentKind
from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.emphasis import markers
from editor.markdown.scanner.html_blocks import BLOCK_TAGS, COMMENT, TAG
from editor.markdown.scanner.templates import (
    CALLOUT,
    CAPTION,
    CAPTIONED,
    MASKED,
    TEMPLATE,
    UNMASKED,
)
from editor.markdown.scanner.tokens import BlockKind, DefinedLabels, TextBlock, mask

# LanguageTool's German accepts these in any gender, case and number, at the end of a sentence and
# in compounds; two, because a word that follows itself is a finding. Counted from the start of
# each block, so that a change in one block does not alter the text of the others.
_PLACEHOLDERS = ("X1", "X2")

# A text without one of these is all prose, as most headings, items and cells are.
_SIGNS = re.compile(rf"[\\`*_\[<&@\n{{{TEMPLATE}{CAPTION}]|==|~~|\(\(|://|www\.")
_FOOTNOTE = re.compile(r"\[\^([^\[\]]*)\]")
# pandoc's „^[note]“, and „((note))“ of WordPress and DokuWiki.
_NOTE = re.compile(
    r"""(?<!\[)\^\[(?P<caret>[^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+)*+)\]
    | (?<![:;=(-])\(\((?P<double>(?![\s(])[^()]++(?:\([^()]*+\)[^()]*+)*+(?<!\s))\)\)(?!\))""",
    re.VERBOSE,
)
_ATTRIBUTES = re.compile(r"""\{:?[ ]*(?![}\s])(?:="[^"\n]*"|='[^'\n]*'|[^{}\n])*+\}""")
# A list without a colon has nothing but classes, ids and values: „{x}“ is text.
_ATTRIBUTE_LIST = re.compile(
    r"""\{:[^{}\n]*+\}
    | \{[ ]*+(?:(?:[.#][\w:-]++|[\w-]++=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']++))[ ]*+)++\}""",
    re.VERBOSE,
)
_HIGHLIGHT = re.compile(
    r"(?<![=~])(?P<mark>==|~~)(?=[^\s=~])[^=~\n]*+(?<=\S)(?P<end>(?P=mark))(?![=~])"
)
_LINE_END = re.compile(r"(?<! ) *\n")
_ALT = re.compile(
    r"""\salt\s*=\s*(?P<quote>["'])(?P<text>(?:(?!(?P=quote)).)*)""", re.IGNORECASE | re.DOTALL
)
# End tags of elements whose content is not prose.
_OPAQUE = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("code", "kbd", "pre", "samp", "script", "style", "textarea", "title", "tt")
}

_BLOCKS = BLOCK_TAGS | {"title"}

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
    for step in scan.html_steps() if block.kind is BlockKind.HTML else scan.steps():
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
        self._asides: list[Span] = []
        self._ends: list[int] = []
        self._unclosed: set[str] = set()

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return the steps for Markdown, in their order."""
        links = (self.footnotes, self.callout, self.wiki_links, self.brackets, self.notes)
        return (self.code, *links, *self.html_steps(), self.emphasis, self.attributes)

    def html_steps(self) -> tuple[Callable[[], None], ...]:
        """Return the steps for raw HTML."""
        return (self.templates, self.specials)

    def templates(self) -> None:
        """Settle what ``mask_templates`` has masked: a whole line separates paragraphs.

        The words of captions are asides.
        """
        for match in CAPTIONED.finditer(self.rest):
            start, end = match.span()
            self._asides += (words.span() for words in UNMASKED.finditer(self.rest, start, end))
            self.pieces += (_markup(start, start + 1), _markup(end - 1, end))
        for match in MASKED.finditer(self.text):
            if match["value"]:
                self.pieces.append(InlinePiece(*match.span(), SegmentKind.PLACEHOLDER))
            else:
                gap = PARAGRAPH if match["line"] else ""
                self.pieces.append(InlinePiece(*match.span(), SegmentKind.GAP, gap))

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

    def callout(self) -> None:
        """Settle the kind of a callout; its title is a paragraph of its own."""
        if not (match := CALLOUT.match(self.rest)):
            return
        self.pieces.append(_markup(*match.span()))
        if line_end := _LINE_END.search(self.rest, match.end()):
            self.pieces.append(InlinePiece(*line_end.span(), SegmentKind.GAP, PARAGRAPH))
        self._settle([match.span()])

    def wiki_links(self) -> None:
        """Settle wiki links around the words that are shown, and embedded notes and files."""
        marks = [*wiki_links(self.rest)]
        self.pieces += (InlinePiece(*span, SegmentKind.GAP, gap) for span, gap in marks)
        self._settle([span for span, _ in marks])

    def brackets(self) -> None:
        """Settle the marks of links and images around their text."""
        self.links = links(self.rest, self.text, self.labels.links)
        for link in self.links:
            if link.image:
                self._asides.append((link.start - 1, link.end))
            self.pieces.append(_markup(link.start - link.image, link.start + 1))
            self.pieces.append(_markup(link.close, link.end))
            self._ends.append(link.end)
        self._settle([(link.close + 1, link.end) for link in self.links])

    def notes(self) -> None:
        """Settle the marks of notes inside a sentence; the words of a note are an aside."""
        for match in _NOTE.finditer(self.rest):
            start, end = match.span("double" if match["double"] else "caret")
            self._asides.append(match.span())
            self.pieces += (_markup(match.start(), start), _markup(end, match.end()))

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
        gap = "\n" if name == "br" else PARAGRAPH if name in _BLOCKS else ""
        closing = None if match["slash"] or name in self._unclosed else _OPAQUE.get(name)
        if closing:
            end_tag = closing.search(self.rest, end)
            if end_tag:
                kind = SegmentKind.GAP if gap else SegmentKind.PLACEHOLDER
                return InlinePiece(start, end_tag.end(), kind, gap)
            # One search is enough: it has covered the text after every later tag of this name.
            self._unclosed.add(name)
        if name == "img" and (alt := _ALT.search(self.rest, start, end)) and alt["text"].strip():
            self._asides.append((start, end))
            self.pieces.append(_markup(alt.end("text"), end))
            return _markup(start, alt.start("text"))
        return InlinePiece(start, end, SegmentKind.GAP, gap)

    def emphasis(self) -> None:
        """Settle the markers of emphasis."""
        opens = {link.start for link in self.links}
        for marker in markers(self.rest, opens, {link.close for link in self.links}):
            self.pieces.append(_markup(marker.start, marker.end))
            if marker.closes:
                self._ends.append(marker.end)

    def attributes(self) -> None:
        """Settle attribute lists, and the marks of highlighted and deleted text."""
        for end in self._ends:
            if match := _ATTRIBUTES.match(self.rest, end):
                self.pieces.append(_markup(*match.span()))
        self.pieces += (_markup(*match.span()) for match in _ATTRIBUTE_LIST.finditer(self.rest))
        for match in _HIGHLIGHT.finditer(self.rest):
            self.pieces += (_markup(*match.span(group)) for group in ("mark", "end"))

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
        return _numbered(with_asides_last(pieces, self.text, self._asides))


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
