"""Tab order of a window with panes: pane by pane, whenever the widgets in them were made."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@runtime_checkable
class OrderedStops(Protocol):
    """A widget that knows the order of the stops within it."""

    @property
    def stops(self) -> Sequence[QWidget]:
        """The widgets of the tab order, also those that are not visible now."""


def focus_neighbour(areas: Iterable[QWidget], *, forward: bool) -> bool:
    """Give the keyboard focus to the stop after that which has it, or before it, around the ends.

    All stops of an area come before those of the next one. Within an area they are ordered as they
    are read, if it is no ``OrderedStops``. Returns whether there is another stop.
    """
    stops = [stop for area in areas for stop in _stops(area)]
    now = QApplication.focusWidget()
    if now not in stops:
        return False
    stop = stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]
    reasons = Qt.FocusReason
    stop.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    return stop is not now


def _stops(area: QWidget) -> Iterator[QWidget]:
    if isinstance(area, OrderedStops):
        yield from (stop for stop in map(_target, area.stops) if _is_stop(stop))
        return
    if _is_stop(area):
        yield area
    # Level by level: what is scrolled out of view has its place above what does not scroll.
    children = [part for part in area.children() if isinstance(part, QWidget)]
    # A dialog over the area is a window with an order of its own.
    parts = [part for part in children if part.isVisible() and not part.isWindow()]
    for row in _rows(sorted(parts, key=_middle)):
        for part in row:
            yield from _stops(part)


def _rows(parts: Iterable[QWidget]) -> Iterator[list[QWidget]]:
    """Yield ``parts``, which come from top to bottom, row by row and each from left to right."""
    row: list[QWidget] = []
    for part in parts:
        if row and part.y() >= _middle(row[0]):
            yield sorted(row, key=QWidget.x)
            row = []
        row.append(part)
    yield sorted(row, key=QWidget.x)


def _middle(part: QWidget) -> int:
    return part.geometry().center().y()


def _target(widget: QWidget) -> QWidget:
    """Return the widget that gets the keyboard focus for ``widget``."""
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    is_there = widget.isVisible() and widget.isEnabled()
    return bool(by_tab) and is_there and widget.focusProxy() is None
