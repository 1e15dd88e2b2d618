"""Sample view: shows export samples as a web page, a text or a PDF."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QWidget

from editor.errors import RezensentError
from editor.gui.export.sample import ExportSample, SampleKind
from editor.gui.theme import Theme
from editor.gui.web.page_view import PageView
from editor.gui.widgets.focus_ring import RINGED


class SampleView(QWidget):
    """Shows one sample at a time, or a sentence in its place."""

    shown = Signal()
    """Another sample, or another sentence, is on the screen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = PageView(theme, self)
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
        self._sentence = self._make_sentence()
        for widget in (self._text, self._pdf, self._page):
            widget.setProperty(RINGED, True)  # noqa: FBT003 - Qt's signature
            widget.setAccessibleName(self.tr("Vorschau des Exports"))
        self._stack = QStackedLayout(self)
        for part in (self._sentence, self._page, self._text, self._pdf):
            self._stack.addWidget(part)

    @property
    def text(self) -> str:
        """The text or the sentence on the screen; empty for a page and a PDF."""
        current = self._stack.currentWidget()
        if current is self._text:
            return self._text.toPlainText()
        return self._sentence.text() if current is self._sentence else ""

    @property
    def page(self) -> PageView:
        """The widget that shows pages."""
        return self._page

    @property
    def pdf_page_count(self) -> int:
        """Number of pages of the PDF on the screen, 0 when there is none."""
        return self._document.pageCount() if self._stack.currentWidget() is self._pdf else 0

    def show_sample(self, sample: ExportSample) -> None:
        """Show ``sample``."""
        show = {
            SampleKind.PAGE: self._show_page,
            SampleKind.TEXT: self._show_text,
            SampleKind.PDF: self._show_pdf,
        }[sample.kind]
        show(sample)

    def show_problem(self, error: RezensentError) -> None:
        """Show why there is no sample."""
        self.show_sentence(error.text())

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence in the place of a sample."""
        self._sentence.setText(sentence)
        self._stack.setCurrentWidget(self._sentence)
        self.shown.emit()

    def _make_sentence(self) -> QLabel:
        sentence = QLabel(self)
        sentence.setObjectName("export.sentence")
        sentence.setProperty("role", "soft")
        sentence.setWordWrap(True)
        sentence.setMargin(self._theme.px(24))
        return sentence

    def _show_page(self, sample: ExportSample) -> None:
        themed = self._theme.color("paper")
        self._page.set_background(themed if sample.themed else QColor("white"))
        self._stack.setCurrentWidget(self._page)
        self._page.load(sample.text, {}, sample.folder)

    def _show_text(self, sample: ExportSample) -> None:
        scroll_bar = self._text.verticalScrollBar()
        position = scroll_bar.value()
        self._text.setPlainText(sample.text)
        scroll_bar.setValue(position)
        self._stack.setCurrentWidget(self._text)
        self.shown.emit()

    def _show_pdf(self, sample: ExportSample) -> None:
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(sample.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._stack.setCurrentWidget(self._pdf)
        self.shown.emit()
