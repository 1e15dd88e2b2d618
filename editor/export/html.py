"""HTML export: the page that is published, which the preview shows too.

A page is a frame around an article, and an article consists of parts: a header and the sections
that have something to show. ``render_page`` returns all of it; the preview keeps the frame and
replaces the parts that have changed.
"""

import base64
import hashlib
from typing import NamedTuple

from markupsafe import Markup

from editor.errors import ThemeError
from editor.export.document import BELOW_HEADING
from editor.export.image_sources import ImageSource
from editor.export.nodes.section_parser import SectionParser
from editor.export.nodes.tree import serialise
from editor.export.options import RenderOptions
from editor.export.structured_data import render_json_ld
from editor.export.web.article import PageArticle, build_article
from editor.export.web.open_graph import open_graph_properties
from editor.export.web.style import COLOR_SCHEMES, style_sheet
from editor.review.model import Review

_LANGUAGES = {"de-AT": "de-AT", "de-CH": "de-CH"}


class RenderedPage(NamedTuple):
    """A complete page together with its parts."""

    html: str
    parts: dict[str, str]
    """As ``render_parts`` returns them."""
    problem: ThemeError | None
    """Why the page does not look as its theme asks, None when it does."""


def render_page(review: Review, options: RenderOptions) -> str:
    """Return the complete page of ``review``; for a fragment the same as ``render_article``.

    The same review and options give the same page, byte for byte. Broken parts of a writer's own
    theme are replaced by shipped ones, see ``theme_problem``. Raises FormError when the review's
    form is broken, as do the other functions of this module that take a review.
    """
    article = build_article(review, options)
    if options.fragment:
        return _fragment(article, options) + "\n"
    return _page(review, article, options)


def render_page_and_parts(review: Review, options: RenderOptions) -> RenderedPage:
    """Return the complete page of ``review`` and its parts, rendered once."""
    article = build_article(review, options)
    return RenderedPage(_page(review, article, options), _parts(article), article.renderer.problem)


def theme_problem(review: Review, options: RenderOptions) -> ThemeError | None:
    """Return why the page of ``review`` does not look as its theme asks, None when it does."""
    return render_page_and_parts(review, options).problem


def render_article(review: Review, options: RenderOptions) -> str:
    """Return the content of the page's article element: the header and every section."""
    return _article(build_article(review, options), options)


def render_parts(review: Review, options: RenderOptions) -> dict[str, str]:
    """Return the parts of the article by their ids, in the order of the page.

    Each value is the content of an element: of the article's header for the id HEADER, else of the
    element whose id is that of the section. A section with neither text nor rating has no part.
    """
    return _parts(build_article(review, options))


def render_section(markdown: str, section_id: str, images: ImageSource) -> str:
    """Return ``markdown`` as sanitised HTML; its headings begin one level below a section's."""
    return serialise(SectionParser(images).parse_section(markdown, section_id, BELOW_HEADING))


def _parts(article: PageArticle) -> dict[str, str]:
    return {part.id: part.html for part in article.parts}


def _article(article: PageArticle, options: RenderOptions) -> str:
    return article.renderer.fill("article", parts=article.parts, fragment=options.fragment)


def _fragment(article: PageArticle, options: RenderOptions) -> str:
    html = _article(article, options)
    if not options.inline_style:
        return html
    # The library that applies style sheets to elements is as large as all others together.
    from editor.export.web.inline_css import inline_styles  # noqa: PLC0415

    return inline_styles(html, article.renderer.theme, options)


def _page(review: Review, article: PageArticle, options: RenderOptions) -> str:
    style = style_sheet(article.renderer.theme, options)
    document = article.document
    return article.renderer.fill(
        "page",
        language=_LANGUAGES.get(options.variant, "de"),
        title=document.title,
        description=document.lead,
        color_scheme=COLOR_SCHEMES[options.scheme],
        style=Markup(style),  # noqa: S704 - contains nothing that ends the element
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        image_origin=options.image_origin,
        open_graph=open_graph_properties(review, document, options),
        json_ld=Markup(render_json_ld(review, document, options)),  # noqa: S704 - escaped there
        parts=article.parts,
        fragment=False,
    )
