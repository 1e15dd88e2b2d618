"""The parts that the article of a page is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from editor.errors import ThemeError
from editor.export.content import Chapter, Content, Text, content
from editor.export.options import Options
from editor.export.themes import Theme
from editor.export.tree import text_of
from editor.resources import resource
from editor.review.model import Review

HEADER = "header"
_REMEMBERED = 8


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
    theme: Theme
    parts: tuple[Part, ...]
    """The header, and every section that has something to show."""


def made(review: Review, options: Options) -> Article:
    """Return the article of ``review``.

    Raises FormError when the review's form is broken, ThemeError when a template of the theme is.
    """
    said = content(review, options)
    theme = options.themes.found(options.theme).theme
    return Article(said, theme, tuple(_parts(said, theme, options)))


def render(theme: Theme, template: str, **values: Any) -> str:
    """Return the template ``template`` filled with ``values``, which it escapes.

    Raises ThemeError when the template is broken.
    """
    try:
        return _templates(theme.folders).get_template(f"{template}.html").render(values).strip()
    except TemplateError as error:
        raise ThemeError(
            f"Die Vorlage {template}.html der Gestaltung „{theme.label.de}“ ist fehlerhaft "
            f"({error}); bitte berichtigen Sie sie oder wählen Sie eine andere Gestaltung.",
            f"The template {template}.html of the theme “{theme.label.text('en')}” is broken "
            f"({error}); please correct it or choose another theme.",
        ) from error


@lru_cache(maxsize=_REMEMBERED)
def _templates(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    # A writer's own theme may come from anywhere: its templates reach nothing but their values.
    shipped = resource("themes")
    own = any(not folder.is_relative_to(shipped) for folder in folders)
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([*folders, resource("templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=own,
    )


def _parts(said: Content, theme: Theme, options: Options) -> Iterator[Part]:
    header = render(
        theme,
        "header",
        title=said.title,
        byline=said.byline,
        cover=said.cover,
        facts=said.facts,
        contents=tuple(_contents(said.chapters)) if options.contents else (),
        fragment=options.fragment,
    )
    yield Part(HEADER, Markup(header))  # noqa: S704 - escaped by the template
    for chapter in said.chapters:
        html = _section(chapter, theme, fragment=options.fragment)
        yield Part(chapter.id, Markup(html), bool(chapter.heading.nodes))  # noqa: S704


def _section(chapter: Chapter, theme: Theme, *, fragment: bool) -> str:
    return render(
        theme,
        "section",
        heading=_markup(chapter.heading),
        text=_markup(chapter.text),
        score=chapter.score,
        overall=chapter.overall,
        scores=[(_markup(label), score) for label, score in chapter.scores],
        fragment=fragment,
    )


def _contents(chapters: Iterable[Chapter]) -> Iterator[tuple[str, str]]:
    """Yield the id and the heading as plain text of every section that has one."""
    for chapter in chapters:
        if chapter.heading.nodes:
            yield chapter.id, text_of(chapter.heading.nodes)


def _markup(text: Text) -> Markup:
    return Markup(text.html)  # noqa: S704 - sanitised
