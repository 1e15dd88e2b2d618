"""Find and replace in the Markdown of all sections. Facts are not searched.

Offsets are code points of the original text. A letter and its combining marks are one unit, so that
“ä” is found in either Unicode form. When case does not matter, texts are compared in lower case,
and “SS” in capitals equals “ß”: “STRASSE” finds “Straße”, but “Masse” does not find “Maße”.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editor.errors import SearchError
from editor.review.model import Review
from editor.review.regex_search import MatchSpans, compile_pattern, find_matches

TIMEOUT_S = 2.0
"""Seconds that matching a regular expression may take."""
_CONTEXT = 30
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_UNIT = re.compile(f"[^{_COMBINING}][{_COMBINING}]+")
"""A character with its combining marks."""
_REFERENCE = re.compile(r"\$(?P<dollar>\d{1,2}|\$)|\\(?P<back>\d{1,2}|[nt\\$])")
_ESCAPES = {"n": "\n", "t": "\t"}
_CAPITAL = "ſ"
"""Stands for each S of “SS” in capitals, which may mean “ß”; “ss” may not."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search text with its options."""

    text: str
    regex: bool = False
    whole_words: bool = False
    case: bool = False
    """Whether upper and lower case differ."""


class ReviewMatch(NamedTuple):
    """A match, in code points of the section's Markdown."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextReplacement:
    """The replacement of one match, with some text on both sides as context."""

    match: ReviewMatch
    old: str
    new: str
    lead: str
    tail: str

    @property
    def before(self) -> str:
        """The original text in its context."""
        return f"{self.lead}{self.old}{self.tail}"

    @property
    def after(self) -> str:
        """The new text in its context."""
        return f"{self.lead}{self.new}{self.tail}"


class ReplaceResult(NamedTuple):
    """The review after replacing, with all replacements in reading order."""

    review: Review
    changes: tuple[TextReplacement, ...]


def find(review: Review, query: SearchQuery, seconds: float = TIMEOUT_S) -> tuple[ReviewMatch, ...]:
    """Return all matches of ``query`` in reading order, none for an empty query.

    Raises SearchError for a regular expression that is invalid or takes too long.
    """
    return tuple(
        ReviewMatch(section, *spans[0])
        for section, matches in _matches_by_section(review, query, seconds).items()
        for spans in matches
    )


def replace_all(
    review: Review,
    query: SearchQuery,
    replacement: str,
    only: Collection[ReviewMatch] | None = None,
    seconds: float = TIMEOUT_S,
) -> ReplaceResult:
    r"""Replace all matches of ``query``, or only those in ``only``.

    In the replacement for a regular expression, $1 or \1 is its first group, $0 the whole match,
    $$ a dollar sign, \n a new line and \t a tab. Raises SearchError for a regular expression that
    is invalid or takes too long, and for a group that it does not have.
    """
    changes: list[TextReplacement] = []
    result = review
    for section, matches in _matches_by_section(review, query, seconds).items():
        text = review.text(section)
        replacements = [
            _text_replacement(section, text, spans, _expand(text, spans, replacement, query))
            for spans in matches
            if only is None or ReviewMatch(section, *spans[0]) in only
        ]
        result = result.with_text(section, _apply(text, replacements))
        changes += replacements
    return ReplaceResult(result, tuple(changes))


def _matches_by_section(
    review: Review, query: SearchQuery, seconds: float
) -> dict[str, list[MatchSpans]]:
    """Return the matches by section, without two that share a character."""
    if not query.text:
        return {}
    sections = [section for section in review.sections if section.text]
    texts = [_normalize(section.text, query) for section in sections]
    if query.regex:
        pattern = compile_pattern(
            unicodedata.normalize("NFC", query.text),
            whole_words=query.whole_words,
            case=query.case,
        )
        matches = find_matches(pattern, [text.text for text in texts], seconds)
    else:
        literal = _literal(query)
        matches = [_whole_unit_matches(literal, text) for text in texts]
    return {
        section.id: list(_without_overlaps(map(text.original_spans, spans)))
        for section, text, spans in zip(sections, texts, matches, strict=True)
    }


def _without_overlaps(matches: Iterable[MatchSpans]) -> Iterator[MatchSpans]:
    end = 0
    for spans in matches:
        if spans[0][0] >= end:
            end = spans[0][1]
            yield spans


# -- letters ----------------------------------------------------------------------------------


class _NormalizedText(NamedTuple):
    """A text as it is compared, with the offsets of the original text."""

    text: str
    starts: Sequence[int]
    """By character, start of its unit in the original text; finally, the end of that text."""
    ends: Sequence[int]
    """By character, end of its unit in the original text."""

    def original_spans(self, spans: MatchSpans) -> MatchSpans:
        """Return ``spans`` of this text as spans of the original text."""
        return tuple(
            (start, end)
            if start < 0
            else (self.starts[start], self.ends[end - 1] if end > start else self.starts[start])
            for start, end in spans
        )

    def is_whole(self, start: int, end: int) -> bool:
        """Return whether the span splits no unit."""
        return not any(
            0 < place < len(self.text) and self.starts[place] == self.starts[place - 1]
            for place in (start, end)
        )


def _normalize(text: str, query: SearchQuery) -> _NormalizedText:
    fold = not (query.regex or query.case)
    if fold:
        text = text.replace("SS", _CAPITAL * 2)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0

    def append_until(end: int) -> None:
        """Append the characters up to ``end``, each of which is a unit."""
        parts.append(_lower_case(text[place:end]) if fold else text[place:end])
        starts.extend(range(place, end))
        ends.extend(range(place + 1, end + 1))

    for match in _UNIT.finditer(text):
        append_until(match.start())
        composed = unicodedata.normalize("NFC", match[0])
        parts.append(_lower_case(composed) if fold else composed)
        starts += [match.start()] * len(composed)
        place = match.end()
        ends += [place] * len(composed)
    append_until(len(text))
    return _NormalizedText("".join(parts), [*starts, len(text)], ends)


def _lower_case(text: str) -> str:
    """Return ``text`` in lower case, without changing its length: “İ” stays."""
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
    letter = _lower_case(part)
    special = {"s": f"[s{_CAPITAL}]", "ß": f"(?:ß|{_CAPITAL}{{2}})"}
    return special.get(letter, re.escape(letter))


def _whole_unit_matches(pattern: re.Pattern[str], text: _NormalizedText) -> list[MatchSpans]:
    matches: list[MatchSpans] = []
    match = pattern.search(text.text)
    while match:
        is_whole = text.is_whole(*match.span())
        if is_whole:
            matches.append((match.span(),))
        match = pattern.search(text.text, match.end() if is_whole else match.start() + 1)
    return matches


# -- replacing --------------------------------------------------------------------------------


def _text_replacement(section: str, text: str, spans: MatchSpans, new: str) -> TextReplacement:
    start, end = spans[0]
    lead, tail = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return TextReplacement(ReviewMatch(section, start, end), text[start:end], new, lead, tail)


def _apply(text: str, changes: list[TextReplacement]) -> str:
    parts, last = [], 0
    for change in changes:
        parts += [text[last : change.match.start], change.new]
        last = change.match.end
    return "".join([*parts, text[last:]])


def _expand(text: str, spans: MatchSpans, replacement: str, query: SearchQuery) -> str:
    if not query.regex:
        return replacement

    def expand_reference(match: re.Match[str]) -> str:
        name = match["dollar"] or match["back"]
        if not name.isdecimal():
            return _ESCAPES.get(name, name)
        if int(name) >= len(spans):
            raise _no_group_error(int(name))
        start, end = spans[int(name)]
        return text[start:end] if start >= 0 else ""

    return _REFERENCE.sub(expand_reference, replacement)


def _no_group_error(number: int) -> SearchError:
    return SearchError(
        f"Das Suchmuster hat keine Gruppe {number}; bitte setzen Sie eine in runde Klammern "
        "oder schreiben Sie $$ für ein Dollarzeichen.",
        f"The regular expression has no group {number}; please put one in round brackets, or write "
        "$$ for a dollar sign.",
    )
