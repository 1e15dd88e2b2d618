"""Row reader: tells a screen reader which row of a list has the keyboard focus."""

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QWidget
from shiboken6 import isValid


class RowReader(QObject):
    """Tells of the current row of a list that gets the focus.

    Qt tells of a row when the current one changes, and not of the one that is current already.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QListView):
            # Qt tells of the list itself after this signal.
            QTimer.singleShot(0, now, lambda: _tell(now))


def _tell(view: QListView) -> None:
    if isValid(view) and view.hasFocus() and view.currentIndex().isValid():
        event = QtGui.QAccessibleEvent(view, QtGui.QAccessible.Event.Focus)
        event.setChild(view.currentIndex().row())
        QtGui.QAccessible.updateAccessibility(event)
