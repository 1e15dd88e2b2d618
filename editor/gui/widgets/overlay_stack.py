"""Lines that lie over a part of the window and move nothing in it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from editor.gui.theme import Theme
from editor.gui.widgets.raised_frame import RaisedFrame

_WIDTH = 760
"""Widest line, in units of ``Theme.px``."""
_HOST_EVENTS = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
_LINE_EVENTS = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class OverlayLine(RaisedFrame):
    """Sentence with buttons on a raised frame.

    The buttons stand beside the sentence, or below it where it would get more than two lines.
    """

    closes_on_escape = False
    """Whether Escape closes the line while the keyboard is elsewhere, if nothing there uses it."""

    expired = Signal()
    """The time of ``expire_after`` is over; not while the pointer or the keyboard is on the line,
    or while another window is used."""
    left = Signal()
    """The line was closed while one of its buttons had the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, "accent_ground")
        self.label = QLabel(self)
        """Label of the sentence."""
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.buttons = QHBoxLayout()
        """Row of the buttons."""
        px = theme.px
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(px(16), px(8), px(10), px(8))
        self._line.setSpacing(px(10))
        self._line.addWidget(self.label, 1)
        self._line.addLayout(self.buttons)
        self.buttons.addStretch(1)
        self._life = QTimer(self, singleShot=True)
        self._life.setObjectName("line.life")
        self._life.timeout.connect(self._expire)
        self.hide()

    @property
    def has_focus(self) -> bool:
        """Whether one of the buttons has the keyboard, or gets it when the window is active."""
        return self.isAncestorOf(self.window().focusWidget())

    def expire_after(self, ms: int) -> None:
        """Emit ``expired`` in ``ms`` milliseconds, or never if it is 0; the last call counts."""
        if ms:
            self._life.start(ms)
        else:
            self._life.stop()

    def leave(self) -> None:
        """Close the line because the writer wants it closed."""
        self.hide()

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        for button in self.findChildren(QPushButton):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def hideEvent(self, event: QHideEvent) -> None:
        """End the time of a line that is closed, and report that it had the keyboard."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._life.stop()
            # A window that is closed hides its lines, too.
            if self.isHidden() and self.has_focus:
                self.left.emit()

    def _expire(self) -> None:
        if self.underMouse() or self.has_focus or not self.isActiveWindow():
            self._life.start()
        else:
            self.expired.emit()

    def size_within(self, width: int) -> QSize:
        """Return the size of the body: as wide as the sentence, at most ``width``."""
        self.label.ensurePolished()
        self._stack_buttons(width)
        lines = self.label.text().split("\n")
        text = max(map(self.label.fontMetrics().horizontalAdvance, lines)) + self._theme.px(4)
        padding = self._line.contentsMargins()
        room = width - padding.left() - padding.right()
        buttons, gap = self.buttons.sizeHint().width(), self._line.spacing()
        left = room - gap - buttons
        beside = text <= 2 * left and self.label.minimumSizeHint().width() <= left
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if beside else directions.TopToBottom
        if direction != self._line.direction():
            # Otherwise every layout would ask for the next one.
            self._line.setDirection(direction)
        wanted = text + gap + buttons if beside else max(text, buttons)
        body = min(room, wanted) + padding.left() + padding.right()
        return QSize(body, self._line.totalHeightForWidth(body))

    def _stack_buttons(self, width: int) -> None:
        """Place the buttons one below the other where a body of ``width`` has no room for a row."""
        padding = self._line.contentsMargins()
        widths = [
            item.minimumSize().width()
            for item in map(self.buttons.itemAt, range(self.buttons.count()))
            if item is not None and not item.isEmpty()
        ]
        row = sum(widths) + self.buttons.spacing() * (len(widths) - 1)
        directions = QBoxLayout.Direction
        narrow = row > width - padding.left() - padding.right()
        direction = directions.TopToBottom if narrow else directions.LeftToRight
        if direction != self.buttons.direction():
            self.buttons.setDirection(direction)


class OverlayStack(QObject):
    """Places lines one below the other at the top of a part of the window.

    They move to its bottom where they would cover the text cursor, or the pointer when one appears.
    """

    left = Signal()
    """A line was closed while one of its buttons had the keyboard."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._host: QWidget = window
        self._lines: list[OverlayLine] = []
        self._at_top = True
        window.installEventFilter(self)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._follow_cursor)

    @property
    def visible(self) -> list[OverlayLine]:
        """The lines that are shown, from top to bottom."""
        return [line for line in self._lines if not line.isHidden()]

    def rest_on(self, host: QWidget) -> None:
        """Lie over ``host``, or over the whole window while that is hidden."""
        self._host = host
        host.installEventFilter(self)
        self._arrange()

    def add(self, line: OverlayLine) -> None:
        """Place ``line`` from now on, below those that were added before."""
        self._lines.append(line)
        line.left.connect(self.left)
        line.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Show the lines in ``theme``."""
        self._theme = theme
        for line in self._lines:
            line.set_theme(theme)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the lines anew when one of them or the part below has changed."""
        if not isValid(self._window):
            # A window that is deleted while it is shown hides before its parts are gone.
            return False
        if watched in self._lines:
            if event.type() in _LINE_EVENTS:
                appears = event.type() is QEvent.Type.Show and not event.spontaneous()
                self._arrange(appears=appears)
        elif event.type() in _HOST_EVENTS:
            self._arrange()
        return False

    # -- places -----------------------------------------------------------------------------------

    def _follow_cursor(self) -> None:
        lines = self.visible if isValid(self._window) else []
        if lines and any(line.geometry().intersects(self._cursor()) for line in lines):
            self._arrange()

    def _arrange(self, *, appears: bool = False) -> None:
        lines = self.visible
        if not lines:
            self._at_top = True
            return
        area = self._area()
        sizes = [line.size_within(min(area.width(), self._theme.px(_WIDTH))) for line in lines]
        taken = [self._cursor()]
        if appears:
            pointer = self._window.mapFromGlobal(QCursor.pos())
            taken.append(QRect(pointer - QPoint(8, 8), QSize(16, 16)))
        self._at_top = self._choose(area, sizes, taken)
        for line, body in zip(lines, self._bodies(area, sizes, top=self._at_top), strict=True):
            line.place_over(body)

    def _choose(self, area: QRect, sizes: list[QSize], taken: list[QRect]) -> bool:
        """Return whether the lines stand at the top: where they are, if nothing is covered."""
        for top in (self._at_top, not self._at_top):
            bodies = self._bodies(area, sizes, top=top)
            if not any(body.intersects(place) for body in bodies for place in taken):
                return top
        return self._at_top

    def _bodies(self, area: QRect, sizes: list[QSize], *, top: bool) -> list[QRect]:
        gap = self._theme.px(6)
        height = sum(size.height() for size in sizes) + gap * (len(sizes) - 1)
        y = area.top() if top else area.bottom() + 1 - height
        bodies = []
        for size in sizes:
            x = area.center().x() - size.width() // 2
            bodies.append(QRect(QPoint(x, y), size))
            y += size.height() + gap
        return bodies

    def _area(self) -> QRect:
        margin = self._theme.px(10)
        host = self._host
        if not host.isVisible():
            host = self._window.centralWidget() or host
        place = QRect(host.mapTo(self._window, QPoint()), host.size())
        return place.adjusted(margin, margin, -margin, -margin)

    def _cursor(self) -> QRect:
        """Return the line of the text cursor with one above and below it.

        It is as wide as the focused widget, and in the coordinates of the window. Empty while the
        keyboard is elsewhere: a line that gave way to its own button would flee from the pointer.
        """
        focus = QApplication.focusWidget()
        if focus is None or not self._window.isAncestorOf(focus):
            return QRect()
        if any(line.has_focus for line in self.visible):
            return QRect()
        place = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        rect = place.toRect() if isinstance(place, QRectF) else place
        if not isinstance(rect, QRect):
            # A page without a field that is being edited has no text cursor.
            return QRect()
        height = max(rect.height(), self._theme.px(16))
        line = QRect(0, rect.top() - height, focus.width(), 3 * height)
        return line.translated(focus.mapTo(self._window, QPoint()))
