"""Sectioning: the assignment of the units of a finished text to the sections of a form."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from editor.importing.hmm import Observation, probabilities
from editor.importing.section_cues import SectionCues
from editor.importing.segmentation import TextPiece, split_paragraphs, split_sentences
from editor.markdown.definitions import begins_with_definition
from editor.markdown.scanner.lines import COMMONMARK
from editor.review.form import Form
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.review.model import FrontMatterEntry, Review, nonempty_sections
from editor.review.section_moves import reorder_sections
from editor.storage import review_file

_SURE = 1.0
_HIGHEST = 20.0
"""Highest score of a paragraph for a section."""
_LIKELY = 0.5
"""Probability from which a paragraph begins a section that no heading names."""
_PLAIN_LEVEL = 7
"""Level of a heading without hashes: below all others."""
_OUR_KEYS = ("rezensent", "form", "")


@dataclass(frozen=True, slots=True)
class TextUnit:
    """A part of the text that belongs to one section, with the white space after it."""

    text: str
    paragraph: int
    """Number of the paragraph in which it begins."""
    section: str
    confidence: float = _SURE
    """Probability that the section is right; 1 when a heading or the writer has decided it."""
    label: str = ""
    """Section of which the unit is only the label, as a heading; else empty."""


@dataclass(frozen=True, slots=True)
class Sectioning:
    """Units in reading order; joined, their texts are the imported text."""

    units: tuple[TextUnit, ...]
    entries: tuple[FrontMatterEntry, ...] = ()
    """Front matter of the text."""
    order: tuple[str, ...] = ()
    """Ids of the sections in the order of the text."""

    def assigned(self, indexes: int | Collection[int], section: str) -> "Sectioning":
        """Return the sectioning with these units in ``section``, with certainty."""
        chosen = {indexes} if isinstance(indexes, int) else set(indexes)
        return replace(
            self,
            units=tuple(
                replace(unit, section=section, confidence=_SURE) if index in chosen else unit
                for index, unit in enumerate(self.units)
            ),
        )

    def split(self, index: int) -> "Sectioning":
        """Return the sectioning with a unit split into paragraphs, or one into sentences."""
        unit = self.units[index]
        texts = split_paragraphs(unit.text)
        if len(texts) > 1:
            pieces = [
                replace(unit, text=t, paragraph=unit.paragraph + n) for n, t in enumerate(texts)
            ]
        else:
            pieces = [replace(unit, text=text) for text in split_sentences(unit.text)]
        return replace(self, units=(*self.units[:index], *pieces, *self.units[index + 1 :]))

    def divided(self, index: int, place: int) -> "Sectioning":
        """Return the sectioning with a unit split before its code point ``place``.

        Raises ValueError where one of the two parts would be blank.
        """
        unit = self.units[index]
        pieces = (unit.text[:place], unit.text[place:])
        if not all(piece.strip() for piece in pieces):
            raise ValueError(place)
        halves = [replace(unit, text=piece, label="") for piece in pieces]
        return replace(self, units=(*self.units[:index], *halves, *self.units[index + 1 :]))

    def joined(self, index: int) -> "Sectioning":
        """Return the sectioning with a unit joined to the one before it, in the section of that."""
        if index == 0:
            return self
        first, second = self.units[index - 1 : index + 1]
        unit = replace(first, text=first.text + second.text, label="")
        return replace(self, units=(*self.units[: index - 1], unit, *self.units[index + 1 :]))

    def texts(self) -> dict[str, str]:
        """Return section id → Markdown of each section with text, in the order of the text.

        A heading that is only the label of its section is left out.
        """
        paragraphs: dict[str, list[str]] = {}
        last: tuple[str, int, int] | None = None
        for place, unit in enumerate(self.units):
            if not unit.text.strip() or unit.label == unit.section:
                continue
            lines = paragraphs.setdefault(unit.section, [])
            if last == (unit.section, unit.paragraph, place - 1):
                lines[-1] += unit.text
            else:
                lines.append(unit.text)
            last = (unit.section, unit.paragraph, place)
        return {key: "\n\n".join(map(_trimmed, lines)) for key, lines in paragraphs.items()}

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Return ``ids`` with those of the text in its order, in the places that they had."""
        ids = list(ids)
        queue = iter([key for key in self.order if key in ids])
        return [next(queue) if key in self.order else key for key in ids]

    def to_review(self, form: Form) -> Review:
        """Return a new review on ``form`` with the whole text and its front matter."""
        return self.into(review_file.new_review(form))

    def into(self, review: Review) -> Review:
        """Return ``review`` with the texts appended to its sections; its facts stay.

        The sections of a review without text take the order of the imported text. The text of a
        section that the review does not have is appended to its first section.
        """
        if not nonempty_sections(review.sections):
            review = reorder_sections(review, self.order)
        for entry in self.entries:
            if entry.key not in _OUR_KEYS and review.fact(entry.key) is None:
                review = replace(review, entries=(*review.entries, _plain(entry)))
        ids = [section.id for section in review.sections]
        for key, text in self.texts().items():
            target = key if key in ids else ids[0]
            old = review.text(target)
            review = review.with_text(target, f"{old}\n\n{text}" if old.strip() else text)
        return review


class _Candidate(NamedTuple):
    """A paragraph with the cues for its section, or several with their headings."""

    piece: TextPiece
    observed: Observation
    label: str = ""


def propose(text: str, form: Form, entries: tuple[FrontMatterEntry, ...] = ()) -> Sectioning:
    """Return a proposal for the section of ``form`` to which each paragraph of ``text`` belongs.

    A heading with the label of a section decides; every other paragraph is weighed by its words and
    its neighbours, and stays whole. The text begins with the introduction and keeps its order: only
    a heading can take a paragraph to a section that the text has left.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    cues = SectionCues.of(form)
    candidates = list(_join_headings(_candidates(text, cues)))
    likely = probabilities([item.observed for item in candidates], cues.ids)
    units = tuple(_units(candidates, [dict(zip(cues.ids, row, strict=True)) for row in likely]))
    order = tuple(dict.fromkeys(unit.section for unit in units if unit.text.strip()))
    return Sectioning(units, entries, order)


def _candidates(text: str, cues: SectionCues) -> Iterator[_Candidate]:
    """Yield the paragraphs, with the section that a heading gives them."""
    current, depth = "", _PLAIN_LEVEL
    for number, paragraph in enumerate(split_paragraphs(text)):
        mark = COMMONMARK.heading.match(paragraph)
        level = len(mark["marks"]) if mark else _PLAIN_LEVEL
        named, label = cues.section_of(paragraph), cues.section_labelled(paragraph)
        if cues.is_heading(paragraph):
            current, depth = named, level
        elif mark and level <= depth:
            current = ""
        observed = Observation(_scores(paragraph, cues), fixed=named or current)
        yield _Candidate(TextPiece(paragraph, number), observed, label)


def _scores(paragraph: str, cues: SectionCues) -> dict[str, float]:
    """Return section id → sum of the scores of all sentences of ``paragraph``.

    Notes and other definitions have none: they belong to the text before them.
    """
    if begins_with_definition(paragraph):
        return {}
    scores: Counter[str] = Counter()
    for sentence in split_sentences(paragraph):
        scores.update(cues.scores(sentence))
    return {key: min(score, _HIGHEST) for key, score in scores.items()}


def _join_headings(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """Join each heading that is not the label of a section with the text below it."""
    waiting = ""
    last: _Candidate | None = None
    for item in candidates:
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


def _units(
    candidates: Iterable[_Candidate], likely: Iterable[Mapping[str, float]]
) -> Iterator[TextUnit]:
    """Yield each candidate with its section: the likeliest, or that before if none is likely."""
    left: set[str] = set()
    section = ""
    for item, chances in zip(candidates, likely, strict=True):
        before, likeliest = section, max(chances, key=chances.__getitem__)
        is_likely = chances[likeliest] >= _LIKELY and likeliest not in left
        if item.observed.fixed or not before or is_likely:
            section = likeliest
        if section != before:
            left.add(before)
        yield TextUnit(*item.piece, section, chances[section], item.label)


def _trimmed(text: str) -> str:
    """Return ``text`` without blank lines around it, but with the indent of its first line."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", text).rstrip()


def _plain(entry: FrontMatterEntry) -> FrontMatterEntry:
    """Return an entry of another program without the comments around it in its file."""
    source = entry.source if entry.source is None or entry.source.endswith("\n") else None
    return replace(entry, source=source, lead="", trail="")


def import_text(
    text: str, form: Form, forms: FormRegistry = SHIPPED_FORMS, *, name: str = ""
) -> Review:
    """Return a review with all of ``text``, by the proposal for its sections.

    A text that is a review already is returned as it is. ``name`` is the name of its file, for
    errors. Raises ReviewFileError when its front matter is broken.
    """
    content = read_text(text, form, forms, name=name)
    return content if isinstance(content, Review) else content.to_review(form)


def read_text(
    text: str, form: Form, forms: FormRegistry = SHIPPED_FORMS, *, name: str = ""
) -> Review | Sectioning:
    """Return the review in ``text``, or a proposal for the sections of any other text.

    Front matter of other programs is kept. ``name`` is the name of the file, for errors. Raises
    ReviewFileError when the front matter is broken.
    """
    review = review_file.parse(text, forms, name=name)
    if review.fact("rezensent") is not None or len(nonempty_sections(review.sections)) > 1:
        return review
    return propose(review_file.dumps_body(review), form, review.entries)
