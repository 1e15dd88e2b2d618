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
_MOST = 1_000
"""Height in which every sentence has room, in device-independent pixels."""
_WRAPPED = Qt.TextFlag.TextWordWrap
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


class ChoiceButton(QPushButton):
    """Shows a choice: its title in one line, and below it the sentence, in as many as it needs."""

    def __init__(self, choice: Choice, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        self._show_tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which the sentence has one line."""
        texts = (
            QFontMetrics(self._title_font()).horizontalAdvance(self._choice.title),
            self.fontMetrics().horizontalAdvance(self._choice.sentence),
        )
        width = self._left() + max(texts) + self._right() + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the button cannot be read."""
        return QSize(self._theme.px(_LEAST), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the whole sentence is shown."""
        return self._lines(width)[1].bottom() + 1 + self._theme.px(_PADDING)

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
        choice, theme = self._choice, self._theme
        line, below = self._lines(self.width())
        keys = self.rect().adjusted(0, 0, -theme.px(_PADDING + 2), 0)
        painter.setPen(theme.color("soft_ink"))
        painter.setFont(self.font())
        painter.drawText(below, _WRAPPED, _breakable(choice.sentence))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(keys, middle | Qt.AlignmentFlag.AlignRight, choice.keys)
        painter.setPen(theme.color("ink" if self.isEnabled() else "soft_ink"))
        painter.setFont(self._title_font())
        title = painter.fontMetrics().elidedText(
            choice.title, Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, middle, title)

    def _lines(self, width: int) -> tuple[QRect, QRect]:
        """Return the places of the title and of the sentence in a button of ``width``."""
        px, room = self._theme.px, max(1, width - self._left() - self._right())
        title = QRect(self._left(), px(_PADDING), room, QFontMetrics(self._title_font()).height())
        most = QRect(self._left(), title.bottom() + 1 + px(_GAP), room, _MOST)
        height = (
            self.fontMetrics()
            .boundingRect(most, _WRAPPED, _breakable(self._choice.sentence))
            .height()
        )
        most.setHeight(max(height, self.fontMetrics().height()))
        return title, most

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


def _breakable(sentence: str) -> str:
    """Return ``sentence`` with a place to break a line behind every slash of a path."""
    return sentence.replace("/", "/\u200b")
