"""Splitters of a window: outline, form, and preview with side panels in columns.

A window that is too narrow for them shows form and preview as tabs, with the side panels below the
form.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from editor.gui.form.form_column import page_width
from editor.gui.layout.front_tabs import FrontTabs
from editor.gui.layout.panes import PaneSizes, PaneVisibility
from editor.gui.theme import Theme

Front = Literal["text", "preview"]
_MEASURE = 66
"""Characters in a line for which the form gets room, also where longer lines are allowed."""
_OUTLINE, _PREVIEW = 210, 300
"""Widths that outline and preview need to be read, in units of ``Theme.px``."""


def least_width(theme: Theme, *, outline: bool) -> int:
    """Return the least width for all columns side by side, in device-independent pixels."""
    beside = theme.px(_OUTLINE) + 1 if outline else 0
    return beside + _form_width(theme) + 1 + theme.px(_PREVIEW)


def _form_width(theme: Theme) -> int:
    return page_width(replace(theme, text_width=min(theme.text_width, _MEASURE)))


@dataclass(frozen=True, slots=True)
class PaneWidgets:
    """Widgets of the panes."""

    outline: QWidget
    form: QWidget
    preview: QWidget
    findings: QWidget


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
        # From the outside in: Qt restyles a widget that gets another parent, with its children.
        self._all = _splitter(Qt.Orientation.Horizontal, self)
        self._body = QWidget(self._all)
        self._tabs = FrontTabs(theme, self._body)
        self._tabs.hide()
        self._tabs.chosen.connect(self._turn)
        self._sides = _splitter(Qt.Orientation.Horizontal, self._body)
        self._text = _splitter(Qt.Orientation.Vertical, self._sides)
        # Gets its parent later, so that the Tab key comes to the side panels after the form.
        self._page = _splitter(Qt.Orientation.Vertical)
        self._fill()
        self._lay_out()
        px = theme.px
        self._wide = PaneSizes((px(210), px(720), px(480)), (px(600), px(220)))
        self._below: tuple[int, ...] = (px(420), px(200))
        self._apply(self._wide)

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
        """Sizes of the columns; in a narrow window those that they will have side by side."""
        if self._narrow:
            return self._wide
        columns = (self._all.sizes()[0], *self._sides.sizes())
        return PaneSizes(columns, tuple(self._page.sizes()))

    def set_sizes(self, sizes: PaneSizes) -> None:
        """Resize the columns, at once or as soon as they are side by side."""
        self._wide = _merge(sizes, self._wide)
        if not self._narrow:
            self._apply(sizes)

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
        """Give the side panels ``height`` pixels, up to 3/5 of the column; 1/2 below the form."""
        rows, most = (self._text, 1 / 2) if self._narrow else (self._page, 3 / 5)
        above, lists = rows.sizes()
        wanted = max(lists, min(height, int((above + lists) * most)))
        rows.setSizes([above + lists - wanted, wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panes for the new width."""
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the panes, now that the window has its size."""
        super().showEvent(event)
        self._settle()

    # -- layout -----------------------------------------------------------------------------------

    def _fill(self) -> None:
        panes = self._panes
        for splitter, inside in (
            (self._all, (panes.outline, self._body)),
            (self._text, (panes.form,)),
            (self._page, (panes.preview, panes.findings)),
            (self._sides, (self._text, self._page)),
        ):
            for part in inside:
                splitter.addWidget(part)

    def _lay_out(self) -> None:
        self._text.setStretchFactor(0, 1)
        self._sides.setStretchFactor(0, 3)
        self._sides.setStretchFactor(1, 2)
        self._page.setStretchFactor(0, 3)
        self._page.setStretchFactor(1, 1)
        self._all.setStretchFactor(1, 1)
        for place, inner in ((self._body, (self._tabs, self._sides)), (self, (self._all,))):
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for part in inner:
                column.addWidget(part)
            column.setStretchFactor(inner[-1], 1)
        for splitter in (self._all, self._sides, self._page):
            splitter.splitterMoved.connect(lambda *_: self._remember())

    def _remember(self) -> None:
        if not self._narrow:
            self._wide = _merge(self.sizes, self._wide)

    def _settle(self) -> None:
        """Distribute a new width."""
        if not self._fit() and not self._narrow and self.isVisible():
            self._spare_form()
            self._remember()

    def _spare_form(self) -> None:
        """Keep the width of the form at the cost of the preview, as long as that can be read."""
        form, page = self._sides.sizes()
        wanted = min(self._wide.columns[1], _form_width(self._theme)) - form
        given = min(wanted, page - self._theme.px(_PREVIEW))
        if given > 0:
            self._sides.setSizes([form + given, page - given])

    def _apply(self, sizes: PaneSizes) -> None:
        if sizes.columns:
            outline, form, page = sizes.columns
            self._all.setSizes([outline, form + page + self._sides.handleWidth()])
            self._sides.setSizes([form, page])
        if sizes.rows:
            self._page.setSizes(list(sizes.rows))

    def _fit(self) -> bool:
        """Switch between columns and tabs if the width asks for it; return whether it does."""
        visible = self._visible
        alone = not visible.form or not (visible.preview or visible.findings)
        narrow = self.width() < least_width(self._theme, outline=visible.outline)
        if alone or narrow == self._narrow or not self.isVisible():
            return False
        with self._without_painting():
            self._narrow = narrow
            self._move_findings()
            self._arrange()
            self._bring_sizes_back()
        return True

    def _bring_sizes_back(self) -> None:
        """Restore sizes, once the layout has visible or hidden the tabs."""
        for place in (self, self._body):
            layout = place.layout()
            if layout is not None:
                layout.activate()
        if self._narrow:
            self._text.setSizes(list(self._below))
        else:
            self._apply(self._wide)

    def _move_findings(self) -> None:
        findings = self._panes.findings
        if self._narrow:
            self._text.addWidget(findings)
        else:
            self._below = tuple(self._text.sizes())
            self._page.addWidget(findings)

    # -- visibility --------------------------------------------------------------------------------

    def _arrange(self) -> None:
        visible, panes, tabbed = self._visible, self._panes, self.tabbed
        panes.outline.setVisible(visible.outline)
        panes.form.setVisible(visible.form)
        panes.preview.setVisible(visible.preview)
        panes.findings.setVisible(visible.findings)
        text = visible.form or (self._narrow and visible.findings)
        page = visible.preview or (visible.findings and not self._narrow)
        self._swap(
            text=text and not (tabbed and self._front == "preview"),
            page=page and not (tabbed and self._front == "text"),
        )
        self._tabs.setVisible(tabbed)
        self.arranged.emit()

    def _swap(self, *, text: bool, page: bool) -> None:
        """Show text and page; first hide the other column, so that none is squeezed."""
        for column, visible in ((self._text, text), (self._page, page)):
            if not visible:
                column.hide()
        self._text.setVisible(text)
        self._page.setVisible(page)

    def _turn(self, front: Front) -> None:
        """Bring the tab to the front, with the keyboard unless that moves along the tabs."""
        self._front = front
        walking = self._tabs.walking
        if front == "preview" and not walking:
            focus = self.window().focusWidget()
            self._came_from = focus if self._text.isAncestorOf(focus) else None
        with self._without_painting():
            # Qt hands the keyboard of a hidden widget to whichever is next.
            self._tabs.take_keyboard()
            self._arrange()
            if not walking:
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


def _splitter(orientation: Qt.Orientation, parent: QWidget | None = None) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
