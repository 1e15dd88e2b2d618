"""Words that a review repeats conspicuously often, each with all its places."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from editor.languagetool.finding import OWN_CATEGORY, Finding, FindingKind
from editor.markdown.plaintext import PlainText
from editor.proofing.names.phrases import tokenize
from editor.proofing.style import REPEATED_WORD, REPETITIONS, style_rule
from editor.proofing.unknown_words import SectionFinding
from editor.proofing.word_lists import everyday_words, stem

_FEWEST = 3
"""Occurrences: two are not a repetition, however near."""
_NEAR = 60
"""Words within which a recurring word counts double."""
_LONG = 2_000
"""Words of a review from which the threshold grows with the length."""
_SHORTEST = 4
"""Letters of a word that is noticed as a repetition."""
_OPENING = re.compile(r"(?:\A|[.!?:…\n])[\s„“”\"»«‚‘’(\[–—-]*\Z")
_NUMBERS = ["drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_TIMES = {count: f"{number}mal" for count, number in enumerate(_NUMBERS, 3)}


@dataclass(frozen=True, slots=True)
class Repetition:
    """A word in its shortest form, and all its occurrences, inflected or not."""

    word: str
    places: tuple[SectionFinding, ...]

    @property
    def count(self) -> int:
        """Number of occurrences in the review."""
        return len(self.places)


class _Word(NamedTuple):
    """A word at its place in a section; ``number`` counts the words of the review."""

    number: int
    text: str
    section: str
    start: int
    end: int


def repetitions(
    sections: Mapping[str, PlainText],
    threshold: int,
    is_name: Callable[[str], object] = lambda _: None,
) -> tuple[Repetition, ...]:
    """Return the words that occur ``threshold`` times or more, the most frequent first.

    Everyday words do not count, nor names and terms, which cannot be replaced by other words:
    ``is_name`` (NameIndex.accepts) recognizes them among the nouns. An occurrence within 60 words
    after another one counts double. In a review of over 2,000 words the threshold is
    proportionally higher.
    """
    groups, total = _grouped(sections)
    needed = threshold * max(1.0, total / _LONG)
    found = (
        _repetition(places, sections)
        for (noun, _), places in groups.items()
        if len(places) >= _FEWEST
        and _weight(places) >= math.ceil(needed)
        and not (noun and any(is_name(text) for text in {place.text for place in places}))
    )
    return _sorted(item for item in found if item.count >= _FEWEST)


def repetition_findings(items: Iterable[Repetition]) -> dict[str, tuple[Finding, ...]]:
    """Return the findings of repetitions by section, in order."""
    by_section: dict[str, list[Finding]] = {}
    for place in (place for item in items for place in item.places):
        by_section.setdefault(place.section, []).append(place.finding)
    return {
        section: tuple(sorted(findings, key=lambda finding: finding.start))
        for section, findings in by_section.items()
    }


def repeated_words(
    sections: Mapping[str, tuple[str, Sequence[Finding]]],
) -> tuple[Repetition, ...]:
    """Return the repetitions among the findings that are shown, the most frequent first.

    ``sections`` has the Markdown and the findings of each section, in order. All places of one
    word have the same message.
    """
    by_message: dict[str, list[tuple[str, SectionFinding]]] = {}
    for section, (markdown, findings) in sections.items():
        for finding in findings:
            if finding.rule == REPEATED_WORD:
                word = markdown[finding.start : finding.end]
                by_message.setdefault(finding.message, []).append(
                    (word, SectionFinding(section, finding))
                )
    return _sorted(
        Repetition(_shortest(word for word, _ in group), tuple(place for _, place in group))
        for group in by_message.values()
    )


def _grouped(
    sections: Mapping[str, PlainText],
) -> tuple[dict[tuple[bool, str], list[_Word]], int]:
    """Return the words that count, by (is noun, stem), and the number of all words.

    At the beginning of a sentence every word has a capital: it is a noun there unless it occurs in
    small letters elsewhere.
    """
    groups: dict[tuple[bool, str], list[_Word]] = {}
    openings: dict[tuple[bool, str], list[_Word]] = {}
    total = 0
    for section, plain in sections.items():
        for word in tokenize(plain.text):
            total += 1
            key = (word.text[0].isupper(), stem(word.text))
            if _counts(word.text, key[1]):
                opens = key[0] and _OPENING.search(plain.text, max(0, word.start - 8), word.start)
                item = _Word(total, word.text, section, word.start, word.end)
                (openings if opens else groups).setdefault(key, []).append(item)
    for (_, root), items in openings.items():
        noun = (False, root) not in groups
        groups.setdefault((noun, root), []).extend(items)
    nouns = everyday_words().nouns
    return {key: items for key, items in groups.items() if not (key[0] and key[1] in nouns)}, total


def _counts(word: str, root: str) -> bool:
    in_capitals = word.isupper() or not word.replace("-", "").isalpha()
    return len(word) >= _SHORTEST and not in_capitals and root not in everyday_words().words


def _weight(places: Sequence[_Word]) -> int:
    ordered = sorted(place.number for place in places)
    return len(places) + sum(after - before <= _NEAR for before, after in pairwise(ordered))


def _repetition(places: Sequence[_Word], sections: Mapping[str, PlainText]) -> Repetition:
    word = _shortest(place.text for place in places)
    spans = [*_spans(sorted(places), sections)]
    message = style_rule(REPETITIONS).message.german.format(text=word, times=_times(len(spans)))
    return Repetition(
        word,
        tuple(
            SectionFinding(
                section, Finding(*span, REPEATED_WORD, OWN_CATEGORY, message, (), FindingKind.STYLE)
            )
            for section, span in spans
        ),
    )


def _spans(
    places: Iterable[_Word], sections: Mapping[str, PlainText]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the sections and spans in the Markdown; a word within a placeholder has none."""
    for place in places:
        span = sections[place.section].source_span(place.start, place.end)
        if span:
            yield place.section, span


def _times(count: int) -> str:
    return _TIMES.get(count, f"{count}-mal")


def _shortest(forms: Iterable[str]) -> str:
    """Return the shortest form in small letters, or the shortest of all if there is none."""
    return min(forms, key=lambda form: (form[0].isupper(), len(form), form))


def _sorted(items: Iterable[Repetition]) -> tuple[Repetition, ...]:
    return tuple(sorted(items, key=lambda item: (-item.count, item.word.casefold())))
