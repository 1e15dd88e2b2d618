"""A review as a web page: the page that is published, and that the preview shows.

The page is made of parts: a header and the sections that have something to say. ``page`` puts them
into the frame; the preview keeps the frame and replaces the parts that changed.
"""

import base64
import hashlib

from markupsafe import Markup

from editor.export.content import BELOW_HEADING
from editor.export.images import ImageSource
from editor.export.options import Options
from editor.export.parts import HEADER, Article, made, render
from editor.export.prose import Prose
from editor.export.style import style_sheet
from editor.export.tree import serialise
from editor.review.model import Review

__all__ = ["HEADER", "Options", "article", "page", "parts", "section_html"]

_LANGUAGES = {"de-AT": "de-AT", "de-CH": "de-CH"}


def page(review: Review, options: Options) -> str:
    """Return the complete page of ``review``, or what ``article`` returns for a fragment.

    The same review and options give the same page, byte for byte. Raises FormError when the
    review's form is broken and ThemeError when a template is, as ``article`` and ``parts`` do.
    """
    finished = made(review, options)
    if options.fragment:
        return _article(finished) + "\n"
    style = style_sheet(finished.theme, options)
    return render(
        finished.theme,
        "page",
        language=_LANGUAGES.get(options.variant, "de"),
        title=finished.content.title,
        description=finished.content.lead,
        style=Markup(style),  # noqa: S704 - holds nothing that ends the element
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        image_origin=options.image_origin,
        parts=finished.parts,
    )


def article(review: Review, options: Options) -> str:
    """Return the inside of the page's article element: the header and every section."""
    return _article(made(review, options))


def parts(review: Review, options: Options) -> dict[str, str]:
    """Return the parts of the article in their order, each as the inside of its element.

    HEADER is the article's header element; any other part is the element with the section's id. A
    section with neither text nor rating has no part.
    """
    return {part.id: part.html for part in made(review, options).parts}


def section_html(markdown: str, section_id: str, images: ImageSource) -> str:
    """Return ``markdown`` as sanitised HTML; headings in it begin below a section's own."""
    return serialise(Prose(images).section(markdown, section_id, BELOW_HEADING))


def _article(finished: Article) -> str:
    return render(finished.theme, "article", parts=finished.parts)
