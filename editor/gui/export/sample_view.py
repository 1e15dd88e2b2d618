"""Shows a sample: a page behind the preview's gate, a text, a PDF, or why there is none."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QWidget

from editor.errors import RezensentError
from editor.gui.export.sample import Kind, Sample
from editor.gui.preview.view import Preview
from editor.gui.theme import Theme


class SampleView(QWidget):
    """One place for whatever there is to see."""

    shown = Signal()
    """Another sample is on the screen, or another sentence."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
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
        self.say(error.text(self._language))

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
