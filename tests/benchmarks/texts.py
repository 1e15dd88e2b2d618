"""The texts of the benchmarks, all made from the sample review."""

import re
from itertools import count

from editor.languagetool.finding import Finding, FindingKind
from editor.paths import sample_path
from editor.review.model import Review
from editor.storage import review_file

LONG, FINDINGS = 45_000, 500
"""Code points of ``long_text`` and the slips in it."""
_SLIP = "Flim"


def sample() -> Review:
    """Return the sample review."""
    return review_file.parse(sample_path().read_text("utf-8"))


class Draft:
    """Four sections of the sample, together 2,300 characters, that somebody is working on."""

    edited = "story"

    def __init__(self) -> None:
        review = sample()
        self._review = review
        self._before = f"{review.text('introduction')}\n\n{review.text('plot')}"
        self._story = review.text("story")
        self._after = review.text("cast")
        self._edits = count(1)

    def section(self) -> str:
        """Edit the first sentence of the story and return that section; it is never the same."""
        sentence, stop, rest = self._story.partition(".")
        return f"{sentence} ({next(self._edits)}){stop}{rest}"

    def review(self) -> Review:
        """Edit the same sentence and return the review with that section."""
        return self._review.with_text(self.edited, self.section())

    def whole(self) -> str:
        """Edit the same sentence and return the whole text."""
        return f"{self._before}\n\n{self.section()}\n\n{self._after}"


def long_text() -> str:
    """Return a section of LONG characters in which FINDINGS words are slips."""
    once = "\n\n".join(section.text for section in sample().sections) + "\n\n"
    text = (once * (LONG // len(once) + 1))[:LONG]
    words = list(re.finditer(r"\w+", text))
    slips = {words[index * len(words) // FINDINGS].start() for index in range(FINDINGS)}
    return re.sub(r"\w+", lambda word: _SLIP if word.start() in slips else word[0], text)


def find_slips(text: str) -> tuple[Finding, ...]:
    """Return a finding for every slip, of each kind in turn."""
    kinds = list(FindingKind)
    return tuple(
        Finding(
            slip.start(),
            slip.end(),
            "SLIP",
            "TYPOS",
            "Möglicher Tippfehler gefunden.",
            ("Film",),
            kinds[index % len(kinds)],
        )
        for index, slip in enumerate(re.finditer(rf"\b{_SLIP}\b", text))
    )
