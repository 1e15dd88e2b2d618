"""Statistics of German prose: words, reading time, readability formulas, word targets.

Texts are plain text without markup.

Sources: T. Amstad, Wie verständlich sind unsere Zeitungen?, 1978 (Flesch for German);
C.-H. Björnsson, Läsbarhet, 1968 (LIX); R. Bamberger and E. Vanecek, Lesen – Verstehen – Lernen –
Schreiben, 1984 (first Wiener Sachtextformel); M. Brysbaert, How many words do we read per minute?,
2019 (reading speed, lowered for the longer German words).
"""

from dataclasses import dataclass
from typing import Any

from editor.review.model import Review
from editor.review.sentences import WORD, sentence_spans
from editor.review.syllables import syllable_count

WORDS_PER_MINUTE = 190
_LONG_WORD = 7
"""Letters of a long word in LIX and in the Wiener Sachtextformel: more than six."""
_TARGET, _SECTION_TARGETS = "target_words", "section_target_words"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a text. ``characters`` are code points, ``letters`` those without white space."""

    words: int = 0
    characters: int = 0
    letters: int = 0
    sentences: int = 0
    syllables: int = 0
    long_words: int = 0
    polysyllables: int = 0
    monosyllables: int = 0

    @property
    def reading_seconds(self) -> int:
        """Duration of silent reading, in seconds."""
        return round(self.words * 60 / WORDS_PER_MINUTE)

    @property
    def flesch(self) -> float | None:
        """Flesch-Amstad score: 0 is very hard, 100 very easy; None for a text without words."""
        if not self.words:
            return None
        return 180 - self.words / self.sentences - 58.5 * self.syllables / self.words

    @property
    def lix(self) -> float | None:
        """LIX score: below 40 is easy, above 60 very hard; None for a text without words."""
        if not self.words:
            return None
        return self.words / self.sentences + 100 * self.long_words / self.words

    @property
    def wiener(self) -> float | None:
        """First Wiener Sachtextformel, in school years from 4 to 15; None without words."""
        if not self.words:
            return None
        percent = 100 / self.words
        return (
            0.1935 * self.polysyllables * percent
            + 0.1672 * self.words / self.sentences
            + 0.1297 * self.long_words * percent
            - 0.0327 * self.monosyllables * percent
            - 0.875
        )

    def __add__(self, other: "Statistics") -> "Statistics":
        """Return the sums of the counts of two texts."""
        return Statistics(
            *(getattr(self, name) + getattr(other, name) for name in Statistics.__slots__)
        )


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """Number of words of a text, and its word target."""

    words: int
    target: int

    @property
    def share(self) -> float:
        """Share of the target that is written: 0 for no text, above 1 when it is exceeded."""
        return self.words / self.target

    @property
    def remaining(self) -> int:
        """Words missing to the target, negative when it is exceeded."""
        return self.target - self.words


def word_target(review: Review, section_id: str | None = None) -> int | None:
    """Return the word target of a section, or of the whole review; None without one."""
    value = review.fact(_TARGET) if section_id is None else _targets(review).get(section_id)
    is_count = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return value if is_count else None


def with_word_target(review: Review, words: int | None, section_id: str | None = None) -> Review:
    """Return the review with a word target for a section, or the whole; None or 0 removes it."""
    if section_id is None:
        return review.with_fact(_TARGET, words or None)
    others = {key: value for key, value in _targets(review).items() if key != section_id}
    return review.with_fact(_SECTION_TARGETS, {**others, section_id: words} if words else others)


def target_progress(
    review: Review, words: int, section_id: str | None = None
) -> TargetProgress | None:
    """Return the progress to the target of a section, or of the whole; None without a target."""
    target = word_target(review, section_id)
    return None if target is None else TargetProgress(words, target)


def measure(text: str) -> Statistics:
    """Return the counts of a plain text."""
    words = [match[0] for match in WORD.finditer(text)]
    syllables = [syllable_count(word) for word in words]
    return Statistics(
        words=len(words),
        characters=len(text),
        letters=sum(not character.isspace() for character in text),
        sentences=len(sentence_spans(text)),
        syllables=sum(syllables),
        long_words=sum(len(word) >= _LONG_WORD for word in words),
        polysyllables=sum(count >= 3 for count in syllables),  # noqa: PLR2004
        monosyllables=sum(count == 1 for count in syllables),
    )


def _targets(review: Review) -> dict[str, Any]:
    value = review.fact(_SECTION_TARGETS)
    return value if isinstance(value, dict) else {}
