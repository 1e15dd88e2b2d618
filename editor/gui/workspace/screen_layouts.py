"""The layout of the window by screen: what is shown, and how much room it has."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QScreen, QWindow
from shiboken6 import isValid

from editor.gui.main_window import MainWindow
from editor.gui.panes import PaneSizes
from editor.gui.settings_store import Preferences

_SHOWN = ("outline_visible", "preview_visible", "findings_visible")


def screen_key(width: int, height: int, ratio: float) -> str:
    """Return how a screen is named in the settings: size in device-independent pixels and ratio."""
    return f"{width}x{height}@{ratio:g}"


class ScreenLayouts(QObject):
    """Remembers the layout for the screen that the window is on, and brings it back there."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        sizes: Callable[[], PaneSizes],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._preferences = preferences
        self._sizes = sizes
        self._key = ""
        self._screen: QScreen | None = None
        self._handle: QWindow | None = None

    def start(self) -> None:
        """Bring the layout of this screen back and follow the window from screen to screen."""
        settings = self._preferences.settings
        self._window.restore(settings.geometry)
        self._window.set_sizes(PaneSizes(settings.panes))
        self._watch(self._window.screen())
        self._bring_back()
        self._window.installEventFilter(self)
        self._window.winId()  # there is no handle to watch before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window through its native windows: the preview makes Qt replace the first."""
        if event.type() == QEvent.Type.WinIdChange and watched is self._window:
            self._follow()
        return super().eventFilter(watched, event)

    def remember(self) -> None:
        """Keep the layout as it is now."""
        sizes = self._sizes()
        settings = self._preferences.settings
        layout: dict[str, Any] = {name: getattr(settings, name) for name in _SHOWN}
        layout |= {"columns": list(sizes.columns), "rows": list(sizes.rows)}
        self._preferences.change(
            geometry=self._window.geometry_state,
            panes=sizes.columns,
            layouts={**settings.layouts, self._key: layout},
        )

    def _follow(self) -> None:
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._moved)
        if self._window.screen() != self._screen:
            # It has moved while there was no native window to tell so.
            self._watch(self._window.screen())
            self._bring_back()

    def _moved(self, screen: QScreen | None) -> None:
        if screen is None:
            # The last screen is gone, as when a monitor is switched off: another one will come.
            self._screen = None
            return
        self.remember()
        self._watch(screen)
        self._bring_back()

    def _watch(self, screen: QScreen) -> None:
        if self._screen is not None and isValid(self._screen):
            self._screen.geometryChanged.disconnect(self._resized)
        self._screen = screen
        screen.geometryChanged.connect(self._resized)
        self._key = _key(screen)

    def _resized(self) -> None:
        if self._screen is not None and _key(self._screen) != self._key:
            self._moved(self._screen)

    def _bring_back(self) -> None:
        layout = self._preferences.settings.layouts.get(self._key)
        if not isinstance(layout, dict):
            return
        shown = {name: layout[name] for name in _SHOWN if type(layout.get(name)) is bool}
        self._preferences.change(**shown)
        self._window.set_sizes(
            PaneSizes(_lengths(layout, "columns", 3), _lengths(layout, "rows", 2))
        )


def _key(screen: QScreen) -> str:
    size = screen.geometry().size()
    return screen_key(size.width(), size.height(), screen.devicePixelRatio())


def _lengths(layout: dict[str, Any], name: str, count: int) -> tuple[int, ...]:
    """Return what the settings say, nothing where they do not fit the window."""
    value = layout.get(name)
    if isinstance(value, list) and len(value) == count and all(type(n) is int for n in value):
        return tuple(value)
    return ()
