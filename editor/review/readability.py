"""Readability of German texts: scores and their meaning, long sentences, repeated words.

Texts are plain text with an offset map to their Markdown, as the checker reads them.

Sources: R. Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948, fitted to
German by T. Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978; C.-H. Björnsson,
Läsbarhet, Stockholm 1968; R. Bamberger and E. Vanecek, Lesen – Verstehen – Lernen – Schreiben,
Wien 1984. The formulas are in ``statistics``. The bounds of the meanings follow the authors, except
for what is usual in film reviews: their LIX is mostly 45 to 53.
"""

import tomllib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from typing import NamedTuple, Protocol

from editor.localized import Localized
from editor.paths import resource
from editor.review.sentences import WORD, sentence_spans
from editor.review.statistics import Statistics

_SHORTEST = 4
"""Letters of a word that usually carries meaning by itself."""


class MappedText(Protocol):
    """Plain text with an offset map to its Markdown, all in code points."""

    @property
    def text(self) -> str:
        """The plain text."""

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the Markdown span of a span of the text, None when it has none."""


class SectionSpan(NamedTuple):
    """A stretch of a section's Markdown, in code points."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadabilityScore:
    """The value of one readability formula, with its meaning."""

    id: str
    """ "flesch", "lix" or "wiener"."""
    name: Localized
    value: float
    meaning: Localized


@dataclass(frozen=True, slots=True)
class ReadabilityReport:
    """The readability scores of a text, with the counts behind them."""

    counts: Statistics
    figures: tuple[ReadabilityScore, ...]
    """Flesch-Amstad, LIX and Wiener Sachtextformel in this order; empty without words."""


class LongSentence(NamedTuple):
    """A sentence with its length in words."""

    words: int
    text: str
    place: SectionSpan


@dataclass(frozen=True, slots=True)
class RepeatedWord:
    """A word with all its occurrences in reading order."""

    word: str
    places: tuple[SectionSpan, ...]


def readability(counts: Statistics) -> ReadabilityReport:
    """Return the readability scores for the counts of one or several texts."""
    values = {"flesch": counts.flesch, "lix": counts.lix, "wiener": counts.wiener}
    return ReadabilityReport(
        counts,
        tuple(
            ReadabilityScore(key, _NAMES[key], value, describe_score(key, value))
            for key, value in values.items()
            if value is not None
        ),
    )


def describe_score(figure: str, value: float) -> Localized:
    """Return the meaning of a score as a sentence. Raises KeyError for an unknown formula."""
    bounds, labels = _MEANINGS[figure]
    return labels[bisect_right(bounds, value)]


def longest_sentences(texts: Mapping[str, MappedText], count: int = 5) -> tuple[LongSentence, ...]:
    """Return the longest sentences of the sections, longest first.

    A sentence without a place in the Markdown, such as one that is all code, is left out.
    """
    lengths = (
        (sum(1 for _ in WORD.finditer(plain.text, *span)), section, span)
        for section, plain in texts.items()
        for span in sentence_spans(plain.text)
    )
    sentences = []
    for words, section, span in nlargest(count, lengths, key=lambda item: item[0]):
        source = _source(texts[section], *span)
        if source:
            text = texts[section].text[slice(*span)]
            sentences.append(LongSentence(words, text, SectionSpan(section, *source)))
    return tuple(sentences)


def repeated_words(
    texts: Mapping[str, MappedText], stop_words: AbstractSet[str], count: int = 20
) -> tuple[RepeatedWord, ...]:
    """Return the most frequent content words of the sections that occur at least twice.

    Case does not matter; different inflections count as different words. ``stop_words`` are in
    lower case, as ``shipped_stop_words`` returns them.
    """
    occurrences: defaultdict[str, list[SectionSpan]] = defaultdict(list)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for section, plain in texts.items():
        for match in WORD.finditer(plain.text):
            key = match[0].lower()
            if len(key) < _SHORTEST or key in stop_words or key[0].isdigit():
                continue
            source = plain.source_span(*match.span())
            if source:
                occurrences[key].append(SectionSpan(section, *source))
                spellings[key][match[0]] += 1
    often = nlargest(count, occurrences.items(), key=lambda item: len(item[1]))
    return tuple(
        RepeatedWord(spellings[key].most_common(1)[0][0], tuple(spans))
        for key, spans in often
        if len(spans) > 1
    )


@cache
def shipped_stop_words() -> frozenset[str]:
    """Return the words that occur in German texts on any subject, in lower case."""
    source = resource("vocabulary", "everyday.toml").read_text("utf-8")
    return frozenset(word.lower() for word in tomllib.loads(source)["words"].split())


def _source(plain: MappedText, start: int, end: int) -> tuple[int, int] | None:
    """Return the Markdown span of a sentence, or from its first to its last word that has one."""
    span = plain.source_span(start, end)
    if span:
        return span
    words = (plain.source_span(*match.span()) for match in WORD.finditer(plain.text, start, end))
    spans = [span for span in words if span]
    return (spans[0][0], spans[-1][1]) if spans else None


_NAMES = {
    "flesch": Localized("Flesch (Amstad)", "Flesch (Amstad)"),
    "lix": Localized("LIX", "LIX"),
    "wiener": Localized("Wiener Sachtextformel", "Vienna factual text formula"),
}
_MEANINGS: dict[str, tuple[list[float], list[Localized]]] = {
    "flesch": (
        [30, 50, 60, 70, 80],
        [
            Localized("Sehr schwer, wie ein Fachaufsatz.", "Very hard, like a scholarly paper."),
            Localized("Schwer; für Kritiken noch üblich.", "Hard; still usual for reviews."),
            Localized("Mäßig schwer, üblich für Kritiken.", "Fairly hard, usual for reviews."),
            Localized("Mittel, für alle gut lesbar.", "Medium, good to read for everyone."),
            Localized("Leicht, wie Unterhaltungsliteratur.", "Easy, like light fiction."),
            Localized("Sehr leicht, wie ein Kinderbuch.", "Very easy, like a children’s book."),
        ],
    ),
    "lix": (
        [30, 40, 45, 54, 60],
        [
            Localized("Sehr leicht, wie ein Kinderbuch.", "Very easy, like a children’s book."),
            Localized("Leicht, wie Unterhaltungsliteratur.", "Easy, like light fiction."),
            Localized(
                "Mittel, leichter als die meisten Kritiken.", "Medium, easier than most reviews."
            ),
            Localized("Üblich für Filmkritiken.", "Usual for film reviews."),
            Localized("Schwer, wie ein Sachbuch.", "Hard, like a work of non-fiction."),
            Localized("Sehr schwer, wie ein Fachaufsatz.", "Very hard, like a scholarly paper."),
        ],
    ),
    "wiener": (
        [6, 9, 12, 14],
        [
            Localized(
                "Sehr leicht, für Grundschüler lesbar.", "Very easy, readable in primary school."
            ),
            Localized("Leicht, ab der 6. Schulstufe lesbar.", "Easy, readable from grade 6 on."),
            Localized("Mittel, ab der 9. Schulstufe lesbar.", "Medium, readable from grade 9 on."),
            Localized("Schwer, ab der 12. Schulstufe lesbar.", "Hard, readable from grade 12 on."),
            Localized("Sehr schwer, wie ein Fachaufsatz.", "Very hard, like a scholarly paper."),
        ],
    ),
}
"""By formula: the lower bounds of all meanings but the first, and the meanings."""
