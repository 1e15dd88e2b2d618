"""Tabs over the panels at the side: findings, style and the overview of the review."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme

_LINES = 4
"""Least height, in lines as high as the tabs, in which a line below them has room."""


class SidePanel(QWidget):
    """Panel that can take the keyboard focus."""

    filled = Signal()
    """Emitted when there is something to give the focus to, after the panel was empty."""

    def take_focus(self) -> None:
        """Give the keyboard focus to the main widget of the panel."""
        raise NotImplementedError


class SideTabs(QWidget):
    """Shows one of several panels, at first the one that was added first."""

    opened = Signal(object)
    """Emitted with the panel that is shown now."""
    room_requested = Signal()
    """A panel other than the first was asked for, which needs more room than a list.

    Not emitted for a click on its tab, which has to stay under the pointer.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels: list[SidePanel] = []
        self._beside: list[QWidget | None] = []
        self._waits_for_panel = False
        self._bar = QTabBar(self)
        self._bar.setObjectName("findingTabs")
        self._bar.setProperty("role", "quiet")
        self._bar.setAccessibleName(self.tr("Hinweise, Stil und Überblick"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(theme.px(10), theme.px(6), theme.px(12), theme.px(4))
        self._head.setSpacing(theme.px(6))
        self._head.addWidget(self._bar, 1)
        page = QWidget(self)
        # The panels give way in a low window; a line of cut-off tabs could not be read.
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack = QStackedLayout(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(page, 1)
        self._bar.currentChanged.connect(self._show)

    def add(self, panel: SidePanel, title: str, beside: QWidget | None = None) -> None:
        """Add ``panel`` as the last tab; ``beside`` is shown beside the tabs together with it."""
        self._panels.append(panel)
        self._beside.append(beside)
        self._stack.addWidget(panel)
        panel.filled.connect(lambda: self._hand_focus_on(panel))
        if beside is not None:
            beside.hide()
            # A screen reader on Linux knows a combo box by its label alone.
            label = QLabel(beside.accessibleName(), self)
            label.setBuddy(beside)
            label.hide()
            self._head.addWidget(beside, 0, Qt.AlignmentFlag.AlignLeft)
        self._bar.addTab(title)

    def set_title(self, panel: SidePanel, title: str) -> None:
        """Write ``title`` on the tab of ``panel``."""
        self._bar.setTabText(self._panels.index(panel), title)
        self._fit_head()

    def open(self, panel: SidePanel) -> None:
        """Show ``panel`` with the room that it needs."""
        self._bar.setCurrentIndex(self._panels.index(panel))
        if panel is not self._panels[0]:
            self.room_requested.emit()

    def take_focus(self) -> None:
        """Give the keyboard to the panel that is shown, or to its tab as long as it is empty."""
        self._panels[self._bar.currentIndex()].take_focus()
        now = QApplication.focusWidget()
        # A reader would say the tab, too, if it had the focus for a moment.
        self._waits_for_panel = now is None or not self.isAncestorOf(now)
        if self._waits_for_panel:
            self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_focus_on(self, panel: SidePanel) -> None:
        is_shown = panel is self._panels[self._bar.currentIndex()]
        if self._waits_for_panel and is_shown and self._bar.hasFocus():
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the widget beside the tabs below them where one line is too narrow for both."""
        super().resizeEvent(event)
        self._fit_head()

    def _show(self, tab: int) -> None:
        left, focused = self._stack.currentWidget(), QApplication.focusWidget()
        if left is not None and focused is not None and left.isAncestorOf(focused):
            # Qt would give the focus to another pane for a moment, and a reader would say that.
            self._bar.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentIndex(tab)
        for index, beside in enumerate(self._beside):
            if beside is not None:
                beside.setVisible(index == tab)
        self._fit_head()
        self.opened.emit(self._panels[tab])

    def _fit_head(self) -> None:
        # A tab bar has the sizes of another style until it is polished, and does not do so itself.
        self._bar.ensurePolished()
        beside = self._beside[self._bar.currentIndex()] if self._beside else None
        margins = self._head.contentsMargins()
        wanted = self._bar.sizeHint().width() + margins.left() + margins.right()
        # A number that comes later must not move the panel below under the pointer.
        titles = (self._bar.tabText(index) for index in range(self._bar.count()))
        numbers = sum("·" not in title for title in titles)
        wanted += numbers * self._bar.fontMetrics().horizontalAdvance(" · 00")
        if beside is not None:
            wanted += beside.sizeHint().width() + self._head.spacing()
        narrow = beside is not None and wanted > self.width()
        if beside is not None:
            # In a window as low as that, the rows need the place more.
            low = self.height() < _LINES * self._bar.sizeHint().height()
            beside.setVisible(not (narrow and low))
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
