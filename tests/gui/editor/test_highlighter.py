"""Highlighting of Markdown: text as it will look, and marks that recede where nobody writes."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextLayout
from PySide6.QtWidgets import QApplication

from editor.gui.editor.highlighter import MarkdownHighlighter
from editor.gui.theme import Theme, theme_of
from editor.settings import Settings


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return theme_of(Settings())


class Page:
    """A document with its highlighter, and a cursor at the bar in its text."""

    def __init__(self, source: str, theme: Theme) -> None:
        self.document = QTextDocument()
        self.document.documentLayout()
        self.document.setPlainText(source.replace("|", ""))
        self.highlighter = MarkdownHighlighter(self.document, theme)
        self.highlighter.rehighlight()
        self.cursor = QTextCursor(self.document)
        self.cursor.setPosition(max(0, source.find("|")))
        self.highlighter.follow(self.cursor if "|" in source else None)

    def formats(self, line: int) -> list[QTextLayout.FormatRange]:
        return self.document.findBlockByNumber(line).layout().formats()

    def colored(self, theme: Theme, role: str) -> str:
        """Return what has the colour of ``role``, line by line."""
        return "/".join(
            parts(
                self.document.findBlockByNumber(line).text(),
                [
                    f
                    for f in self.formats(line)
                    if f.format.foreground().color() == theme.color(role)
                ],
            )
            for line in range(self.document.blockCount())
        )

    def hidden(self) -> str:
        """Return the characters that take no room, line by line."""
        return "/".join(
            parts(
                self.document.findBlockByNumber(line).text(),
                [f for f in self.formats(line) if 0 < f.format.fontPointSize() < 1],
            )
            for line in range(self.document.blockCount())
        )


def parts(text: str, ranges: list[QTextLayout.FormatRange]) -> str:
    units = text.encode("utf-16-le")
    spans = [(2 * part.start, 2 * (part.start + part.length)) for part in ranges]
    return "|".join(units[start:end].decode("utf-16-le") for start, end in spans)


@pytest.mark.parametrize(
    ("text", "bold", "italic"),
    [
        ("Ein **Film** von", "Film", ""),
        ("😀 **😀**", "😀", ""),
        ("Ein *Film* _hier_", "", "Film|hier"),
        ("### Drei *kursiv*", "Drei |*|kursiv|*", "kursiv"),
        ("`a *b* c`", "", ""),
    ],
)
def test_text_as_it_will_look(theme: Theme, text: str, bold: str, italic: str) -> None:
    formats = Page(text, theme).formats(0)
    assert parts(text, [f for f in formats if f.format.fontWeight() == QFont.Weight.Bold]) == bold
    assert parts(text, [f for f in formats if f.format.fontItalic()]) == italic


def test_marks_are_seen_in_the_paragraph_with_the_cursor_only(theme: Theme) -> None:
    page = Page("**a** b\n\n|**c** d\n*e*\n\n> f", theme)
    assert page.colored(theme, "faint") == "**|**/////> "
    assert page.colored(theme, "soft_ink") == "//**|**/*|*//f"
    page.cursor.setPosition(0)
    page.highlighter.follow(page.cursor)
    assert page.colored(theme, "faint") == "//**|**/*|*//> "
    page.highlighter.follow(None)
    assert page.colored(theme, "faint") == "**|**//**|**/*|*//> "


def test_only_the_lines_of_the_two_paragraphs_are_formatted_anew(theme: Theme) -> None:
    page = Page("|**a**\nohne\n\n**b**\n\n**c**", theme)
    page.cursor.setPosition(page.document.findBlockByNumber(3).position())
    changed = page.highlighter.follow(page.cursor)
    assert [block.text() for block in changed] == ["**a**", "**b**"]
    page.cursor.movePosition(QTextCursor.MoveOperation.Right)
    assert page.highlighter.follow(page.cursor) == []


def test_a_paragraph_that_is_split_recedes_where_the_cursor_is_not(theme: Theme) -> None:
    page = Page("**a**|\n\n**z**", theme)
    page.cursor.insertText("\n\n und **b**")
    page.highlighter.follow(page.cursor)
    assert page.colored(theme, "faint") == "**|**////**|**"
    page.cursor.setPosition(5)
    page.cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    page.cursor.removeSelectedText()
    page.highlighter.follow(page.cursor)
    assert page.colored(theme, "faint") == "//**|**"


def test_marks_are_hidden(theme: Theme) -> None:
    hides = replace(theme, marks="hidden")
    page = Page("**a** [b](c)\n\n|**d**\n\n### e\n\n> *f*\n\n- `g`", hides)
    assert page.hidden() == "**|**|[|](c)////### //*|*//`|`"
    assert page.colored(hides, "faint") == "//////> //"


@pytest.mark.parametrize("text", ["****", "[](x)", "<details>", "![](bild.jpg)", "###  "])
def test_a_line_never_looks_empty(theme: Theme, text: str) -> None:
    page = Page(text, replace(theme, marks="hidden"))
    assert page.hidden() == ""


def test_marks_are_always_shown_where_the_writer_wants_them(theme: Theme) -> None:
    page = Page("**a**\n\nb|", replace(theme, marks="shown"))
    assert page.colored(theme, "soft_ink") == "**|**//"
    page.highlighter.set_theme(theme)
    assert page.colored(theme, "faint") == "**|**//"


def test_marks_do_not_recede_in_a_field_that_does_not_follow(theme: Theme) -> None:
    document = QTextDocument()
    document.documentLayout()
    highlighter = MarkdownHighlighter(document, theme)
    document.setPlainText("**a**")
    highlighter.rehighlight()
    formats = document.firstBlock().layout().formats()
    assert formats[0].format.foreground().color() == theme.color("soft_ink")
