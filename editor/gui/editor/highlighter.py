"""Syntax highlighting of Markdown: text as it will look, and marks that recede.

The marks of the paragraph with the cursor are clearly seen. Elsewhere they are faint or hidden, as
the setting ``Settings.marks`` says.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from editor.gui.editor.utf16_positions import one_character_per_unit
from editor.gui.theme import Theme
from editor.markdown.line_styles import LineStyle, StyledSpan, line_styles

_MARKS = frozenset({LineStyle.MARK, LineStyle.QUOTE_MARK})
_HIDDEN_SIZE = 0.01
"""Points; characters of this size take no width, and their line stays as high as its text."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_LONGEST = 40
"""Lines before and after the cursor that count as its paragraph at most."""
_Styles = frozenset[LineStyle]


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats one line at a time. All positions are UTF-16 units, as Qt counts them."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._shown: QTextCursor | None = None
        """Selects the paragraph whose marks are shown; Qt moves it with the edits."""
        self._recedes = False
        self._formats: dict[tuple[_Styles, str], QTextCharFormat] = {}
        """Formats by what they combine and how marks look."""

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``, and show marks as it says."""
        self._theme = theme
        self._formats.clear()
        self.rehighlight()

    @property
    def hides(self) -> bool:
        """Whether text moves when marks are shown and hidden."""
        return self._recedes and self._theme.marks == "hidden"

    def follow(self, cursor: QTextCursor | None) -> list[QTextBlock]:
        """Let marks recede but in the paragraph with ``cursor``; return the lines that change.

        Without a cursor they recede in all paragraphs. Until the first call they do in none.
        """
        before = _selected(self._shown) if self._recedes else list(_blocks(self.document()))
        after = [] if cursor is None else _paragraph(cursor.block())
        self._shown = _selection(after)
        self._recedes = True
        if self._theme.marks == "shown":
            return []
        old, new = ({block.position() for block in blocks} for blocks in (before, after))
        changed = [block for block in (*before, *after) if block.position() in old ^ new]
        changed = [block for block in changed if line_styles(block.text())]
        for block in changed:
            self.rehighlightBlock(block)
        return changed

    def highlightBlock(self, text: str) -> None:
        """Format the line ``text``."""
        flat = one_character_per_unit(text)
        spans = line_styles(flat)
        if not spans:
            return
        marks = self._look_of_marks()
        if marks == "hidden" and not _shows_text(flat, spans):
            marks = "quiet"
        for start, end, styles in _segments(spans):
            self.setFormat(start, end - start, self._format(styles, marks))

    def _look_of_marks(self) -> str:
        if not self._recedes or self._theme.marks == "shown":
            return "shown"
        shown, block = self._shown, self.currentBlock()
        if shown is None or block.position() > shown.selectionEnd():
            return self._theme.marks
        end = block.position() + block.length() - 1
        return "shown" if end >= shown.selectionStart() else self._theme.marks

    def _format(self, styles: _Styles, marks: str) -> QTextCharFormat:
        key = (styles, marks if styles & _MARKS else "")
        if key not in self._formats:
            self._formats[key] = self._new_format(*key)
        return self._formats[key]

    def _new_format(self, styles: _Styles, marks: str) -> QTextCharFormat:
        new = QTextCharFormat()
        if styles & {LineStyle.BOLD, LineStyle.HEADING}:
            new.setFontWeight(QFont.Weight.Bold)
        if LineStyle.ITALIC in styles:
            new.setFontItalic(True)
        if LineStyle.CODE in styles:
            new.setFontFamilies([_fixed_family()])
        if color := self._color(styles, marks):
            new.setForeground(color)
        if LineStyle.LINK in styles and not marks:
            new.setFontUnderline(True)
        if LineStyle.MARK in styles and marks == "hidden":
            new.setFontPointSize(_HIDDEN_SIZE)
        return new

    def _color(self, styles: _Styles, marks: str) -> QColor | None:
        if marks == "hidden" and LineStyle.MARK in styles:
            return QColor(0, 0, 0, 0)
        if marks in ("quiet", "hidden"):
            return self._theme.color("faint")
        if LineStyle.LINK in styles and not marks:
            return self._theme.color("accent")
        soft = {LineStyle.SOFT, LineStyle.CODE, LineStyle.QUOTE}
        return self._theme.color("soft_ink") if marks or styles & soft else None


def _fixed_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _paragraph(block: QTextBlock) -> list[QTextBlock]:
    """Return the lines around ``block`` up to the nearest blank ones, in order."""
    lines = deque([block])
    while _continues(lines[0], lines[0].previous()) and len(lines) < _LONGEST:
        lines.appendleft(lines[0].previous())
    while _continues(lines[-1], lines[-1].next()) and len(lines) < 2 * _LONGEST:
        lines.append(lines[-1].next())
    return list(lines)


def _continues(block: QTextBlock, other: QTextBlock) -> bool:
    return other.isValid() and bool(block.text().strip() and other.text().strip())


def _selection(blocks: list[QTextBlock]) -> QTextCursor | None:
    if not blocks:
        return None
    cursor = QTextCursor(blocks[0])
    cursor.setPosition(blocks[-1].position() + blocks[-1].length() - 1, _KEEP)
    return cursor


def _selected(cursor: QTextCursor | None) -> list[QTextBlock]:
    """Return the lines that ``cursor`` selects, the first and the last one as well."""
    if cursor is None:
        return []
    block = cursor.document().findBlock(cursor.selectionStart())
    lines = []
    while block.isValid() and block.position() <= cursor.selectionEnd():
        lines.append(block)
        block = block.next()
    return lines


def _shows_text(line: str, spans: Iterable[StyledSpan]) -> bool:
    """Return whether something of ``line`` is seen when its marks are hidden."""
    place = 0
    for start, end in sorted((s.start, s.end) for s in spans if s.style is LineStyle.MARK):
        if line[place:start].strip():
            return True
        place = max(place, end)
    return bool(line[place:].strip())


def _segments(spans: Iterable[StyledSpan]) -> Iterator[tuple[int, int, _Styles]]:
    """Yield the parts of a line that have the same looks, in order."""
    edges: list[tuple[int, int, LineStyle]] = []
    for span in spans:
        edges += (span.start, 1, span.style), (span.end, -1, span.style)
    edges.sort(key=lambda edge: edge[0])
    counts = dict.fromkeys(LineStyle, 0)
    place = 0
    for at, by, style in edges:
        if at > place:
            styles = frozenset(style for style, count in counts.items() if count)
            if styles:
                yield place, at, styles
            place = at
        counts[style] += by
