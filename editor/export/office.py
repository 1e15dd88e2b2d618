"""Office documents: a review for Word or LibreOffice, with styles and in the reader's German.

pandoc writes the document. Author, date and image descriptions are added afterwards, because pandoc
leaves them out or takes the current time.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from editor import pandoc
from editor.export.document import ExportDocument, build_document
from editor.export.options import RenderOptions
from editor.export.paged import pandoc_document
from editor.paths import resource
from editor.review.model import Review

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP archive can hold."""
_FIRST = "mimetype"
"""Part that identifies an OpenDocument file; it must not be compressed."""


def rewrite_archive(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the ZIP archive ``data`` with each part replaced by ``change(name, content)``.

    All parts get the same date, so that the same parts give the same bytes.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_STORED if name == _FIRST else zipfile.ZIP_DEFLATED
            part.create_system = 0  # else the archive would tell Windows from other systems
            new.writestr(part, change(name, old.read(name)))
    return result.getvalue()


SECONDS = 60.0
"""Time limit for pandoc."""

_IMAGE_SOURCE = re.compile(r'(<pic:cNvPr )descr="data:[^"]*"')
_FONT_LANGUAGE = re.compile(r'(<w:themeFontLang w:val=")[^"]*')
_SPOILER = re.compile(
    r'(<table:table-cell table:style-name=")TableRowCell("[^>]*>\s*'
    r'<text:p text:style-name="Spoiler")'
)
_STYLES_END = "</office:automatic-styles>"
_SPOILER_CELL = (
    '<style:style style:name="SpoilerCell" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #9aa0a6" fo:padding="0.25cm"/></style:style>'
)
"""pandoc gives tables in LibreOffice no custom style, so the frame of a spoiler is added here."""
_CHECKED = re.compile(r"<w:proofState [^>]*/>")
_IMAGE = re.compile(r"<draw:image [^>]*/>")
_DATES = re.compile(
    r"<(dcterms:created|dcterms:modified|meta:creation-date|dc:date)\b[^>]*>[^<]*</\1>"
)
_CREATOR = re.compile(r"<(dc:creator|meta:initial-creator)>[^<]*</\1>")
_END = re.compile(r"</(?:cp:coreProperties|office:meta)>")


def render_docx(review: Review, options: RenderOptions) -> bytes:
    """Return ``review`` as a Word document; the same review and options give the same bytes.

    Raises FormError when the review's form is broken, ConversionError when pandoc is missing or
    takes too long.
    """
    return _document(review, options, "docx")


def render_odt(review: Review, options: RenderOptions) -> bytes:
    """Return ``review`` as a LibreOffice document; all else is as with ``render_docx``."""
    return _document(review, options, "odt")


def _document(review: Review, options: RenderOptions, kind: str) -> bytes:
    document = build_document(review, options)
    tree = pandoc_document.build_pandoc_document(document, options)
    reference = resource("office", f"reference.{kind}")
    more = ("--standalone", f"--reference-doc={reference}", "--output=-")
    data = pandoc.run(json.dumps(tree).encode(), "json", kind, seconds=SECONDS, more=more)
    return rewrite_archive(
        data,
        _ArchiveCorrector(
            document, options.variant, tuple(_alternative_texts(tree["blocks"]))
        ).part,
    )


def _alternative_texts(value: Any) -> Iterator[str]:
    """Yield the alternative text of each image of a pandoc tree, in the order of the text."""
    if isinstance(value, dict):
        if value.get("t") == "Image":
            yield "".join(str(node["c"]) for node in value["c"][1])
        value = value.get("c")
    if isinstance(value, list):
        for item in value:
            yield from _alternative_texts(item)


@dataclass(frozen=True, slots=True)
class _ArchiveCorrector:
    """Corrects the parts of a document."""

    document: ExportDocument
    variant: str
    alternative_texts: tuple[str, ...]

    def part(self, name: str, data: bytes) -> bytes:
        """Return the corrected content ``data`` of the part ``name``."""
        changes = {
            "docProps/core.xml": self._word_properties,
            "word/document.xml": self._word_text,
            "word/settings.xml": self._word_settings,
            "meta.xml": self._properties,
            "content.xml": self._text,
        }
        change = changes.get(name)
        return data if change is None else change(data.decode()).encode()

    def _word_properties(self, xml: str) -> str:
        kind = 'xsi:type="dcterms:W3CDTF"'
        return self._with_properties(
            xml,
            [f"<{tag} {kind}>{{}}</{tag}>" for tag in ("dcterms:created", "dcterms:modified")],
            ["dc:creator"],
        )

    def _properties(self, xml: str) -> str:
        dates = [f"<{tag}>{{}}</{tag}>" for tag in ("meta:creation-date", "dc:date")]
        return self._with_properties(xml, dates, ["meta:initial-creator", "dc:creator"])

    def _with_properties(self, xml: str, dates: list[str], authors: list[str]) -> str:
        """Return the properties with author and date of the review, or without where not known."""
        byline = self.document.byline
        properties = [item.format(f"{byline.iso}T00:00:00Z") for item in dates if byline.iso]
        name = escape(byline.author, quote=False)
        properties += [f"<{tag}>{name}</{tag}>" for tag in authors if name]
        bare = _CREATOR.sub("", _DATES.sub("", xml))
        return _END.sub(lambda end: "".join(properties) + end[0], bare)

    def _word_text(self, xml: str) -> str:
        # pandoc repeats the address of an image, here with the whole image in it.
        plain = _IMAGE_SOURCE.sub(r'\1descr=""', xml)
        # Without these distances LibreOffice keeps text away from an image, even at the margin.
        return plain.replace("<wp:inline>", '<wp:inline distT="0" distB="0" distL="0" distR="0">')

    def _word_settings(self, xml: str) -> str:
        # Otherwise Word considers the text proofread and marks nothing in it.
        return _CHECKED.sub("", _FONT_LANGUAGE.sub(rf"\g<1>{self.variant}", xml))

    def _text(self, xml: str) -> str:
        alternative_texts = iter(self.alternative_texts)

        def described(image: re.Match[str]) -> str:
            return (
                f"{image[0]}<svg:desc>{escape(next(alternative_texts, ''), quote=False)}</svg:desc>"
            )

        return _SPOILER.sub(r"\1SpoilerCell\2", _IMAGE.sub(described, xml)).replace(
            _STYLES_END, _SPOILER_CELL + _STYLES_END
        )
