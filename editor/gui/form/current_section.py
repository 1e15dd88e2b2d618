"""Section of the form that the writer is at, by keyboard, by a jump or by scrolling."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.form.form_view import FACTS, FormView

_READING_LINE = 0.2
"""Distance of the line that the writer reads from the top, as a share of the visible height."""


class CurrentSection(QObject):
    """The place that the form, the outline and the preview show as the current one.

    It follows the keyboard focus and the cursor, what is gone to, and the scroll bar while the
    cursor rests.
    """

    changed = Signal(str)
    """Id of the section, ``FACTS`` for the facts."""
    moved = Signal(str, float)
    """The place, and how far down in it the writer is, from 0 to 1."""

    def __init__(self, form: FormView) -> None:
        super().__init__(form)
        self._form = form
        self._place = form.current
        form.current_changed.connect(self._follow_focus)
        form.cursor_moved.connect(self.set)
        # Emitted only for actions of the user, not when the program scrolls.
        form.verticalScrollBar().actionTriggered.connect(lambda _: self._follow_scrolling())

    @property
    def place(self) -> str:
        """Id of the section, ``FACTS`` for the facts, empty before there is one."""
        return self._place

    def set(self, place: str, share: float = 0.0) -> None:
        """Make ``place`` the current one; ``share`` is how far down the writer is, from 0 to 1."""
        if place != self._place:
            self._place = place
            self.changed.emit(place)
        self.moved.emit(place, share)

    def go_to_cursor(self, place: str) -> None:
        """Make ``place`` the current one, at the cursor of its text."""
        card = self._form.cards.get(place)
        if card is None:
            self.set(place)
        else:
            self.set(place, card.editor.cursorRect().center().y() / max(1, card.editor.height()))

    def _follow_focus(self, place: str) -> None:
        # The window that becomes active again must not scroll the preview.
        if place != self._place:
            self.go_to_cursor(place)

    def _follow_scrolling(self) -> None:
        bar = self._form.verticalScrollBar()
        if bar.sliderPosition() == bar.value():
            return
        line = bar.sliderPosition() + self._form.viewport().height() * _READING_LINE
        place = self._at_line(round(line))
        part = self._parts()[place]
        share = (line - self._top(part)) / max(1, part.height())
        self.set(place, min(max(share, 0.0), 1.0))

    def _parts(self) -> dict[str, QWidget]:
        """Return the visible parts of the form in their order."""
        parts: dict[str, QWidget] = {FACTS: self._form.facts, **self._form.cards}
        return {key: part for key, part in parts.items() if part.isVisible()}

    def _at_line(self, line: int) -> str:
        """Return the part of the form at ``line`` of the page, the last one at the very end."""
        bar, parts = self._form.verticalScrollBar(), self._parts()
        if bar.sliderPosition() == bar.maximum():
            return list(parts)[-1]
        above = [key for key, part in parts.items() if self._top(part) <= line]
        return above[-1] if above else next(iter(parts))

    def _top(self, part: QWidget) -> int:
        page = self._form.widget()
        return part.mapTo(page, QPoint(0, 0)).y() if page is not None else 0
