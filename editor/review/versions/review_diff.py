"""Differences of two reviews, part by part, as text for people to read."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from editor.localized import Localized
from editor.markdown.spoiler_spans import spoiler_spans
from editor.review.model import Review
from editor.review.text_diff import DiffPiece, DiffSide, diff_texts
from editor.review.versions.version_diff import ReviewPart, review_parts

_SPOILER_END = Localized("Ende des Spoilers", "End of spoiler")


@dataclass(frozen=True, slots=True)
class PartDiff:
    """Comparison of the facts or of one section, under its heading."""

    heading: str
    """Label in the current language, empty for a text without a heading."""
    pieces: tuple[DiffPiece, ...]

    @property
    def changed(self) -> bool:
        """Whether the texts differ."""
        return any(piece.side is not DiffSide.BOTH for piece in self.pieces)


def diff_reviews(old: Review, new: Review) -> tuple[PartDiff, ...]:
    """Return the comparison of the facts and of every section that has text in one of both."""
    return diff_parts(review_parts(old, new))


def diff_parts(parts: Iterable[ReviewPart]) -> tuple[PartDiff, ...]:
    """Return the comparison of each part that has a text in one of its versions."""
    return tuple(diff_part(part, part.label.text()) for part in parts if part.then or part.now)


def diff_part(part: ReviewPart, heading: str = "") -> PartDiff:
    """Return the comparison of one part; spoilers have lines for people instead of their tags."""
    return PartDiff(
        heading, diff_texts(_with_spoiler_lines(part.then), _with_spoiler_lines(part.now))
    )


def diff_sources(old: str, new: str) -> tuple[PartDiff, ...]:
    """Return the comparison of two texts that are no reviews, without a heading."""
    return (PartDiff("", diff_texts(old, new)),)


def readable_text(review: Review) -> str:
    """Return the facts as lines, then each section that has text under its label."""
    parts = (part for part in review_parts(review, review) if part.now)
    return "\n\n".join(f"{part.label.text()}\n\n{part.now}" for part in parts)


def _with_spoiler_lines(text: str) -> str:
    """Return Markdown with “Spoiler: Das Ende” and “Ende des Spoilers” for the tags of spoilers."""
    for span in reversed(spoiler_spans(text)):
        label = html.unescape(span.label).strip()
        head = "Spoiler:" if label in ("", "Spoiler") else f"Spoiler: {label}"
        lines = head, text[span.body : span.body_end], _SPOILER_END.text()
        text = text[: span.start] + "\n\n".join(lines) + text[span.end :]
    return text
