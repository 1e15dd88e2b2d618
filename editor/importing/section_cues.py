"""What the words of a sentence say about the section of a review that it belongs to."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from editor.markdown.scanner.lines import COMMONMARK
from editor.paths import resource
from editor.review.form import Form

_STRONG, _WEAK = 2.0, 1.0
_REMARKABLE = 5.0
"""More than this no sentence counts for a section, so that a list of names does not decide all."""
_BEGINNING, _TOPIC = 25, 1.0
"""A strong word among the first code points of a sentence is its topic and counts for more."""
_RETOLD = "plot"
_ENDING = re.compile(r"(?:…|\.\.\.)[“”\"»]?\s*\Z")
"""How a retelling ends that does not want to give the end away."""
_LONGEST = 300
"""Characters that the heading of a section has at most."""
_HEADING = re.compile(
    rf"(?:{COMMONMARK.heading.pattern}(?P<marked>[^\n]+?)[ \t]*#*|(?P<plain>[^\n.!?]{{1,60}}?):?)"
    r"(?:[ \t]*\{[#.][^}\n]*\})?"
)
_LED = re.compile(r"[*_]{0,3}(?P<words>[^\n.!?:*_]{1,40}):?[*_]{0,3}:?[*_]{0,3}\s")


@dataclass(frozen=True, slots=True)
class SectionCues:
    """The words of one form's sections."""

    ids: tuple[str, ...]
    labels: Mapping[str, str]
    """The labels of the sections in any language, casefolded, with the section's id."""
    headings: Mapping[str, str]
    """What else writers call a section, casefolded, with its id; the labels are not in it."""
    patterns: tuple[tuple[str, float, re.Pattern[str]], ...]

    @classmethod
    def of(cls, form: Form) -> "SectionCues":
        """Return the signals of ``form``; a section of the writer's own has its label alone."""
        raw = _vocabulary()
        labels = {
            text.casefold(): field.id
            for field in reversed(form.sections)
            for text in (field.label.german, field.label.english, field.id)
            if text
        }
        ids = tuple(field.id for field in form.sections)
        headings = {
            line.casefold(): key
            for key in reversed(ids)
            for line in raw.get(key, {}).get("headings", "").strip().split("\n")
            if line and line.casefold() not in labels
        }
        patterns = tuple(
            (key, weight, pattern)
            for key in ids
            for name, weight in (("strong", _STRONG), ("weak", _WEAK))
            if (pattern := _pattern(raw.get(key, {}).get(name, ""))) is not None
        )
        own = tuple(
            (field.id, _STRONG, re.compile(rf"\b{re.escape(field.label.german.casefold())}\b"))
            for field in form.sections
            if field.label.german
        )
        return cls(ids, labels, headings, patterns + own)

    def scores(self, sentence: str) -> dict[str, float]:
        """Return how much ``sentence`` speaks for each section that it speaks for."""
        text = sentence.casefold()
        found: dict[str, float] = {}
        for key, weight, pattern in self.patterns:
            words = {match[0]: match.start() for match in reversed([*pattern.finditer(text)])}
            if words:
                topic = _TOPIC * (weight == _STRONG and min(words.values()) < _BEGINNING)
                found[key] = found.get(key, 0.0) + weight * len(words) + topic
        if _RETOLD in self.ids and _ENDING.search(sentence):
            found[_RETOLD] = found.get(_RETOLD, 0.0) + _STRONG
        return {key: min(score, _REMARKABLE) for key, score in found.items()}

    def label(self, paragraph: str) -> str:
        """Return the section whose label is all that ``paragraph`` says, else an empty text."""
        return self.labels.get(_said(paragraph), "")

    def alone(self, paragraph: str) -> bool:
        """Whether ``paragraph`` is a section's name and nothing else."""
        said = _said(paragraph)
        return said in self.labels or said in self.headings

    def heading(self, paragraph: str) -> str:
        """Return the section that ``paragraph`` is a heading of, else an empty text.

        A paragraph that begins with a section's name and a colon counts, as „Fazit: …“ does.
        """
        if self.alone(paragraph):
            said = _said(paragraph)
            return self.labels.get(said) or self.headings[said]
        led = _LED.match(paragraph.lstrip())
        words = led["words"].strip().casefold() if led and ":" in led[0] else ""
        return self.labels.get(words) or self.headings.get(words, "")


def _said(paragraph: str) -> str:
    """Return the words of a heading, casefolded; empty for what is none."""
    bare = paragraph.strip()
    # No section is called so much, and a line of blanks without end would take as long.
    match = _HEADING.fullmatch(bare) if len(bare) <= _LONGEST else None
    said = (match["marked"] or match["plain"]) if match else ""
    return said.strip(" *_").removesuffix(":").strip(" *_").casefold()


@cache
def _vocabulary() -> Mapping[str, Any]:
    return tomllib.loads(resource("vocabulary", "sections.toml").read_text("utf-8"))


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in words.split()]
    # Longer ones first: of two at the same place the one that says more is meant.
    parts.sort(key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)") if parts else None
