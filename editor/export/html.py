"""A review as a web page: the page that is published, and that the preview shows.

The page is made of parts: a header and the sections that have something to say. ``page`` puts them
into the frame; the preview keeps the frame and replaces the parts that changed.
"""

import base64
import hashlib
from typing import NamedTuple

from markupsafe import Markup

from editor.errors import ThemeError
from editor.export.content import BELOW_HEADING
from editor.export.images import ImageSource
from editor.export.nodes.prose import Prose
from editor.export.nodes.tree import serialise
from editor.export.options import Options
from editor.export.structured_data import json_ld
from editor.export.web.open_graph import open_graph
from editor.export.web.style import COLOR_SCHEMES, style_sheet
from editor.export.web.templates import HEADER, Article, made
from editor.review.model import Review

__all__ = [
    "HEADER",
    "Options",
    "Shown",
    "article",
    "page",
    "parts",
    "section_html",
    "shown",
    "theme_problem",
]

_LANGUAGES = {"de-AT": "de-AT", "de-CH": "de-CH"}


def page(review: Review, options: Options) -> str:
    """Return the complete page of ``review``, or what ``article`` returns for a fragment.

    The same review and options give the same page, byte for byte. What is broken in a theme of the
    writer's own is left out, see ``theme_problem``. Raises FormError when the review's form is
    broken, as ``article`` and ``parts`` do.
    """
    finished = made(review, options)
    if options.fragment:
        return _fragment(finished, options) + "\n"
    return _page(review, finished, options)


class Shown(NamedTuple):
    """A complete page, its parts, and why it does not look as its theme wants, None if it does."""

    page: str
    parts: dict[str, str]
    problem: ThemeError | None


def shown(review: Review, options: Options) -> Shown:
    """Return ``page``, ``parts`` and ``theme_problem`` out of one making."""
    finished = made(review, options)
    text = _page(review, finished, options)
    return Shown(text, _parts(finished), finished.printer.problem)


def theme_problem(review: Review, options: Options) -> ThemeError | None:
    """Return why the page of ``review`` does not look as its theme wants, None when it does."""
    return shown(review, options).problem


def article(review: Review, options: Options) -> str:
    """Return the inside of the page's article element: the header and every section."""
    return _article(made(review, options), options)


def parts(review: Review, options: Options) -> dict[str, str]:
    """Return the parts of the article in their order, each as the inside of its element.

    HEADER is the article's header element; any other part is the element with the section's id. A
    section with neither text nor rating has no part.
    """
    return _parts(made(review, options))


def section_html(markdown: str, section_id: str, images: ImageSource) -> str:
    """Return ``markdown`` as sanitised HTML; headings in it begin below a section's own."""
    return serialise(Prose(images).section(markdown, section_id, BELOW_HEADING))


def _parts(finished: Article) -> dict[str, str]:
    return {part.id: part.html for part in finished.parts}


def _article(finished: Article, options: Options) -> str:
    return finished.printer.filled("article", parts=finished.parts, fragment=options.fragment)


def _fragment(finished: Article, options: Options) -> str:
    html = _article(finished, options)
    if not options.inline_style:
        return html
    # Only here is a tree of a style sheet's rules needed; its library is as large as all others.
    from editor.export.web.inline_css import styled  # noqa: PLC0415

    return styled(html, finished.printer.theme, options)


def _page(review: Review, finished: Article, options: Options) -> str:
    style = style_sheet(finished.printer.theme, options)
    return finished.printer.filled(
        "page",
        language=_LANGUAGES.get(options.variant, "de"),
        title=finished.content.title,
        description=finished.content.lead,
        color_scheme=COLOR_SCHEMES[options.scheme],
        style=Markup(style),  # noqa: S704 - holds nothing that ends the element
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        image_origin=options.image_origin,
        open_graph=open_graph(review, finished.content, options),
        json_ld=Markup(json_ld(review, finished.content, options)),  # noqa: S704 - escaped there
        parts=finished.parts,
        fragment=False,
    )
