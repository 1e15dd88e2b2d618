"""Export formats: one row for each.

A new format is a module of this folder with a function that renders a review, and a row in
``EXPORT_FORMATS``. The export dialog, the command line and the names of files read the row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from editor.errors import ExportError
from editor.export.options import RenderOptions
from editor.localized import Localized
from editor.review.model import Review
from editor.storage.load_save import encode_utf8, write_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """One format that a review can be exported to."""

    id: str
    label: Localized
    suffix: str
    """Suffix of its files, beginning with a dot; two formats may share one."""
    renderer: str
    """``module:function`` below ``editor.export``, imported on first use.

    The function takes a Review and its RenderOptions and returns the content of the file: bytes, or
    text that is written in UTF-8.
    """
    options: frozenset[str] = frozenset()
    """Names of the fields of ExportOptions that the format reads; others are not offered for it."""
    dialects: tuple[tuple[str, Localized], ...] = ()
    """Values of ``ExportOptions.dialect`` and their names, the default first."""
    sample: Literal["page", "document", "pdf", "text"] = "text"
    """How the export dialog shows the result before it is written: as a web page, as a document
    that pandoc converts to one, as a PDF, or as the text of the file."""

    def render(self, review: Review, options: RenderOptions) -> bytes:
        """Return the content of the file. Raises what the renderer raises."""
        module, _, function = self.renderer.partition(":")
        # Libraries of formats are slow to import: a list of formats needs none of them.
        content = getattr(import_module(f"editor.export.{module}"), function)(review, options)
        return encode_utf8(content) if isinstance(content, str) else bytes(content)


def export_review(review: Review, format_id: str, options: RenderOptions) -> bytes:
    """Return ``review`` in the format ``format_id``.

    Raises ExportError when there is no such format, FormError when the review's form is broken,
    and what the format raises.
    """
    return _format(format_id).render(review, options)


def write_export(review: Review, format_id: str, options: RenderOptions, path: Path) -> None:
    """Write ``review`` to ``path`` in one replacement.

    Raises as ``export_review`` does, and ReviewFileError when the file cannot be written.
    """
    write_bytes(export_review(review, format_id, options), path)


def _format(format_id: str) -> ExportFormat:
    try:
        return EXPORT_FORMATS[format_id]
    except KeyError:
        format_ids = ", ".join(EXPORT_FORMATS)
        raise ExportError(
            f"Das Format „{format_id}“ gibt es nicht; bitte wählen Sie eines von: {format_ids}.",
            f"There is no format “{format_id}”; please choose one of these: {format_ids}.",
        ) from None


_TEXT = frozenset({"headings", "spoilers"})
"""Options that every format understands."""
_LOOK = _TEXT | {"theme", "scheme", "accent", "text_font", "heading_font", "contents"}
_MARKDOWN_DIALECTS = (
    ("", Localized("wie die Rezension selbst", "as the review itself")),
    ("hugo", Localized("Hugo", "Hugo")),
    ("jekyll", Localized("Jekyll", "Jekyll")),
    ("astro", Localized("Astro", "Astro")),
    ("obsidian", Localized("Obsidian", "Obsidian")),
    ("commonmark", Localized("CommonMark, ohne Erweiterungen", "CommonMark, without extensions")),
)
_BBCODE_DIALECTS = (
    ("xenforo", Localized("XenForo", "XenForo")),
    ("woltlab", Localized("WoltLab", "WoltLab")),
    ("phpbb", Localized("phpBB", "phpBB")),
)
_ROWS = (
    ExportFormat(
        id="html",
        label=Localized("Webseite", "Web page"),
        suffix=".html",
        renderer="html:render_page",
        options=_LOOK | {"fragment", "inline_style", "embed_images"},
        sample="page",
    ),
    ExportFormat(
        id="md",
        label=Localized("Markdown", "Markdown"),
        suffix=".md",
        renderer="markdown:render_markdown",
        options=_TEXT | {"fragment"},
        dialects=_MARKDOWN_DIALECTS,
    ),
    ExportFormat(
        id="docx",
        label=Localized("Word", "Word"),
        suffix=".docx",
        renderer="office:render_docx",
        options=_TEXT | {"contents"},
        sample="document",
    ),
    ExportFormat(
        id="odt",
        label=Localized("LibreOffice", "LibreOffice"),
        suffix=".odt",
        renderer="office:render_odt",
        options=_TEXT | {"contents"},
        sample="document",
    ),
    ExportFormat(
        id="pdf",
        label=Localized("PDF", "PDF"),
        suffix=".pdf",
        renderer="pdf:render_pdf",
        options=_LOOK - {"scheme"},
        sample="pdf",
    ),
    ExportFormat(
        id="bbcode",
        label=Localized("BBCode für Foren", "BBCode for forums"),
        suffix=".bbcode.txt",
        renderer="bbcode:render_bbcode",
        options=_TEXT | {"fragment"},
        dialects=_BBCODE_DIALECTS,
    ),
    ExportFormat(
        id="txt",
        label=Localized("Text", "Plain text"),
        suffix=".txt",
        renderer="text:render_text",
        options=_TEXT | {"fragment", "width"},
    ),
)
EXPORT_FORMATS: Mapping[str, ExportFormat] = MappingProxyType({row.id: row for row in _ROWS})
"""The formats by their ids, in the order in which menus and dialogs show them."""
