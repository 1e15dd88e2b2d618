"""Size of the writer's text: by actions, and by Ctrl and the wheel over the form."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.gui.settings_store import SettingsStore
from editor.gui.theme import Theme
from editor.gui.widgets.wheel_zoom import WheelZoom
from editor.settings import number_range


class TextSize(QObject):
    """Changes the setting of the text size, in points and within its range."""

    def __init__(
        self, viewport: QWidget, theme: Callable[[], Theme], settings_store: SettingsStore
    ) -> None:
        """``viewport`` is the widget whose wheel events count."""
        super().__init__(viewport)
        self._theme = theme
        self._settings_store = settings_store
        WheelZoom(viewport, self).zoomed.connect(self._resize_by_wheel)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            "text_larger": partial(self._resize, 1),
            "text_smaller": partial(self._resize, -1),
            "text_normal": lambda: self._settings_store.change(text_size=0),
        }

    def _resize_by_wheel(self, steps: int) -> None:
        for _ in range(abs(steps)):
            self._resize(1 if steps > 0 else -1)

    def _resize(self, points: int) -> None:
        size = round(self._theme().text_font.pointSizeF()) + points
        smallest, largest = number_range("text_size")
        self._settings_store.change(text_size=min(max(size, smallest), largest))
