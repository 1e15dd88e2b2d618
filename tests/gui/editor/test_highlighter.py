"""Highlighting of Markdown: what is bold, what is italic, what is soft."""

import pytest
from PySide6.QtGui import QFont, QTextDocument, QTextLayout
from PySide6.QtWidgets import QApplication

from editor.gui.editor.highlighter import MarkdownHighlighter
from editor.gui.theme import Theme, theme_of
from editor.settings import Settings


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return theme_of(Settings())


def highlighted(text: str, theme: Theme) -> list[QTextLayout.FormatRange]:
    document = QTextDocument()
    document.setPlainText(text)
    highlighter = MarkdownHighlighter(document, theme)
    highlighter.rehighlight()
    return document.firstBlock().layout().formats()


def parts(text: str, ranges: list[QTextLayout.FormatRange]) -> str:
    units = text.encode("utf-16-le")
    spans = [(2 * part.start, 2 * (part.start + part.length)) for part in ranges]
    return "|".join(units[start:end].decode("utf-16-le") for start, end in spans)


@pytest.mark.parametrize(
    ("text", "bold", "italic", "soft"),
    [
        ("Ein **Film** von", "Film", "", "**|**"),
        ("😀 **😀**", "😀", "", "**|**"),
        ("Ein *Film* _hier_", "", "Film|hier", "*|*|_|_"),
        ("snake_case_name", "", "", ""),
        ("### Drei", "Drei", "", "### "),
        ("> ## Zwei", "Zwei", "", "> ## "),
        ("#Ohne", "", "", ""),
        ("- Punkt", "", "", "- "),
        ("`a *b* c`", "", "", "`a *b* c`"),
        ("[Wort](https://x.de)", "", "", "[|](https://x.de)"),
    ],
)
def test_markup_is_soft_and_text_as_it_will_look(
    theme: Theme, text: str, bold: str, italic: str, soft: str
) -> None:
    formats = highlighted(text, theme)
    color = theme.color("soft_ink")
    assert parts(text, [f for f in formats if f.format.fontWeight() == QFont.Weight.Bold]) == bold
    assert parts(text, [f for f in formats if f.format.fontItalic()]) == italic
    assert parts(text, [f for f in formats if f.format.foreground().color() == color]) == soft
