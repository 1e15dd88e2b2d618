"""Focus ring in the accent colour around the widget with the keyboard focus.

The frame of a field or a list becomes the ring. A button gets a ring around it, with a gap for
buttons that are filled with the accent colour themselves. What has no frame, as a web page, gets
the ring along its edge.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QLabel,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from editor.gui.theme import Theme

RINGED = "focusRinged"
"""Dynamic property of a widget that gets a ring along its edge while the focus is within."""
_RINGED = (QAbstractButton, QLabel, QTabBar)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QObject):
    """Puts a ring around what has the focus; ``focus_rules`` are its style sheet."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        # Its parent is the window or page of the button, and may be deleted with it.
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        target = _ringed(now)
        self._ring = _Ring(target) if target is not None else None


class _Ring(QFrame):
    """Frame around ``target`` that follows it."""

    def __init__(self, target: QWidget) -> None:
        ancestors = _ancestors(target)
        super().__init__(ancestors[-1])
        self._page = ancestors[-1]
        self.setObjectName("focusRing")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target = target
        for widget in (target, *ancestors[:-1]):
            widget.installEventFilter(self)
        if isinstance(target, QTabBar):
            target.currentChanged.connect(self._place)
        self.ensurePolished()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target when it or one of its ancestors moves."""
        # A window that is being deleted hides its children when it is no longer valid itself.
        if event.type() in _MOVES and isValid(self._target) and isValid(self._page):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        place = _area(self._target).translated(self._target.mapTo(self._page, QPoint()))
        # Around a button, and within the edge of what fills its pane: a pane shows nothing outside.
        within = self._target.property(RINGED)
        self.setGeometry(place if within else place.marginsAdded(self.contentsMargins()))
        self.setVisible(self._target.isVisible())
        self.raise_()


def _ringed(widget: QWidget | None) -> QWidget | None:
    """Return the widget that gets a ring when ``widget`` has the focus, None for none."""
    if isinstance(widget, _RINGED):
        return widget
    while widget is not None and not widget.property(RINGED):
        widget = widget.parentWidget()
    return widget


def _area(target: QWidget) -> QRect:
    """Return the focused part of ``target``: of a tab bar, the current tab."""
    if isinstance(target, QTabBar):
        return target.tabRect(target.currentIndex())
    return target.rect()


def _ancestors(target: QWidget) -> list[QWidget]:
    """Return the ancestors of ``target`` up to its window or to the page that scrolls with it."""
    ancestors: list[QWidget] = []
    widget: QWidget | None = target
    while widget is not None and not widget.isWindow() and not _scrolls(widget):
        widget = widget.parentWidget()
        ancestors += [widget] if widget is not None else []
    return ancestors or [target]


def _scrolls(page: QWidget) -> bool:
    viewport = page.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is viewport


def focus_rules(theme: Theme) -> str:
    """Return the style rules for the widget with the focus, for the end of the style sheet."""
    t, px = theme.tokens, theme.px
    ring = px(2)

    def inner(units: float) -> int:
        """Return the padding that is left when the frame of one pixel becomes the ring."""
        return max(0, px(units) + 1 - ring)

    return f"""
    #focusRing {{ background: transparent; border: {ring}px solid {t.accent};
        border-radius: {px(8)}px; padding: {px(1)}px; }}
    QLineEdit:focus, QComboBox:focus {{
        border: {ring}px solid {t.accent}; padding: {inner(4)}px {inner(8)}px; }}
    ChipEdit[current="true"] {{ border: {ring}px solid {t.accent};
        padding: {inner(2)}px {inner(7)}px; }}
    QSpinBox:focus, QDoubleSpinBox:focus {{ border: {ring}px solid {t.accent};
        padding: {inner(2)}px {px(20) + 1 - ring}px {inner(2)}px {inner(8)}px; }}
    QSpinBox[role="cell"]:focus {{ padding: {inner(1)}px {inner(4)}px; }}
    QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0; }}
    ChipEdit QLineEdit:focus {{ border: none; padding: {px(1)}px; }}
    QListWidget[role="list"]:focus {{ border: {ring}px solid {t.accent};
        padding: {inner(3)}px; }}
    DiffView QTextEdit:focus, UnitList:focus, ImportPreview:focus, QDialog QTableView:focus,
    QDialog QTreeView:focus, #findBar QTreeView:focus {{ border: {ring}px solid {t.accent}; }}
    QListWidget[role="groups"]::item:selected:focus {{ border: {ring}px solid {t.accent};
        padding: {inner(6)}px {inner(9)}px; }}
    """
