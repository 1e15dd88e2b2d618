"""A review as Markdown: the file itself, or what of it goes into another system."""

from dataclasses import replace

from editor.errors import ExportError
from editor.export.markdown_dialects.front_matter import DIALECTS, PLAIN, Dialect, dialect
from editor.export.options import Options
from editor.review.line_ends import LineEnds
from editor.review.model import Origin, Review, written
from editor.storage import review_file


def text(review: Review, options: Options) -> str:
    """Return the Markdown of ``review`` in ``options.dialect``, the file itself without one.

    Without headings it is running prose: the sections' texts one after the other. A fragment has
    no front matter. Ids of sections stay, because our own loader reads them; only CommonMark, which
    has neither ids nor front matter, is for people alone. Raises ExportError when there is no such
    dialect, FormError when the review's form is broken.
    """
    chosen = _dialect(options.dialect)
    if options.dialect == PLAIN:
        from editor.export.markdown_dialects.commonmark import commonmark  # noqa: PLC0415 - and all that reads HTML

        return commonmark(review, options)
    if options.spoilers != "kept":
        from editor.export.markdown_dialects.spoiler_filter import unspoiled  # noqa: PLC0415

        review = unspoiled(review, options.spoilers)
    return _file(review, options, chosen)


def _file(review: Review, options: Options, chosen: Dialect | None) -> str:
    said = review
    if not options.headings:
        prose = (replace(s, opening="", closing=None) for s in written(review.sections))
        said = replace(review, sections=tuple(prose))
    hidden = chosen is not None and chosen.hidden_ids
    if options.fragment:
        origin = Origin(line_ends=LineEnds(review.origin.line_ends.usual))
        bare = replace(said, entries=(), origin=origin)
        return review_file.dumps(bare, hidden_ids=hidden).lstrip("\r\n")
    if chosen is not None:
        from editor.export.markdown_dialects.front_matter import entries  # noqa: PLC0415

        origin = Origin(line_ends=LineEnds(review.origin.line_ends.usual))
        said = replace(said, entries=entries(review, options, chosen), origin=origin)
    return review_file.dumps(said, hidden_ids=hidden)


def _dialect(dialect_id: str) -> Dialect | None:
    if dialect_id in ("", PLAIN):
        return None
    if dialect_id in DIALECTS:
        return dialect(dialect_id)
    known = ", ".join((*DIALECTS, PLAIN))
    raise ExportError(
        f"Den Markdown-Dialekt „{dialect_id}“ gibt es nicht; bitte wählen Sie einen von: {known}.",
        f"There is no dialect of Markdown “{dialect_id}”; please choose one of these: {known}.",
    )
