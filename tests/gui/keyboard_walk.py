"""Walks with the Tab key through a window, as a writer without a mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.web.page_view import PageView

_PLACE = "[...document.querySelectorAll('*')].indexOf(document.activeElement)"
"""Script for the place of what has the keyboard focus on a page."""


def tab_stops(window: QWidget) -> set[QWidget]:
    """Return the widgets of ``window`` that the Tab key has to reach."""
    return {widget for widget in window.findChildren(QWidget) if _is_stop(widget, window)}


def walk(qtbot: QtBot, *, back: bool = False) -> list[QWidget]:
    """Press Tab, or Shift+Tab, until it comes to a place again; return the stops in their order.

    A trap shows by the stops that are missing.
    """
    stops = [focused()]
    while (stop := _step(qtbot, back=back)) not in stops:
        stops.append(stop)
    return stops


def focused() -> QWidget:
    """Return the widget with the keyboard focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def name(widget: QWidget) -> str:
    """Return what tells ``widget`` from others, for the message of an assertion."""
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"


def _step(qtbot: QtBot, *, back: bool) -> QWidget:
    """Press Tab until another widget has the focus: a page goes through its links first."""
    stop, key = focused(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    page = _page(stop)
    if page is None:
        QTest.keyClick(stop, key)
        return focused()
    while focused() is stop:
        _press_in_page(qtbot, page, stop, key)
    return focused()


def _press_in_page(qtbot: QtBot, page: PageView, stop: QWidget, key: Qt.Key) -> None:
    """Press ``key``, and wait until it has done something: the page has a process of its own."""
    before, places = _place(qtbot, page), list[object]()
    QTest.keyClick(stop, key)

    def has_moved() -> bool:
        page.evaluate(_PLACE, places.append)
        return focused() is not stop or any(place != before for place in places)

    qtbot.waitUntil(has_moved)


def _place(qtbot: QtBot, page: PageView) -> object:
    with qtbot.waitCallback() as answered:
        page.evaluate(_PLACE, answered)
    return answered.args[0] if answered.args else None


def _page(widget: QWidget | None) -> PageView | None:
    while widget is not None and not isinstance(widget, PageView):
        widget = widget.parentWidget()
    return widget


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    is_there = widget.window() is window and widget.isVisible() and widget.isEnabled()
    return bool(by_tab) and is_there and widget.focusProxy() is None
