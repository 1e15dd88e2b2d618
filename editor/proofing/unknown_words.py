"""Unknown words that recur in a review, each as one question to the writer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editor.languagetool.finding import Finding, is_speller
from editor.proofing.names.inflection import base_forms, normalize_word


class SectionFinding(NamedTuple):
    """A finding and the id of its section."""

    section: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word that begins with a capital, and all its occurrences, inflected or not."""

    word: str
    places: tuple[SectionFinding, ...]

    @property
    def count(self) -> int:
        """Number of occurrences in the review."""
        return len(self.places)


def unknown_words(
    sections: Mapping[str, tuple[str, Sequence[Finding]]],
) -> tuple[UnknownWord, ...]:
    """Return the unknown words that recur, the most frequent first.

    ``sections`` has the Markdown and the shown findings of each section. A genitive counts with
    its base form if the text has that, too. Near misses of names are left out: they are slips and
    not unknown names.
    """
    occurrences: dict[str, list[SectionFinding]] = {}
    for section, (markdown, findings) in sections.items():
        for word, finding in _capitalized(markdown, findings):
            occurrences.setdefault(word, []).append(SectionFinding(section, finding))
    grouped: dict[str, list[SectionFinding]] = {}
    for word, places in occurrences.items():
        grouped.setdefault(_shortest_base(word, occurrences), []).extend(places)
    order = {section: index for index, section in enumerate(sections)}
    recurring = [
        UnknownWord(word, tuple(sorted(places, key=lambda p: (order[p.section], p.finding.start))))
        for word, places in grouped.items()
        if len(places) > 1
    ]
    return tuple(sorted(recurring, key=lambda item: (-item.count, item.word)))


def _capitalized(markdown: str, findings: Sequence[Finding]) -> Iterator[tuple[str, Finding]]:
    for finding in findings:
        # The cheap test excludes most findings, of which there may be thousands.
        if is_speller(finding) and _may_begin_with_capital(markdown[finding.start]):
            word = normalize_word(markdown[finding.start : finding.end])
            if word[:1].isupper() and not any(map(str.isspace, word)):
                yield word, finding


def _may_begin_with_capital(first: str) -> bool:
    return first.isupper() or not first.isalpha()


def _shortest_base(word: str, occurrences: Mapping[str, object]) -> str:
    """Return the shortest word of the text that ``word`` may be an inflection of."""
    return min((base for base, _ in base_forms(word) if base in occurrences), key=len)
