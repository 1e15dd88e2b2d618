"""What a finished review says, before any format: title, facts, and sections with their nodes.

Every format that does not write Markdown writes this value down in the terms of its format.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from editor.export.facts import Byline, FactRow, build_byline, fact_rows, page_title
from editor.export.image_sources import ImageSource
from editor.export.nodes.links import Definitions, find_definitions
from editor.export.nodes.sanitize import one_line
from editor.export.nodes.section_parser import SectionParser
from editor.export.nodes.spoilers import apply_spoiler_policy
from editor.export.nodes.tree import Element, Node, is_blank, serialise, text_of
from editor.export.options import RenderOptions, SpoilerPolicy
from editor.export.star_rating import StarRating, star_rating
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
class CoverImage:
    """The picture of the work: an address that the page may use, and what is to be seen."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class RenderedText:
    """Markdown that has been read; its nodes are shared and must not be changed."""

    nodes: tuple[Node, ...] = ()
    html: str = ""

    @property
    def lead(self) -> str:
        """Its first paragraph as text, shortened to what search engines show; empty for none."""
        return _lead(self.nodes)


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """A section that has something to say."""

    id: str
    heading: RenderedText = RenderedText()
    """Empty where no heading is to be shown."""
    text: RenderedText = RenderedText()
    score: StarRating | None = None
    """The rating that stands beside the heading."""
    overall: StarRating | None = None
    """The rating of the whole work, in the verdict."""
    scores: tuple[tuple[RenderedText, StarRating], ...] = ()
    """In prose without headings, the ratings of all other sections, in the verdict."""


@dataclass(frozen=True, slots=True)
class NoteList:
    """What speaks for or against the work, in few words each."""

    kind: Literal["positive", "negative"]
    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """A whole review."""

    title: str
    byline: Byline
    cover: CoverImage | None
    facts: tuple[FactRow, ...]
    sections: tuple[DocumentSection, ...]
    notes: tuple[NoteList, ...] = ()
    """What speaks for the work, and what against it, as far as there is any."""

    @property
    def lead(self) -> str:
        """The first paragraph of the review, shortened; empty for none."""
        leads = (section.text.lead for section in self.sections)
        return next(filter(None, leads), "")


def build_document(review: Review, options: RenderOptions) -> ExportDocument:
    """Return what ``review`` says. Raises FormError when the review's form is broken."""
    form = review.definition
    defined = find_definitions(section.text for section in review.sections)
    return ExportDocument(
        title=page_title(review, form),
        byline=build_byline(review, options.variant),
        cover=_cover(review, options.images),
        facts=fact_rows(review, form, options.variant),
        sections=tuple(_SectionBuilder(review, options, defined).all()),
        notes=tuple(_notes(review)),
    )


def _cover(review: Review, images: ImageSource) -> CoverImage | None:
    """Return the first picture among the facts that can be shown."""
    for field in review.definition.facts:
        address = review.fact(field.key)
        if (
            isinstance(field.kind, ImageKind)
            and isinstance(address, str)
            and (src := images(address))
        ):
            return CoverImage(src, str(review.fact(f"{field.key}_alt") or ""))
    return None


def _notes(review: Review) -> Iterator[NoteList]:
    for kind, label in _NOTES:
        texts = (one_line(item) for item in format_items(review.fact(f"{kind}_notes")))
        notes = NoteList(kind, label, tuple(filter(None, texts)))
        if notes.texts:
            yield notes


@lru_cache(maxsize=_REMEMBERED)
def _text(
    images: ImageSource, text: str, section_id: str, level: int, spoilers: SpoilerPolicy
) -> RenderedText:
    nodes = apply_spoiler_policy(
        SectionParser(images).parse_section(text, section_id, level), spoilers
    )
    if all(is_blank(node) for node in nodes):
        return RenderedText()
    return RenderedText(tuple(nodes), serialise(nodes))


@lru_cache(maxsize=_REMEMBERED)
def _heading(images: ImageSource, text: str, section_id: str) -> RenderedText:
    nodes = SectionParser(images).parse_heading(text, section_id)
    return RenderedText(tuple(nodes), serialise(nodes))


@dataclass(frozen=True, slots=True)
class _SectionBuilder:
    """Makes the chapters of one review."""

    review: Review
    options: RenderOptions
    definitions: Definitions

    def all(self) -> Iterator[DocumentSection]:
        """Yield a section for each section that has text or a rating to show."""
        for section in self.review.sections:
            heading = self._heading(section) if self.options.headings else RenderedText()
            text = self._text(section, BELOW_HEADING if heading.nodes else BELOW_TITLE)
            built = self._with_ratings(section, heading, text)
            if text.nodes or built.score or built.overall or built.scores:
                yield built

    def _text(self, section: Section, level: int) -> RenderedText:
        if not section.text.strip():
            return RenderedText()
        text = self.definitions.added_to(section.text)
        return _text(self.options.images, text, section.id, level, self.options.spoilers)

    def _heading(self, section: Section) -> RenderedText:
        """Return the heading as the file has it, or the form's; empty for an introduction."""
        field = self.review.definition.section(section.id)
        if section.id == INTRODUCTION or (field and not field.heading):
            return RenderedText()
        text = section.heading.strip() or (field.label.german if field else section.id)
        return _heading(self.options.images, text, section.id)

    def _with_ratings(
        self, section: Section, heading: RenderedText, text: RenderedText
    ) -> DocumentSection:
        own = self._score(section)
        if section.id != VERDICT:
            return DocumentSection(section.id, heading, text, score=own if heading.nodes else None)
        others = () if self.options.headings else tuple(self._scores())
        return DocumentSection(section.id, heading, text, overall=own, scores=others)

    def _scores(self) -> Iterator[tuple[RenderedText, StarRating]]:
        for section in self.review.sections:
            heading, rating = self._heading(section), self._score(section)
            if heading.nodes and rating and section.id != VERDICT:
                yield heading, rating

    def _score(self, section: Section) -> StarRating | None:
        value, scale = rating_of(self.review, section.id), scale_of(self.review)
        return None if value is None or scale is None else star_rating(value, scale)


def _lead(nodes: Iterable[Node]) -> str:
    """Return the first paragraph as plain text; what is folded away in it is a spoiler."""
    paragraphs = (node for node in nodes if isinstance(node, Element) and node.tag == "p")
    first = next(paragraphs, Element("p"))
    kept = [c for c in first.children if not (isinstance(c, Element) and c.tag == "sup")]
    return textwrap.shorten(text_of(kept), _LEAD_LENGTH, placeholder=" …")


def extract_section(review: Review, section_id: str) -> Review:
    """Return a review that is nothing but the section ``section_id`` of ``review``.

    It has no facts, and thus neither title nor ratings; what other sections define for it, as the
    addresses of links, comes along. Raises KeyError when there is no such section.
    """
    section = review.section(section_id)
    defined = find_definitions(other.text for other in review.sections if other is not section)
    text = defined.added_to(section.text)
    whole = replace(section, text=text, closing=section.closing if text == section.text else None)
    return replace(review, entries=(), sections=(whole,), read_with=review.definition)
