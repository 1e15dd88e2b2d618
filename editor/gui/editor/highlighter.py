"""Syntax highlighting of Markdown: soft markup, and bold or italic text as it will look."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from editor.gui.editor.utf16_positions import one_character_per_unit
from editor.gui.theme import Theme
from editor.markdown.emphasis import BOLD, emphasis_spans
from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.inline import LINK
from editor.markdown.scanner.lines import PREFIX

_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--.*?-->")
_MARKUP = re.compile("[*_`\\[#<>]")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats one line at a time. All positions are UTF-16 units, as Qt counts them."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Format the line ``text``."""
        prefix = PREFIX.match(text)
        marks = prefix[0] if prefix and prefix[0].strip() else ""
        if not marks and not _MARKUP.search(text):
            return
        flat = one_character_per_unit(text)
        if "#" in marks:
            self._style(len(marks), len(flat), self._bold())
        self._soften(0, len(marks))
        for span in emphasis_spans(flat):
            if span.width:
                style = self._bold() if span.width == BOLD else self._italic()
                self._style(span.inner, span.inner_end, style)
                self._soften(span.start, span.inner)
                self._soften(span.inner_end, span.end)
        for start, end in [*(tag.span() for tag in _TAG.finditer(flat)), *code_spans(flat)[0]]:
            self._soften(start, end)
        for match in LINK.finditer(flat):
            if match["target"]:
                self._soften(match.start(), match.start("text"))
                self._soften(match.end("text"), match.end())

    def _style(self, start: int, end: int, style: QTextCharFormat) -> None:
        for index in range(start, end):
            merged = QTextCharFormat(self.format(index))
            merged.merge(style)
            self.setFormat(index, 1, merged)

    def _soften(self, start: int, end: int) -> None:
        style = QTextCharFormat()
        style.setForeground(self._theme.color("soft_ink"))
        self.setFormat(start, end - start, style)

    @staticmethod
    def _bold() -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        return style

    @staticmethod
    def _italic() -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontItalic(True)
        return style
