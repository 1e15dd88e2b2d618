"""Open Graph: properties of a page for social networks, see https://ogp.me."""

from editor.export.document import ExportDocument
from editor.export.options import RenderOptions
from editor.export.structured_data import web_address
from editor.review.model import Review


def open_graph_properties(
    review: Review, document: ExportDocument, options: RenderOptions
) -> tuple[tuple[str, str], ...]:
    """Return the properties and their values.

    Empty unless the review names the addresses of its page and of an image on the web, which are
    both required.
    """
    url, image = web_address(review, "url"), web_address(review, "image")
    if not url or not image:
        return ()
    properties = (
        ("og:type", "article"),
        ("og:title", document.title),
        ("og:description", document.lead),
        ("og:url", url),
        ("og:image", image),
        ("og:image:alt", str(review.fact("image_alt") or "")),
        ("og:locale", options.variant.replace("-", "_")),
        ("article:published_time", document.byline.iso),
        ("article:author", document.byline.author),
    )
    return tuple((name, value) for name, value in properties if value)
