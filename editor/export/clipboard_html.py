"""HTML for the clipboard, which word processors paste with its structure and emphasis."""

from dataclasses import replace

import nh3

from editor.export.html import render_article, render_parts
from editor.export.options import RenderOptions
from editor.review.model import Review

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "div", "pre"),
    *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("a", "img", "b", "strong", "i", "em", "cite", "u", "ins", "s", "del", "q", "small"),
    *("code", "kbd", "samp", "sub", "sup"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_SCHEMES = {"http", "https", "mailto", "data"}


def rich_text(review: Review, options: RenderOptions, section: str = "") -> str:
    """Return ``review``, or its section ``section``, as HTML without ids, classes and frame.

    Empty for a section with neither text nor rating. Raises FormError when the review's form is
    broken.
    """
    plain = replace(options, fragment=True, inline_style=False, contents=False)
    whole = (
        render_parts(review, plain).get(section, "") if section else render_article(review, plain)
    )
    return nh3.clean(
        whole, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None
    ).strip()
