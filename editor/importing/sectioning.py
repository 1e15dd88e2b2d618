"""A finished text, sorted into the sections of a form: a proposal, and what becomes of it."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from editor.importing.hmm import Observation, probabilities
from editor.importing.section_cues import SectionCues
from editor.importing.segmentation import TextPiece, paragraphs, split_sentences
from editor.markdown.scanner.lines import COMMONMARK
from editor.review.form import Form
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.review.model import FrontMatterEntry, Review, nonempty_sections
from editor.storage import review_file

_SURE = 1.0
_PLAIN_LEVEL = 7
"""Level of a heading without a mark: below all others."""
_OUR_KEYS = ("rezensent", "form", "")


@dataclass(frozen=True, slots=True)
class TextUnit:
    """A stretch of the text that belongs to one section, with the white space behind it."""

    text: str
    paragraph: int
    """Number of the paragraph that it is of, or begins in."""
    section: str
    confidence: float = _SURE
    """How likely the section is right, 0 to 1; 1 when a heading or the writer has said so."""
    label: str = ""
    """The section whose label, as a heading, is all that the unit says."""


@dataclass(frozen=True, slots=True)
class Sectioning:
    """The units in reading order; joined, their texts are what was sorted."""

    units: tuple[TextUnit, ...]
    entries: tuple[FrontMatterEntry, ...] = ()
    """Front matter that came with the text."""

    def assigned(self, indexes: int | Collection[int], section: str) -> "Sectioning":
        """Return the sorting with these units in ``section``."""
        chosen = {indexes} if isinstance(indexes, int) else set(indexes)
        return replace(
            self,
            units=tuple(
                replace(unit, section=section, confidence=_SURE) if index in chosen else unit
                for index, unit in enumerate(self.units)
            ),
        )

    def split(self, index: int) -> "Sectioning":
        """Return the sorting with a unit split into its paragraphs, a paragraph into sentences."""
        unit = self.units[index]
        texts = paragraphs(unit.text)
        if len(texts) > 1:
            pieces = [
                replace(unit, text=t, paragraph=unit.paragraph + n) for n, t in enumerate(texts)
            ]
        else:
            pieces = [replace(unit, text=text) for text in split_sentences(unit.text)]
        return replace(self, units=(*self.units[:index], *pieces, *self.units[index + 1 :]))

    def divided(self, index: int, place: int) -> "Sectioning":
        """Return the sorting with a unit divided before its code point ``place``.

        Raises ValueError where that would leave nothing on one side.
        """
        unit = self.units[index]
        pieces = (unit.text[:place], unit.text[place:])
        if not all(piece.strip() for piece in pieces):
            raise ValueError(place)
        halves = [replace(unit, text=piece, label="") for piece in pieces]
        return replace(self, units=(*self.units[:index], *halves, *self.units[index + 1 :]))

    def joined(self, index: int) -> "Sectioning":
        """Return the sorting with a unit joined to the one before it, in that one's section."""
        if index == 0:
            return self
        first, second = self.units[index - 1 : index + 1]
        unit = replace(first, text=first.text + second.text, label="")
        return replace(self, units=(*self.units[: index - 1], unit, *self.units[index + 1 :]))

    def texts(self) -> dict[str, str]:
        """Return the Markdown of each section that something goes to, in the order of the text.

        A heading that says what its section is called does not stand in the section once more.
        """
        found: dict[str, list[str]] = {}
        last: tuple[str, int, int] | None = None
        for place, unit in enumerate(self.units):
            if not unit.text.strip() or unit.label == unit.section:
                continue
            lines = found.setdefault(unit.section, [])
            if last == (unit.section, unit.paragraph, place - 1):
                lines[-1] += unit.text
            else:
                lines.append(unit.text)
            last = (unit.section, unit.paragraph, place)
        return {key: "\n\n".join(map(_trimmed, lines)) for key, lines in found.items()}

    def to_review(self, form: Form) -> Review:
        """Return a new review on ``form`` that holds everything."""
        return self.into(review_file.new_review(form))

    def into(self, review: Review) -> Review:
        """Return ``review`` with everything behind what it holds; its own facts stay.

        A section that the review does not have goes to the first one that it has.
        """
        for entry in self.entries:
            if entry.key not in _OUR_KEYS and review.fact(entry.key) is None:
                review = replace(review, entries=(*review.entries, _plain(entry)))
        known = [section.id for section in review.sections]
        for key, text in self.texts().items():
            target = key if key in known else known[0]
            old = review.text(target)
            review = review.with_text(target, f"{old}\n\n{text}" if old.strip() else text)
        return review


class _Found(NamedTuple):
    """A piece of the text with what is known of it."""

    piece: TextPiece
    observed: Observation
    label: str = ""


def propose(text: str, form: Form, entries: tuple[FrontMatterEntry, ...] = ()) -> Sectioning:
    """Return a proposal for where in ``form`` each part of ``text`` belongs.

    A heading with a section's label decides, all else is weighed by its words and its neighbours.
    What comes first is the introduction. A paragraph that stays together is one unit, any other
    is sorted sentence by sentence.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    signals = SectionCues.of(form)
    found = list(_glued(_pieces(text, signals)))
    likely = probabilities([item.observed for item in found], signals.ids)
    units = [
        _unit(item, dict(zip(signals.ids, values, strict=True)))
        for item, values in zip(found, likely, strict=True)
    ]
    return Sectioning(tuple(_together(units)), entries)


def _pieces(text: str, signals: SectionCues) -> Iterator[_Found]:
    """Yield paragraphs that are headings or of a known section whole, and others in sentences."""
    current, depth = "", _PLAIN_LEVEL
    for number, paragraph in enumerate(paragraphs(text)):
        mark = COMMONMARK.heading.match(paragraph)
        level = len(mark["marks"]) if mark else _PLAIN_LEVEL
        named, label = signals.heading(paragraph), signals.label(paragraph)
        if signals.alone(paragraph):
            current, depth = named, level
        elif mark and level <= depth:
            current = ""
        fixed = named or current
        for index, part in enumerate(split_sentences(paragraph)):
            observed = Observation(signals.scores(part), begins=index == 0, fixed=fixed)
            yield _Found(TextPiece(part, number), observed, label)


def _glued(found: Iterable[_Found]) -> Iterator[_Found]:
    """Put a heading that is no section's label together with what stands below it."""
    waiting = ""
    last: _Found | None = None
    for item in found:
        text = item.piece.text
        if COMMONMARK.heading.match(text) and not item.label and "\n" not in text.strip():
            waiting, last = waiting + text, item
            continue
        if item.label and last is not None:
            yield last._replace(piece=TextPiece(waiting, last.piece.paragraph))
            waiting = ""
        yield item._replace(piece=TextPiece(waiting + text, item.piece.paragraph))
        waiting, last = "", None
    if last is not None:
        yield last._replace(piece=TextPiece(waiting, last.piece.paragraph))


def _unit(item: _Found, likely: dict[str, float]) -> TextUnit:
    section = max(likely, key=lambda key: likely[key])
    return TextUnit(*item.piece, section, likely[section], item.label)


def _together(units: Iterable[TextUnit]) -> Iterator[TextUnit]:
    """Join the sentences of each paragraph that stays in one section."""
    for group in _by_paragraph(units):
        if len({unit.section for unit in group}) > 1:
            yield from group
        else:
            confidence = max(unit.confidence for unit in group)
            text = "".join(unit.text for unit in group)
            yield replace(group[0], text=text, confidence=confidence)


def _by_paragraph(units: Iterable[TextUnit]) -> Iterator[list[TextUnit]]:
    group: list[TextUnit] = []
    for unit in units:
        if group and unit.paragraph != group[0].paragraph:
            yield group
            group = []
        group.append(unit)
    if group:
        yield group


def _trimmed(text: str) -> str:
    """Return ``text`` without blank lines around it; the indent of its first line may be code."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", text).rstrip()


def _plain(entry: FrontMatterEntry) -> FrontMatterEntry:
    """Return a foreign entry without the comments that belong to its file."""
    source = entry.source if entry.source is None or entry.source.endswith("\n") else None
    return replace(entry, source=source, lead="", trail="")


def import_text(
    text: str, form: Form, forms: FormRegistry = SHIPPED_FORMS, *, name: str = ""
) -> Review:
    """Return a review that holds all of ``text``, each part in the section that it belongs to.

    A file that is a review already stays as it is. Raises ReviewFileError when the text has
    broken front matter; ``name`` is what its file is called.
    """
    found = read(text, form, forms, name=name)
    return found if isinstance(found, Review) else found.to_review(form)


def read(
    text: str, form: Form, forms: FormRegistry = SHIPPED_FORMS, *, name: str = ""
) -> Review | Sectioning:
    """Return the review that ``text`` is, or a proposal for the sections of a text that is none.

    Front matter of other programs comes along. Raises ReviewFileError when it is broken;
    ``name`` is what the file is called.
    """
    review = review_file.parse(text, forms, name=name)
    if review.fact("rezensent") is not None or len(nonempty_sections(review.sections)) > 1:
        return review
    return propose(review_file.dumps_body(review), form, review.entries)
