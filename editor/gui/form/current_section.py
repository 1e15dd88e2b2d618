"""Section of the form that the writer is at, by keyboard or by scrolling."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.form.form_page import FACTS, FormPage

_READING_LINE = 0.2
"""Distance of the line that the writer reads from the top, as a share of the visible height."""


class CurrentSection(QObject):
    """Follows the cursor, and the scroll bar while the cursor rests."""

    changed = Signal(str)
    """Id of the section, ``FACTS`` for the facts."""

    def __init__(self, form: FormPage) -> None:
        super().__init__(form)
        self._form = form
        self._place = form.current
        form.current_changed.connect(self._set)
        form.cursor_moved.connect(lambda section_id, _: self._set(section_id))
        form.place_shown.connect(self._set)
        # Emitted only for actions of the user, not when the program scrolls.
        form.verticalScrollBar().actionTriggered.connect(lambda _: self._set(self._at_line()))

    @property
    def place(self) -> str:
        """Id of the section, ``FACTS`` for the facts, empty before there is one."""
        return self._place

    def _set(self, place: str) -> None:
        if place != self._place:
            self._place = place
            self.changed.emit(place)

    def _at_line(self) -> str:
        """Return the part of the form at the reading line, the last one at the very end."""
        bar = self._form.verticalScrollBar()
        line = bar.sliderPosition() + self._form.viewport().height() * _READING_LINE
        parts: dict[str, QWidget] = {FACTS: self._form.facts, **self._form.cards}
        visible = {key: part for key, part in parts.items() if part.isVisible()}
        if bar.sliderPosition() == bar.maximum():
            return list(visible)[-1]
        above = [key for key, part in visible.items() if self._top(part) <= line]
        return above[-1] if above else FACTS

    def _top(self, part: QWidget) -> int:
        page = self._form.widget()
        return part.mapTo(page, QPoint(0, 0)).y() if page is not None else 0
