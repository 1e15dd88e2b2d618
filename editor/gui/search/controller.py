"""Find and replace across all sections: what the bar asks for, and where the form shows it."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form.form_page import FormPage
from editor.gui.search.find_bar import FindBar
from editor.gui.search.search_service import SearchService
from editor.review.model import Review
from editor.review.search import Match, Query, Replaced

VERBS = ("find", "replace", "find_next", "find_previous")


class SearchController(QObject):
    """Stands between the bar, the search and the form."""

    def __init__(self, document: Document, bar: FindBar, form: FormPage, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._bar = bar
        self._form = form
        self._searching = SearchService(document, self)
        self._matches: list[Match] = []
        self._current = -1
        self._anchor: tuple[str, int] | None = None
        self._visited = False
        self._steps = 0
        self._waiting = 0
        self._busy = False
        self._wants_list = False
        self._said = ""
        self._listed: tuple[object, ...] = ()
        self._came_from: QWidget | None = None
        self._wire()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for the actions of ``VERBS``."""
        return {
            "find": lambda: self.open(replacing=False),
            "replace": lambda: self.open(replacing=True),
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
        }

    def stop(self) -> None:
        """Search no more."""
        self._searching.stop()

    # -- the bar ----------------------------------------------------------------------------------

    def open(self, *, replacing: bool) -> None:
        """Open the bar, with what is selected to look for."""
        focused = QApplication.focusWidget()
        if focused is None or not self._bar.isAncestorOf(focused):
            self._came_from = focused
            self._visited = False
        editor = self._focused_editor()
        if editor is not None:
            start, end = editor.selection()
            self._anchor = (self._form.current, start)
            selected = editor.text[start:end]
        else:
            selected = ""
        self._said = ""
        self._searching.active = True
        self._bar.open("" if "\n" in selected else selected, replacing=replacing)
        self._searching.ask(self._bar.query)
        if self._searching.settled:
            self._found()
        else:
            self._searching.now()

    def close(self) -> None:
        """Close the bar: on to the place that is shown, or back to where the writer was.

        It is the latter where nothing was looked for, or there is nothing like it.
        """
        match = self._match()
        self._searching.active = False
        self._bar.hide_list()
        self._bar.hide()
        self._show_matches()
        if self._visited and match is not None:
            self._form.go_to(*match)
        elif self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- searching --------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next place (1) or the previous one (-1), around the ends."""
        if not self._bar.query.text:
            self.open(replacing=False)
            return
        self._searching.ask(self._bar.query)
        if not self._searching.settled:
            self._steps += by
            self._searching.now()
        elif self._matches:
            self._go(self._next(by))

    def _next(self, by: int) -> int:
        editor = self._focused_editor()
        if editor is None:
            return (self._current + by) % len(self._matches)
        start, end = editor.selection()
        place = self._index(self._form.current, start)
        here = self._matches[place % len(self._matches)]
        at_match = here == Match(self._form.current, start, end)
        if by > 0:
            return (place + at_match) % len(self._matches)
        return (place - 1) % len(self._matches)

    def _go(self, index: int) -> None:
        self._said = ""
        self._current = index
        self._visited = True
        match = self._matches[index]
        if self._focused_editor() is not None:
            self._form.go_to(*match)
        else:
            self._form.show_place(*match)
        self._anchor = (match.section, match.start)
        self._show()

    def _index(self, section: str, offset: int) -> int:
        """Return the index of the first place at ``offset`` of ``section`` or behind it."""
        order = {key: place for place, key in enumerate(self._form.cards)}
        return bisect_left(
            self._matches,
            (order.get(section, 0), offset),
            key=lambda match: (order[match.section], match.start),
        )

    def _found(self) -> None:
        cards = self._form.cards
        self._matches = [match for match in self._searching.matches if match.section in cards]
        self._current = -1
        if self._matches:
            place = self._index(*self._anchor) if self._anchor else 0
            self._current = place % len(self._matches)
        self._bar.show_message(self._said, warning=False)
        self._show()
        steps, self._steps = self._steps, 0
        if self._matches and steps:
            self._go(self._next(steps))
        elif self._matches and self._bar.isVisible() and self._focused_editor() is None:
            self._form.show_place(*self._matches[self._current])
        self._list_again()
        if self._waiting:
            self._waiting -= 1
            self._replace()

    def _failed(self, error: RezensentError) -> None:
        self._matches, self._current, self._steps, self._waiting = [], -1, 0, 0
        self._wants_list = False
        self._bar.preview.changes.clear()
        self._show()
        self._bar.show_message(error.text())

    def _show(self) -> None:
        self._bar.show_count(len(self._matches), self._current)
        self._show_matches()

    def _show_matches(self) -> None:
        match = self._match()
        shown = self._matches if self._bar.isVisible() else []
        for key, card in self._form.cards.items():
            here = [m for m in shown if m.section == key]
            current = here.index(match) if match in here else None
            card.editor.matches.show([(m.start, m.end) for m in here], current)

    def _match(self) -> Match | None:
        return self._matches[self._current] if self._current >= 0 else None

    def _focused_editor(self) -> SectionEditor | None:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, SectionEditor) else None

    # -- replacing --------------------------------------------------------------------------------

    def _replace(self) -> None:
        """Replace the current place, once it is known; keys may be faster than the search."""
        match = self._match()
        if self._busy or not self._searching.settled:
            self._waiting += 1
            self._searching.now()
        elif match is not None:
            self._busy = True
            self._searching.replaced(
                self._bar.replacement, frozenset({match}), self._replaced, self._refused
            )

    def _replaced(self, replaced: Replaced) -> None:
        if self._taken(replaced.review):
            for change in replaced.changes:
                self._anchor = (change.match.section, change.match.start + len(change.new))
            self._visited = True
        self._search_again()

    def _taken(self, review: Review) -> bool:
        return self._document.edit_review(review, "replacement")

    def _search_again(self) -> None:
        if self._searching.settled:
            self._found()
        else:
            self._searching.now()

    def _list(self) -> None:
        """List what replacing all places would do, once they are known."""
        self._wants_list = not self._searching.settled
        if self._wants_list:
            self._searching.now()
        elif self._matches:
            self._work_out()

    def _work_out(self) -> None:
        basis = self._basis()

        def listed(replaced: Replaced) -> None:
            labels = {key: card.editor.accessibleName() for key, card in self._form.cards.items()}
            self._listed = basis
            self._bar.show_message(self._said, warning=False)
            self._bar.preview.changes.show_changes(replaced.changes, labels)
            self._bar.show_list()

        places = frozenset(self._matches)
        self._searching.replaced(self._bar.replacement, places, listed, self._refused)

    def _basis(self) -> tuple[object, ...]:
        return self._document.review, self._bar.query, self._bar.replacement

    def _list_again(self) -> None:
        self._busy = False
        if self._bar.listing or self._wants_list:
            self._list()

    def _apply(self) -> None:
        """Replace what is ticked, unless the list is of another text than the present one."""
        if self._listed == self._basis():
            wanted = self._bar.preview.changes.wanted()
            self._searching.replaced(self._bar.replacement, wanted, self._applied, self._refused)
        else:
            self._said = self.tr(
                "Der Text hat sich geändert; bitte sehen Sie die Liste noch einmal durch."
            )
            self._searching.now()

    def _applied(self, replaced: Replaced) -> None:
        self._bar.hide_list()
        if self._taken(replaced.review):
            # True of the text as it is now, until the next edit.
            count, one = len(replaced.changes), self.tr("1 Stelle ist ersetzt.")
            more = self.tr("{n} Stellen sind ersetzt.").format(n=count)
            self._said = one if count == 1 else more
        self._search_again()

    def _refused(self, error: RezensentError) -> None:
        self._busy, self._waiting = False, 0
        self._bar.preview.changes.clear()
        self._bar.show_message(error.text())

    def _wire(self) -> None:
        bar, searching = self._bar, self._searching
        bar.asked.connect(self._ask)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)
        bar.replace_asked.connect(self._replace)
        bar.list_asked.connect(self._list)
        bar.apply_asked.connect(self._apply)
        bar.replacement_changed.connect(lambda _: self._list_again())
        searching.found.connect(self._found)
        searching.failed.connect(self._failed)
        searching.outdated.connect(self._list_again)
        self._document.opened.connect(self._forget)
        self._document.changed.connect(lambda _: self._unsay())

    def _ask(self, query: Query) -> None:
        self._said = ""
        self._visited = bool(query.text)
        self._steps = self._waiting = 0
        self._wants_list = False
        self._searching.ask(query)
        # Who is faster than the search gets what they ask for when it is done.
        self._bar.enable(on=bool(query.text))

    def _unsay(self) -> None:
        """Say no more what has been replaced: it may just have been taken back."""
        if self._said:
            self._said = ""
            self._bar.show_message("")

    def _forget(self) -> None:
        self._anchor = None
        self._came_from = None
