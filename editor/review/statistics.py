"""What can be counted in German prose: words, reading time, readability.

All functions take plain text without markup.

Sources: T. Amstad, Wie verständlich sind unsere Zeitungen?, 1978 (Flesch for German);
C.-H. Björnsson, Läsbarhet, 1968 (LIX); R. Bamberger and E. Vanecek, Lesen – Verstehen – Lernen –
Schreiben, 1984 (first Wiener Sachtextformel); M. Brysbaert, How many words do we read per minute?,
2019 (reading speed, lowered for the longer German words).
"""

import re
from dataclasses import dataclass

WORDS_PER_MINUTE = 190
_LONG_WORD = 7
"""A long word has more than six letters in LIX and in the Wiener Sachtextformel."""
_WORD = re.compile(r"[^\W_]+(?:[’'‐‑-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[“”\"’»«)\]]*(?=\s+[\"„“»«‚(\[]*[A-ZÄÖÜ0-9]|\s*\Z)|\n\s*\n")
_ABBREVIATIONS = re.compile(r"\b(?:[^\W_]|ca|bzw|Nr|Dr|Mr|Mrs|Prof|St|vgl|usw|etc|\d+)\.\Z")
_VOWELS = re.compile(r"ei|ai|au|äu|eu|oi|ie|aa|ee|oo|[aeiouyäöüàáâèéêìíîòóôùúû]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a text. Characters are code points, with and without white space."""

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
        """How long silent reading takes, in seconds."""
        return round(self.words * 60 / WORDS_PER_MINUTE)

    @property
    def flesch(self) -> float | None:
        """Flesch-Amstad: 0 is very hard, 100 very easy; None for a text without words."""
        if not self.words:
            return None
        return 180 - self.words / self.sentences - 58.5 * self.syllables / self.words

    @property
    def lix(self) -> float | None:
        """LIX: below 40 is easy, above 60 very hard; None for a text without words."""
        if not self.words:
            return None
        return self.words / self.sentences + 100 * self.long_words / self.words

    @property
    def wiener(self) -> float | None:
        """First Wiener Sachtextformel, in school years: 4 to 15; None for a text without words."""
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
        """Return the counts of both texts together."""
        return Statistics(
            *(getattr(self, name) + getattr(other, name) for name in Statistics.__slots__)
        )


def measure(text: str) -> Statistics:
    """Return the counts of one plain text."""
    words = [match[0] for match in _WORD.finditer(text)]
    syllables = [syllable_count(word) for word in words]
    return Statistics(
        words=len(words),
        characters=len(text),
        letters=sum(not character.isspace() for character in text),
        sentences=sentence_count(text) if words else 0,
        syllables=sum(syllables),
        long_words=sum(len(word) >= _LONG_WORD for word in words),
        polysyllables=sum(count >= 3 for count in syllables),  # noqa: PLR2004
        monosyllables=sum(count == 1 for count in syllables),
    )


def sentence_count(text: str) -> int:
    """Return the number of sentences, at least 1: an end mark ends one where a new one begins."""
    count, start = 0, 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATIONS.search(text, max(start, match.start() - 8), match.start() + 1):
            continue
        count += bool(_WORD.search(text, start, match.end()))
        start = match.end()
    return max(1, count + bool(_WORD.search(text, start)))


def syllable_count(word: str) -> int:
    """Return the syllables of a German word: its groups of vowels, at least 1."""
    return max(1, len(_VOWELS.findall(word)))
