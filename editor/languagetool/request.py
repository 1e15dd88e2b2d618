"""Check requests, and a long text in paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

PARAGRAPH_BREAK = "\n\n"
"""Separates the paragraphs of a plain text; no sentence crosses it."""
_LONGEST = 10_000
"""Characters of a paragraph that is checked in one piece; real texts have none longer."""
_SENTENCE_END = re.compile(r"[.!?…][“”\"»«’']*\s+")


class RuleScope(StrEnum):
    """Rules to apply, in the words of LanguageTool's HTTP interface (parameter ``mode``)."""

    ALL = "all"
    SENTENCES = "allButTextLevelOnly"
    """Rules that look at one sentence, as most do: a paragraph's findings depend on it alone."""
    TEXT = "textLevelOnly"
    """Rules that compare sentences: openings, two spellings of one word, quotes left open."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """A plain text and the rules to apply to it."""

    text: str
    scope: RuleScope = RuleScope.ALL
    style: tuple[tuple[str, int], ...] = ()
    """Style rules that are off by default, with their thresholds; if given, only they apply."""

    def parameters(self) -> dict[str, str]:
        """Return the parameters of LanguageTool's ``check`` besides text and language."""
        if not self.style:
            return {} if self.scope is RuleScope.ALL else {"mode": self.scope}
        return {
            "mode": RuleScope.TEXT,
            "enabledOnly": "true",
            "enabledRules": ",".join(rule for rule, _ in self.style),
            "ruleValues": ",".join(f"{rule}:{value}" for rule, value in self.style),
            # Long sentences are reported at this level only.
            "level": "picky",
        }


def split_paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a plain text with their places in code points.

    One of more than 10,000 characters comes in several pieces, cut at the end of a sentence if
    possible.
    """
    start = 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        for piece in _pieces(paragraph):
            yield start, piece
            start += len(piece)
        start += len(PARAGRAPH_BREAK)


def _pieces(paragraph: str) -> Iterator[str]:
    while len(paragraph) > _LONGEST:
        end = _cut_position(paragraph[:_LONGEST])
        yield paragraph[:end]
        paragraph = paragraph[end:]
    yield paragraph


def _cut_position(text: str) -> int:
    sentence = max((match.end() for match in _SENTENCE_END.finditer(text)), default=0)
    return sentence or text.rfind(" ") + 1 or len(text)
