"""A review as BBCode, for forums; what a dialect can say stands in its table."""

from dataclasses import replace

from editor.errors import ExportError
from editor.export.content import content
from editor.export.lines.line_writer import Lines
from editor.export.lines.notation import PLAIN, notation, notation_ids
from editor.export.nodes.links import is_remote
from editor.export.options import Options
from editor.review.model import Review

DIALECTS = ("xenforo", "woltlab", "phpbb")
"""The dialects that ship, the usual one first."""


def bbcode(review: Review, options: Options) -> str:
    """Return ``review`` as BBCode in ``options.dialect``; a fragment has no title.

    Images that are on the web already are shown by the forum; others cannot be. Raises ExportError
    when there is no such dialect, FormError when the review's form is broken.
    """
    dialect = options.dialect or DIALECTS[0]
    if dialect == PLAIN or dialect not in notation_ids():
        raise ExportError(
            f"Den BBCode-Dialekt „{dialect}“ gibt es nicht; bitte wählen Sie einen von: "
            f"{', '.join(DIALECTS)}.",
            f"There is no dialect of BBCode “{dialect}”; please choose one of these: "
            f"{', '.join(DIALECTS)}.",
        )
    lines = Lines(notation(dialect))
    said = content(review, replace(options, images=on_the_web))
    return lines.review(said, title=not options.fragment)


def on_the_web(src: str) -> str | None:
    """Show an image that a forum can fetch: a source of images for BBCode."""
    return src if is_remote(src) else None
