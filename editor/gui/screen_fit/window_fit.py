"""Sizes of windows that fit the screen that they are on.

Every window goes through ``resize_to_fit`` or ``keep_fitted``; a message box is a ``MessageBox``.
"""

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QDialog, QLayout, QStyle, QWidget

from editor.gui.screen_fit.scrolling_lines import make_scrollable

PLACED = (
    Qt.WindowState.WindowMinimized
    | Qt.WindowState.WindowMaximized
    | Qt.WindowState.WindowFullScreen
)
"""States in which the desktop places a window, which keeps its own place for later."""
_PANELS = 64
"""Height that a desktop may need for its panels where it tells programs nothing about them, as with
Wayland; in device-independent pixels."""
_OUTGROWING = (QEvent.Type.Show, QEvent.Type.LayoutRequest)
"""Events after which a window may be larger than its screen."""


def resize_to_fit(window: QWidget, width: int, height: int) -> None:
    """Resize ``window`` to ``width`` and ``height``, as far as its screen has room for them.

    Sizes are in device-independent pixels. The window is kept fitted from then on, see
    ``keep_fitted``. Has to be called after the contents are laid out.
    """
    keep_fitted(window)
    before = window.size()
    window.resize(QSize(width, height).boundedTo(room_of(window)))
    if window.isVisible() and _is_larger(window.size(), before):
        bring_inside(window, [window.screen()])


def keep_fitted(window: QWidget) -> None:
    """Let ``window`` never become larger than its screen, whatever its contents need.

    The contents of a dialog that needs more room than there is get scroll bars; its last line, with
    the buttons, stays.
    """
    if not any(isinstance(child, _Fit) for child in window.children()):
        _Fit(window)


class _Fit(QObject):
    """Fits a window when it is shown, and when its contents need another size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._fitting = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the window after its layout has followed the event."""
        if event.type() in _OUTGROWING and watched is self._window and not self._fitting:
            self._fitting = True
            self._fit()
            self._fitting = False
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        window, room = self._window, room_of(self._window)
        layout = window.layout()
        if isinstance(window, QDialog) and layout is not None and _needs_more(layout, room):
            make_scrollable(window, layout, room.width())
            # A layout that sets the size of its window would not let it become smaller.
            layout.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
        if _is_larger(window.minimumSize(), room):
            window.setMinimumSize(window.minimumSize().boundedTo(room))
        size = window.size()
        if layout is not None and layout.hasHeightForWidth():
            # Qt does not make a window higher for texts that need several lines at its width.
            needed = layout.totalMinimumHeightForWidth(size.width())
            size.setHeight(max(size.height(), needed))
        size = size.boundedTo(room)
        if size != window.size() and not window.windowState() & PLACED:
            window.resize(size)
            bring_inside(window, [window.screen()])


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


def room_of(window: QWidget) -> QSize:
    """Return the largest size of ``window`` without its frame on the screen that it is on."""
    if window.isVisible() and window.frameGeometry() != window.geometry():
        frame = window.frameGeometry().size() - window.size()
        return window.screen().availableGeometry().size() - frame
    # Before a window is shown its frame is not known; that of a style is a fair guess.
    bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    edge = window.style().pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth, None, window)
    # A window without a place of its own opens where its parent is.
    owner = window.parentWidget() or window
    available = owner.screen().availableGeometry().size()
    panels = _PANELS if QGuiApplication.platformName().startswith("wayland") else 0
    return available - QSize(2 * edge, bar + 2 * edge + panels)


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


def _needs_more(layout: QLayout, room: QSize) -> bool:
    """Return whether ``layout`` needs more than ``room``, lines of text wrapped at its width."""
    least = layout.totalMinimumSize()
    if layout.hasHeightForWidth():
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(room.width())))
    return _is_larger(least, room)
