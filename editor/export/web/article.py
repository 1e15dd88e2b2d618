"""Article of a web page: its parts, rendered with the templates of a theme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from editor.export.document import DocumentSection, ExportDocument, RenderedText, build_document
from editor.export.nodes.links import link_to
from editor.export.nodes.tree import text_of
from editor.export.options import RenderOptions
from editor.export.web.templates import TemplateRenderer
from editor.review.model import Review

HEADER = "header"
"""Id of the part with title, byline, cover and facts."""
NOTES = "pros-and-cons"
"""Id of the part with what speaks for and against the work."""


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """One rendered part of an article."""

    id: str
    html: Markup
    headed: bool = True
    """Whether it begins with a heading."""


@dataclass(frozen=True, slots=True)
class PageArticle:
    """A review as a document, and its parts as HTML."""

    document: ExportDocument
    renderer: TemplateRenderer
    """Fills the templates of the theme."""
    parts: tuple[ArticlePart, ...]
    """The header, every section that has something to show, and the pros and cons."""


def build_article(review: Review, options: RenderOptions) -> PageArticle:
    """Return the article of ``review``. Raises FormError when the review's form is broken."""
    document = build_document(review, options)
    lookup = options.themes.find(options.theme)
    renderer = TemplateRenderer(lookup.theme, lookup.problem)
    return PageArticle(document, renderer, tuple(_parts(document, renderer, options)))


def _parts(
    document: ExportDocument, renderer: TemplateRenderer, options: RenderOptions
) -> Iterator[ArticlePart]:
    header = renderer.fill(
        "header",
        title=document.title.replace(" –", "\N{NO-BREAK SPACE}–"),  # no line begins with a dash
        byline=document.byline,
        cover=document.cover,
        facts=document.facts,
        contents=tuple(_contents(document.sections)) if options.contents else (),
        fragment=options.fragment,
    )
    yield ArticlePart(HEADER, Markup(header))  # noqa: S704 - escaped by the template
    for section in document.sections:
        html = _section(section, renderer, fragment=options.fragment)
        yield ArticlePart(section.id, Markup(html), bool(section.heading.nodes))  # noqa: S704
    if document.notes:
        notes = renderer.fill("notes", notes=document.notes)
        yield ArticlePart(NOTES, Markup(notes), headed=False)  # noqa: S704 - escaped as above


def _section(section: DocumentSection, renderer: TemplateRenderer, *, fragment: bool) -> str:
    return renderer.fill(
        "section",
        heading=_markup(section.heading),
        text=_markup(section.text),
        score=section.score,
        overall=section.overall,
        scores=[(_markup(label), score) for label, score in section.scores],
        fragment=fragment,
    )


def _contents(sections: Iterable[DocumentSection]) -> Iterator[tuple[str, str]]:
    """Yield for every section with a heading the link to it and the heading as plain text."""
    for section in sections:
        if section.heading.nodes:
            yield link_to(section.id), text_of(section.heading.nodes)


def _markup(text: RenderedText) -> Markup:
    return Markup(text.html)  # noqa: S704 - sanitised
