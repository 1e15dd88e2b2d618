"""A review as a web page: the page that is published, and that the preview shows.

The page is made of parts: a header and the sections that have something to say. ``page`` puts them
into the frame; the preview keeps the frame and replaces the parts that changed.
"""

import base64
import hashlib

from markupsafe import Markup

from editor.export.facts import headline
from editor.export.images import ImageSource
from editor.export.options import Options
from editor.export.parts import BELOW_HEADING, HEADER, made, render
from editor.export.prose import Prose
from editor.export.tree import serialise
from editor.resources import resource
from editor.review.model import Review

__all__ = ["HEADER", "Options", "article", "page", "parts", "section_html"]

_LANGUAGES = {"de-AT": "de-AT", "de-CH": "de-CH"}


def page(review: Review, options: Options) -> str:
    """Return the complete page of ``review``, or what ``article`` returns for a fragment.

    The same review and options give the same page, byte for byte. Raises FormError when the
    review's form is broken, as ``article`` and ``parts`` do.
    """
    if options.fragment:
        return article(review, options) + "\n"
    finished = made(review, options)
    style = _in_scheme(resource("themes", "quiet.css").read_text("utf-8").strip(), options.scheme)
    return render(
        "page",
        language=_LANGUAGES.get(options.variant, "de"),
        title=headline(review, review.definition),
        description=next((part.lead for part in finished if part.lead), ""),
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        image_origin=options.image_origin,
        parts=finished,
    )


def _in_scheme(style: str, scheme: str) -> str:
    """Return ``style`` with its dark colours always or never on, unless the reader chooses."""
    conditions = {"light": "(max-width: 0)", "dark": "(min-width: 0)"}
    if scheme not in conditions:
        return style
    style = style.replace("(prefers-color-scheme: dark)", conditions[scheme])
    return style.replace("color-scheme: light dark", f"color-scheme: {scheme}")


def article(review: Review, options: Options) -> str:
    """Return the inside of the page's article element: the header and every section."""
    return render("article", parts=made(review, options))


def parts(review: Review, options: Options) -> dict[str, str]:
    """Return the parts of the article in their order, each as the inside of its element.

    HEADER is the article's header element; any other part is the element with the section's id. A
    section with neither text nor rating has no part.
    """
    return {part.id: part.html for part in made(review, options)}


def section_html(markdown: str, section_id: str, images: ImageSource) -> str:
    """Return ``markdown`` as sanitised HTML; headings in it begin below a section's own."""
    return serialise(Prose(images).section(markdown, section_id, BELOW_HEADING))
