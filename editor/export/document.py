"""Export document: a review prepared for export, with its facts as text and its sections as nodes.

Every format except Markdown is written from this value.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from editor.export.facts import Byline, FactRow, build_byline, fact_rows, page_title
from editor.export.image_sources import ImageSource
from editor.export.nodes.sanitize import one_line
from editor.export.nodes.section_parser import SectionParser
from editor.export.nodes.spoilers import apply_spoiler_policy
from editor.export.nodes.tree import Element, Node, is_blank, serialise, text_of
from editor.export.options import RenderOptions, SpoilerPolicy
from editor.export.star_rating import StarRating, star_rating
from editor.markdown.definitions import Definitions, find_definitions
from editor.review.fact_kinds import ImageKind
from editor.review.facts import format_items
from editor.review.model import INTRODUCTION, VERDICT, Review, Section
from editor.review.rating import rating_of, scale_of

BELOW_TITLE, BELOW_HEADING = 2, 3
"""Level of the first heading within a section that has no heading of its own, and that has one."""

_NOTES: tuple[tuple[Literal["positive", "negative"], str], ...] = (
    ("positive", "Stärken"),
    ("negative", "Schwächen"),
)
_LEAD_LENGTH = 160
_REMEMBERED = 16
"""Number of rendered sections that are cached. With each key press the preview needs one anew, and
the others as they were."""


@dataclass(frozen=True, slots=True)
class CoverImage:
    """Image of the work: an address that the page may use, and the alternative text."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A piece of Markdown as nodes and as HTML. The nodes are shared and must not be changed."""

    nodes: tuple[Node, ...] = ()
    html: str = ""

    @property
    def lead(self) -> str:
        """The first paragraph as plain text, shortened for search engines; empty without one."""
        return _lead(self.nodes)


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """A section that has text or a rating."""

    id: str
    heading: RenderedText = RenderedText()
    """Empty where the section has no heading or headings are not wanted."""
    text: RenderedText = RenderedText()
    score: StarRating | None = None
    """Rating of the section, shown beside its heading."""
    overall: StarRating | None = None
    """Rating of the whole work, in the verdict."""
    scores: tuple[tuple[RenderedText, StarRating], ...] = ()
    """Without headings: the ratings of all other sections with their names, in the verdict."""


@dataclass(frozen=True, slots=True)
class NoteList:
    """Pros or cons of the work, in a few words each."""

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
    """The pros and the cons, as far as there are any."""

    @property
    def lead(self) -> str:
        """The first paragraph of the review, shortened for search engines; empty without one."""
        leads = (section.text.lead for section in self.sections)
        return next(filter(None, leads), "")


def build_document(review: Review, options: RenderOptions) -> ExportDocument:
    """Return ``review`` prepared for export. Raises FormError when the review's form is broken."""
    form = review.form
    definitions = find_definitions(section.text for section in review.sections)
    return ExportDocument(
        title=page_title(review, form),
        byline=build_byline(review, options.variant),
        cover=_cover(review, options.images),
        facts=fact_rows(review, form, options.variant),
        sections=tuple(_SectionBuilder(review, options, definitions).all()),
        notes=tuple(_notes(review)),
    )


def _cover(review: Review, images: ImageSource) -> CoverImage | None:
    """Return the first image among the facts that can be shown."""
    for field in review.form.facts:
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
    """Builds the sections of one document."""

    review: Review
    options: RenderOptions
    definitions: Definitions

    def all(self) -> Iterator[DocumentSection]:
        """Yield every section that has text or a rating to show."""
        for section in self.review.sections:
            heading = self._heading(section) if self.options.headings else RenderedText()
            text = self._text(section, BELOW_HEADING if heading.nodes else BELOW_TITLE)
            built = self._with_ratings(section, heading, text)
            if text.nodes or built.score or built.overall or built.scores:
                yield built

    def _text(self, section: Section, level: int) -> RenderedText:
        if not section.text.strip():
            return RenderedText()
        text = self.definitions.complete(section.text)
        return _text(self.options.images, text, section.id, level, self.options.spoilers)

    def _heading(self, section: Section) -> RenderedText:
        """Return the heading in the file or else that of the form; empty for the introduction."""
        field = self.review.form.section(section.id)
        if section.id == INTRODUCTION or (field and not field.heading):
            return RenderedText()
        text = section.heading.strip() or (field.label.german if field else section.id)
        return _heading(self.options.images, text, section.id)

    def _with_ratings(
        self, section: Section, heading: RenderedText, text: RenderedText
    ) -> DocumentSection:
        rating = self._score(section)
        if section.id != VERDICT:
            return DocumentSection(
                section.id, heading, text, score=rating if heading.nodes else None
            )
        other_ratings = () if self.options.headings else tuple(self._scores())
        return DocumentSection(section.id, heading, text, overall=rating, scores=other_ratings)

    def _scores(self) -> Iterator[tuple[RenderedText, StarRating]]:
        for section in self.review.sections:
            heading, rating = self._heading(section), self._score(section)
            if heading.nodes and rating and section.id != VERDICT:
                yield heading, rating

    def _score(self, section: Section) -> StarRating | None:
        value, scale = rating_of(self.review, section.id), scale_of(self.review)
        return None if value is None or scale is None else star_rating(value, scale)


def _lead(nodes: Iterable[Node]) -> str:
    """Return the first paragraph as plain text. Folded text is left out, as it is a spoiler."""
    paragraphs = (node for node in nodes if isinstance(node, Element) and node.tag == "p")
    first = next(paragraphs, Element("p"))
    children = [c for c in first.children if not (isinstance(c, Element) and c.tag == "sup")]
    return textwrap.shorten(text_of(children), _LEAD_LENGTH, placeholder=" …")


def extract_section(review: Review, section_id: str) -> Review:
    """Return a review with nothing but the section ``section_id`` of ``review``.

    It has no facts, and therefore neither title nor ratings. Definitions in other sections that it
    uses, such as link addresses, are included. Raises KeyError when there is no such section.
    """
    section = review.section(section_id)
    definitions = find_definitions(other.text for other in review.sections if other is not section)
    text = definitions.complete(section.text)
    whole = replace(section, text=text, closing=section.closing if text == section.text else None)
    return replace(review, entries=(), sections=(whole,), loaded_form=review.form)
