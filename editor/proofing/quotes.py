"""Conversion of straight quotation marks into German ones, apostrophes and inch signs.

After Duden, „Die deutsche Rechtschreibung“, K 8 to K 12 (quotation marks, half ones within them)
and K 13 to K 16 (apostrophe: „Fiennes’ Rolle“, „wie geht’s“, „die 68er“ beside „’68“); DIN 5008,
section on quotation marks; for Switzerland the „Schreibweisungen“ of the Bundeskanzlei, which ask
for «…» and ‹…› without spaces.

All positions are code points of one paragraph of plain text, without its markup.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.proofing.corrections import TextEdit

APOSTROPHE = "’"
INCH = "″"
_MARKS = re.compile("[\"'„“”‚‘»«›‹]")
_OPENERS = "([{/=„‚"
_EITHER = "-–—\"'»«›‹"
"""After them a mark closes an open quotation („Aber –“), or opens one if none is open."""
_SIBILANTS = "sxzßSXZ"
_CLITIC = r"(?:\d\d|s|n|ne|nen|nem|ner|nes|n?aus|ran|rauf|raus|rein|rüber|rum|runter)"
_CLITIC_REACH = 12
_AHEAD = re.compile(rf"n'|{_CLITIC}(?![\w'])")
_AFTER_HALF = re.compile(r"(?<!\w)[‚›‹](?:\d\d|(?!\d)" + _CLITIC + r"(?P<edge>[\s.,;:!?]))$")
_GLUED = re.compile(r"(?:(?<=[^\W\d_])[‘‹›]|(?<=\d)')[^\W\d_]$")


class QuoteMarks(NamedTuple):
    """The marks of one style, outer and inner ones."""

    open: str
    close: str
    inner_open: str
    inner_close: str


QUOTE_STYLES = {
    "„“": QuoteMarks("„", "“", "‚", "‘"),
    "»«": QuoteMarks("»", "«", "›", "‹"),
    "«»": QuoteMarks("«", "»", "‹", "›"),
}
"""By their outer marks: Germany and Austria, books in both, Switzerland."""


class _OpenQuote(NamedTuple):
    """An open quotation: its closing mark, and the straight mark that was typed, if any."""

    close: str
    typed: str


def quote_edits(paragraph: str, style: QuoteMarks, *, typing: bool = False) -> Iterator[TextEdit]:
    """Yield the edits that turn the straight marks of ``paragraph`` into those of ``style``.

    While ``typing``, the text after the last mark is not known yet.
    """
    return _QuoteParser(paragraph, style, typing=typing).edits()


def correct_half_mark(paragraph: str, style: QuoteMarks) -> TextEdit | None:
    """Return the edit that turns an inner mark into an apostrophe, now that more has been typed.

    „‚6“ may begin a quotation, „’68“ does not; „geht‘“ may end one, „geht’s“ does not. Within an
    outer quotation the first counts as an inner quotation.
    """
    half = _AFTER_HALF.search(paragraph, max(0, len(paragraph) - _CLITIC_REACH))
    if half and paragraph.count(style.open) > paragraph.count(style.close):
        half = None
    match = half or _GLUED.search(paragraph, max(0, len(paragraph) - 3))
    if match is None or match[0][0] not in (style.inner_open, style.inner_close, "'"):
        return None
    return TextEdit(match.start(), match.start() + 1, APOSTROPHE)


class _QuoteParser:
    """Reads the marks of a paragraph in order and keeps the open quotations."""

    def __init__(self, text: str, style: QuoteMarks, *, typing: bool) -> None:
        self._text = text
        self._style = style
        self._typing = typing
        self._open: list[_OpenQuote] = []

    def edits(self) -> Iterator[TextEdit]:
        """Yield the edits in ascending order."""
        for match in _MARKS.finditer(self._text):
            at, mark = match.start(), match[0]
            if mark not in "\"'":
                self._track(mark)
                continue
            new = self._double(at) if mark == '"' else self._single(at)
            if new:
                yield TextEdit(at, at + 1, new)

    def _track(self, mark: str) -> None:
        style = self._style
        if mark in (style.open, style.inner_open):
            close = style.close if mark == style.open else style.inner_close
            self._open.append(_OpenQuote(close, ""))
        elif any(entry.close == mark for entry in self._open):
            self._close(next(e for e in reversed(self._open) if e.close == mark))

    def _double(self, at: int) -> str:
        before, after = self._around(at)
        partner = next((e for e in reversed(self._open) if e.typed != "'"), None)
        if self._opens(before, has_partner=partner is not None):
            return "" if self._isolated(at, after) else self._start('"')
        if partner:
            return self._close(partner)
        if before.isdigit():
            return INCH
        return "" if before.isalnum() and after.isalnum() else self._style.close

    def _single(self, at: int) -> str:
        before, after = self._around(at)
        if before.isalnum() and after.isalnum():
            return APOSTROPHE
        partner = next((e for e in reversed(self._open) if self._is_half(e)), None)
        if self._opens(before, has_partner=partner is not None):
            return self._half_opening(at, after)
        if partner and not (before in _SIBILANTS and self._closes_later(at)):
            return self._close(partner)
        return APOSTROPHE if before.isalpha() else ""

    def _half_opening(self, at: int, after: str) -> str:
        if self._isolated(at, after):
            return ""
        elided = _AHEAD.match(self._text, at + 1) or not (self._typing or self._closes_later(at))
        return APOSTROPHE if elided else self._start("'")

    def _is_half(self, entry: _OpenQuote) -> bool:
        return entry.close == self._style.inner_close and entry.typed != '"'

    def _around(self, at: int) -> tuple[str, str]:
        # An emphasis that is still being typed is not yet markup.
        before = self._text[max(0, at - 8) : at].rstrip("*_")[-1:]
        return before, self._text[at + 1 : at + 2]

    @staticmethod
    def _opens(before: str, *, has_partner: bool) -> bool:
        if not before or before.isspace() or before in _OPENERS:
            return True
        return before in _EITHER and not has_partner

    def _isolated(self, at: int, after: str) -> bool:
        last = at == len(self._text) - 1
        return after.isspace() or (last and not self._typing)

    def _closes_later(self, at: int) -> bool:
        return re.search(r"(?<=\S)'(?!\w)", self._text[at + 1 :]) is not None

    def _start(self, typed: str) -> str:
        style = self._style
        outer = typed == '"' and not any(e.close == style.close for e in self._open[-1:])
        self._open.append(_OpenQuote(style.close if outer else style.inner_close, typed))
        return style.open if outer else style.inner_open

    def _close(self, partner: _OpenQuote) -> str:
        while self._open.pop() is not partner:
            pass
        return partner.close
