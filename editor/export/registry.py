"""Every format that a review can be exported to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from editor.errors import ExportError
from editor.export import markdown
from editor.export.options import Options
from editor.review.form import Label
from editor.review.model import Review
from editor.storage.load_save import encoded, write_bytes


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format; ``suffix`` begins with a dot, ``render`` returns the finished file."""

    id: str
    label: Label
    suffix: str
    render: Callable[[Review, Options], bytes]
    reads: frozenset[str] = frozenset()
    """Names of the fields of Choices that mean something to the format."""
    dialects: tuple[tuple[str, Label], ...] = ()
    """For whom the format can be written, the default first: values of ``Choices.dialect``."""


def export(review: Review, exporter_id: str, options: Options) -> bytes:
    """Return ``review`` in the format ``exporter_id``.

    Raises ExportError when there is no such format, FormError when the review's form is broken.
    """
    return _exporter(exporter_id).render(review, options)


def write(review: Review, exporter_id: str, options: Options, path: Path) -> None:
    """Write ``review`` to ``path`` as one replacement. Raises as ``export``, or ReviewFileError."""
    write_bytes(export(review, exporter_id, options), path)


def _exporter(exporter_id: str) -> Exporter:
    try:
        return EXPORTERS[exporter_id]
    except KeyError:
        known = ", ".join(EXPORTERS)
        raise ExportError(
            f"Das Format „{exporter_id}“ gibt es nicht; bitte wählen Sie eines von: {known}.",
            f"There is no format “{exporter_id}”; please choose one of these: {known}.",
        ) from None


def _web_page(review: Review, options: Options) -> bytes:
    # Its libraries take a tenth of a second; a menu of formats and a Markdown export need none.
    from editor.export import html  # noqa: PLC0415

    return encoded(html.page(review, options))


def _markdown(review: Review, options: Options) -> bytes:
    return encoded(markdown.text(review, options))


def _word(review: Review, options: Options) -> bytes:
    from editor.export.office import docx  # noqa: PLC0415

    return docx(review, options)


def _open_document(review: Review, options: Options) -> bytes:
    from editor.export.office import odt  # noqa: PLC0415

    return odt(review, options)


def _paper(review: Review, options: Options) -> bytes:
    from editor.export.pdf import pdf  # noqa: PLC0415

    return pdf(review, options)


def _bbcode(review: Review, options: Options) -> bytes:
    from editor.export.bbcode import bbcode  # noqa: PLC0415

    return encoded(bbcode(review, options))


def _plain_text(review: Review, options: Options) -> bytes:
    from editor.export.text import text  # noqa: PLC0415

    return encoded(text(review, options))


_TEXT = frozenset({"headings", "spoilers"})
"""What every format can leave out."""
_LOOK = _TEXT | {"theme", "scheme", "accent", "text_font", "heading_font", "contents"}
_PROGRAMS = (
    ("", Label("wie die Rezension selbst", "as the review itself")),
    ("hugo", Label("Hugo", "Hugo")),
    ("jekyll", Label("Jekyll", "Jekyll")),
    ("astro", Label("Astro", "Astro")),
    ("obsidian", Label("Obsidian", "Obsidian")),
    ("commonmark", Label("CommonMark, ohne Erweiterungen", "CommonMark, without extensions")),
)
_FORUMS = (
    ("xenforo", Label("XenForo", "XenForo")),
    ("woltlab", Label("WoltLab", "WoltLab")),
    ("phpbb", Label("phpBB", "phpBB")),
)
_ALL = (
    Exporter(
        "html",
        Label("Webseite", "Web page"),
        ".html",
        _web_page,
        _LOOK | {"fragment", "inline_style", "embed_images"},
    ),
    Exporter(
        "md", Label("Markdown", "Markdown"), ".md", _markdown, _TEXT | {"fragment"}, _PROGRAMS
    ),
    Exporter("docx", Label("Word", "Word"), ".docx", _word, _TEXT | {"contents"}),
    Exporter(
        "odt", Label("LibreOffice", "LibreOffice"), ".odt", _open_document, _TEXT | {"contents"}
    ),
    Exporter("pdf", Label("PDF", "PDF"), ".pdf", _paper, _LOOK - {"scheme"}),
    Exporter(
        "bbcode",
        Label("BBCode für Foren", "BBCode for forums"),
        ".bbcode.txt",
        _bbcode,
        _TEXT | {"fragment"},
        _FORUMS,
    ),
    Exporter(
        "txt", Label("Text", "Plain text"), ".txt", _plain_text, _TEXT | {"fragment", "width"}
    ),
)
EXPORTERS: Mapping[str, Exporter] = MappingProxyType({item.id: item for item in _ALL})
"""The formats by their ids, in the order in which a menu shows them."""
