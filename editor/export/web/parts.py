"""The parts that the article of a page is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from editor.export.content import Chapter, Content, Text, content
from editor.export.nodes.links import link_to
from editor.export.nodes.tree import text_of
from editor.export.options import Options
from editor.export.web.templates import Printer
from editor.review.model import Review

HEADER = "header"
NOTES = "pros-and-cons"


@dataclass(frozen=True, slots=True)
class Part:
    """A finished part of the article."""

    id: str
    html: Markup
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """What a review says, and the parts that say it in a theme."""

    content: Content
    printer: Printer
    """Fills the templates of the theme."""
    parts: tuple[Part, ...]
    """The header, and every section that has something to show."""


def made(review: Review, options: Options) -> Article:
    """Return the article of ``review``. Raises FormError when the review's form is broken."""
    said = content(review, options)
    found = options.themes.found(options.theme)
    printer = Printer(found.theme, found.problem)
    return Article(said, printer, tuple(_parts(said, printer, options)))


def _parts(said: Content, printer: Printer, options: Options) -> Iterator[Part]:
    header = printer.filled(
        "header",
        title=said.title.replace(" –", "\N{NO-BREAK SPACE}–"),  # no line begins with a dash
        byline=said.byline,
        cover=said.cover,
        facts=said.facts,
        contents=tuple(_contents(said.chapters)) if options.contents else (),
        fragment=options.fragment,
    )
    yield Part(HEADER, Markup(header))  # noqa: S704 - escaped by the template
    for chapter in said.chapters:
        html = _section(chapter, printer, fragment=options.fragment)
        yield Part(chapter.id, Markup(html), bool(chapter.heading.nodes))  # noqa: S704
    if said.notes:
        notes = printer.filled("notes", notes=said.notes)
        yield Part(NOTES, Markup(notes), headed=False)  # noqa: S704 - escaped by the template


def _section(chapter: Chapter, printer: Printer, *, fragment: bool) -> str:
    return printer.filled(
        "section",
        heading=_markup(chapter.heading),
        text=_markup(chapter.text),
        score=chapter.score,
        overall=chapter.overall,
        scores=[(_markup(label), score) for label, score in chapter.scores],
        fragment=fragment,
    )


def _contents(chapters: Iterable[Chapter]) -> Iterator[tuple[str, str]]:
    """Yield the link to every section that has a heading, and the heading as plain text."""
    for chapter in chapters:
        if chapter.heading.nodes:
            yield link_to(chapter.id), text_of(chapter.heading.nodes)


def _markup(text: Text) -> Markup:
    return Markup(text.html)  # noqa: S704 - sanitised
