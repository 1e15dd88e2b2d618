"""Plain text export."""

from editor.export.document import build_document
from editor.export.lines.line_writer import LineWriter
from editor.export.lines.notation import PLAIN_TEXT, load_notation
from editor.export.options import RenderOptions
from editor.review.model import Review


def render_text(review: Review, options: RenderOptions) -> str:
    """Return ``review`` as plain text in lines of ``options.width``; a fragment has no title.

    Raises FormError when the review's form is broken.
    """
    writer = LineWriter(load_notation(PLAIN_TEXT), options.width)
    return writer.write_document(build_document(review, options), title=not options.fragment)
