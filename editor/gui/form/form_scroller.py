"""Scrolling of the form to the cursor and to the widget with the keyboard focus."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form.form_column import FormColumn
from editor.gui.theme import Theme

_MARGIN = 24
"""Least space above and below what is scrolled to, in units of ``Theme.px``."""
_JUMP_MARGIN = 0.3
"""Space above and below a place that the writer goes to, as a share of the visible height."""
_PASSES = 3
"""Passes of a layout: heights of the cards, that of the column, and those of the cards again."""


class FormScroller:
    """Scrolls an area over a form column.

    In typewriter mode, the line of the cursor stays in the middle of the area.
    """

    def __init__(self, area: QScrollArea, theme: Theme) -> None:
        self._area = area
        self._column: FormColumn | None = None
        self.theme = theme
        self.typewriter = False
        """Whether typewriter mode is on."""

    def set_column(self, column: FormColumn) -> None:
        """Scroll ``column`` from now on; the area deletes the previous column."""
        self._column = column
        self.update_margins()
        self._area.setWidget(column)

    def update_margins(self) -> None:
        """Set the space above and below the column.

        In typewriter mode it lets the first and the last line reach the middle.
        """
        if self._column is not None:
            half = self._area.viewport().height() // 2
            px = self.theme.px
            margins = (half, half) if self.typewriter else (px(16), px(80))
            self._column.set_vertical_margins(*margins)

    def restore(self, value: int) -> None:
        """Scroll to ``value``, in pixels, once the layout is up to date again."""

        def scroll() -> None:
            if self._column is not None:
                self._column.activate_layout()
            self._area.verticalScrollBar().setValue(value)

        QTimer.singleShot(0, self._area, scroll)

    def settle(self) -> None:
        """Lay out the form now, after a part of it has been shown or hidden.

        Whatever scrolls next would reckon with the old places otherwise.
        """
        # One request leads to the next: a text knows its height when it has its width. Qt drops a
        # request of the column that comes while it follows an earlier one.
        for _ in range(_PASSES):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            if self._column is not None:
                self._column.activate_layout()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll to ``widget``."""
        self._area.ensureWidgetVisible(widget, 0, self.theme.px(2 * _MARGIN))

    def show_cursor(self, editor: SectionEditor) -> None:
        """Scroll to the cursor of ``editor``."""
        QTimer.singleShot(0, editor, lambda: self._jump(editor))

    def show_focus(self, editor: SectionEditor) -> None:
        """Scroll to the cursor of ``editor``, unless the focus has moved on meanwhile."""

        def scroll() -> None:
            if editor.window().focusWidget() is editor:
                self._jump(editor)

        QTimer.singleShot(0, editor, scroll)

    def show_range(self, editor: SectionEditor, start: int, end: int) -> None:
        """Scroll to the text of ``editor`` from ``start`` to ``end``, in code points."""
        QTimer.singleShot(
            0, editor, lambda: self._show(editor, editor.area(start, end), _JUMP_MARGIN)
        )

    def follow(self, editor: SectionEditor, cursor: QRect) -> None:
        """Keep the cursor visible; ``cursor`` is its rectangle in ``editor``."""

        def scroll() -> None:
            # A text that has become much shorter is somewhere in its card until the next layout.
            self.settle()
            self._show(editor, cursor)

        # The editor grows with the typed text only when control is back in the event loop.
        QTimer.singleShot(0, editor, scroll)

    def _jump(self, editor: SectionEditor) -> None:
        self.settle()
        self._show(editor, editor.cursorRect(), _JUMP_MARGIN)

    def _show(self, editor: SectionEditor, place: QRect, margin: float = 0) -> None:
        page, height = self._area.widget(), self._area.viewport().height()
        if page is None:
            return
        centre = editor.mapTo(page, place.center())
        if self.typewriter:
            self._area.verticalScrollBar().setValue(centre.y() - height // 2)
            return
        space = max(round(height * margin), self.theme.px(_MARGIN))
        self._area.ensureVisible(centre.x(), centre.y(), 0, place.height() + space)


class FocusScroller(QObject):
    """Scrolls to the widget that gets the keyboard focus; in a text edit, to its cursor.

    Qt does so only when the focus moves from one widget of the page to another.
    """

    def __init__(self, form: QScrollArea, theme: Theme, app: QApplication) -> None:
        super().__init__(form)
        self._form = form
        self._margin = theme.px(_MARGIN)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        # When the window is activated, ``old`` is None. What is clicked must not move away.
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        # A form that is being deleted passes the focus on, too.
        page = self._form.widget() if isValid(self._form) else None
        if old is None or now is None or clicked or page is None or not page.isAncestorOf(now):
            return
        if isinstance(now, QTextEdit):
            line = now.cursorRect()
            place = now.viewport().mapTo(page, line.center())
            self._form.ensureVisible(place.x(), place.y(), 0, line.height() + self._margin)
        else:
            self._form.ensureWidgetVisible(now, 0, self._margin)
