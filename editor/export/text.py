"""A review as plain text, for whatever knows no markup."""

from editor.export.content import content
from editor.export.lines.line_writer import Lines
from editor.export.lines.notation import PLAIN, notation
from editor.export.options import Options
from editor.review.model import Review


def text(review: Review, options: Options) -> str:
    """Return ``review`` as plain text in lines of ``options.width``; a fragment has no title.

    Raises FormError when the review's form is broken.
    """
    lines = Lines(notation(PLAIN), options.width)
    return lines.review(content(review, options), title=not options.fragment)
