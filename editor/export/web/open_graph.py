"""What a page tells social networks; see https://ogp.me."""

from editor.export.content import Content
from editor.export.options import Options
from editor.export.structured_data import address
from editor.review.model import Review


def open_graph(review: Review, said: Content, options: Options) -> tuple[tuple[str, str], ...]:
    """Return the properties of the page and their values.

    Nothing where the writer gave no address of the page or of a picture on the web: both are
    required, and nobody else can know them.
    """
    url, image = address(review, "url"), address(review, "image")
    if not url or not image:
        return ()
    properties = (
        ("og:type", "article"),
        ("og:title", said.title),
        ("og:description", said.lead),
        ("og:url", url),
        ("og:image", image),
        ("og:image:alt", str(review.fact("image_alt") or "")),
        ("og:locale", options.variant.replace("-", "_")),
        ("article:published_time", said.byline.iso),
        ("article:author", said.byline.author),
    )
    return tuple((name, value) for name, value in properties if value)
