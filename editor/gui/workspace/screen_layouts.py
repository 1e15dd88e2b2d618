"""Layout of a window by screen: which panes are shown, and their sizes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QObject
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from editor.gui.layout.panes import PaneSizes
from editor.gui.settings_store import SettingsStore
from editor.gui.workspace.window_panes import WindowPanes

_VISIBILITY = ("outline_visible", "preview_visible", "findings_visible")


def screen_key(width: int, height: int, ratio: float) -> str:
    """Return the key of a screen in the settings: size in device-independent pixels and ratio."""
    return f"{width}x{height}@{ratio:g}"


class ScreenLayouts(QObject):
    """Saves the layout for the screen that the window is on, and restores it there."""

    def __init__(
        self,
        panes: WindowPanes,
        settings_store: SettingsStore,
        sizes: Callable[[], PaneSizes],
    ) -> None:
        """``sizes`` returns the sizes of the panes when all of them are shown."""
        super().__init__(panes.window)
        self._window = panes.window
        self._splitters = panes.splitters
        self._settings_store = settings_store
        self._sizes = sizes
        self._key = ""
        self._screen: QScreen | None = None
        self._handle: QWindow | None = None

    def start(self) -> None:
        """Restore the layout of this screen, and follow the window from screen to screen."""
        settings = self._settings_store.settings
        _restore_geometry(self._window, settings.geometry)
        self._splitters.set_sizes(PaneSizes(settings.panes))
        self._watch(self._window.screen())
        self._bring_back()
        self._window.installEventFilter(self)
        self._window.winId()  # there is no handle to watch before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the native window, which Qt replaces when the preview is made."""
        if event.type() == QEvent.Type.WinIdChange and watched is self._window:
            self._follow()
        return super().eventFilter(watched, event)

    def remember(self) -> None:
        """Save the layout as it is now."""
        sizes = self._sizes()
        settings = self._settings_store.settings
        layout: dict[str, Any] = {name: getattr(settings, name) for name in _VISIBILITY}
        layout |= {"columns": list(sizes.columns), "rows": list(sizes.rows)}
        self._settings_store.change(
            geometry=_geometry(self._window),
            panes=sizes.columns,
            layouts={**settings.layouts, self._key: layout},
        )

    def _follow(self) -> None:
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._moved)
        if self._window.screen() != self._screen:
            # The window has moved while there was no native window to report it.
            self._watch(self._window.screen())
            self._bring_back()

    def _moved(self, screen: QScreen | None) -> None:
        if screen is None:
            # The last screen is gone, as when a monitor is switched off; another one will come.
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
        layout = self._settings_store.settings.layouts.get(self._key)
        if not isinstance(layout, dict):
            return
        visible = {name: layout[name] for name in _VISIBILITY if type(layout.get(name)) is bool}
        self._settings_store.change(**visible)
        self._splitters.set_sizes(
            PaneSizes(_lengths(layout, "columns", 3), _lengths(layout, "rows", 2))
        )


def _geometry(window: QWidget) -> str:
    """Return size and place of ``window`` in Base64, as ``QWidget.saveGeometry`` encodes them."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def _restore_geometry(window: QWidget, geometry: str) -> None:
    if geometry:
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "replace")))


def _key(screen: QScreen) -> str:
    size = screen.geometry().size()
    return screen_key(size.width(), size.height(), screen.devicePixelRatio())


def _lengths(layout: dict[str, Any], name: str, count: int) -> tuple[int, ...]:
    """Return the lengths in ``layout``, nothing where they do not fit the window."""
    value = layout.get(name)
    if isinstance(value, list) and len(value) == count and all(type(n) is int for n in value):
        return tuple(value)
    return ()
