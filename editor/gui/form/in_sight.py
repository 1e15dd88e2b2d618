"""What the keyboard comes to in the form is seen: also where it comes from outside of it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget

from editor.gui.theme import Theme

_AIR = 24
"""Room above and below, in units of ``Theme.px``."""


class InSight(QObject):
    """Scrolls to the widget that gets the keyboard, and in a text to its cursor.

    Qt does so only where the keyboard goes from one widget of the page to another.
    """

    def __init__(self, form: QScrollArea, theme: Theme, app: QApplication) -> None:
        super().__init__(form)
        self._form = form
        self._air = theme.px(_AIR)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        # Coming back to the window is no move, and what is clicked on must not move away.
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        page = self._form.widget()
        if old is None or now is None or clicked or page is None or not page.isAncestorOf(now):
            return
        if isinstance(now, QTextEdit):
            line = now.cursorRect()
            place = now.viewport().mapTo(page, line.center())
            self._form.ensureVisible(place.x(), place.y(), 0, line.height() + self._air)
        else:
            self._form.ensureWidgetVisible(now, 0, self._air)
