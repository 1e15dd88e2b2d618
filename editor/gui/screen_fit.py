"""Sizes of windows that fit the screen that they are on."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QRegion, QScreen
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

PLACED = (
    Qt.WindowState.WindowMinimized
    | Qt.WindowState.WindowMaximized
    | Qt.WindowState.WindowFullScreen
)
"""States in which the desktop places a window, which keeps its own place for later."""
_CONTENT_AND_BUTTONS = 2
"""Fewest lines of a dialog whose contents can scroll while its buttons stay."""


def resize_to_fit(window: QWidget, width: int, height: int) -> None:
    """Resize ``window`` to ``width`` and ``height``, as far as its screen has room for them.

    Sizes are in device-independent pixels. The contents of a dialog that needs more room than there
    is get scroll bars; its last line, with the buttons, stays. Has to be called after the contents
    are laid out.
    """
    room = _room(window)
    if isinstance(window, QDialog) and _is_larger(window.minimumSizeHint(), room):
        _make_scrollable(window, room)
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    window.resize(QSize(width, height).boundedTo(room))


def bring_inside(window: QWidget, screens: list[QScreen]) -> None:
    """Move ``window`` onto its screen unless all of it is seen on ``screens``; shrink it if needed.

    A window that the desktop has placed, as a maximised one, stays.
    """
    if window.windowState() & PLACED:
        return
    frame, seen = window.frameGeometry(), QRegion()
    for screen in screens:
        seen += screen.availableGeometry()
    if QRegion(frame).subtracted(seen).isEmpty():
        return
    target = brought_inside(frame, window.screen().availableGeometry())
    window.setGeometry(target.marginsRemoved(_frame_margins(window)))


def brought_inside(frame: QRect, area: QRect) -> QRect:
    """Return ``frame`` moved into ``area`` by the shortest way, and shrunk to it if needed."""
    size = frame.size().boundedTo(area.size())
    x = min(max(frame.x(), area.x()), area.x() + area.width() - size.width())
    y = min(max(frame.y(), area.y()), area.y() + area.height() - size.height())
    return QRect(x, y, size.width(), size.height())


def _room(window: QWidget) -> QSize:
    """Return the largest size of ``window`` without its frame on the screen that it is on."""
    # Before a window is shown its frame is not known; that of a style is a fair guess.
    bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    edge = window.style().pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth, None, window)
    # A window without a place of its own opens where its parent is.
    owner = window.parentWidget() or window
    available = owner.screen().availableGeometry().size()
    return available - QSize(2 * edge, bar + 2 * edge)


def _frame_margins(window: QWidget) -> QMargins:
    frame, inner = window.frameGeometry(), window.geometry()
    return QMargins(
        inner.left() - frame.left(),
        inner.top() - frame.top(),
        frame.right() - inner.right(),
        frame.bottom() - inner.bottom(),
    )


def _is_larger(size: QSize, room: QSize) -> bool:
    return size.width() > room.width() or size.height() > room.height()


def _make_scrollable(dialog: QDialog, room: QSize) -> None:
    """Move all lines of ``dialog`` but the last one into a scroll area, and that if it is wide."""
    layout = dialog.layout()
    if not isinstance(layout, QBoxLayout) or layout.count() < _CONTENT_AND_BUTTONS:
        return
    layout.insertWidget(0, _scroll_area(dialog, layout, layout.count() - 1), 1)
    layout.invalidate()
    if layout.minimumSize().width() > room.width():
        foot = _scroll_area(dialog, layout, 1, first=1)
        content = foot.widget()
        if content is not None:
            bar = foot.horizontalScrollBar().sizeHint().height()
            foot.setFixedHeight(content.sizeHint().height() + bar)
        layout.addWidget(foot)


def _scroll_area(dialog: QDialog, layout: QBoxLayout, count: int, *, first: int = 0) -> QScrollArea:
    """Return a scroll area with ``count`` items that are taken from ``layout``."""
    area = QScrollArea(dialog)
    content = QWidget(area)
    lines = QVBoxLayout(content)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(layout.spacing())
    for _ in range(count):
        _append(lines, layout, first)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def _append(lines: QBoxLayout, layout: QBoxLayout, place: int) -> None:
    """Move the item at ``place`` of ``layout`` to the end of ``lines``."""
    stretch = layout.stretch(place)
    item = layout.takeAt(place)
    if item is None:
        return
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        lines.addWidget(widget, stretch)
    elif inner is not None:
        lines.addLayout(inner, stretch)
    else:
        lines.addItem(item)
