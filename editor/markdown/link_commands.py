"""Link commands: make, change and remove the link at a selection.

Every command takes the text, the selection as two positions in code points, and the addresses that
the review defines (``editor.markdown.link_spans.defined_addresses``). No command nests links, or
makes one without words or address.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from editor.markdown.inline_commands import selected_pieces, widen_to_marks
from editor.markdown.link_spans import LinkSpan, link_spans
from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.fences import in_open_fence
from editor.markdown.scanner.lines import ABBREVIATION, LINK_DEFINITION
from editor.markdown.selection import CommandEdit, is_escaped, paragraph_at, word_at

_ADDRESS = re.compile(r"\s*(?:https?://|mailto:|www\.)\S+\s*", re.IGNORECASE)
_NO_MARKS = -1
"""A width that no emphasis has: only marks that a range cuts widen it."""
_ESCAPED = re.compile(r"[\s()<>\[\]\\\"`|]")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_TAG = re.compile(r"<[A-Za-z/][^<>]*>")
_ESCAPABLE = re.compile(r"[\[\]`]")
_MAIL = "mailto:"


class LinkPlace(NamedTuple):
    """A range of a text that is a link or can become one, and what a writer edits of it."""

    start: int
    end: int
    words: str
    """Words of the link as Markdown, on one line; empty where there are none yet."""
    address: str
    """Address of the link, or the one that the words are; empty where there is none."""
    span: LinkSpan | None = None
    """The link, None where there is none yet."""


def link_place(text: str, start: int, end: int, addresses: Mapping[str, str]) -> LinkPlace | None:
    """Return the link at the selection, or the words that would become one.

    Without a selection these are the word at the cursor. A selection over several paragraphs or
    items stands for its part in the first, one that cuts marks for all that they enclose. Returns
    None in fenced code, in a definition and in a tag, where no link is possible.
    """
    low, high = _selected(text, start, end)
    if _is_literal(text, low, high):
        return None
    spans = _spans(text, low, high, addresses)
    around = [span for span in spans if span.kind != "image" and span.holds(low, high)]
    if around:
        return _place_of(text, around[0])
    low, high = _widened(text, low, high, spans)
    inside = [
        span for span in spans if span.kind != "image" and low <= span.start < span.end <= high
    ]
    words = _joined(_without_links(text, low, high, inside))
    return LinkPlace(low, high, words, inside[0].address if inside else "")


def set_link(
    text: str, start: int, end: int, addresses: Mapping[str, str], *, words: str, address: str
) -> CommandEdit | None:
    """Make a link of the selection, or change the one that is there; the cursor moves behind it.

    ``words`` are Markdown; without any the address is read on the page. ``address`` is one that a
    browser takes, not empty. What is not changed keeps its spelling, as does the title of a link.
    """
    place = link_place(text, start, end, addresses)
    if place is None:
        return None
    shown = _joined(words).strip()
    same_words = shown == place.words
    source = _source_words(text, place) if same_words else _escaped_words(shown)
    if is_escaped(f"{source}]", len(source)):
        source += "\\"
    new = _link(text, place, source, address)
    low = place.start
    if text[low - 1 : low] == "!" and not is_escaped(text, low - 1) and new.startswith("["):
        # An exclamation mark before a link makes an image of it.
        low, new = low - 1, f"\\!{new}"
    cursor = low + len(new)
    return CommandEdit(low, place.end, new, (cursor, cursor))


def remove_link(
    text: str, start: int, end: int, addresses: Mapping[str, str]
) -> CommandEdit | None:
    """Leave the words of the link at the selection, or its address where it has no words."""
    place = link_place(text, start, end, addresses)
    if place is None or place.span is None:
        return None
    words = _source_words(text, place) or place.address
    cursor = place.start + len(words)
    return CommandEdit(place.start, place.end, words, (cursor, cursor))


def is_address(text: str) -> bool:
    """Return whether ``text`` is one address that begins as addresses on the web or of mail do."""
    return _ADDRESS.fullmatch(text) is not None


def is_plain(text: str, start: int, end: int, addresses: Mapping[str, str]) -> bool:
    """Return whether a selection is words of one paragraph without a link, an image or an address.

    Only such a selection becomes a link when an address is pasted over it.
    """
    place = link_place(text, start, end, addresses)
    if place is None or place.span is not None or place.address or not place.words.strip():
        return False
    touched = any(span.meets(start, end) for span in _spans(text, start, end, addresses))
    return end <= place.end and not touched


def markdown_address(address: str) -> str:
    """Return ``address`` with blanks, brackets and other signs of Markdown percent-encoded."""
    return _ESCAPED.sub(lambda match: quote(match[0], safe=""), address.strip())


# -- the place ------------------------------------------------------------------------------------


def _selected(text: str, start: int, end: int) -> tuple[int, int]:
    pieces = selected_pieces(text, start, end) if start < end else []
    return pieces[0] if pieces else word_at(text, start)


def _is_literal(text: str, low: int, high: int) -> bool:
    first = text.rfind("\n", 0, low) + 1
    if any(kind.match(text, first) for kind in (LINK_DEFINITION, ABBREVIATION)):
        return True
    begin, end = paragraph_at(text, low, high)
    tags = (tag.span() for tag in _TAG.finditer(text, begin, end))
    return in_open_fence(text, low) or any(
        start < low and high < stop for start, stop in tags if ":" not in text[start:stop]
    )


def _spans(text: str, low: int, high: int, addresses: Mapping[str, str]) -> list[LinkSpan]:
    first, last = paragraph_at(text, low, high)
    return [span.moved(first) for span in link_spans(text[first:last], addresses)]


def _place_of(text: str, span: LinkSpan) -> LinkPlace:
    words = _joined(text[span.words : span.words_end])
    found = None if span.kind == "bare" else span
    return LinkPlace(span.start, span.end, words, span.address, found)


def _widened(text: str, low: int, high: int, spans: list[LinkSpan]) -> tuple[int, int]:
    """Return the range with all of the links, images and marks that it cuts."""
    while True:
        met = [span for span in spans if span.meets(low, high)]
        first = min(low, *(span.start for span in met), low)
        last = max(high, *(span.end for span in met), high)
        wider = widen_to_marks(text, first, last, _NO_MARKS)
        if wider in ((low, high), (wider[0], wider[0])):
            return low, high
        low, high = wider


# -- the words ------------------------------------------------------------------------------------


def _joined(words: str) -> str:
    """Return ``words`` on one line."""
    return _BREAK.sub(" ", words)


def _without_links(text: str, low: int, high: int, inside: list[LinkSpan]) -> str:
    parts: list[str] = []
    position = low
    for span in inside:
        if span.start >= position:
            parts += text[position : span.start], text[span.words : span.words_end] or span.address
            position = span.end
    return "".join([*parts, text[position:high]])


def _source_words(text: str, place: LinkPlace) -> str:
    if place.span is not None:
        return text[place.span.words : place.span.words_end]
    source = text[place.start : place.end]
    return source if _joined(source) == place.words else place.words


def _escaped_words(words: str) -> str:
    """Return ``words`` with a backslash before brackets and marks of code that have no partner.

    Images keep theirs.
    """
    codes, escapes = code_spans(words)
    images = [(span.start, span.end) for span in link_spans(words, {}) if span.kind == "image"]
    kept = [*codes, *images, *((place, place + 2) for place in escapes)]
    return "".join(_signs(words, kept))


def _signs(words: str, kept: list[tuple[int, int]]) -> Iterator[str]:
    for place, sign in enumerate(words):
        free = not any(start <= place < end for start, end in kept)
        yield f"\\{sign}" if free and _ESCAPABLE.match(sign) else sign


# -- the link -------------------------------------------------------------------------------------


def _link(text: str, place: LinkPlace, words: str, address: str) -> str:
    span = place.span
    same = span is not None and address == span.address
    if span is not None and span.kind == "html":
        return _element(text, span, words, address)
    if not words:
        return _automatic(address)
    if span is None or span.kind in ("automatic", "bare"):
        return f"[{words}]({markdown_address(address)})"
    target = text[span.words_end + 1 : span.end]
    if span.kind == "reference":
        label = target if target.strip(" \n[]") else f"[{text[span.words : span.words_end]}]"
        return f"[{words}]{label}" if same else f"[{words}]({markdown_address(address)})"
    title = re.search(r"\s+[\"'].*(?=\)\Z)", target, re.DOTALL)
    new = f"({markdown_address(address)}{title[0] if title else ''})"
    return f"[{words}]{target if same else new}"


def _automatic(address: str) -> str:
    written = markdown_address(address)
    if written.startswith(("http://", "https://")):
        return f"<{written}>"
    return f"[{_escaped_words(address.removeprefix(_MAIL))}]({written})"


def _element(text: str, span: LinkSpan, words: str, address: str) -> str:
    opening = text[span.start : span.words]
    if address != span.address:
        value = html.escape(address).replace("\\", "%5C")
        opening = re.sub(
            r"(\bhref\s*=\s*)(?:\"[^\"]*\"|'[^']*')", lambda m: f'{m[1]}"{value}"', opening, count=1
        )
    return opening + (words or html.escape(address)) + text[span.words_end : span.end]
