"""Window of a review: outline, form, preview and side panels, laid out and wired."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.host_window import HostWindow
from editor.gui.icons.icon_engine import themed_icon
from editor.gui.layout.pane_splitters import PaneWidgets
from editor.gui.layout.panes import PaneVisibility
from editor.gui.layout.splitter_layout import SplitterLayout
from editor.gui.layout.status_bar import StatusBar
from editor.gui.layout.tab_order import focus_neighbour
from editor.gui.layout.window_title import window_title
from editor.gui.menus.tool_bar import ToolBar
from editor.gui.proofing.finding_card import FindingCard
from editor.gui.proofing.findings_panel import FindingsPanel
from editor.gui.proofing.install_action import InstallAction
from editor.gui.proofing.style_panel import StylePanel
from editor.gui.screen_fit import bring_inside, resize_to_fit
from editor.gui.theme import Theme
from editor.gui.widgets.side_tabs import SideTabs

_STYLE_HEIGHT = 380
"""Height that the rows of the style panel need, in units of ``Theme.px``."""
_SETTLED_MS = 300
"""Time that a desktop needs to place a new window and to put a frame around it."""


class MainWindow(HostWindow):
    """Builds the widgets around a document, lays them out, and connects them with each other."""

    close_requested = Signal()
    """The writer wants to close the window; ``leave`` closes it."""
    closed = Signal()
    """The window has closed."""
    painted = Signal()
    """The window is on the screen for the first time."""
    place_changed = Signal(str, float)
    """The current section or ``FACTS``, and how far down in it the writer is, from 0 to 1."""

    def __init__(self, document: Document, actions: Actions, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("window")
        self._document = document
        self._actions = actions
        self._leaving = False
        self._seen = False
        self._page: QWidget | None = None
        """Page in place of the panes."""
        self._has_tools = True
        self.outline = Outline(theme, self)
        # The Tab key comes to the form when it gets its place, after what is above it.
        self.form_pane = QWidget()
        self.form = FormPage(document, theme, self.form_pane)
        self.findings_panel = FindingsPanel(theme, self)
        self.style_panel = StylePanel(theme, self)
        self.side_tabs = SideTabs(theme, self)
        self._add_panels()
        self.status_bar = StatusBar(theme, self)
        self.install_action = InstallAction(actions)
        self.findings_panel.offer(actions["install_checker"])
        self.finding_card = FindingCard(theme, self, actions.keys)
        self.preview_pane = QWidget(self)
        QVBoxLayout(self.preview_pane).setContentsMargins(0, 0, 0, 0)
        panes = PaneWidgets(self.outline, self.form_pane, self.preview_pane, self.side_tabs)
        self._centre = centre = QWidget(self)
        self.splitters = SplitterLayout(panes, theme, centre)
        # For the Tab key it comes after the panes, below which it stands.
        self.status_bar.offer(actions["install_checker"])
        self._tools = self._make_tools(theme)
        self._lay_out(centre, theme)
        self._wire()
        self._show_document()

    def set_preview(self, preview: QWidget) -> None:
        """Put the preview, which is made last because it costs most, into its pane."""
        layout = self.preview_pane.layout()
        if layout is not None:
            layout.addWidget(preview)
            self.preview_pane.setFocusProxy(preview)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in ``theme``."""
        self.theme = theme
        self._show_icons(theme)
        self.splitters.set_theme(theme)
        for part in (
            *(self.outline, self.findings_panel, self.style_panel),
            *(self.form, self.status_bar, self.finding_card, self.overlays),
        ):
            part.set_theme(theme)

    def show_panes(self, panes: PaneVisibility) -> None:
        """Show the panes and tools of ``panes`` and hide the others."""
        self.splitters.show_panes(panes)
        self.menuBar().setVisible(panes.tools)
        self._has_tools = panes.tools
        self._tools.show_tools(shown=panes.tools and self._page is None)

    def show_page(self, page: QWidget | None) -> None:
        """Show ``page`` in place of the panes, without tools; for None show the panes again."""
        before, self._page = self._page, page
        layout = self._centre.layout()
        if layout is not None and before is not None:
            layout.removeWidget(before)
            before.hide()
        if layout is not None and page is not None:
            layout.addWidget(page)
            page.show()
        for part in (self.splitters, self.status_bar):
            part.setVisible(page is None)
        self._tools.show_tools(shown=page is None and self._has_tools)
        self._show_title()

    def leave(self) -> None:
        """Close the window without asking."""
        self._leaving = True
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Emit ``painted`` after the first paint."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Emit ``close_requested`` first, since there may be something unsaved."""
        if self._leaving:
            event.accept()
            self.closed.emit()
        else:
            event.ignore()
            # Not from within this event: Qt ignores a window that closes while it is closing.
            QTimer.singleShot(0, self, self.close_requested.emit)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's signature
        """Let the Tab key go through the panes in the order in which they are seen."""
        form = [part for part in self.form_pane.children() if isinstance(part, QWidget)]
        form.sort(key=lambda part: part.y())
        others = (self.preview_pane, self.side_tabs, self.status_bar, self._tools)
        areas = (self.outline, *self.overlays.visible, *form, *others)
        return focus_neighbour(areas, forward=forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a line over the form with an Escape that no other widget has used."""
        lines = [line for line in self.overlays.visible if line.closes_on_escape]
        if event.key() == Qt.Key.Key_Escape and lines:
            lines[0].leave()
        else:
            super().keyPressEvent(event)

    # -- layout -----------------------------------------------------------------------------------

    def _add_panels(self) -> None:
        for panel, title, beside in (
            (self.findings_panel, self.tr("Hinweise"), self.findings_panel.kinds),
            (self.style_panel, self.tr("Stil"), self.style_panel.switch),
        ):
            self.side_tabs.add(panel, title, beside)
        self.findings_panel.titled.connect(
            lambda title: self.side_tabs.set_title(self.findings_panel, title)
        )
        self.style_panel.titled.connect(
            lambda title: self.side_tabs.set_title(self.style_panel, title)
        )

    def _make_tools(self, theme: Theme) -> ToolBar:
        tools = ToolBar(self.tr("Werkzeuge"), self)
        tools.setObjectName("tools")
        tools.setMovable(False)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        tools.setIconSize(QSize(theme.px(18), theme.px(18)))
        return tools

    def _show_icons(self, theme: Theme) -> None:
        self._actions.show_icons(theme)
        self._tools.set_more_icon(themed_icon("chevrons-right", theme))

    def _lay_out(self, centre: QWidget, theme: Theme) -> None:
        self._actions.fill(self.menuBar())
        self._actions.fill_tools(self._tools)
        self._show_icons(theme)
        self.addToolBar(self._tools)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitters, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status_bar)
        text = QVBoxLayout(self.form_pane)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addWidget(self.form, 1)
        # In a low window the form gives way, and not the fields of a search above it.
        self.form.setMinimumHeight(1)
        self.overlays.rest_on(self.form)
        self.preview_pane.setMinimumWidth(theme.px(240))
        self.side_tabs.setMinimumSize(theme.px(170), theme.px(32))
        resize_to_fit(self, theme.px(1400), theme.px(860))

    # -- wiring -----------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.painted.connect(lambda: QTimer.singleShot(_SETTLED_MS, self, self._come_inside))
        self.outline.chosen.connect(self.form.jump)
        self.outline.browsed.connect(self.form.show_beginning)
        self.form.current_section.changed.connect(self.outline.show_current)
        self.form.current_section.moved.connect(self.place_changed)
        self.side_tabs.room_requested.connect(
            lambda: self.splitters.make_room(self.theme.px(_STYLE_HEIGHT))
        )
        self._document.changed.connect(self._show_edited)
        self._document.opened.connect(self.message_bar.change_review)
        self._document.opened.connect(self._show_document)
        self._document.saved_changed.connect(self._show_saved)
        self._document.holder_changed.connect(self._show_saved)

    def _come_inside(self) -> None:
        bring_inside(self, QGuiApplication.screens())

    def _show_edited(self) -> None:
        reasons = {}
        if not self._document.can_undo:
            reasons["undo"] = self.tr("Es gibt nichts rückgängig zu machen.")
        if not self._document.can_redo:
            reasons["redo"] = self.tr("Es gibt nichts zu wiederholen.")
        self._actions.withhold("history", reasons)
        self._show_title()

    def _show_document(self) -> None:
        self._show_edited()
        self._show_saved()

    def _show_title(self) -> None:
        document = self._document
        held = document.read_only
        title = window_title(document.review, document.path, held=held)
        if self._page is not None:
            title = "Rezensent[*]"
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        if self.isWindowModified() != document.dirty:
            # Even without a change Qt would inform every widget of the window.
            self.setWindowModified(document.dirty)

    def _show_saved(self) -> None:
        path = self._document.path
        self.status_bar.show_saved(
            dirty=self._document.dirty,
            path=str(path) if path else "",
            at=self._document.saved_at,
            held=self._document.read_only,
        )
        self._show_title()
