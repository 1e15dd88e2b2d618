"""What a finished review says, before any format: title, facts, and sections with their nodes.

Every exporter that does not write Markdown writes this value down in the terms of its format.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from editor.export.facts import Byline, Fact, box, byline, headline
from editor.export.images import ImageSource
from editor.export.nodes.links import Definitions, definitions
from editor.export.nodes.prose import Prose
from editor.export.nodes.sanitize import one_line
from editor.export.nodes.spoilers import without_spoilers
from editor.export.nodes.tree import Element, Node, blank, serialise, text_of
from editor.export.options import Options, Spoilers
from editor.export.stars import Score, score
from editor.review.fact_kinds import ImageKind
from editor.review.facts import format_items
from editor.review.model import INTRODUCTION, VERDICT, Review, Section
from editor.review.rating import rating_of, scale_of

BELOW_TITLE, BELOW_HEADING = 2, 3
"""Level of the writer's first heading in a section without and with a heading of its own."""

_NOTES: tuple[tuple[Literal["positive", "negative"], str], ...] = (
    ("positive", "Stärken"),
    ("negative", "Schwächen"),
)
_LEAD_LENGTH = 160
_REMEMBERED = 16
"""Sections whose text is kept: the preview renders one anew per keystroke, not all of them."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture of the work: an address that the page may use, and what is to be seen."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown that has been read; its nodes are shared and must not be changed."""

    nodes: tuple[Node, ...] = ()
    html: str = ""

    @property
    def lead(self) -> str:
        """Its first paragraph as text, shortened to what search engines show; empty for none."""
        return _lead(self.nodes)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section that has something to say."""

    id: str
    heading: Text = Text()
    """Empty where no heading is to be shown."""
    text: Text = Text()
    score: Score | None = None
    """The rating that stands beside the heading."""
    overall: Score | None = None
    """The rating of the whole work, in the verdict."""
    scores: tuple[tuple[Text, Score], ...] = ()
    """In prose without headings, the ratings of all other sections, in the verdict."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What speaks for or against the work, in few words each."""

    kind: Literal["positive", "negative"]
    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A whole review."""

    title: str
    byline: Byline
    cover: Cover | None
    facts: tuple[Fact, ...]
    chapters: tuple[Chapter, ...]
    notes: tuple[Notes, ...] = ()
    """What speaks for the work, and what against it, as far as there is any."""

    @property
    def lead(self) -> str:
        """The first paragraph of the review, shortened; empty for none."""
        leads = (chapter.text.lead for chapter in self.chapters)
        return next(filter(None, leads), "")


def content(review: Review, options: Options) -> Content:
    """Return what ``review`` says. Raises FormError when the review's form is broken."""
    form = review.definition
    defined = definitions(section.text for section in review.sections)
    return Content(
        title=headline(review, form),
        byline=byline(review, options.variant),
        cover=_cover(review, options.images),
        facts=box(review, form, options.variant),
        chapters=tuple(_Chapters(review, options, defined).all()),
        notes=tuple(_notes(review)),
    )


def _cover(review: Review, images: ImageSource) -> Cover | None:
    """Return the first picture among the facts that can be shown."""
    for field in review.definition.facts:
        address = review.fact(field.key)
        if (
            isinstance(field.kind, ImageKind)
            and isinstance(address, str)
            and (src := images(address))
        ):
            return Cover(src, str(review.fact(f"{field.key}_alt") or ""))
    return None


def _notes(review: Review) -> Iterator[Notes]:
    for kind, label in _NOTES:
        texts = (one_line(item) for item in format_items(review.fact(f"{kind}_notes")))
        notes = Notes(kind, label, tuple(filter(None, texts)))
        if notes.texts:
            yield notes


@lru_cache(maxsize=_REMEMBERED)
def _text(images: ImageSource, text: str, section_id: str, level: int, spoilers: Spoilers) -> Text:
    nodes = without_spoilers(Prose(images).section(text, section_id, level), spoilers)
    if all(blank(node) for node in nodes):
        return Text()
    return Text(tuple(nodes), serialise(nodes))


@lru_cache(maxsize=_REMEMBERED)
def _heading(images: ImageSource, text: str, section_id: str) -> Text:
    nodes = Prose(images).heading(text, section_id)
    return Text(tuple(nodes), serialise(nodes))


@dataclass(frozen=True, slots=True)
class _Chapters:
    """Makes the chapters of one review."""

    review: Review
    options: Options
    definitions: Definitions

    def all(self) -> Iterator[Chapter]:
        """Yield a chapter for each section that has text or a rating to show."""
        for section in self.review.sections:
            heading = self._heading(section) if self.options.headings else Text()
            text = self._text(section, BELOW_HEADING if heading.nodes else BELOW_TITLE)
            chapter = self._rated(section, heading, text)
            if text.nodes or chapter.score or chapter.overall or chapter.scores:
                yield chapter

    def _text(self, section: Section, level: int) -> Text:
        if not section.text.strip():
            return Text()
        text = self.definitions.added_to(section.text)
        return _text(self.options.images, text, section.id, level, self.options.spoilers)

    def _heading(self, section: Section) -> Text:
        """Return the heading as the file has it, or the form's; empty for an introduction."""
        field = self.review.definition.section(section.id)
        if section.id == INTRODUCTION or (field and not field.heading):
            return Text()
        text = section.heading.strip() or (field.label.de if field else section.id)
        return _heading(self.options.images, text, section.id)

    def _rated(self, section: Section, heading: Text, text: Text) -> Chapter:
        own = self._score(section)
        if section.id != VERDICT:
            return Chapter(section.id, heading, text, score=own if heading.nodes else None)
        others = () if self.options.headings else tuple(self._scores())
        return Chapter(section.id, heading, text, overall=own, scores=others)

    def _scores(self) -> Iterator[tuple[Text, Score]]:
        for section in self.review.sections:
            heading, rating = self._heading(section), self._score(section)
            if heading.nodes and rating and section.id != VERDICT:
                yield heading, rating

    def _score(self, section: Section) -> Score | None:
        value, scale = rating_of(self.review, section.id), scale_of(self.review)
        return None if value is None or scale is None else score(value, scale)


def _lead(nodes: Iterable[Node]) -> str:
    """Return the first paragraph as plain text; what is folded away in it is a spoiler."""
    paragraphs = (node for node in nodes if isinstance(node, Element) and node.tag == "p")
    first = next(paragraphs, Element("p"))
    kept = [c for c in first.children if not (isinstance(c, Element) and c.tag == "sup")]
    return textwrap.shorten(text_of(kept), _LEAD_LENGTH, placeholder=" …")


def excerpt(review: Review, section_id: str) -> Review:
    """Return a review that is nothing but the section ``section_id`` of ``review``.

    It has no facts, and thus neither title nor ratings; what other sections define for it, as the
    addresses of links, comes along. Raises KeyError when there is no such section.
    """
    section = review.section(section_id)
    defined = definitions(other.text for other in review.sections if other is not section)
    text = defined.added_to(section.text)
    whole = replace(section, text=text, closing=section.closing if text == section.text else None)
    return replace(review, entries=(), sections=(whole,), read_with=review.definition)
