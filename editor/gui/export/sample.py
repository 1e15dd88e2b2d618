"""Export sample: the result of an export in a form that can be shown before it is written."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from editor import pandoc
from editor.errors import ConversionError, RezensentError
from editor.export.html import render_page, render_page_and_parts
from editor.export.image_sources import ImageSource, embedded_images, no_images
from editor.export.jobs.job import ExportSource
from editor.export.jobs.writer import render_options
from editor.export.options import ColorScheme, ExportOptions, RenderOptions
from editor.export.registry import EXPORT_FORMATS, export_review
from editor.gui.web.sandbox_profile import SCHEME, image_url

_PANDOC_SECONDS = 10.0
_PANDOC_OPTIONS = ("--standalone", "--embed-resources")
"""Make pandoc convert titles and images as well."""
_PAGE_HEAD = """<!doctype html><html lang="de"><head><meta charset="utf-8"><style>
body { color: #1a1a1a; background: #fff; font: 11pt/1.45 serif; margin: 2.5em auto; padding: 0 2em;
  max-width: 40em; }
table { border-collapse: collapse; } td, th { padding: .15em .8em .15em 0; text-align: left; }
blockquote { margin-left: 2em; } img { max-width: 100%; }
</style></head><body>
"""
"""Frame of a fragment, which has no style of its own."""


class SampleKind(Enum):
    """Widget that a sample is shown in."""

    PAGE = auto()
    TEXT = auto()
    PDF = auto()


@dataclass(frozen=True, slots=True)
class ExportSample:
    """One export, ready to be shown."""

    kind: SampleKind
    text: str = ""
    """HTML of a page, or the text of the file."""
    data: bytes = field(default=b"", repr=False)
    """Content of a PDF."""
    folder: Path | None = None
    """Folder of the images of a page."""
    themed: bool = True
    """Whether a page has a background of its own."""
    problem: RezensentError | None = None
    """Why the page does not look as its theme asks."""


def render_sample(
    source: ExportSource, format_id: str, options: ExportOptions, scheme: ColorScheme
) -> ExportSample:
    """Return the result of exporting ``source``, ready to be shown.

    A page with light and dark colours gets those of ``scheme``, as it would on a reader's device.
    Raises RezensentError.
    """
    export_format = EXPORT_FORMATS[format_id]
    if export_format.sample == "page":
        return _page(source, options, scheme)
    rendering = render_options(source, options, _images(source), "data:")
    data = export_format.render(source.review, rendering)
    if export_format.sample == "pdf":
        return ExportSample(SampleKind.PDF, data=data)
    if export_format.sample == "document":
        return _document(source, data, export_format.suffix.removeprefix("."), rendering)
    return ExportSample(SampleKind.TEXT, data.decode("utf-8", "replace"))


def _page(source: ExportSource, options: ExportOptions, scheme: ColorScheme) -> ExportSample:
    folder = source.image_folder
    # Images are loaded by the sandbox, so that a page of any size can be shown.
    rendering = render_options(source, options, image_url, f"{SCHEME.decode()}:")
    if options.fragment:
        html = _PAGE_HEAD + render_page(source.review, rendering)
        return ExportSample(SampleKind.PAGE, html, folder=folder, themed=False)
    both = rendering.scheme == "both"
    rendering = replace(rendering, scheme=scheme if both else rendering.scheme)
    page = render_page_and_parts(source.review, rendering)
    return ExportSample(SampleKind.PAGE, page.html, folder=folder, problem=page.problem)


def _document(
    source: ExportSource, data: bytes, pandoc_format: str, rendering: RenderOptions
) -> ExportSample:
    """Return the document ``data`` as a page, or its text where pandoc cannot read it."""
    try:
        page = pandoc.run(
            data, pandoc_format, "html", seconds=_PANDOC_SECONDS, more=_PANDOC_OPTIONS
        )
    except ConversionError:
        text = export_review(source.review, "txt", replace(rendering, width=0))
        return ExportSample(SampleKind.TEXT, text.decode("utf-8", "replace"))
    return ExportSample(SampleKind.PAGE, page.decode("utf-8", "replace"), themed=False)


def _images(source: ExportSource) -> ImageSource:
    folder = source.image_folder
    return no_images if folder is None else embedded_images(folder)
