"""Tool bar that gives up labels and then tools where it is narrow, and lists those in a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from editor.gui.menus.tip_menu import TipMenu

_LABELLED, _BARE = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonIconOnly,
)

_LEAST_LINES = 20
"""Least height of a window with a tool bar, in lines of text."""
_AIR = 12
"""Width that Qt needs beyond its own size hint, in device-independent pixels."""


class ToolBar(QToolBar):
    """Shows tools of actions, and one primary button that is always there.

    Where there is no room for all of them, first the labels go, the rightmost last, and then the
    tools, in the order in which ``give_up`` names them. Their actions are in the menu of one more
    button then.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._tools: dict[QAction, QAction] = {}
        """By the action of a tool: the action that shows and hides its button."""
        self._labelled: list[QToolButton] = []
        self._given_up: Sequence[QAction] = ()
        self._steps = self._needed = 0
        self.more = QToolButton(self)
        self.more.setObjectName("moreTools")
        self.more.setAccessibleName(self.tr("Weitere Werkzeuge"))
        self.more.setToolTip(self.tr("Weitere Werkzeuge, für die hier kein Platz ist"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(TipMenu("", self.more))
        self._more: QAction | None = None
        self._wanted = True
        parent.installEventFilter(self)

    def show_tools(self, *, shown: bool) -> None:
        """Show or hide the bar; it stays hidden in a window so low that the text needs the place.

        The menus have all of its actions.
        """
        self._wanted = shown
        window = self.parentWidget()
        least = _LEAST_LINES * self.fontMetrics().lineSpacing()
        self.setVisible(shown and (window is None or window.height() >= least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.show_tools(shown=self._wanted)
        return super().eventFilter(watched, event)

    def add_tool(self, action: QAction, label: str = "") -> QToolButton:
        """Add a button for ``action`` and return it; ``label`` stands beside its icon."""
        button = QToolButton(self)
        # Qt sets the label two pixels beside the icon.
        action.setIconText(f"\u2005{label}" if label else "")
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setIconSize(self.iconSize())
        self.iconSizeChanged.connect(button.setIconSize)
        # A screen reader reads the whole text and not the label.
        button.setAccessibleName(action.text().replace("&", ""))
        if label:
            button.setToolButtonStyle(_LABELLED)
            self._labelled.append(button)
        self._tools[action] = place = self.addWidget(button)
        _enable_with(place, action)
        return button

    def add_space(self) -> None:
        """Add the button for tools without room, and the space that takes what is left."""
        self._more = self.addWidget(self.more)
        self._more.setVisible(False)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def add_primary(self, action: QAction, text: str, run: Callable[[], object]) -> None:
        """Add the one button that stands out, called ``text``."""
        button = QToolButton(self)
        button.setObjectName("primary")
        button.setText(text)

        button.setToolTip(action.toolTip())
        action.changed.connect(lambda: button.setToolTip(action.toolTip()))
        button.clicked.connect(run)
        _enable_with(self.addWidget(button), action)

    def give_up(self, actions: Sequence[QAction]) -> None:
        """Set the tools that go where there is no room, the first one first."""
        self._given_up = actions

    def set_more_icon(self, icon: QIcon) -> None:
        """Set the icon of the button for tools without room."""
        self.more.setIcon(icon)
        self.more.setText("" if not icon.isNull() else "»")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit the tools again when they need another width, as with another style sheet."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.sizeHint().width() != self._needed:
            self._fit()
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the tools when the style sheet has reached all of them."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)

    # -- inside -----------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Take steps back until everything has room, or none is left."""
        layout = self.layout()
        if layout is not None:
            # A style sheet changes widths without a word to the layout.
            layout.invalidate()
        for steps in range(len(self._labelled) + len(self._given_up) + 1):
            self._show(steps)
            self._needed = self.sizeHint().width()
            if self._needed + _AIR <= self.width():
                return

    def _show(self, steps: int) -> None:
        """Show the bar after ``steps`` steps back."""
        if steps == self._steps:
            return
        self._steps = steps
        for place, button in enumerate(self._labelled):
            _show_label(button, shown=place >= steps)
        gone = self._given_up[: max(0, steps - len(self._labelled))]
        for action, shown in self._tools.items():
            shown.setVisible(action not in gone)
        if self._more is not None:
            self._more.setVisible(bool(gone))
        menu = self.more.menu()
        menu.clear()
        menu.addActions([action for action in self._tools if action in gone])


def _enable_with(place: QAction, action: QAction) -> None:
    """Let ``place``, the action that shows a widget, follow ``action``.

    Qt gives the widget the state of ``place`` whenever that is shown or hidden.
    """
    place.setEnabled(action.isEnabled())
    action.changed.connect(lambda: place.setEnabled(action.isEnabled()))


def _show_label(button: QToolButton, *, shown: bool) -> None:
    style = _LABELLED if shown else _BARE
    if button.toolButtonStyle() != style:
        button.setToolButtonStyle(style)
        button.setProperty("bare", not shown)
        # The style sheet leaves less space beside a label.
        button.style().unpolish(button)
        button.style().polish(button)
