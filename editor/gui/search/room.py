"""Search room: find and replace in all sections."""

from collections.abc import Callable, Mapping

from editor.gui.context import SessionContext
from editor.gui.form.form_page import FormPage
from editor.gui.room import Room
from editor.gui.search.controller import SearchController
from editor.gui.search.find_bar import FindBar


class SearchRoom(Room):
    """Searches the document of a session."""

    def __init__(self, context: SessionContext, form: FormPage, bar: FindBar) -> None:
        self.controller = SearchController(context.document, bar, form, context.window)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.controller.slots()

    def stop(self) -> None:
        """End searching."""
        self.controller.stop()
