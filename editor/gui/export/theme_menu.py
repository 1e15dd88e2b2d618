"""The themes of pages: listed off the GUI thread, and chosen in the menu without a dialog."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from editor.export.themes.theme_registry import PageTheme, ThemeRegistry
from editor.gui.actions import Actions
from editor.gui.export.presets import Plans
from editor.gui.worker import Worker


class Looks(QObject):
    """Keeps the list of themes, and the menu that changes the one of the open review."""

    listed = Signal()
    """The list is another."""

    def __init__(self, plans: Plans, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._plans = plans
        self.themes: tuple[PageTheme, ...] = ()
        """All themes that can be used."""
        self._menu = QMenu(parent)
        self._menu.setObjectName("menu.page_look")
        self._menu.aboutToShow.connect(self._list)
        self._menu.aboutToShow.connect(self.refresh)
        self._group = QActionGroup(self)
        actions["page_look"].setMenu(self._menu)
        self._worker = Worker(self)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for actions; this one opens a menu, which does the rest."""
        return {"page_look": lambda: self._menu.popup(QCursor.pos())}

    def refresh(self) -> None:
        """Look for themes in the folders."""
        self._worker.submit(partial(_all, self._plans.themes), self._found)

    def stop(self) -> None:
        """End looking."""
        self._worker.stop()

    def choices(self) -> tuple[tuple[str, str, str], ...]:
        """Return id, name and description of each theme in the language of the interface."""
        return tuple((t.id, t.label.text(), t.description.text()) for t in self.themes)

    def _found(self, themes: tuple[PageTheme, ...]) -> None:
        if themes != self.themes:
            self.themes = themes
            self._list()
            self.listed.emit()

    def _list(self) -> None:
        self._menu.clear()
        for theme_id, name, description in self.choices():
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setObjectName(f"action.page_look.{theme_id}")
            action.setToolTip(description)
            action.setCheckable(True)
            action.setChecked(theme_id == self._plans.plan.shared.theme)
            action.triggered.connect(lambda _=False, key=theme_id: self._plans.look("theme", key))
            self._group.addAction(action)


def _all(themes: ThemeRegistry) -> tuple[PageTheme, ...]:
    found = (themes.find(theme_id) for theme_id in themes.ids())
    return tuple(item.theme for item in found if item.problem is None)
