"""Controller of find and replace across all sections."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.search.find_bar import FindBar
from editor.gui.search.match_navigator import MatchNavigator
from editor.gui.search.replacer import Replacer
from editor.gui.search.search_service import SearchService
from editor.review.search import SearchQuery

VERBS = ("find", "replace", "find_next", "find_previous")


class SearchController(QObject):
    """Connects the find bar, the search service and the form."""

    def __init__(self, document: Document, bar: FindBar, form: FormPage, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._bar = bar
        self._form = form
        self._service = SearchService(document, self)
        self._navigator = MatchNavigator(form)
        self._replacer = Replacer(
            document, bar, form, service=self._service, navigator=self._navigator, parent=self
        )
        self._pending_steps = 0
        """Steps that wait for the search; negative ones go back."""
        self._previous_focus: QWidget | None = None
        self._wire()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions in ``VERBS``."""
        return {
            "find": lambda: self.open(replacing=False),
            "replace": lambda: self.open(replacing=True),
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
        }

    def stop(self) -> None:
        """Stop the service."""
        self._service.stop()

    # -- the bar ----------------------------------------------------------------------------------

    def open(self, *, replacing: bool) -> None:
        """Open the bar, and search for the selected text if it is within one line."""
        focused = QApplication.focusWidget()
        if focused is None or not self._bar.isAncestorOf(focused):
            self._previous_focus = focused
            self._navigator.visited = False
        selected = self._navigator.selection()
        self._replacer.message = ""
        self._service.active = True
        self._bar.open("" if "\n" in selected else selected, replacing=replacing)
        self._service.set_query(self._bar.query)
        if self._service.settled:
            self._show_matches()
        else:
            self._service.search_now()

    def close(self) -> None:
        """Close the bar and select the match that was visited last.

        Without one, the keyboard focus returns to where it was before the bar was opened.
        """
        match = self._navigator.current
        self._service.active = False
        self._bar.hide_list()
        self._bar.hide()
        self._highlight()
        if self._navigator.visited and match is not None:
            self._form.go_to(*match)
        elif self._previous_focus is not None and isValid(self._previous_focus):
            self._previous_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_query(self, query: SearchQuery) -> None:
        self._replacer.message = ""
        self._replacer.reset()
        self._navigator.visited = bool(query.text)
        self._pending_steps = 0
        self._service.set_query(query)
        # Commands that come before the search is done are carried out after it.
        self._bar.enable(on=bool(query.text))

    # -- searching --------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next match (1) or the previous one (-1), around the ends of the review."""
        if not self._bar.query.text:
            self.open(replacing=False)
            return
        self._service.set_query(self._bar.query)
        if not self._service.settled:
            self._pending_steps += by
            self._service.search_now()
        elif self._navigator.matches:
            self._step(by)

    def _step(self, by: int) -> None:
        self._replacer.message = ""
        self._navigator.step(by)
        self._show_count()

    def _show_matches(self) -> None:
        self._navigator.set_matches(self._service.matches)
        self._bar.show_message(self._replacer.message, warning=False)
        self._show_count()
        steps, self._pending_steps = self._pending_steps, 0
        if self._navigator.matches and steps:
            self._step(steps)
        elif self._bar.isVisible():
            self._navigator.reveal()
        self._replacer.update_list()
        self._replacer.run_pending()

    def _show_error(self, error: RezensentError) -> None:
        self._navigator.set_matches(())
        self._pending_steps = 0
        self._replacer.reset()
        self._bar.replacement_list.replacements.clear()
        self._show_count()
        self._bar.show_message(error.text())

    def _search_again(self) -> None:
        if self._service.settled:
            self._show_matches()
        else:
            self._service.search_now()

    def _show_count(self) -> None:
        self._bar.show_count(len(self._navigator.matches), self._navigator.index)
        self._highlight()

    def _highlight(self) -> None:
        self._navigator.highlight(visible=self._bar.isVisible())

    # -- wiring -----------------------------------------------------------------------------------

    def _wire(self) -> None:
        bar, service, replacer = self._bar, self._service, self._replacer
        bar.query_changed.connect(self._change_query)
        bar.step_requested.connect(self.step)
        bar.close_requested.connect(self.close)
        bar.replace_requested.connect(replacer.replace_current)
        bar.list_requested.connect(replacer.list_all)
        bar.apply_requested.connect(replacer.apply_list)
        bar.replacement_changed.connect(lambda _: replacer.update_list())
        replacer.replaced.connect(self._search_again)
        service.matches_changed.connect(self._show_matches)
        service.failed.connect(self._show_error)
        service.replacement_outdated.connect(replacer.update_list)
        self._document.opened.connect(self._forget_places)
        self._document.changed.connect(lambda _: self._clear_message())

    def _clear_message(self) -> None:
        """Clear the message: the replacement that it is about may have been undone."""
        if self._replacer.message:
            self._replacer.message = ""
            self._bar.show_message("")

    def _forget_places(self) -> None:
        self._navigator.anchor = None
        self._previous_focus = None
