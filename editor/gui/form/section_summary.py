"""Summary of one section for its row in the outline."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.gui.form.rating_text import short_rating, spoken_rating
from editor.review.rating import RatingScale

translate = QCoreApplication.translate


class SectionSummary(NamedTuple):
    """What the outline knows about a section: rating and words, and how many findings."""

    words: int
    findings: int
    """How many about spelling and grammar: mistakes."""
    rating: float | None
    scale: RatingScale | None
    style: int = 0
    """How many about style: a matter of taste."""

    @property
    def side(self) -> str:
        """What is there: the rating, else the words unless findings take their place, or „leer“."""
        if self.rating is not None and self.scale is not None:
            return short_rating(self.rating, self.scale)
        if not self.words:
            return translate("SectionSummary", "○ leer")
        return "" if self.findings or self.style else _words(self.words)

    @property
    def badge(self) -> str:
        """The number of mistakes, empty for none."""
        return str(self.findings) if self.findings else ""

    @property
    def dotted(self) -> str:
        """The number of findings about style, empty for none and where there are mistakes."""
        return str(self.style) if self.style and not self.findings else ""

    def spoken(self, label: str) -> str:
        """Return all of it in words: „Story: 203 Wörter, 3 Funde, 7 von 10 Punkten“."""
        parts = [_words(self.words) if self.words else translate("SectionSummary", "leer")]
        if self.findings:
            parts.append(_findings(self.findings))
        if self.style:
            parts.append(_style(self.style))
        if self.rating is not None and self.scale is not None:
            parts.append(spoken_rating(self.rating, self.scale))
        return f"{label}: {', '.join(parts)}"


def _words(count: int) -> str:
    return (
        translate("SectionSummary", "1 Wort")
        if count == 1
        else translate("SectionSummary", "{n} Wörter").format(n=count)
    )


def _findings(count: int) -> str:
    return (
        translate("SectionSummary", "1 Fund")
        if count == 1
        else translate("SectionSummary", "{n} Funde").format(n=count)
    )


def _style(count: int) -> str:
    return (
        translate("SectionSummary", "1 Hinweis zum Stil")
        if count == 1
        else translate("SectionSummary", "{n} Hinweise zum Stil").format(n=count)
    )
