"""View modes of a window: all panes, one section alone, or the preview or the form alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from editor.gui.actions import Actions
from editor.gui.form.form_page import FACTS
from editor.gui.layout.panes import PaneSizes, PaneVisibility
from editor.gui.settings_store import SettingsStore
from editor.gui.workspace.window_panes import WindowPanes
from editor.settings import Settings

ViewMode = Literal["", "focus", "preview", "form"]
"""Empty for all panes that the writer has switched on, else the pane that is shown alone."""
_VERBS: Mapping[ViewMode, str] = {
    "focus": "focus_mode",
    "preview": "preview_alone",
    "form": "form_alone",
}


def pane_visibility(settings: Settings, view: ViewMode) -> PaneVisibility:
    """Return which panes are visible in ``view``."""
    if view == "":
        return PaneVisibility(
            outline=settings.outline_visible,
            preview=settings.preview_visible,
            findings=settings.findings_visible,
        )
    return PaneVisibility(
        outline=False,
        form=view != "preview",
        preview=view == "preview",
        findings=False,
        tools=view != "focus",
    )


@dataclass(frozen=True, slots=True)
class _Before:
    """State of the window before one of its panes was shown alone."""

    sizes: PaneSizes
    scroll: int
    cursor: tuple[str, int]
    """Section and cursor, in code points."""


class ViewModes(QObject):
    """Switches between view modes. Leaving one restores sizes and scroll position.

    If the cursor has moved meanwhile, the page scrolls to the cursor instead.
    """

    changed = Signal(str)
    """Emitted with the new view mode."""

    def __init__(
        self,
        panes: WindowPanes,
        actions: Actions,
        settings_store: SettingsStore,
    ) -> None:
        window = panes.window
        super().__init__(window)
        self._panes = panes
        self._window = window
        self._form = panes.form
        self._actions = actions
        self._settings_store = settings_store
        self._before: _Before | None = None
        self.view: ViewMode = ""
        window.installEventFilter(self)
        panes.form.alone_left.connect(self.leave)
        # Chromium does not pass the key press on.
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), panes.preview)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        # Shortcuts have to work in a view without menus and tools, too.
        window.addActions(actions.all())

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            "focus_mode": lambda: self.toggle("focus"),
            "preview_alone": lambda: self.toggle("preview"),
            "form_alone": lambda: self.toggle("form"),
            "full_screen": self._toggle_full_screen,
            "next_section": lambda: self._step(1),
            "previous_section": lambda: self._step(-1),
        }

    @property
    def sizes(self) -> PaneSizes:
        """Sizes of the panes when all of them are shown."""
        return self._before.sizes if self._before else self._panes.splitters.sizes

    def toggle(self, view: ViewMode) -> None:
        """Show ``view``, or everything where it is shown already."""
        self.show("" if view == self.view else view)

    def leave(self) -> None:
        """Show everything again."""
        self.show("")

    def show(self, view: ViewMode) -> None:
        """Show ``view``."""
        if view == self.view:
            return
        if self._before is None:
            scroll = self._form.verticalScrollBar().value()
            self._before = _Before(self._panes.splitters.sizes, scroll, self._cursor())
        self.view = view
        self._form.show_alone(self._section() if view == "focus" else "")
        self.refresh()
        if view == "":
            self._bring_back()
        self._give_focus()
        self.changed.emit(view)

    def refresh(self) -> None:
        """Show the panes that settings and view mode ask for."""
        self._panes.show(pane_visibility(self._settings_store.settings, self.view))
        for view, verb in _VERBS.items():
            self._actions[verb].setChecked(view == self.view)
        self._actions.enable_panes(enabled=self.view == "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the view mode with an Escape that no other widget has used."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._actions["full_screen"].setChecked(self._window.isFullScreen())
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self.view
        ):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _bring_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self._panes.splitters.set_sizes(before.sizes)
            self._form.scroller.restore(before.scroll)
            editor = self._form.current_editor
            if self._cursor() != before.cursor and editor is not None:
                self._form.scroller.show_cursor(editor)

    def _cursor(self) -> tuple[str, int]:
        editor = self._form.current_editor
        return self._form.current, editor.selection()[1] if editor is not None else 0

    def _give_focus(self) -> None:
        """Give the keyboard to a pane that is visible."""
        if not self._form.isVisible():
            self._panes.preview.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.view == "focus" and self._section() in self._form.cards:
            self._form.editor(self._section()).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._form.current_editor is not None:
            self._form.current_editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._actions["full_screen"].setChecked(self._window.isFullScreen())

    # -- from section to section ------------------------------------------------------------------

    def _sections(self) -> list[str]:
        return list(self._form.visible_sections)

    def _section(self) -> str:
        """Return the section that is being edited, or the first one."""
        sections = self._sections()
        place = self._form.current_section.place
        return place if place in sections else (sections or [""])[0]

    def _step(self, by: int) -> None:
        places = self._sections()
        if self.view != "focus":
            places.insert(0, FACTS)
        place = self._form.current_section.place
        here = places.index(place) if place in places else 0
        self._form.jump(places[min(max(here + by, 0), len(places) - 1)], unfold=False)
