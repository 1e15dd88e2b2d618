"""Links of a paragraph, for editing commands. All positions are code points."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from editor.markdown.plaintext.links import InlineLink, links
from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.tokens import mask, normalise_label

LinkKind = Literal["inline", "reference", "automatic", "html", "image", "bare"]
"""``[words](address)``; ``[words][label]``; ``<address>``; an ``a`` element; an image with its
alternative text; an address in the text, which the page does not link."""

_DEFINED = re.compile(
    r"^ {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<address>\S+))",
    re.MULTILINE,
)
_TARGET = re.compile(
    r"\(\s*(?:<(?P<angled>[^<>]*)>|(?P<address>[^\s]*?))(?P<title>\s+[\"'].*)?\)\Z", re.DOTALL
)
_AUTOMATIC = re.compile(
    r"<(?P<address>(?:https?|ftp)://[^<>\s]+|(?:mailto:)?[^<>\s@]+@[^<>\s@]+)>", re.IGNORECASE
)
_HTML = re.compile(
    r"<a\b[^<>]*?\bhref\s*=\s*(?P<quote>[\"'])(?P<address>.*?)(?P=quote)[^<>]*>(?P<words>.*?)</a>",
    re.DOTALL | re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w/@.])(?:https?://|mailto:|www\.)[^\s<>()\[\]\x02]*[^\s<>()\[\]\x02.,;:!?\"'„“”‚‘’»«*_]"
)


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """A link from ``start`` to ``end``, with its words from ``words`` to ``words_end``.

    The words are empty, and at ``start``, where the address is what is read.
    """

    kind: LinkKind
    start: int
    end: int
    words: int
    words_end: int
    address: str
    """Address as a browser takes it."""

    def moved(self, by: int) -> "LinkSpan":
        """Return the span moved by ``by`` characters."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            words=self.words + by,
            words_end=self.words_end + by,
        )

    def holds(self, low: int, high: int) -> bool:
        """Return whether all of the range is in the span or at its edges."""
        return self.start <= low and high <= self.end

    def meets(self, low: int, high: int) -> bool:
        """Return whether range and span have characters in common."""
        return self.start < high and low < self.end


def defined_addresses(texts: Iterable[str]) -> dict[str, str]:
    """Return the addresses that the ``texts`` of sections define, by normalised label.

    As for the renderer the last definition of a label counts.
    """
    return {
        normalise_label(match["label"]): match["angled"] or match["address"] or ""
        for text in texts
        for match in _DEFINED.finditer(text)
    }


def link_spans(paragraph: str, addresses: Mapping[str, str]) -> list[LinkSpan]:
    """Return the links, images and addresses of ``paragraph`` in order, outer before inner.

    ``addresses`` are those of ``defined_addresses``. Code and what is escaped has none.
    """
    codes, escapes = code_spans(paragraph)
    text = mask(paragraph, [*codes, *((place, place + 2) for place in escapes)])
    marked = [
        _span(link, paragraph, addresses) for link in links(text, paragraph, frozenset(addresses))
    ]
    found = [*marked, *_elements(text, paragraph)]
    taken = mask(text, [(span.start, span.end) for span in found])
    bare = (match.span() for match in _BARE.finditer(taken))
    found += (LinkSpan("bare", low, high, low, low, paragraph[low:high]) for low, high in bare)
    return sorted(found, key=lambda span: (span.start, -span.end))


def _span(link: InlineLink, paragraph: str, addresses: Mapping[str, str]) -> LinkSpan:
    target = paragraph[link.close + 1 : link.end]
    words = (link.start + 1, link.close)
    kind: LinkKind = "inline" if target.startswith("(") else "reference"
    if kind == "inline":
        match = _TARGET.match(target)
        address = (match["angled"] or match["address"] or "") if match else ""
    else:
        label = target.strip()[1:-1] or paragraph[slice(*words)]
        address = addresses.get(normalise_label(label), "")
    if link.image:
        return LinkSpan("image", link.start - 1, link.end, *words, address)
    return LinkSpan(kind, link.start, link.end, *words, address)


def _elements(text: str, paragraph: str) -> Iterator[LinkSpan]:
    for match in _AUTOMATIC.finditer(text):
        start, end = match.span()
        yield LinkSpan(
            "automatic", start, end, start, start, paragraph[slice(*match.span("address"))]
        )
    for match in _HTML.finditer(text):
        address = html.unescape(paragraph[slice(*match.span("address"))])
        yield LinkSpan("html", *match.span(), *match.span("words"), address)
