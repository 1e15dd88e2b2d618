"""Summary of one section for its row in the outline."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.gui.form.rating_text import short_rating, spoken_rating
from editor.gui.widgets.row_list import ListRow
from editor.review.rating import RatingScale

translate = QCoreApplication.translate


class SectionSummary(NamedTuple):
    """Words, findings and rating of a section."""

    words: int | None
    """Number of words, None while they are not counted yet."""
    findings: int
    """Number of findings about spelling and grammar."""
    rating: float | None
    scale: RatingScale | None
    style: int = 0
    """Number of findings about style."""

    @property
    def side(self) -> str:
        """The rating; without one the words, unless there are findings; „leer“ without words."""
        if self.rating is not None and self.scale is not None:
            return short_rating(self.rating, self.scale)
        if self.words is None or self.findings or self.style:
            return ""
        return _words(self.words) if self.words else translate("SectionSummary", "○ leer")

    @property
    def badge(self) -> str:
        """Number of findings about spelling and grammar as text, empty for none."""
        return str(self.findings) if self.findings else ""

    @property
    def dotted(self) -> str:
        """Number of findings about style as text, empty for none and if there is a badge."""
        return str(self.style) if self.style and not self.findings else ""

    def row(self, section_id: str, label: str) -> ListRow:
        """Return the row of the section with this id and label."""
        spoken = self.spoken(label)
        return ListRow(
            label,
            section_id,
            side=self.side,
            badge=self.badge,
            dotted=self.dotted,
            quiet=self.words == 0,
            tip=spoken,
            spoken=spoken,
        )

    def spoken(self, label: str) -> str:
        """Return the summary in words: „Story: 203 Wörter, 3 Hinweise, 7 von 10 Punkten“."""
        parts = []
        if self.words is not None:
            parts.append(_words(self.words) if self.words else translate("SectionSummary", "leer"))
        if self.findings:
            parts.append(_findings(self.findings))
        if self.style:
            parts.append(_style(self.style))
        if self.rating is not None and self.scale is not None:
            parts.append(spoken_rating(self.rating, self.scale))
        return f"{label}: {', '.join(parts)}" if parts else label


def _words(count: int) -> str:
    return (
        translate("SectionSummary", "1 Wort")
        if count == 1
        else translate("SectionSummary", "{n} Wörter").format(n=count)
    )


def _findings(count: int) -> str:
    return (
        translate("SectionSummary", "1 Hinweis")
        if count == 1
        else translate("SectionSummary", "{n} Hinweise").format(n=count)
    )


def _style(count: int) -> str:
    return (
        translate("SectionSummary", "1 Hinweis zum Stil")
        if count == 1
        else translate("SectionSummary", "{n} Hinweise zum Stil").format(n=count)
    )
