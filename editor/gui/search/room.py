"""Search room: find and replace in all sections."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from editor.gui.context import SessionContext
from editor.gui.form.form_page import FormPage
from editor.gui.room import Room
from editor.gui.search.controller import SearchController
from editor.gui.search.find_bar import FindBar
from editor.gui.theme import Theme
from editor.gui.widgets.column import insert_above


class SearchRoom(Room):
    """Searches the document of a session."""

    def __init__(self, context: SessionContext, form: FormPage, pane: QWidget) -> None:
        """``form`` and the bar above it are in ``pane``."""
        self.find_bar = FindBar(context.window.theme, pane)
        insert_above(self.find_bar, form, pane)
        self.find_bar.follow_actions(context.actions["find_previous"], context.actions["find_next"])
        self.controller = SearchController(context.document, self.find_bar, form, context.window)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.controller.slots()

    def set_theme(self, theme: Theme) -> None:
        """Show the bar in ``theme``."""
        self.find_bar.set_theme(theme)

    def stop(self) -> None:
        """End searching."""
        self.controller.stop()
