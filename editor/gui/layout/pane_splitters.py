"""Splitters of a window: outline, form and preview in columns, side panels below one of them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from editor.gui.layout.front_tabs import FrontTabs
from editor.gui.layout.panes import PaneSizes
from editor.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class PaneWidgets:
    """Widgets of the panes."""

    outline: QWidget
    form: QWidget
    preview: QWidget
    findings: QWidget


class PaneSplitters:
    """Builds the splitters around the panes, and gives the panes their sizes.

    The outer splitter holds the outline and the body. In the body there are the tabs and, side by
    side, two columns: the text with the form, and the page with the preview. The side panels are
    in one of the two.
    """

    def __init__(self, panes: PaneWidgets, theme: Theme, parent: QWidget) -> None:
        self._panes, self._parent = panes, parent
        # From the outside in: Qt restyles a widget that gets another parent, with its children.
        self.outer = _splitter(Qt.Orientation.Horizontal, parent)
        self._body = QWidget(self.outer)
        self.tabs = FrontTabs(theme, self._body)
        self.tabs.hide()
        self.columns = _splitter(Qt.Orientation.Horizontal, self._body)
        self.text = _splitter(Qt.Orientation.Vertical, self.columns)
        # Gets its parent later, so that the Tab key comes to the side panels after the form.
        self.page = _splitter(Qt.Orientation.Vertical)
        self._rows_below_form = [theme.px(420), theme.px(200)]
        self._fill()
        self._lay_out()

    @property
    def sizes(self) -> PaneSizes:
        """Present sizes of the panes, 0 for hidden ones."""
        columns = (self.outer.sizes()[0], *self.columns.sizes())
        return PaneSizes(columns, tuple(self.page.sizes()))

    def set_sizes(self, sizes: PaneSizes) -> None:
        """Resize the panes."""
        if sizes.columns:
            outline, form, page = sizes.columns
            self.outer.setSizes([outline, form + page + self.columns.handleWidth()])
            self.columns.setSizes([form, page])
        if sizes.rows:
            self.page.setSizes(list(sizes.rows))

    def make_room(self, height: int, *, below_form: bool) -> None:
        """Give the side panels ``height`` pixels, up to 3/5 of the page or 1/2 of the text."""
        rows, most = (self.text, 1 / 2) if below_form else (self.page, 3 / 5)
        above, panels = rows.sizes()
        wanted = max(panels, min(height, int((above + panels) * most)))
        rows.setSizes([above + panels - wanted, wanted])

    def widen_form(self, width: int, least_page: int) -> None:
        """Widen the form to ``width`` at the cost of the page, which keeps ``least_page``."""
        form, page = self.columns.sizes()
        change = min(width - form, page - least_page)
        if change > 0:
            self.columns.setSizes([form + change, page - change])

    def move_panels(self, *, below_form: bool) -> None:
        """Move the side panels below the form or below the preview."""
        if below_form:
            self.text.addWidget(self._panes.findings)
        else:
            self._rows_below_form = self.text.sizes()
            self.page.addWidget(self._panes.findings)

    def restore(self, sizes: PaneSizes, *, below_form: bool) -> None:
        """Restore sizes after the tabs have been shown or hidden."""
        for place in (self._parent, self._body):
            layout = place.layout()
            if layout is not None:
                layout.activate()
        if below_form:
            self.text.setSizes(self._rows_below_form)
            outline, whole = self.outer.sizes()[0], self._parent.width()
            if outline > whole // 3:
                self.outer.setSizes([whole // 3, whole - whole // 3])
        else:
            self.set_sizes(sizes)

    def show_columns(self, *, text: bool, page: bool) -> None:
        """Show or hide the two columns; hides first, so that a visible one is not squeezed."""
        for column, visible in ((self.text, text), (self.page, page)):
            if not visible:
                column.hide()
        self.text.setVisible(text)
        self.page.setVisible(page)

    def _fill(self) -> None:
        panes = self._panes
        for splitter, inside in (
            (self.outer, (panes.outline, self._body)),
            (self.text, (panes.form,)),
            (self.page, (panes.preview, panes.findings)),
            (self.columns, (self.text, self.page)),
        ):
            for widget in inside:
                splitter.addWidget(widget)

    def _lay_out(self) -> None:
        self.text.setStretchFactor(0, 1)
        self.columns.setStretchFactor(0, 3)
        self.columns.setStretchFactor(1, 2)
        self.page.setStretchFactor(0, 3)
        self.page.setStretchFactor(1, 1)
        self.outer.setStretchFactor(1, 1)
        for place, inside in (
            (self._body, (self.tabs, self.columns)),
            (self._parent, (self.outer,)),
        ):
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for widget in inside:
                column.addWidget(widget)
            column.setStretchFactor(inside[-1], 1)


def _splitter(orientation: Qt.Orientation, parent: QWidget | None = None) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
