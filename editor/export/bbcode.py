"""BBCode export, for forums. Each dialect is a table in ``resources/notations``."""

from dataclasses import replace

from editor.errors import ExportError
from editor.export.document import build_document
from editor.export.lines.line_writer import LineWriter
from editor.export.lines.notation import PLAIN_TEXT, load_notation, notation_ids
from editor.export.nodes.links import is_remote
from editor.export.options import RenderOptions
from editor.review.model import Review

DIALECTS = ("xenforo", "woltlab", "phpbb")
"""Ids of the shipped dialects, the default first."""


def render_bbcode(review: Review, options: RenderOptions) -> str:
    """Return ``review`` as BBCode in ``options.dialect``; a fragment has no title.

    Only images with an address on the web are included. Raises ExportError when there is no such
    dialect, FormError when the review's form is broken.
    """
    dialect = options.dialect or DIALECTS[0]
    if dialect == PLAIN_TEXT or dialect not in notation_ids():
        raise ExportError(
            f"Den BBCode-Dialekt „{dialect}“ gibt es nicht; bitte wählen Sie einen von: "
            f"{', '.join(DIALECTS)}.",
            f"There is no dialect of BBCode “{dialect}”; please choose one of these: "
            f"{', '.join(DIALECTS)}.",
        )
    writer = LineWriter(load_notation(dialect))
    document = build_document(review, replace(options, images=web_images))
    return writer.write_document(document, title=not options.fragment)


def web_images(src: str) -> str | None:
    """Keep images with an address on the web, which a forum can load: an image source."""
    return src if is_remote(src) else None
