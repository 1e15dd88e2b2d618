"""Terms of cinema, television, games and discs that ship with the program.

The format of the files in ``resources/vocabulary/`` is explained at their beginning.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from editor.paths import resource
from editor.proofing.names.phrases import Phrase, PhraseIndex, index_phrases, normalized_words
from editor.proofing.reasons import Reason, ReasonKind

_ENDINGS = {"A": ("e", "em", "en", "er", "es")}
_TERM = Reason(ReasonKind.TERM)
_NOTHING = re.compile(r"(?!)")


class TermVariant(NamedTuple):
    """An unusual spelling of a term at its place in a text, and the usual spelling."""

    start: int
    end: int
    usual: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Accepted words in all their forms, terms of several words, and unusual spellings."""

    words: frozenset[str] = frozenset()
    phrases: PhraseIndex = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Unusual spelling → usual spelling."""
    pattern: re.Pattern[str] = _NOTHING
    """Finds the unusual spellings."""

    @classmethod
    def of(cls, lines: Iterable[str], spellings: Mapping[str, str]) -> "Terms":
        """Return the terms of ``lines`` as in the files; ``spellings`` map unusual to usual."""
        entries = [_entry(line) for line in lines if line.strip() and not line.startswith("#")]
        phrases = (Phrase(words, _TERM, ends) for words, ends in entries if len(words) > 1)
        return cls(
            words=frozenset(form for words, ends in entries for form in _forms(words, ends)),
            phrases=index_phrases(phrases),
            spellings=dict(spellings),
            pattern=_pattern(spellings),
        )

    def variants(self, text: str) -> Iterator[TermVariant]:
        """Yield the unusual spellings in ``text``; none within addresses."""
        for match in self.pattern.finditer(text):
            usual = self.spellings[" ".join(match["variant"].split())] + match["end"]
            around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
            # „Dolby-Atmos-Ton“ is the right spelling of a compound with a term of two words.
            if not (" " in usual and "-" in around):
                yield TermVariant(match.start(), match.end(), usual)


@cache
def shipped_terms() -> Terms:
    """Return the terms of ``resources/vocabulary/``; read once."""
    folder = resource("vocabulary")
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    spellings = tomllib.loads((folder / "spellings.toml").read_text("utf-8"))
    pairs = {variant: usual for usual, variants in spellings.items() for variant in variants}
    return Terms.of("\n".join(texts).splitlines(), pairs)


def _entry(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    term, _, flags = line.strip().partition("/")
    endings = (ending.strip() for ending in flags.split(",") if ending.strip())
    expanded = (e for ending in endings for e in _ENDINGS.get(ending, (ending,)))
    return normalized_words(term), tuple(expanded)


def _forms(words: tuple[str, ...], endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the forms of a word; several words have hyphens, as they do in compounds."""
    word = "-".join(words)
    yield word
    yield from (word + ending for ending in endings)


def _pattern(spellings: Mapping[str, str]) -> re.Pattern[str]:
    if not spellings:
        return _NOTHING
    longest_first = sorted(spellings, key=len, reverse=True)
    variant = "|".join(re.escape(text).replace(r"\ ", r"[ \xa0\n]") for text in longest_first)
    # After a dot, or before one that a letter follows, it is part of an address.
    return re.compile(rf"(?<![\w/@.])(?P<variant>{variant})(?P<end>s?)(?![\w/@+]|[.]\w)")
