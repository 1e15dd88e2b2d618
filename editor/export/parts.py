"""The parts that the article of a page is made of."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from editor.export.definitions import Definitions, definitions
from editor.export.facts import box, byline, headline
from editor.export.images import ImageSource
from editor.export.options import Options
from editor.export.prose import Prose
from editor.export.score import Score, score
from editor.export.tree import Element, Node, blank, serialise, text_of
from editor.resources import resource
from editor.review.form import Form
from editor.review.model import INTRODUCTION, VERDICT, Review, Section
from editor.review.rating import rating_of, scale_of

HEADER = "header"
BELOW_TITLE, BELOW_HEADING = 2, 3
"""Level of the writer's first heading in a section without and with a heading of its own."""

_LEAD_LENGTH = 160
_REMEMBERED = 16
"""Sections whose HTML is kept: the preview renders one anew per keystroke, not all of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A finished part of the article."""

    id: str
    html: Markup
    headed: bool = True
    lead: str = ""
    """Its first paragraph as text, shortened to what search engines show; empty for none."""


def made(review: Review, options: Options) -> list[Part]:
    """Return the header and every section of ``review`` that has something to show."""
    form = review.definition
    maker = _Sections(
        review,
        form,
        options,
        definitions(section.text for section in review.sections),
    )
    return [_header(review, form, options), *maker.parts()]


def render(template: str, **values: Any) -> str:
    """Return the template ``template`` filled with ``values``, which it escapes."""
    return _templates().get_template(f"{template}.html").render(values).strip()


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _header(review: Review, form: Form, options: Options) -> Part:
    html = render(
        "header",
        title=headline(review, form),
        byline=byline(review, options.variant),
        facts=box(review, form, options.variant),
    )
    return Part(HEADER, Markup(html))  # noqa: S704 - escaped by the template


@lru_cache(maxsize=_REMEMBERED)
def _rendered(images: ImageSource, text: str, section_id: str, level: int) -> tuple[Markup, str]:
    """Return a section's text as HTML and its lead, both empty for a text without content."""
    nodes = Prose(images).section(text, section_id, level)
    if all(blank(node) for node in nodes):
        return Markup(), ""
    return Markup(serialise(nodes)), _lead(nodes)  # noqa: S704 - sanitised


@lru_cache(maxsize=_REMEMBERED)
def _rendered_heading(images: ImageSource, text: str, section_id: str) -> Markup:
    return Markup(Prose(images).heading(text, section_id))  # noqa: S704 - sanitised


@dataclass(frozen=True, slots=True)
class _Sections:
    """Makes the parts of one review's sections."""

    review: Review
    form: Form
    options: Options
    definitions: Definitions

    def parts(self) -> Iterator[Part]:
        """Yield a part for each section that has text or a rating to show."""
        for section in self.review.sections:
            heading = self._heading(section) if self.options.headings else ""
            text, lead = self._text(section, BELOW_HEADING if heading else BELOW_TITLE)
            ratings = self._ratings(section, headed=bool(heading))
            if text or any(ratings.values()):
                html = render(
                    "section",
                    heading=heading,
                    text=text,
                    fragment=self.options.fragment,
                    **ratings,
                )
                yield Part(section.id, Markup(html), bool(heading), lead)  # noqa: S704

    def _text(self, section: Section, level: int) -> tuple[Markup, str]:
        if not section.text.strip():
            return Markup(), ""
        text = self.definitions.added_to(section.text)
        return _rendered(self.options.images, text, section.id, level)

    def _heading(self, section: Section) -> Markup:
        """Return the heading as the file has it, or the form's; empty for an introduction."""
        field = self.form.section(section.id)
        if section.id == INTRODUCTION or (field and not field.heading):
            return Markup()
        text = section.heading.strip() or (field.label.de if field else section.id)
        return _rendered_heading(self.options.images, text, section.id)

    def _ratings(self, section: Section, *, headed: bool) -> dict[str, Any]:
        """Return the rating beside the heading, the overall one, and in prose all the others."""
        own = self._score(section)
        if section.id != VERDICT:
            return {"score": own if headed else None, "overall": None, "scores": []}
        others = [] if self.options.headings else list(self._scores())
        return {"score": None, "overall": own, "scores": others}

    def _scores(self) -> Iterator[tuple[Markup, Score]]:
        for section in self.review.sections:
            heading, rating = self._heading(section), self._score(section)
            if heading and rating and section.id != VERDICT:
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
