"""Markdown in the editor: markup steps back, what it marks shows."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from editor.gui.theme import Theme

_STRONG = re.compile(r"(?<![*\w])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_EMPHASIS = re.compile(r"(?<![*\w])([*_])(?![*_\s])(.+?)(?<![\s*_])\1(?![*\w])")
_CODE = re.compile(r"(`+)(.+?)\1")
_LINK = re.compile(r"!?\[([^\]\n]*)\](\([^)\n]*\)|\[[^\]\n]*\])")
_HEADING = re.compile(r"(#{1,6}\s+)(.*)")
_LINE_MARKUP = re.compile(r"\s*(?:>\s?|[-*+]\s+|\d+[.)]\s+)+")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--.*?-->")
_MARKUP = re.compile("[*_`\\[#<>]")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats one paragraph at a time; positions are UTF-16 units, as Qt wants them."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Show the same markup in the colours of ``theme``."""
        self._theme = theme
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Format the paragraph ``text``."""
        if not _MARKUP.search(text) and not _LINE_MARKUP.match(text):
            return
        flat = _flat(text)
        self._line(flat)
        for pattern, make in ((_STRONG, self._bold), (_EMPHASIS, self._italic)):
            for match in pattern.finditer(flat):
                self._style(match.start(2), match.end(2), make())
                self._recede(match.start(1), match.end(1))
                self._recede(match.end(2), match.end())
        for pattern in (_TAG, _CODE):
            for match in pattern.finditer(flat):
                self._recede(match.start(), match.end())
        for match in _LINK.finditer(flat):
            self._recede(match.start(), match.start(1))
            self._recede(match.end(1), match.end())

    def _line(self, text: str) -> None:
        heading = _HEADING.fullmatch(text)
        if heading:
            self._style(heading.start(2), heading.end(2), self._bold())
            self._recede(0, heading.end(1))
        elif markup := _LINE_MARKUP.match(text):
            self._recede(0, markup.end())

    def _style(self, start: int, end: int, style: QTextCharFormat) -> None:
        for index in range(start, end):
            merged = QTextCharFormat(self.format(index))
            merged.merge(style)
            self.setFormat(index, 1, merged)

    def _recede(self, start: int, end: int) -> None:
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


def _flat(text: str) -> str:
    """Return ``text`` with one character per UTF-16 unit, so that matches count what Qt counts."""
    return _ASTRAL.sub("\ufffd\ufffd", text)
