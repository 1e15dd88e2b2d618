"""FormScroller of the form: what is gone to or typed in can be seen."""

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form.form_column import FormColumn
from editor.gui.theme import Theme

_AIR = 24
"""Least room around what is shown, in units of ``Theme.px``."""
_MARGIN = 0.3
"""Room around a place that is gone to, as a share of the visible height."""


class FormScroller:
    """Scrolls an area over a column; as on a typewriter where one section is shown alone."""

    def __init__(self, area: QScrollArea, theme: Theme) -> None:
        self._area = area
        self._column: FormColumn | None = None
        self.theme = theme
        self.typewriter = False
        """Whether the line that is written in stays in the middle."""

    def take(self, column: FormColumn) -> None:
        """Scroll ``column`` from now on, in the place of the one before."""
        self._column = column
        self.make_room()
        self._area.setWidget(column)

    def make_room(self) -> None:
        """Leave air above and below, as much as brings every line of one section to the middle."""
        if self._column is not None:
            half = self._area.viewport().height() // 2
            px = self.theme.px
            self._column.leave_air(*((half, half) if self.typewriter else (px(16), px(80))))

    def restore(self, value: int) -> None:
        """Scroll to ``value``, in pixels, once everything has its place again."""

        def scroll() -> None:
            if self._column is not None:
                self._column.settle()
            self._area.verticalScrollBar().setValue(value)

        QTimer.singleShot(0, self._area, scroll)

    def show_cursor(self, editor: SectionEditor) -> None:
        """Scroll so that the cursor of ``editor`` can be seen."""
        QTimer.singleShot(0, editor, lambda: self._show(editor, editor.cursorRect(), _MARGIN))

    def show_stretch(self, editor: SectionEditor, start: int, end: int) -> None:
        """Scroll so that a stretch of ``editor``, in code points, can be seen."""
        QTimer.singleShot(0, editor, lambda: self._show(editor, editor.area(start, end), _MARGIN))

    def follow(self, editor: SectionEditor, cursor: QRect) -> None:
        """Keep the cursor in sight; ``cursor`` is its place in ``editor``."""
        # The editor grows with what was typed once control is back in the event loop.
        QTimer.singleShot(0, editor, lambda: self._show(editor, cursor))

    def _show(self, editor: SectionEditor, place: QRect, margin: float = 0) -> None:
        page, height = self._area.widget(), self._area.viewport().height()
        if page is None:
            return
        centre = editor.mapTo(page, place.center())
        if self.typewriter:
            self._area.verticalScrollBar().setValue(centre.y() - height // 2)
            return
        air = max(round(height * margin), self.theme.px(_AIR))
        self._area.ensureVisible(centre.x(), centre.y(), 0, place.height() + air)


class FocusScroller(QObject):
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
        # A form that goes hands the keyboard on, too.
        page = self._form.widget() if isValid(self._form) else None
        if old is None or now is None or clicked or page is None or not page.isAncestorOf(now):
            return
        if isinstance(now, QTextEdit):
            line = now.cursorRect()
            place = now.viewport().mapTo(page, line.center())
            self._form.ensureVisible(place.x(), place.y(), 0, line.height() + self._air)
        else:
            self._form.ensureWidgetVisible(now, 0, self._air)
