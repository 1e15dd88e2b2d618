"""Replacement of matches: of the current one, or of those that are ticked in a list."""

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.search.find_bar import FindBar
from editor.gui.search.match_navigator import MatchNavigator
from editor.gui.search.search_service import SearchService
from editor.review.model import Review
from editor.review.search import ReplaceResult


class Replacer(QObject):
    """Replaces in the document, one edit for one command.

    A command that comes before the search is done waits for it: keys may be faster.
    """

    replaced = Signal()
    """The document is edited, or has refused the edit; the matches have to be searched anew."""

    def __init__(
        self,
        document: Document,
        bar: FindBar,
        form: FormPage,
        *,
        service: SearchService,
        navigator: MatchNavigator,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._bar, self._form = document, bar, form
        self._service, self._navigator = service, navigator
        self._pending = 0
        """Replacements of the current match that wait for the search."""
        self._busy = False
        self._list_pending = False
        self._listed: tuple[object, ...] = ()
        """Review, query and replacement of the list that is shown."""
        self.message = ""
        """Sentence about the last command, shown with the matches until something else happens."""

    def reset(self) -> None:
        """Forget the commands that wait."""
        self._pending = 0
        self._list_pending = False

    def update_list(self) -> None:
        """Fill the list anew if it is shown or wanted."""
        self._busy = False
        if self._bar.list_visible or self._list_pending:
            self.list_all()

    def run_pending(self) -> None:
        """Run the next command that waits for the search, which is done now."""
        if self._pending:
            self._pending -= 1
            self.replace_current()

    # -- commands of the bar ----------------------------------------------------------------------

    def replace_current(self) -> None:
        """Replace the current match as soon as it is known."""
        match = self._navigator.current
        if self._busy or not self._service.settled:
            self._pending += 1
            self._service.search_now()
        elif match is not None:
            self._busy = True
            self._service.compute_replacement(
                self._bar.replacement, frozenset({match}), self._apply_current, self._fail
            )

    def list_all(self) -> None:
        """List what replacing all matches would do as soon as they are known."""
        self._list_pending = not self._service.settled
        if self._list_pending:
            self._service.search_now()
        elif self._navigator.matches:
            self._compute_list()

    def apply_list(self) -> None:
        """Replace the ticked matches if the list is still that of the present text."""
        if self._listed == self._present():
            ticked = self._bar.replacement_list.replacements.ticked_matches()
            self._service.compute_replacement(
                self._bar.replacement, ticked, self._apply_ticked, self._fail
            )
        else:
            self.message = self.tr(
                "Der Text hat sich geändert; bitte sehen Sie die Liste noch einmal durch."
            )
            self._service.search_now()

    # -- results ----------------------------------------------------------------------------------

    def _apply_current(self, replaced: ReplaceResult) -> None:
        if self._edit(replaced.review):
            for change in replaced.changes:
                end = change.match.start + len(change.new)
                self._navigator.anchor = (change.match.section, end)
            self._navigator.visited = True
        self.replaced.emit()

    def _apply_ticked(self, replaced: ReplaceResult) -> None:
        self._bar.hide_list()
        if self._edit(replaced.review):
            # Set after the edit, since every edit clears the message.
            count, one = len(replaced.changes), self.tr("1 Stelle ist ersetzt.")
            more = self.tr("{n} Stellen sind ersetzt.").format(n=count)
            self.message = one if count == 1 else more
        self.replaced.emit()

    def _compute_list(self) -> None:
        present = self._present()

        def show(replaced: ReplaceResult) -> None:
            labels = {key: card.editor.accessibleName() for key, card in self._form.cards.items()}
            self._listed = present
            self._bar.show_message(self.message, warning=False)
            self._bar.replacement_list.replacements.show_changes(replaced.changes, labels)
            self._bar.show_list()

        matches = frozenset(self._navigator.matches)
        self._service.compute_replacement(self._bar.replacement, matches, show, self._fail)

    def _present(self) -> tuple[object, ...]:
        return self._document.review, self._bar.query, self._bar.replacement

    def _edit(self, review: Review) -> bool:
        return self._document.edit_review(review, "replacement")

    def _fail(self, error: RezensentError) -> None:
        self._busy, self._pending = False, 0
        self._bar.replacement_list.replacements.clear()
        self._bar.show_message(error.text())
