"""Menu of page themes, which changes the theme of the open review without the export dialog."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from editor.export.themes.page_theme import PageTheme
from editor.export.themes.theme_registry import ThemeRegistry
from editor.gui.actions import Actions
from editor.gui.export.presets import ExportPresets
from editor.gui.worker import Worker


class ThemeMenu(QObject):
    """Lists the themes on a worker thread and offers them in a menu."""

    themes_changed = Signal()
    """The list of themes has changed."""

    def __init__(self, presets: ExportPresets, *, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._presets = presets
        self.themes: tuple[PageTheme, ...] = ()
        """All themes that can be used; empty until the first list is there."""
        self._menu = QMenu(parent)
        self._menu.setObjectName("menu.page_look")
        self._menu.aboutToShow.connect(self._prepare)
        self._group = QActionGroup(self)
        actions["page_look"].setMenu(self._menu)
        self._worker = Worker(self, reads_only=True)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of the action that opens the menu."""
        return {"page_look": lambda: self._menu.popup(QCursor.pos())}

    def refresh(self) -> None:
        """Read the folders of themes again."""
        self._worker.submit(partial(_usable_themes, self._presets.themes), self._show)

    def stop(self) -> None:
        """End the worker."""
        self._worker.stop()

    def options(self) -> tuple[tuple[str, str, str], ...]:
        """Return id, name and description of each theme."""
        return tuple((t.id, t.label.text(), t.description.text()) for t in self.themes)

    def _prepare(self) -> None:
        """Show the themes known so far, and look for new ones."""
        self._fill()
        self.refresh()

    def _show(self, themes: tuple[PageTheme, ...]) -> None:
        if themes != self.themes:
            self.themes = themes
            self._fill()
            self.themes_changed.emit()

    def _fill(self) -> None:
        self._menu.clear()
        for theme_id, name, description in self.options():
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setObjectName(f"action.page_look.{theme_id}")
            action.setToolTip(description)
            action.setCheckable(True)
            action.setChecked(theme_id == self._presets.preset.shared.theme)
            choose = partial(self._presets.set_shared_option, "theme", theme_id)
            action.triggered.connect(lambda _=False, run=choose: run())
            self._group.addAction(action)


def _usable_themes(registry: ThemeRegistry) -> tuple[PageTheme, ...]:
    lookups = (registry.find(theme_id) for theme_id in registry.ids())
    return tuple(lookup.theme for lookup in lookups if lookup.problem is None)
