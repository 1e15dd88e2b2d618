"""The columns of the window: outline, form, and preview with findings.

A window that is too narrow for all of them shows form and preview as tabs over one place, with
the findings below the form.
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
"""Characters in a line of the form that has room, also where the writer allows longer lines."""
_OUTLINE, _PREVIEW = 210, 300
"""Room that an outline and a page need to be read at ease, in units of ``Theme.px``."""


def least_width(theme: Theme, *, outline: bool) -> int:
    """Return the width from which on all columns have room, in device-independent pixels."""
    beside = theme.px(_OUTLINE) + 1 if outline else 0
    return beside + _form_width(theme) + 1 + theme.px(_PREVIEW)


def _form_width(theme: Theme) -> int:
    return page_width(replace(theme, text_width=min(theme.text_width, _MEASURE)))


@dataclass(frozen=True, slots=True)
class PaneWidgets:
    """What stands in the columns."""

    outline: QWidget
    form: QWidget
    preview: QWidget
    findings: QWidget


class SplitterLayout(QWidget):
    """Lays the parts out side by side where there is room, and as tabs where there is not.

    No part is made anew, and the page never gets another parent: cursor, scroll positions and
    what the page has loaded stay.
    """

    arranged = Signal()
    """Something else is to be seen: parts have come or gone, or another tab is in front."""

    def __init__(self, parts: PaneWidgets, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._theme = theme
        self._shown = PaneVisibility(outline=True, preview=True, findings=True)
        self._narrow = False
        self._front: Front = "text"
        self._came_from: QWidget | None = None
        # From the outside in: what gets another parent is styled anew, with everything in it.
        self._all = _splitter(Qt.Orientation.Horizontal, self)
        self._body = QWidget(self._all)
        self._tabs = FrontTabs(theme, self._body)
        self._tabs.hide()
        self._tabs.chosen.connect(self._turn)
        self._sides = _splitter(Qt.Orientation.Horizontal, self._body)
        self._text = _splitter(Qt.Orientation.Vertical, self._sides)
        # This one moves once: the Tab key comes to the findings after the form.
        self._page = _splitter(Qt.Orientation.Vertical)
        self._fill()
        self._lay_out()
        px = theme.px
        self._wide = PaneSizes((px(210), px(720), px(480)), (px(600), px(220)))
        self._below: tuple[int, ...] = (px(420), px(200))
        self._apply(self._wide)

    @property
    def tabbed(self) -> bool:
        """Whether text and preview are tabs over one place now."""
        return self._narrow and self._shown.form and self._shown.preview

    @property
    def front(self) -> Front:
        """The tab that is in front, or would be in a narrow window."""
        return self._front

    @property
    def sizes(self) -> PaneSizes:
        """The room of the columns side by side; in a narrow window what they had and will have."""
        if self._narrow:
            return self._wide
        columns = (self._all.sizes()[0], *self._sides.sizes())
        return PaneSizes(columns, tuple(self._page.sizes()))

    def set_sizes(self, sizes: PaneSizes) -> None:
        """Give the columns their room, at once or as soon as they stand side by side."""
        self._wide = _kept(sizes, self._wide)
        if not self._narrow:
            self._apply(sizes)

    def set_theme(self, theme: Theme) -> None:
        """Measure in ``theme`` whether there is room."""
        self._theme = theme
        self._fit()

    def show_panes(self, panes: PaneVisibility) -> None:
        """Show what ``panes`` says and hide the rest."""
        self._shown = panes
        if not self._fit():
            self._arrange()

    def bring(self, front: Front) -> None:
        """Let the text or the preview be seen, where they are tabs."""
        if self.tabbed:
            self._tabs.show_front(front)

    def make_room(self, height: int) -> None:
        """Give the findings ``height`` pixels, up to three fifths, and half below the form."""
        rows, most = (self._text, 1 / 2) if self._narrow else (self._page, 3 / 5)
        above, lists = rows.sizes()
        wanted = max(lists, min(height, int((above + lists) * most)))
        rows.setSizes([above + lists - wanted, wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side or upon each other, as there is room."""
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the room there is, now that the window has a size to go by."""
        super().showEvent(event)
        self._settle()

    # -- layout -----------------------------------------------------------------------------------

    def _fill(self) -> None:
        parts = self._parts
        for splitter, inside in (
            (self._all, (parts.outline, self._body)),
            (self._text, (parts.form,)),
            (self._page, (parts.preview, parts.findings)),
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
            splitter.splitterMoved.connect(lambda *_: self._keep())

    def _keep(self) -> None:
        if not self._narrow:
            self._wide = _kept(self.sizes, self._wide)

    def _settle(self) -> None:
        """Share out another width."""
        if not self._fit() and not self._narrow and self.isVisible():
            self._spare_form()
            self._keep()

    def _spare_form(self) -> None:
        """Take from the page first, as long as it can be read, where both have become narrower."""
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
        """Arrange the parts anew where the room asks for it; return whether it does."""
        shown = self._shown
        alone = not shown.form or not (shown.preview or shown.findings)
        narrow = self.width() < least_width(self._theme, outline=shown.outline)
        if alone or narrow == self._narrow or not self.isVisible():
            return False
        with self._quietly():
            self._narrow = narrow
            self._move_findings()
            self._arrange()
            self._bring_sizes_back()
        return True

    def _bring_sizes_back(self) -> None:
        """Give room to what has just come, once the tabs have come or gone."""
        for place in (self, self._body):
            layout = place.layout()
            if layout is not None:
                layout.activate()
        if self._narrow:
            self._text.setSizes(list(self._below))
        else:
            self._apply(self._wide)

    def _move_findings(self) -> None:
        findings = self._parts.findings
        if self._narrow:
            self._text.addWidget(findings)
        else:
            self._below = tuple(self._text.sizes())
            self._page.addWidget(findings)

    # -- what is to be seen -----------------------------------------------------------------------

    def _arrange(self) -> None:
        shown, parts, tabbed = self._shown, self._parts, self.tabbed
        parts.outline.setVisible(shown.outline)
        parts.form.setVisible(shown.form)
        parts.preview.setVisible(shown.preview)
        parts.findings.setVisible(shown.findings)
        text = shown.form or (self._narrow and shown.findings)
        page = shown.preview or (shown.findings and not self._narrow)
        self._swap(
            text=text and not (tabbed and self._front == "preview"),
            page=page and not (tabbed and self._front == "text"),
        )
        self._tabs.setVisible(tabbed)
        self.arranged.emit()

    def _swap(self, *, text: bool, page: bool) -> None:
        """Show the column of the text and that of the page; what is shown never gets squeezed."""
        for column, visible in ((self._text, text), (self._page, page)):
            if not visible:
                column.hide()
        self._text.setVisible(text)
        self._page.setVisible(page)

    def _turn(self, front: Front) -> None:
        """Bring the tab to the front, and the keyboard with it unless it walks along the tabs."""
        self._front = front
        walking = self._tabs.walking
        if front == "preview" and not walking:
            focus = self.window().focusWidget()
            self._came_from = focus if self._text.isAncestorOf(focus) else None
        with self._quietly():
            # What is hidden with the keyboard hands it on to whatever comes next.
            self._tabs.take_keyboard()
            self._arrange()
            if not walking:
                self._give_keyboard(front)

    def _give_keyboard(self, front: Front) -> None:
        back = self._came_from if self._came_from and isValid(self._came_from) else None
        target = self._parts.preview if front == "preview" else back
        (target or self._parts.form).setFocus(Qt.FocusReason.OtherFocusReason)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Paint once, when everything has its place."""
        self.setUpdatesEnabled(False)
        try:
            yield
        finally:
            self.setUpdatesEnabled(True)


def _kept(new: PaneSizes, old: PaneSizes) -> PaneSizes:
    """Return ``new``, and of ``old`` what is hidden and says nothing about its room."""
    columns = (a or b for a, b in zip(new.columns or old.columns, old.columns, strict=True))
    rows = (a or b for a, b in zip(new.rows or old.rows, old.rows, strict=True))
    return PaneSizes(tuple(columns), tuple(rows))


def _splitter(orientation: Qt.Orientation, parent: QWidget | None = None) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
