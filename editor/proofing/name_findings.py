"""A text with its findings, and findings of our own: near misses of names, spellings of terms."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Generic, NamedTuple, TypeVar

from editor.languagetool.finding import Finding, Kind, is_speller
from editor.markdown.plaintext import PlainText
from editor.proofing.compounds import Words
from editor.proofing.inflection import correct
from editor.proofing.phrases import Occurrence, Word, occurrences, words
from editor.proofing.reasons import Reason, Why
from editor.proofing.vocabulary import Vocabulary, is_common
from editor.proofing.word_lists import Spelling
from editor.review.casefold import fold

NEAR_MISS = "NAME_NEAR_MISS"
TERM_SPELLING = "TERM_SPELLING"
_CATEGORY = "REZENSENT"

T = TypeVar("T")


class Placed(NamedTuple):
    """A finding with its span in the plain text."""

    finding: Finding
    start: int
    end: int


class Spans(Generic[T]):
    """Stretches of a text with what they stand for; one within another is left out."""

    def __init__(self, spans: Iterable[tuple[int, int, T]]) -> None:
        self._spans: list[tuple[int, int, T]] = []
        for span in sorted(spans, key=lambda item: (item[0], -item[1])):
            if not self._spans or span[1] > self._spans[-1][1]:
                self._spans.append(span)
        self._starts = [start for start, _, _ in self._spans]

    def around(self, start: int, end: int) -> T | None:
        """Return what the stretch stands for in which all of ``start`` to ``end`` lies."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and end <= self._spans[index][1]:
            return self._spans[index][2]
        return None

    def within(self, start: int, end: int) -> list[tuple[int, int, T]]:
        """Return the stretches from ``start`` to ``end``."""
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return [span for span in self._spans[low:high] if span[1] <= end]


class Text:
    """A text as its findings are compared with it."""

    def __init__(
        self, markdown: str, plain: PlainText, vocabulary: Vocabulary, *, unify: bool
    ) -> None:
        """Take the text; ``unify`` tells whether to look for unusual spellings of terms."""
        self.plain = plain
        self.markdown = markdown
        self._vocabulary = vocabulary
        text = plain.text
        said = words(text)
        found = [*occurrences(text, said, vocabulary.phrases)]
        self._slips = [item for item in found if not item.exact and item.phrase.personal]
        self.names = Spans(_exact(found))
        self.terms = Spans(_exact(occurrences(text, said, vocabulary.terms.phrases)))
        wrong = self._wrong() if unify else ()
        self.spellings = Spans((item.start, item.end, item.right) for item in wrong)

    def placed(self, findings: Iterable[Finding]) -> Iterator[Placed]:
        """Yield the findings with their places; one that begins or ends in markup has none."""
        for finding in findings:
            start, end = map(self.plain.plain_offset, (finding.start, finding.end))
            if start is not None and end is not None:
                yield Placed(finding, start, end)

    def read(self, item: Placed) -> str:
        """Return the words in question, with the spellings of terms put right."""
        text = self.plain.text[item.start : item.end]
        for start, end, right in reversed(self.spellings.within(item.start, item.end)):
            text = text[: start - item.start] + right + text[end - item.start :]
        return text

    def respelled(self, item: Placed, words: Words) -> bool:
        """Tell whether the unusual spelling of a term is all that is wrong with a word."""
        if self.spellings.around(item.start, item.end):
            return True
        inside = self.spellings.within(item.start, item.end)
        return bool(inside) and words.reason(self.read(item)) is not None

    def unified(self, item: Placed) -> bool:
        """Tell whether the words in question are a term of which we know the usual spelling.

        LanguageTool wants a text to stay with the first one: „Bluray“ once, „Bluray“ always.
        """
        said = self.plain.text[item.start : item.end]
        usual = said in self._vocabulary.terms.spellings.values()
        return usual or self.spellings.around(item.start, item.end) is not None

    def term_spellings(self, findings: Sequence[Placed]) -> Iterator[Finding]:
        """Yield a finding for each term that is spelled otherwise than usual.

        It is about spelling where LanguageTool does not know the word, about style elsewhere.
        """
        places = Spans((i.start, i.end, i) for i in findings if i.finding.kind is Kind.SPELLING)
        for start, end, right in self.spellings.within(0, len(self.plain.text)):
            unknown = places.around(start, end) or places.within(start, end)
            kind = Kind.SPELLING if unknown else Kind.STYLE
            message = f"Üblich ist die Schreibung „{right}“."
            yield from self._finding((start, end), TERM_SPELLING, message, right, kind)

    def slips(self, findings: Sequence[Placed]) -> Iterator[Finding]:
        """Yield names of people that are complete but for accents or capitals.

        Word by word LanguageTool may know what is written, „Zoe Kravitz“ for „Zoë Kravitz“;
        where it has a finding, that one becomes the near miss.
        """
        places = Spans((i.start, i.end, i) for i in findings if is_speller(i.finding))
        seen: set[Word] = set()
        for occurrence in self._slips:
            reason = occurrence.phrase.reason
            for word, name in zip(occurrence.words, occurrence.phrase.words, strict=True):
                right = self._slip(word, name)
                if right and word not in seen and places.around(word.start, word.end) is None:
                    seen.add(word)
                    message = _near_message(right, reason)
                    yield from self._finding(word, NEAR_MISS, message, right, Kind.SPELLING)

    def _slip(self, word: Word, name: str) -> str | None:
        small = word.text[0].islower() and name[0].isupper()
        accent = fold(word.text) != word.text.casefold() or fold(name) != name.casefold()
        if is_common(name) or word.text.isupper() or not (small or accent):
            return None
        found = None if self._vocabulary.accepts(word.text) else correct(word.text, [name])
        return found[1] if found else None

    def _wrong(self) -> Iterator[Spelling]:
        text = self.plain.text
        for item in self._vocabulary.terms.wrong(text):
            reason = self._vocabulary.accepts(text[item.start : item.end])
            named = reason is not None and reason.why is not Why.TERM
            if not named and self.names.around(item.start, item.end) is None:
                yield item

    def _finding(
        self, place: Sequence[Any], rule: str, message: str, right: str, kind: Kind
    ) -> Iterator[Finding]:
        span = self.plain.source_span(place[0], place[1])
        if span:
            yield Finding(*span, rule, _CATEGORY, message, (right,), kind)


def near_miss(finding: Finding, right: str, reason: Reason) -> Finding:
    """Return ``finding`` as one that knows the name that is meant."""
    others = (other for other in finding.replacements if other != right)
    return replace(
        finding,
        rule=NEAR_MISS,
        category=_CATEGORY,
        message=_near_message(right, reason),
        replacements=(right, *others),
    )


def _near_message(right: str, reason: Reason) -> str:
    if reason.why is Why.NAME:
        return f"Meinten Sie „{right}“? So steht der Name in den Angaben ({reason.label.de})."
    return f"Meinten Sie „{right}“? So steht das Wort in der Wortliste dieser Rezension."


def _exact(found: Iterable[Occurrence]) -> Iterator[tuple[int, int, Reason]]:
    return ((item.start, item.end, item.phrase.reason) for item in found if item.exact)
