"""Markdown export: the file of the review itself, or a version for another program."""

from dataclasses import replace

from editor.errors import ExportError
from editor.export.markdown_dialects.front_matter import COMMONMARK, DIALECTS, Dialect, load_dialect
from editor.export.options import RenderOptions
from editor.review.line_ends import LineEnds
from editor.review.model import Review, SourceFormat, nonempty_sections
from editor.storage import review_file


def render_markdown(review: Review, options: RenderOptions) -> str:
    """Return the Markdown of ``review`` in ``options.dialect``; without a dialect the file itself.

    Without headings the texts of the sections follow each other. A fragment has no front matter.
    Ids of sections are kept for reading the file back, except in CommonMark, which has neither ids
    nor front matter. Raises ExportError when there is no such dialect, FormError when the review's
    form is broken.
    """
    dialect = _dialect(options.dialect)
    if options.dialect == COMMONMARK:
        from editor.export.markdown_dialects.commonmark import render_commonmark  # noqa: PLC0415 - and all that reads HTML

        return render_commonmark(review, options)
    if options.spoilers != "kept":
        from editor.export.markdown_dialects.spoiler_filter import filter_spoilers  # noqa: PLC0415

        review = filter_spoilers(review, options.spoilers)
    return _file(review, options, dialect)


def _file(review: Review, options: RenderOptions, dialect: Dialect | None) -> str:
    exported = review
    if not options.headings:
        prose = (replace(s, opening="", closing=None) for s in nonempty_sections(review.sections))
        exported = replace(review, sections=tuple(prose))
    hidden_ids = dialect is not None and dialect.hidden_ids
    if options.fragment:
        origin = SourceFormat(line_ends=LineEnds(review.source_format.line_ends.usual))
        bare = replace(exported, entries=(), source_format=origin)
        return review_file.dumps(bare, hidden_ids=hidden_ids).lstrip("\r\n")
    if dialect is not None:
        from editor.export.markdown_dialects.front_matter import dialect_entries  # noqa: PLC0415

        origin = SourceFormat(line_ends=LineEnds(review.source_format.line_ends.usual))
        exported = replace(
            exported, entries=dialect_entries(review, options, dialect), source_format=origin
        )
    return review_file.dumps(exported, hidden_ids=hidden_ids)


def _dialect(dialect_id: str) -> Dialect | None:
    if dialect_id in ("", COMMONMARK):
        return None
    if dialect_id in DIALECTS:
        return load_dialect(dialect_id)
    dialects = ", ".join((*DIALECTS, COMMONMARK))
    raise ExportError(
        f"Den Markdown-Dialekt „{dialect_id}“ gibt es nicht; bitte wählen Sie einen von: "
        f"{dialects}.",
        f"There is no dialect of Markdown “{dialect_id}”; please choose one of these: {dialects}.",
    )
