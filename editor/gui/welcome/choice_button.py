"""Button of the welcome page: an icon, a title, a sentence below it, and its key at the right."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from editor.gui.icons.icon_engine import themed_icon
from editor.gui.theme import Theme

_PADDING, _GAP, _ICON = 12, 2, 22
"""Space around the lines, between them, and size of the icon, in units of ``Theme.px``."""
_LEAST = 200
"""Least width, in units of ``Theme.px``."""
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Choice(NamedTuple):
    """Content of one button of the page; ``name`` tells it from the others."""

    name: str
    icon: str
    """Name of an icon of lucide.dev."""
    title: str
    sentence: str
    keys: str = ""
    """Key that chooses it, as it is shown."""
    tip: str = ""
    enabled: bool = True


class ChoiceButton(QPushButton):
    """Shows a choice in two lines, which are cut off where they are too long."""

    def __init__(self, choice: Choice, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._choice = choice
        self._icon = QIcon()
        self.show_choice(choice, theme)

    @property
    def choice(self) -> Choice:
        """Content of the button."""
        return self._choice

    def show_choice(self, choice: Choice, theme: Theme) -> None:
        """Show ``choice`` in ``theme``."""
        self._choice, self._theme = choice, theme
        self._icon = themed_icon(choice.icon, theme, "accent")
        self.setObjectName(f"welcome.{choice.name}")
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.sentence)
        self.setEnabled(choice.enabled)
        self._show_tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of two lines that are not cut off."""
        px, title = self._theme.px, QFontMetrics(self._title_font())
        lines = title.height() + px(_GAP) + self.fontMetrics().height()
        texts = (
            title.horizontalAdvance(self._choice.title),
            self.fontMetrics().horizontalAdvance(self._choice.sentence),
        )
        return QSize(self._left() + max(texts) + self._right(), lines + 2 * px(_PADDING))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the button cannot be read."""
        return QSize(self._theme.px(_LEAST), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the page, which knows its columns."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take another font into account."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of the style sheet, and the texts in it."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_icon(painter)
        self._paint_texts(painter)

    # -- painting ---------------------------------------------------------------------------------

    def _paint_icon(self, painter: QPainter) -> None:
        side = self._theme.px(_ICON)
        corner = QPoint(self._theme.px(_PADDING + 2), (self.height() - side) // 2)
        place = QRect(corner, QSize(side, side))
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self._icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)

    def _paint_texts(self, painter: QPainter) -> None:
        px, choice, theme = self._theme.px, self._choice, self._theme
        width = self.width() - self._left() - self._right()
        font, title = self._title_font(), QFontMetrics(self._title_font())
        top = (self.height() - title.height() - px(_GAP) - self.fontMetrics().height()) // 2
        elide, flags = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("soft_ink"))
        painter.setFont(self.font())
        height = self.fontMetrics().height()
        below = QRect(self._left(), top + title.height() + px(_GAP), width, height)
        sentence = self.fontMetrics().elidedText(choice.sentence, elide, width)
        painter.drawText(below, flags, sentence)
        keys = self.rect().adjusted(0, 0, -px(_PADDING + 2), 0)
        painter.drawText(keys, flags | Qt.AlignmentFlag.AlignRight, choice.keys)
        painter.setPen(theme.color("ink" if self.isEnabled() else "soft_ink"))
        painter.setFont(font)
        line = QRect(self._left(), top, width, title.height())
        painter.drawText(line, flags, title.elidedText(choice.title, elide, width))

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _left(self) -> int:
        return self._theme.px(_PADDING + 2 + _ICON + 12)

    def _right(self) -> int:
        keys = self.fontMetrics().horizontalAdvance(self._choice.keys)
        return keys + self._theme.px(2 * _PADDING if keys else _PADDING)

    def _show_tip(self) -> None:
        self.setToolTip(self._choice.tip or self._choice.sentence)
