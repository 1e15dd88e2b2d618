"""The parts that the article of a page is made of."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from editor.export.definitions import Definitions, definitions
from editor.export.facts import box, byline, headline
from editor.export.options import Options
from editor.export.prose import Prose
from editor.export.score import Score, score
from editor.export.tree import Element, Node, blank, serialise, text_of
from editor.resources import resource
from editor.review.form import Form, load_form
from editor.review.model import INTRODUCTION, VERDICT, Review, Section
from editor.review.rating import rating_of, scale_of

HEADER = "header"
BELOW_TITLE, BELOW_HEADING = 2, 3
"""Level of the writer's first heading in a section without and with a heading of its own."""

_LEAD_LENGTH = 160


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
    form = load_form(review.form)
    maker = _Sections(
        review,
        form,
        options,
        Prose(options.images),
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


@dataclass(frozen=True, slots=True)
class _Sections:
    """Makes the parts of one review's sections."""

    review: Review
    form: Form
    options: Options
    prose: Prose
    definitions: Definitions

    def parts(self) -> Iterator[Part]:
        """Yield a part for each section that has text or a rating to show."""
        for section in self.review.sections:
            heading = self._heading(section) if self.options.headings else ""
            nodes = self._nodes(section, BELOW_HEADING if heading else BELOW_TITLE)
            ratings = self._ratings(section, headed=bool(heading))
            if nodes or any(ratings.values()):
                html = render(
                    "section",
                    heading=heading,
                    text=Markup(serialise(nodes)),  # noqa: S704 - sanitised
                    fragment=self.options.fragment,
                    **ratings,
                )
                yield Part(section.id, Markup(html), bool(heading), _lead(nodes))  # noqa: S704

    def _nodes(self, section: Section, level: int) -> list[Node]:
        if not section.text.strip():
            return []
        text = self.definitions.added_to(section.text)
        nodes = self.prose.section(text, section.id, level)
        return [] if all(blank(node) for node in nodes) else nodes

    def _heading(self, section: Section) -> Markup:
        """Return the heading as the file has it, or the form's; empty for an introduction."""
        field = self.form.section(section.id)
        if section.id == INTRODUCTION or (field and not field.heading):
            return Markup()
        text = section.heading.strip() or (field.label.de if field else section.id)
        return Markup(self.prose.heading(text, section.id))  # noqa: S704 - sanitised

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
