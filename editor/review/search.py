"""Find and replace in the Markdown of all sections. Facts are not searched.

Places are code points of the text as the writer has it. A letter with its combining marks counts
as one, so that „ä“ is found however it is stored. Without regard to capitals, text compares by its
small letters, and „SS“ in capitals is „ß“: „STRASSE“ finds „Straße“, but „Masse“ not „Maße“.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editor.errors import SearchError
from editor.review.matching import MatchSpans, compile_pattern, find_matches
from editor.review.model import Review

TIMEOUT_S = 2.0
"""How long matching a regular expression may take."""
_CONTEXT = 30
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_UNIT = re.compile(f"[^{_COMBINING}][{_COMBINING}]+")
"""A character with its combining marks."""
_REFERENCE = re.compile(r"\$(?P<dollar>\d{1,2}|\$)|\\(?P<back>\d{1,2}|[nt\\$])")
_ESCAPES = {"n": "\n", "t": "\t"}
_CAPITAL = "ſ"
"""Stands for an S of a double one in capitals: „ſſ“ may be „ß“, as „ss“ may not."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for."""

    text: str
    regex: bool = False
    whole_words: bool = False
    case: bool = False
    """Capitals and small letters differ."""


class ReviewMatch(NamedTuple):
    """A place that was found, in code points of the section's Markdown."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextReplacement:
    """What a replacement changes at one place, with some text on both sides to show it in."""

    match: ReviewMatch
    old: str
    new: str
    lead: str
    tail: str

    @property
    def before(self) -> str:
        """The place as it was, in its context."""
        return f"{self.lead}{self.old}{self.tail}"

    @property
    def after(self) -> str:
        """The place as it becomes, in its context."""
        return f"{self.lead}{self.new}{self.tail}"


class ReplaceResult(NamedTuple):
    """The review after a replacement, with what it changed in reading order."""

    review: Review
    changes: tuple[TextReplacement, ...]


def find(review: Review, query: SearchQuery, seconds: float = TIMEOUT_S) -> tuple[ReviewMatch, ...]:
    """Return all places of ``query`` in reading order; none for an empty one.

    Raises SearchError for a regular expression that is not valid or takes too long.
    """
    return tuple(
        ReviewMatch(section, *spans[0])
        for section, found in _found(review, query, seconds).items()
        for spans in found
    )


def replace_all(
    review: Review,
    query: SearchQuery,
    replacement: str,
    only: Collection[ReviewMatch] | None = None,
    seconds: float = TIMEOUT_S,
) -> ReplaceResult:
    r"""Replace all places of ``query``, or those of them that are in ``only``.

    In the replacement of a regular expression $1 or \1 is its first group, $0 the whole, $$ a
    dollar sign, \n a new line and \t a tab. Raises SearchError as ``find``, and for a group that
    the expression does not have.
    """
    changes: list[TextReplacement] = []
    result = review
    for section, found in _found(review, query, seconds).items():
        text = review.text(section)
        here = [
            _change(section, text, spans, _replacement(text, spans, replacement, query))
            for spans in found
            if only is None or ReviewMatch(section, *spans[0]) in only
        ]
        result = result.with_text(section, _applied(text, here))
        changes += here
    return ReplaceResult(result, tuple(changes))


def _found(review: Review, query: SearchQuery, seconds: float) -> dict[str, list[MatchSpans]]:
    """Return the matches by section, without two that share a character."""
    if not query.text:
        return {}
    sections = [section for section in review.sections if section.text]
    texts = [_unified(section.text, query) for section in sections]
    if query.regex:
        pattern = compile_pattern(
            unicodedata.normalize("NFC", query.text),
            whole_words=query.whole_words,
            case=query.case,
        )
        found = find_matches(pattern, [text.text for text in texts], seconds)
    else:
        literal = _literal(query)
        found = [_whole_units(literal, text) for text in texts]
    return {
        section.id: list(_apart(text.origin(spans) for spans in spans_of))
        for section, text, spans_of in zip(sections, texts, found, strict=True)
    }


def _apart(found: Iterator[MatchSpans]) -> Iterator[MatchSpans]:
    end = 0
    for spans in found:
        if spans[0][0] >= end:
            end = spans[0][1]
            yield spans


# -- letters ----------------------------------------------------------------------------------


class _Unified(NamedTuple):
    """A text in the form in which it is compared, and the way back."""

    text: str
    starts: Sequence[int]
    """Where the unit of a character begins in the writer's text, and where the text ends."""
    ends: Sequence[int]
    """Where the unit of a character ends."""

    def origin(self, spans: MatchSpans) -> MatchSpans:
        """Return the spans in the writer's text."""
        return tuple(
            (start, end)
            if start < 0
            else (self.starts[start], self.ends[end - 1] if end > start else self.starts[start])
            for start, end in spans
        )

    def is_whole(self, start: int, end: int) -> bool:
        """Return whether the span takes no unit apart."""
        return not any(
            0 < place < len(self.text) and self.starts[place] == self.starts[place - 1]
            for place in (start, end)
        )


def _unified(text: str, query: SearchQuery) -> _Unified:
    fold = not (query.regex or query.case)
    if fold:
        text = text.replace("SS", _CAPITAL * 2)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0

    def keep(end: int) -> None:
        """Take over what needs no change up to ``end``."""
        parts.append(_small(text[place:end]) if fold else text[place:end])
        starts.extend(range(place, end))
        ends.extend(range(place + 1, end + 1))

    for match in _UNIT.finditer(text):
        keep(match.start())
        composed = unicodedata.normalize("NFC", match[0])
        parts.append(_small(composed) if fold else composed)
        starts += [match.start()] * len(composed)
        place = match.end()
        ends += [place] * len(composed)
    keep(len(text))
    return _Unified("".join(parts), [*starts, len(text)], ends)


def _small(text: str) -> str:
    """Return ``text`` in small letters, character by character: none becomes two („İ“ stays)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _literal(query: SearchQuery) -> re.Pattern[str]:
    text = unicodedata.normalize("NFC", query.text)
    if query.case:
        pattern = re.escape(text)
    else:
        pattern = "".join(_letter(part) for part in re.findall(r"SS|.", text, re.DOTALL))
    return re.compile(rf"(?<!\w){pattern}(?!\w)" if query.whole_words else pattern)


def _letter(part: str) -> str:
    """Return the pattern of a character, or of a double S in capitals, in a folded text."""
    if part == "SS":
        return f"(?:[s{_CAPITAL}]{{2}}|ß)"
    small = _small(part)
    special = {"s": f"[s{_CAPITAL}]", "ß": f"(?:ß|{_CAPITAL}{{2}})"}
    return special.get(small, re.escape(small))


def _whole_units(pattern: re.Pattern[str], text: _Unified) -> list[MatchSpans]:
    found: list[MatchSpans] = []
    match = pattern.search(text.text)
    while match:
        whole = text.is_whole(*match.span())
        if whole:
            found.append((match.span(),))
        match = pattern.search(text.text, match.end() if whole else match.start() + 1)
    return found


# -- replacing --------------------------------------------------------------------------------


def _change(section: str, text: str, spans: MatchSpans, new: str) -> TextReplacement:
    start, end = spans[0]
    lead, tail = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return TextReplacement(ReviewMatch(section, start, end), text[start:end], new, lead, tail)


def _applied(text: str, changes: list[TextReplacement]) -> str:
    parts, last = [], 0
    for change in changes:
        parts += [text[last : change.match.start], change.new]
        last = change.match.end
    return "".join([*parts, text[last:]])


def _replacement(text: str, spans: MatchSpans, replacement: str, query: SearchQuery) -> str:
    if not query.regex:
        return replacement

    def expanded(match: re.Match[str]) -> str:
        name = match["dollar"] or match["back"]
        if not name.isdecimal():
            return _ESCAPES.get(name, name)
        if int(name) >= len(spans):
            raise _no_group(int(name))
        start, end = spans[int(name)]
        return text[start:end] if start >= 0 else ""

    return _REFERENCE.sub(expanded, replacement)


def _no_group(number: int) -> SearchError:
    return SearchError(
        f"Der reguläre Ausdruck hat keine Gruppe {number}; bitte setzen Sie eine in runde Klammern "
        "oder schreiben Sie $$ für ein Dollarzeichen.",
        f"The regular expression has no group {number}; please put one in round brackets, or write "
        "$$ for a dollar sign.",
    )
