"""Areas that are kept are those that measuring anew would give, whatever happens to the text."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QInputMethodEvent, QPainter, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.theme import Theme, make_theme
from editor.gui.widgets.line_areas import LineAreaCache, line_areas

PARAGRAPH = "Ein langer Absatz über *Sturmlicht*, der in einem schmalen Feld umbricht."
TEXT = "\n".join(f"{'m' * count} {PARAGRAPH}" for count in range(4))


class Field(MarkdownEdit):
    """A field whose only listener is a cache of areas."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, None)
        self.cache = LineAreaCache(self.document())
        self.listeners = (self,)
        self.style_of_text = theme
        self.resize(300, 400)
        self.show_text(TEXT)

    def shift(self, position: int, removed: int, added: int) -> None:
        self.cache.shift(position, added)

    def kept(self) -> list[tuple[QRectF, float]]:
        self._lay_out()
        self.cache.use_layout(self.style_of_text)
        return [line for place in self._ranges() for line in self.cache.areas(*place)]

    def measured(self) -> list[tuple[QRectF, float]]:
        self._lay_out()
        return [line for place in self._ranges() for line in line_areas(self.document(), *place)]

    def _ranges(self) -> list[tuple[int, int]]:
        return [(at, at + 14) for at in range(0, self.document().characterCount() - 15, 15)]

    def _lay_out(self) -> None:
        image = QImage(self.size(), QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        self.document().drawContents(painter)
        painter.end()


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    field = Field(make_theme("light"))
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    assert field.kept() == field.measured()
    return field


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (3, 3, "**mm**"),
        (40, 40, "\n"),
        (70, 75, ""),
        (60, 90, "x\ny"),
        (10, 250, "kurz"),
        (0, 0, "😀 und "),
    ],
)
def test_after_an_edit(field: Field, start: int, end: int, text: str) -> None:
    field.replace(start, end, text)
    assert field.kept() == field.measured()
    field.replace(start, start + len(text), "")
    assert field.kept() == field.measured()


def test_after_edits_of_two_paragraphs_at_once(field: Field) -> None:
    cursor = QTextCursor(field.document())
    cursor.beginEditBlock()
    for position in (220, 2):
        cursor.setPosition(position)
        cursor.insertText("mmmm")
    cursor.endEditBlock()
    assert field.kept() == field.measured()


def test_in_another_width_wrapping_or_size(field: Field) -> None:
    field.resize(200, 400)
    assert field.kept() == field.measured()
    field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    assert field.kept() == field.measured()
    field.style_of_text = make_theme("light", 150)
    field.set_theme(field.style_of_text)
    assert field.kept() == field.measured()


def test_while_an_input_method_composes(field: Field) -> None:
    field.select(20, 20)
    QApplication.sendEvent(field, QInputMethodEvent("mmm", []))
    assert field.kept() == field.measured()
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    assert field.kept() == field.measured()


def test_paragraph_that_has_not_changed_is_not_measured_again(field: Field) -> None:
    before = list(field.cache.areas(45, 59))
    field.replace(200, 200, "x")
    # A width that is set behind its back goes unnoticed: the kept areas are returned.
    field.document().setTextWidth(90)
    assert list(field.cache.areas(45, 59)) == before != list(line_areas(field.document(), 45, 59))
