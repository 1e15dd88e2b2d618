"""Layout of a window: outline, form, and preview with side panels in columns.

A window that is too narrow for them shows form and preview as tabs, with the side panels below the
form.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from editor.gui.form.form_column import page_width
from editor.gui.layout.pane_splitters import PaneSplitters, PaneWidgets
from editor.gui.layout.panes import PaneSizes, PaneVisibility
from editor.gui.theme import Theme

Front = Literal["text", "preview"]
_MEASURE = 66
"""Characters in a line for which the form gets room, also where longer lines are allowed."""
_OUTLINE, _PREVIEW = 232, 300
"""Widths that outline and preview need to be read, in units of ``Theme.px``."""


def least_width(theme: Theme, *, outline: bool) -> int:
    """Return the least width for all columns side by side, in device-independent pixels."""
    beside = theme.px(_OUTLINE) + 1 if outline else 0
    return beside + _form_width(theme) + 1 + theme.px(_PREVIEW)


def _form_width(theme: Theme) -> int:
    return page_width(replace(theme, text_width=min(theme.text_width, _MEASURE)))


class SplitterLayout(QWidget):
    """Lays the panes out side by side where there is room, else as tabs.

    No pane is created anew, and the preview keeps its parent, so that cursor, scroll positions and
    the loaded page stay.
    """

    arranged = Signal()
    """Panes have been shown or hidden, or another tab is in front."""

    def __init__(self, panes: PaneWidgets, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._panes = panes
        self._theme = theme
        self._visible = PaneVisibility(outline=True, preview=True, findings=True)
        self._narrow = False
        self._front: Front = "text"
        self._came_from: QWidget | None = None
        self._splitters = splitters = PaneSplitters(panes, theme, self)
        self._tabs = splitters.tabs
        self._tabs.chosen.connect(self._turn)
        for splitter in (splitters.outer, splitters.columns, splitters.page):
            splitter.splitterMoved.connect(lambda *_: self._remember())
        px = theme.px
        self._wide = PaneSizes((px(_OUTLINE), px(720), px(480)), (px(600), px(220)))
        splitters.set_sizes(self._wide)

    @property
    def tabbed(self) -> bool:
        """Whether text and preview are tabs now."""
        return self._narrow and self._visible.form and self._visible.preview

    @property
    def front(self) -> Front:
        """Tab that is in front, or would be in a narrow window."""
        return self._front

    @property
    def sizes(self) -> PaneSizes:
        """Sizes of the columns; in a narrow window those that they will have side by side.

        While something else is in their place, as the welcome, those that they will have after it.
        """
        return self._wide if self._narrow or not self.isVisible() else self._splitters.sizes

    def set_sizes(self, sizes: PaneSizes) -> None:
        """Resize the columns, at once or as soon as they are side by side."""
        self._wide = _merge(sizes, self._wide)
        if not self._narrow:
            self._splitters.set_sizes(sizes)

    def set_theme(self, theme: Theme) -> None:
        """Check by the measures of ``theme`` whether there is room."""
        self._theme = theme
        self._fit()

    def show_panes(self, panes: PaneVisibility) -> None:
        """Show the panes of ``panes`` and hide the others."""
        self._visible = panes
        if not self._fit():
            self._arrange()

    def bring(self, front: Front) -> None:
        """Bring the text or the preview to the front, where they are tabs."""
        if self.tabbed:
            self._tabs.show_front(front)

    def make_room(self, height: int) -> None:
        """Give the side panels ``height`` pixels, as far as the panes above can spare them."""
        self._splitters.make_room(height, below_form=self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panes for the new width."""
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the panes, now that the window has its size."""
        super().showEvent(event)
        self._settle()

    # -- sizes ------------------------------------------------------------------------------------

    def _remember(self) -> None:
        if not self._narrow:
            self._wide = _merge(self.sizes, self._wide)

    def _settle(self) -> None:
        """Distribute a new width; the form keeps its own as long as the preview can be read."""
        if not self._fit() and not self._narrow and self.isVisible():
            form = min(self._wide.columns[1], _form_width(self._theme))
            self._splitters.widen_form(form, self._theme.px(_PREVIEW))
            self._remember()

    def _fit(self) -> bool:
        """Switch between columns and tabs if the width asks for it; return whether it does."""
        visible = self._visible
        alone = not visible.form or not (visible.preview or visible.findings)
        narrow = self.width() < least_width(self._theme, outline=visible.outline)
        if alone or narrow == self._narrow or not self.isVisible():
            return False
        with self._without_painting():
            self._narrow = narrow
            self._splitters.move_panels(below_form=narrow)
            self._arrange()
            self._splitters.restore(self._wide, below_form=narrow)
        return True

    # -- visibility --------------------------------------------------------------------------------

    def _arrange(self) -> None:
        visible, panes, tabbed = self._visible, self._panes, self.tabbed
        panes.outline.setVisible(visible.outline)
        panes.form.setVisible(visible.form)
        panes.preview.setVisible(visible.preview)
        panes.findings.setVisible(visible.findings)
        text = visible.form or (self._narrow and visible.findings)
        page = visible.preview or (visible.findings and not self._narrow)
        self._splitters.show_columns(
            text=text and not (tabbed and self._front == "preview"),
            page=page and not (tabbed and self._front == "text"),
        )
        self._tabs.setVisible(tabbed)
        self.arranged.emit()

    def _turn(self, front: Front) -> None:
        """Bring the tab to the front, with the keyboard unless that moves along the tabs."""
        self._front = front
        has_keyboard = self._tabs.has_keyboard
        if front == "preview" and not has_keyboard:
            focus = self.window().focusWidget()
            self._came_from = focus if self._splitters.text.isAncestorOf(focus) else None
        with self._without_painting():
            # Qt hands the keyboard of a hidden widget to whichever is next.
            self._tabs.take_focus()
            self._arrange()
            if not has_keyboard:
                self._give_keyboard(front)

    def _give_keyboard(self, front: Front) -> None:
        back = self._came_from if self._came_from and isValid(self._came_from) else None
        target = self._panes.preview if front == "preview" else back
        (target or self._panes.form).setFocus(Qt.FocusReason.OtherFocusReason)

    @contextmanager
    def _without_painting(self) -> Iterator[None]:
        """Suspend painting until everything has its place."""
        self.setUpdatesEnabled(False)
        try:
            yield
        finally:
            self.setUpdatesEnabled(True)


def _merge(new: PaneSizes, old: PaneSizes) -> PaneSizes:
    """Return ``new``, with the sizes of ``old`` for hidden panes, which have none."""
    columns = (a or b for a, b in zip(new.columns or old.columns, old.columns, strict=True))
    rows = (a or b for a, b in zip(new.rows or old.rows, old.rows, strict=True))
    return PaneSizes(tuple(columns), tuple(rows))
