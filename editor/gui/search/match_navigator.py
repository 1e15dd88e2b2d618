"""Current match of a search: where it is, what follows it, and how the form shows it."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form.form_page import FormPage
from editor.review.search import ReviewMatch


class MatchNavigator:
    """Goes from match to match in the sections of the form.

    An anchor marks the place from which the writer searches: that of the cursor when the search
    began, or of the match or replacement that was last. After every search, the first match at the
    anchor or behind it becomes the current one.
    """

    def __init__(self, form: FormPage) -> None:
        self._form = form
        self._matches: list[ReviewMatch] = []
        self._current = -1
        self.anchor: tuple[str, int] | None = None
        """Section and offset in code points; None for the beginning of the review."""
        self.visited = False
        """Whether the writer has gone to a match, so that closing the bar stays there."""

    @property
    def matches(self) -> Sequence[ReviewMatch]:
        """The matches in the sections of the form, in reading order."""
        return self._matches

    @property
    def index(self) -> int:
        """Index of the current match, -1 for none."""
        return self._current

    @property
    def current(self) -> ReviewMatch | None:
        """The current match."""
        return self._matches[self._current] if self._current >= 0 else None

    @property
    def focused_editor(self) -> SectionEditor | None:
        """The section editor with the keyboard focus, None if the focus is elsewhere."""
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, SectionEditor) else None

    def set_matches(self, matches: Sequence[ReviewMatch]) -> None:
        """Take the result of a search, in reading order."""
        self._matches = [match for match in matches if match.section in self._form.cards]
        self._current = -1
        if self._matches:
            first = self._index_from(*self.anchor) if self.anchor else 0
            self._current = first % len(self._matches)

    def selection(self) -> str:
        """Move the anchor to the cursor of the focused editor, and return what is selected there.

        Without a focused editor the anchor stays, and the text is empty.
        """
        editor = self.focused_editor
        if editor is None:
            return ""
        start, end = editor.selection()
        self.anchor = (self._form.current, start)
        return editor.text[start:end]

    def step(self, by: int) -> None:
        """Go to the next match (1) or the previous one (-1), around the ends of the review."""
        self._current = self._index_after(by)
        self.visited = True
        match = self._matches[self._current]
        if self.focused_editor is not None:
            self._form.go_to(*match)
        else:
            self._form.show_place(*match)
        self.anchor = (match.section, match.start)

    def reveal(self) -> None:
        """Scroll to the current match unless the writer is in a section; the focus stays."""
        if self.current is not None and self.focused_editor is None:
            self._form.show_place(*self.current)

    def highlight(self, *, visible: bool) -> None:
        """Highlight all matches in the editors, or none."""
        matches = self._matches if visible else []
        for key, card in self._form.cards.items():
            here = [match for match in matches if match.section == key]
            current = here.index(self.current) if self.current in here else None
            card.editor.matches.show([(match.start, match.end) for match in here], current)

    def _index_after(self, by: int) -> int:
        editor = self.focused_editor
        if editor is None:
            return (self._current + by) % len(self._matches)
        start, end = editor.selection()
        index = self._index_from(self._form.current, start)
        at_cursor = self._matches[index % len(self._matches)]
        selected = at_cursor == ReviewMatch(self._form.current, start, end)
        if by > 0:
            return (index + selected) % len(self._matches)
        return (index - 1) % len(self._matches)

    def _index_from(self, section: str, offset: int) -> int:
        """Return the index of the first match at ``offset`` of ``section`` or behind it."""
        order = {key: position for position, key in enumerate(self._form.cards)}
        return bisect_left(
            self._matches,
            (order.get(section, 0), offset),
            key=lambda match: (order[match.section], match.start),
        )
