"""A review as Markdown: the file itself, or what of it goes into another system."""

from dataclasses import replace

from editor.export.options import Options
from editor.review import markdown
from editor.review.model import Origin, Review, written


def text(review: Review, options: Options) -> str:
    """Return the Markdown of ``review``.

    Without headings it is running prose: the sections' texts one after the other. A fragment has
    no front matter. Ids behind headings stay, because our own loader reads them.
    """
    if not options.headings:
        prose = (replace(s, opening="", closing=None) for s in written(review.sections))
        review = replace(review, sections=tuple(prose))
    if not options.fragment:
        return markdown.dumps(review)
    origin = Origin(newline=review.origin.newline)
    return markdown.dumps(replace(review, entries=(), origin=origin)).lstrip("\r\n")
