"""The state of a section in a few signs, and the same in words."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.gui.form.rating_words import rating_words
from editor.review.rating import Scale, brief

translate = QCoreApplication.translate


class SectionState(NamedTuple):
    """What the outline knows about a section: rating and words, and how many findings."""

    words: int
    findings: int
    rating: float | None
    scale: Scale | None

    @property
    def side(self) -> str:
        """What is there: the rating, else the words unless findings take their place, or „leer“."""
        if self.rating is not None and self.scale is not None:
            return brief(self.rating, self.scale)
        if not self.words:
            return translate("SectionState", "○ leer")
        return "" if self.findings else _words(self.words)

    @property
    def badge(self) -> str:
        """The number of findings, empty for none."""
        return str(self.findings) if self.findings else ""

    def spoken(self, label: str) -> str:
        """Return all of it in words: „Story: 203 Wörter, 3 Funde, 7 von 10 Punkten“."""
        parts = [_words(self.words) if self.words else translate("SectionState", "leer")]
        if self.findings:
            one = self.findings == 1
            parts.append(
                translate("SectionState", "1 Fund")
                if one
                else translate("SectionState", "{n} Funde").format(n=self.findings)
            )
        if self.rating is not None and self.scale is not None:
            parts.append(rating_words(self.rating, self.scale))
        return f"{label}: {', '.join(parts)}"


def _words(count: int) -> str:
    return (
        translate("SectionState", "1 Wort")
        if count == 1
        else translate("SectionState", "{n} Wörter").format(n=count)
    )
