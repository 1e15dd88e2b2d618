"""What LanguageTool is asked, and a long text in parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

PARAGRAPH = "\n\n"
"""What keeps the paragraphs of a plain text apart; no sentence goes across."""
_LONGEST = 10_000
"""Characters of a paragraph that is checked in one piece; nobody writes one of that length."""
_SENTENCE_END = re.compile(r"[.!?…][“”\"»«’']*\s+")


class Scope(StrEnum):
    """Which rules are asked for, in the words of LanguageTool's own interface."""

    ALL = "all"
    SENTENCES = "allButTextLevelOnly"
    """Rules that look at one sentence, as most do: a paragraph's findings depend on it alone."""
    TEXT = "textLevelOnly"
    """Rules that compare sentences: openings, two spellings of one word, quotes left open."""


@dataclass(frozen=True, slots=True)
class Question:
    """A plain text and the rules to apply to it."""

    text: str
    scope: Scope = Scope.ALL
    style: tuple[tuple[str, int], ...] = ()
    """Style rules that are off by default, with their thresholds; with these only they apply."""

    def parameters(self) -> dict[str, str]:
        """Return what LanguageTool's check takes besides text and language."""
        if not self.style:
            return {} if self.scope is Scope.ALL else {"mode": self.scope}
        return {
            "mode": Scope.TEXT,
            "enabledOnly": "true",
            "enabledRules": ",".join(rule for rule, _ in self.style),
            "ruleValues": ",".join(f"{rule}:{value}" for rule, value in self.style),
            # Long sentences are reported to those only who want to hear more.
            "level": "picky",
        }


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a plain text with their places in code points.

    One beyond all measure comes in several pieces, cut behind a sentence where there is one.
    """
    start = 0
    for paragraph in text.split(PARAGRAPH):
        for piece in _pieces(paragraph):
            yield start, piece
            start += len(piece)
        start += len(PARAGRAPH)


def _pieces(paragraph: str) -> Iterator[str]:
    while len(paragraph) > _LONGEST:
        cut = _cut(paragraph[:_LONGEST])
        yield paragraph[:cut]
        paragraph = paragraph[cut:]
    yield paragraph


def _cut(text: str) -> int:
    sentence = max((match.end() for match in _SENTENCE_END.finditer(text)), default=0)
    return sentence or text.rfind(" ") + 1 or len(text)
