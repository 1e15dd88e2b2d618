"""Cues for sections: words and headings that show to which section a sentence belongs."""

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
_HIGHEST = 5.0
"""Highest score of a sentence for a section, so that a list of names does not decide it all."""
_BEGINNING, _TOPIC = 25, 1.0
"""A strong word in the first ``_BEGINNING`` code points is the topic and adds ``_TOPIC``."""
_PLOT = "plot"
_ENDING = re.compile(r"(?:…|\.\.\.)[“”\"»]?\s*\Z")
"""End of a plot summary that does not give the ending away."""
_LONGEST = 300
"""Code points that the heading of a section has at most."""
_HEADING = re.compile(
    rf"(?:{COMMONMARK.heading.pattern}(?P<marked>[^\n]+?)[ \t]*#*|(?P<plain>[^\n.!?]{{1,60}}?):?)"
    r"(?:[ \t]*\{[#.][^}\n]*\})?"
)
_LEADING_HEADING = re.compile(r"[*_]{0,3}[^\n.!?:*_]{1,40}:?[*_]{0,3}:?[*_]{0,3}\s")
_PROSE = re.compile(r"[\s*_]*+[^\W\d].*[.!?…][“”\"»*_)]*\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SectionCues:
    """Words and headings of the sections of one form."""

    ids: tuple[str, ...]
    labels: Mapping[str, str]
    """Casefolded label in any language → section id."""
    headings: Mapping[str, str]
    """Other casefolded headings that writers use → section id."""
    patterns: tuple[tuple[str, float, re.Pattern[str]], ...]

    @classmethod
    def of(cls, form: Form) -> "SectionCues":
        """Return the cues of ``form``; a section of a custom form has only its label."""
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
        label_patterns = tuple(
            (field.id, _STRONG, re.compile(rf"\b{re.escape(field.label.german.casefold())}\b"))
            for field in form.sections
            if field.label.german
        )
        return cls(ids, labels, headings, patterns + label_patterns)

    def scores(self, sentence: str) -> dict[str, float]:
        """Return section id → score of ``sentence``, for sections with a positive score.

        A line of credits or a rating („Darsteller: A, B“, „Bild: 8/10“) has none.
        """
        if _is_labelled(sentence) and not _begins_prose(sentence):
            return {}
        text = sentence.casefold()
        scores: dict[str, float] = {}
        for key, weight, pattern in self.patterns:
            words = {match[0]: match.start() for match in reversed([*pattern.finditer(text)])}
            if words:
                topic = _TOPIC * (weight == _STRONG and min(words.values()) < _BEGINNING)
                scores[key] = scores.get(key, 0.0) + weight * len(words) + topic
        if _PLOT in self.ids and _ENDING.search(sentence):
            scores[_PLOT] = scores.get(_PLOT, 0.0) + _STRONG
        return {key: min(score, _HIGHEST) for key, score in scores.items()}

    def section_labelled(self, paragraph: str) -> str:
        """Return the section of which ``paragraph`` is only the label, else an empty string."""
        return self.labels.get(_heading_text(paragraph), "")

    def is_heading(self, paragraph: str) -> bool:
        """Return whether ``paragraph`` is the heading of a section and nothing else."""
        text = _heading_text(paragraph)
        return text in self.labels or text in self.headings

    def section_of(self, paragraph: str) -> str:
        """Return the section of which ``paragraph`` is or begins with the heading, else "".

        It begins with one if a colon and sentences follow, as in „Fazit: …“. Credits and ratings
        („Darsteller: A, B“, „Bild: 8/10“) stay where they are.
        """
        if self.is_heading(paragraph):
            text = _heading_text(paragraph)
            return self.labels.get(text) or self.headings[text]
        if not _is_labelled(paragraph) or not _begins_prose(paragraph):
            return ""
        words = paragraph.split(":", 1)[0].strip(" *_\n\t").casefold()
        return self.labels.get(words) or self.headings.get(words, "")


def _is_labelled(text: str) -> bool:
    """Tell whether ``text`` begins with a few words and a colon."""
    led = _LEADING_HEADING.match(text.lstrip())
    return led is not None and ":" in led[0]


def _begins_prose(text: str) -> bool:
    """Tell whether sentences follow the first colon of ``text``."""
    return _PROSE.fullmatch(text.partition(":")[2]) is not None


def _heading_text(paragraph: str) -> str:
    """Return the text of a heading, casefolded; empty for any other paragraph."""
    bare = paragraph.strip()
    # No label is longer, and the pattern takes quadratic time for a long line of spaces.
    match = _HEADING.fullmatch(bare) if len(bare) <= _LONGEST else None
    text = (match["marked"] or match["plain"]) if match else ""
    return text.strip(" *_").removesuffix(":").strip(" *_").casefold()


@cache
def _vocabulary() -> Mapping[str, Any]:
    return tomllib.loads(resource("vocabulary", "sections.toml").read_text("utf-8"))


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in words.split()]
    # Longer ones first: of two that match at a position the more specific one counts.
    parts.sort(key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)") if parts else None
