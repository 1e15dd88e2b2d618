"""What an export will look like, made on a worker as something that can be shown."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QWidget

from editor import pandoc
from editor.errors import ConversionError, RezensentError
from editor.export import registry
from editor.export.html import render_page as html_page
from editor.export.html import render_page_and_parts
from editor.export.image_sources import ImageSource, embedded_images, no_images
from editor.export.jobs.job import ExportSource
from editor.export.jobs.writer import render_options
from editor.export.options import ColorScheme, ExportOptions, RenderOptions
from editor.gui.debounced_job import DebouncedJob
from editor.gui.theme import Theme
from editor.gui.web.page_view import Preview
from editor.gui.web.sandbox_profile import SCHEME, image_url

_DEBOUNCE_MS = 150
_PANDOC_S = 10.0
_WHOLE = ("--standalone", "--embed-resources")
"""Has pandoc show titles and pictures as well."""
_PAPER = """<!doctype html><html lang="de"><head><meta charset="utf-8"><style>
body { color: #1a1a1a; background: #fff; font: 11pt/1.45 serif; margin: 2.5em auto; padding: 0 2em;
  max-width: 40em; }
table { border-collapse: collapse; } td, th { padding: .15em .8em .15em 0; text-align: left; }
blockquote { margin-left: 2em; } img { max-width: 100%; }
</style></head><body>
"""


class Kind(Enum):
    """How a sample is shown."""

    PAGE = auto()
    TEXT = auto()
    PDF = auto()


@dataclass(frozen=True, slots=True)
class Sample:
    """One export, ready to be shown: HTML, the text of the file, or the bytes of a PDF."""

    kind: Kind
    text: str = ""
    data: bytes = field(default=b"", repr=False)
    folder: Path | None = None
    """Where the pictures of a page are."""
    themed: bool = True
    """Whether a page brings its own ground."""
    problem: RezensentError | None = None
    """Why it does not look as was chosen."""


class Samples(QObject):
    """Makes the newest sample that was asked for, a moment after."""

    made = Signal(object)
    """A Sample."""
    failed = Signal(object)
    """Why there is none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Callable[[], Sample]
        self._job = DebouncedJob(
            lambda: self._wanted,
            self.made.emit,
            self.failed.emit,
            delay_ms=_DEBOUNCE_MS,
            parent=self,
            key=lambda: self._wanted,
        )

    def ask(
        self, source: ExportSource, format_id: str, choices: ExportOptions, scheme: ColorScheme
    ) -> None:
        """Make a sample of ``source`` in the format ``format_id``; see ``sample``."""
        self._wanted = partial(sample, source, format_id, choices, scheme)
        self._job.schedule()

    def stop(self) -> None:
        """Make no more."""
        self._job.stop()


def sample(
    source: ExportSource, format_id: str, choices: ExportOptions, scheme: ColorScheme
) -> Sample:
    """Return what an export would write, as something to look at.

    ``scheme`` are the colours of a page that has both, as a reader's device would choose them.
    Raises RezensentError.
    """
    export_format = registry.EXPORT_FORMATS[format_id]
    if export_format.sample == "page":
        return _page(source, choices, scheme)
    made = render_options(source, choices, _embedded(source), "data:")
    data = export_format.render(source.review, made)
    if export_format.sample == "pdf":
        return Sample(Kind.PDF, data=data)
    if export_format.sample == "document":
        return _document(source, data, export_format.suffix.removeprefix("."), made)
    return Sample(Kind.TEXT, data.decode("utf-8", "replace"))


def _page(source: ExportSource, choices: ExportOptions, scheme: ColorScheme) -> Sample:
    folder = source.path.parent if source.path else None
    # Pictures come through the preview's gate, so that a page of any size can be shown.
    made = render_options(source, choices, image_url, f"{SCHEME.decode()}:")
    if choices.fragment:
        text = _PAPER + html_page(source.review, made)
        return Sample(Kind.PAGE, text, folder=folder, themed=False)
    made = replace(made, scheme=scheme if made.scheme == "both" else made.scheme)
    page = render_page_and_parts(source.review, made)
    return Sample(Kind.PAGE, page.html, folder=folder, problem=page.problem)


def _document(source: ExportSource, data: bytes, name: str, made: RenderOptions) -> Sample:
    """Return what a word processor would read in ``data``, or at least its text."""
    try:
        render_page = pandoc.run(data, name, "html", seconds=_PANDOC_S, more=_WHOLE)
    except ConversionError:
        if "txt" not in registry.EXPORT_FORMATS:
            raise
        text = registry.export_review(source.review, "txt", replace(made, width=0))
        return Sample(Kind.TEXT, text.decode("utf-8", "replace"))
    return Sample(Kind.PAGE, render_page.decode("utf-8", "replace"), themed=False)


def _embedded(source: ExportSource) -> ImageSource:
    return no_images if source.path is None else embedded_images(source.path.parent)


class SampleView(QWidget):
    """One place for whatever there is to see."""

    shown = Signal()
    """Another sample is on the screen, or another sentence."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = Preview(self)
        self._page.setObjectName("export.page")
        self._page.updated.connect(self.shown)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setObjectName("export.text")
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._pdf = QPdfView(self)
        self._pdf.setObjectName("export.pdf")
        self._pdf.setPageMode(QPdfView.PageMode.MultiPage)
        self._pdf.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._pdf.setDocument(self._document)
        self._sentence = QLabel(self)
        self._sentence.setObjectName("export.sentence")
        self._sentence.setProperty("role", "soft")
        self._sentence.setWordWrap(True)
        self._sentence.setMargin(theme.px(24))
        for widget in (self._text, self._pdf, self._page):
            widget.setAccessibleName(self.tr("So sieht die Ausgabe aus"))
        self._stack = QStackedLayout(self)
        for part in (self._sentence, self._page, self._text, self._pdf):
            self._stack.addWidget(part)

    @property
    def text(self) -> str:
        """The text or the sentence that is shown; empty for a page and a PDF."""
        current = self._stack.currentWidget()
        if current is self._text:
            return self._text.toPlainText()
        return self._sentence.text() if current is self._sentence else ""

    @property
    def page(self) -> Preview:
        """What pages are shown in."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages the PDF that is shown has, 0 for none."""
        return self._document.pageCount() if self._stack.currentWidget() is self._pdf else 0

    def show_sample(self, sample: Sample) -> None:
        """Show ``sample``."""
        {Kind.PAGE: self._show_page, Kind.TEXT: self._show_text, Kind.PDF: self._show_pdf}[
            sample.kind
        ](sample)

    def show_problem(self, error: RezensentError) -> None:
        """Say why there is nothing to see."""
        self.say(error.text())

    def say(self, sentence: str) -> None:
        """Show a sentence in the place of a sample."""
        self._sentence.setText(sentence)
        self._stack.setCurrentWidget(self._sentence)
        self.shown.emit()

    def _show_page(self, sample: Sample) -> None:
        self._page.set_ground(self._theme.color("paper") if sample.themed else QColor("white"))
        self._stack.setCurrentWidget(self._page)
        self._page.load(sample.text, {}, sample.folder)

    def _show_text(self, sample: Sample) -> None:
        bar = self._text.verticalScrollBar()
        place = bar.value()
        self._text.setPlainText(sample.text)
        bar.setValue(place)
        self._stack.setCurrentWidget(self._text)
        self.shown.emit()

    def _show_pdf(self, sample: Sample) -> None:
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(sample.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._stack.setCurrentWidget(self._pdf)
        self.shown.emit()
