"""Delegate that paints list rows: a text on the left, numbers and signs around it."""

from enum import IntEnum
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.underline_painter import paint_dots

_SMALL = 0.85
"""Size of the quiet texts of a row relative to its text."""
_NOTE = 40
"""Least width of a note, in units of ``Theme.px``."""


class ItemRole(IntEnum):
    """Roles of the data of a row beyond its text."""

    SIDE = Qt.ItemDataRole.UserRole + 1
    """Text on the right."""
    BADGE = Qt.ItemDataRole.UserRole + 2
    """Text in a filled badge on the far right, as the number of findings."""
    LETTER = Qt.ItemDataRole.UserRole + 3
    """Letter before the text."""
    LETTER_COLOR = Qt.ItemDataRole.UserRole + 4
    """Colour of the letter, a field of ColorTokens."""
    QUIET = Qt.ItemDataRole.UserRole + 5
    """Whether the row is painted in soft ink, as for an empty section."""
    KEY = Qt.ItemDataRole.UserRole + 6
    """Key of the row, as the id of a section."""
    DOTTED = Qt.ItemDataRole.UserRole + 7
    """Text above a row of dots on the far right, as the number of findings about style."""
    NOTE = Qt.ItemDataRole.UserRole + 8
    """Quiet text after the text."""


ModelIndex = QModelIndex | QPersistentModelIndex


class ListDelegate(QStyledItemDelegate):
    """Paints the rows of a list in a theme."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Return the size of a row with padding."""
        return QSize(self.theme.px(120), option.fontMetrics.height() + self.theme.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Paint background, letter, text and the parts on the right."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area = option.rect.adjusted(self.theme.px(8), 1, -self.theme.px(8), -1)
        self._background(painter, QRectF(area), option, selected=selected)
        inner = area.adjusted(self.theme.px(9), 0, -self.theme.px(9), 0)
        inner.setRight(self._side(painter, inner, index, selected=selected) - self.theme.px(8))
        inner.setLeft(self._letter(painter, inner, index))
        self._text(painter, inner, index, selected=selected)
        painter.restore()

    def _background(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, *, selected: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(self.theme.color("accent_ground" if selected else "chip"))
            painter.drawRoundedRect(area, self.theme.px(5), self.theme.px(5))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _side(self, painter: QPainter, area: QRect, index: ModelIndex, *, selected: bool) -> int:
        """Paint the parts on the right and return their left edge."""
        small = QFont(painter.font())
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        painter.save()
        painter.setFont(small)
        right = self._badge(painter, area, index.data(ItemRole.BADGE) or "")
        right = self._dotted(painter, area, right, index.data(ItemRole.DOTTED) or "")
        text = index.data(ItemRole.SIDE) or ""
        width = QFontMetricsF(small).horizontalAdvance(text) + 1
        painter.setPen(self.theme.color("accent" if selected else "soft_ink"))
        place = QRectF(right - width, area.top(), width, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
        return round(place.left()) if text else round(right)

    def _badge(self, painter: QPainter, area: QRect, text: str) -> float:
        """Paint the badge, if there is one, and return the right edge of the space before it."""
        if not text:
            return area.right()
        metrics = QFontMetricsF(painter.font())
        height = metrics.height() + 2
        width = max(metrics.horizontalAdvance(text) + height * 0.7, height * 1.2)
        top = area.center().y() - height / 2
        pill = QRectF(area.right() - width, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("spelling"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self.theme.color("on_accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return pill.left() - self.theme.px(6)

    def _dotted(self, painter: QPainter, area: QRect, right: float, text: str) -> float:
        """Paint the text above the dots that mark style, and return the new right edge."""
        if not text:
            return right
        width = max(QFontMetricsF(painter.font()).horizontalAdvance(text), self.theme.px(14))
        place = QRectF(right - width - self.theme.px(4), area.top(), width, area.height())
        painter.setPen(self.theme.color("style"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        below = place.center().y() + QFontMetricsF(painter.font()).height() / 2
        strip = QRectF(place.left(), below - self.theme.px(2), width, self.theme.px(4))
        paint_dots(painter, strip, self.theme.color("style"), self.theme.unit)
        return place.left() - self.theme.px(6)

    def _letter(self, painter: QPainter, area: QRect, index: ModelIndex) -> int:
        """Paint the letter before the text and return the left edge of the text."""
        letter = index.data(ItemRole.LETTER)
        if not letter:
            return area.left()
        painter.save()
        bold = QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self.theme.color(index.data(ItemRole.LETTER_COLOR)))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, letter)
        painter.restore()
        return area.left() + self.theme.px(22)

    def _text(self, painter: QPainter, area: QRect, index: ModelIndex, *, selected: bool) -> None:
        font = QFont(painter.font())
        current = selected and not index.data(ItemRole.LETTER)
        font.setBold(current)
        if QFontMetricsF(font).horizontalAdvance(index.data()) > area.width():
            # Rather show more of the text than show it in bold.
            font.setBold(False)
        painter.setFont(font)
        quiet = index.data(ItemRole.QUIET)
        role = "accent" if current else "soft_ink" if quiet else "ink"
        painter.setPen(self.theme.color(role))
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        after = area.adjusted(ceil(QFontMetricsF(font).horizontalAdvance(text)), 0, 0, 0)
        self._note(painter, after, index.data(ItemRole.NOTE) or "")

    def _note(self, painter: QPainter, area: QRect, note: str) -> None:
        """Paint the note in ``area``, if some of it can be read there."""
        if not note or area.width() < self.theme.px(_NOTE):
            return
        font = QFont(painter.font())
        font.setBold(False)
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        painter.setFont(font)
        painter.setPen(self.theme.color("soft_ink"))
        text = painter.fontMetrics().elidedText(
            f" · {note}", Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
