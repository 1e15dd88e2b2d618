"""Passages of a German text that are in another language, marked as such or not.

They are found by a hidden Markov model whose states are the languages, see ``language_model``. The
language changes rarely, and most likely between sentences, at quotation marks, and at the edges of
italics and links.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

from editor.languagetool.finding import Finding
from editor.markdown.plaintext import PlainText
from editor.proofing.languages.attributes import MarkedSpan, marked_spans
from editor.proofing.languages.frequencies import GERMAN
from editor.proofing.languages.language_model import (
    Word,
    is_listed,
    possible_languages,
    probability,
)
from editor.proofing.languages.noisy_channel import is_slip
from editor.proofing.languages.viterbi import most_probable
from editor.proofing.names.phrases import tokenize

Span = tuple[int, int]

# Costs in decimal logarithms, as the probabilities of the model.
_CHANGE = 2.75
"""Another language between two words of a sentence."""
_CHANGE_AT_EDGE = 1.5
"""Another language at quotation marks and the like, and at the start or the end of a paragraph."""
_SUGGESTIONS = 5
_FEWEST = 2
"""Words of a passage that its language has."""
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_EDGE = re.compile(r"[.!?…:;„“”\"»«‚‘(){}\[\]|/–—•\n]")
_NO_MARKUP = " \t\n>"
"""Characters between two lines of a paragraph, or of a block quote."""


def foreign_passages(
    markdown: str, plain: PlainText, findings: Sequence[tuple[Finding, int, int]]
) -> list[Span]:
    """Return the spans of the plain text that are in another language, in order.

    A passage has two words of its language and an unknown one at least, unless the writer has
    marked it by a ``lang`` attribute. ``findings`` are those about single unknown words, with their
    spans in the plain text, in code points.
    """
    marked = marked_spans(markdown, plain)
    german = [(span.start, span.end) for span in marked if span.language == GERMAN]
    passages = [*_without(marked, german)]
    if findings:
        found = _unmarked(markdown, plain, sorted(findings, key=itemgetter(1)))
        passages += (span for span in found if not any(_overlap(span, other) for other in german))
    return sorted(passages)


def _unmarked(
    markdown: str, plain: PlainText, findings: Sequence[tuple[Finding, int, int]]
) -> Iterator[Span]:
    starts = [low for _, low, _ in findings]
    edges = [*_markup_edges(markdown, plain)]
    for paragraph in _PARAGRAPH.finditer(plain.text):
        start, end = paragraph.span()
        inside = findings[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            words = tuple(_words(paragraph, inside, edges))
            yield from ((start + low, start + high) for low, high in _passages(words))


def _markup_edges(markdown: str, plain: PlainText) -> Iterator[int]:
    """Yield the places of the plain text where there is markup in the Markdown, in order."""
    for one, other in pairwise(plain.segments):
        if markdown[one.source_end : other.source].strip(_NO_MARKUP):
            yield from dict.fromkeys((one.end, other.start))


def _words(
    paragraph: re.Match[str],
    findings: Sequence[tuple[Finding, int, int]],
    edges: Sequence[int],
) -> Iterator[Word]:
    """Yield the words of ``paragraph``, whose ``findings`` and ``edges`` are in order."""
    text, offset = paragraph[0], paragraph.start()
    starts = [low for _, low, _ in findings]
    before = 0
    for start, end, word in tokenize(text):
        place = bisect_left(starts, offset + end) - 1
        suggestions = None
        if place >= 0 and findings[place][2] > offset + start:
            suggestions = findings[place][0].replacements[:_SUGGESTIONS]
        at = bisect_left(edges, offset + before)
        at_markup = at < len(edges) and edges[at] <= offset + start
        at_edge = at_markup or _EDGE.search(text, before, start) is not None
        yield Word(start, end, word, at_edge, suggestions)
        before = end


# Most paragraphs of a text are as they were at its last check.
@lru_cache(maxsize=512)
def _passages(words: tuple[Word, ...]) -> tuple[Span, ...]:
    languages = possible_languages(words)
    languages_of_words = most_probable(
        [{language: probability(word, language) for language in languages} for word in words],
        [_CHANGE_AT_EDGE if word.edge else _CHANGE for word in words],
        {language: 0.0 if language == GERMAN else -_CHANGE_AT_EDGE for language in languages},
    )
    pairs = [*zip(languages_of_words, words, strict=True)]
    groups = groupby(pairs, key=lambda pair: pair[0] != GERMAN)
    runs = ([*group] for is_foreign, group in groups if is_foreign)
    passages = (passage for run in runs for passage in _without_slips(run))
    return tuple((passage[0].start, passage[-1].end) for passage in passages)


def _without_slips(run: Sequence[tuple[str, Word]]) -> Iterator[list[Word]]:
    """Yield the passages of a ``run`` of words, each with its language.

    A part in a language of which it has too few words belongs to the others, unless one of its
    words is a slip: „anzufuegen“ sounds Japanese.
    """
    parts = [(key, [word for _, word in part]) for key, part in groupby(run, key=itemgetter(0))]
    enough = [_has_enough(part, language) for language, part in parts]
    if not any(enough) or not any(word.unknown for _, word in run):
        return
    passage: list[Word] = []
    for is_enough, (_, part) in zip(enough, parts, strict=True):
        if is_enough or not any(is_slip(word.text, word.suggestions or ()) for word in part):
            passage += part
        elif passage:
            yield passage
            passage = []
    if passage:
        yield passage


def _has_enough(words: Sequence[Word], language: str) -> bool:
    return sum(is_listed(word.text, language) for word in words) >= _FEWEST


def _without(marked: Sequence[MarkedSpan], german: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of foreign elements that are not in German elements within them."""
    for element in (item for item in marked if item.language != GERMAN):
        start = element.start
        for low, high in german:
            if start <= low and high <= element.end:
                yield start, low
                start = high
        yield start, element.end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
