"""Where in the form the writer is: where the keyboard is, or what has been scrolled or gone to."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.form.form_page import FACTS, FormPage

_READ = 0.2
"""Share of the page's visible height that what is read is at or above."""


class CurrentSection(QObject):
    """Follows the keyboard, and the wheel while nobody writes."""

    changed = Signal(str)
    """The section, "facts" above them."""

    def __init__(self, form: FormPage) -> None:
        super().__init__(form)
        self._form = form
        self._place = form.current
        form.current_changed.connect(self._go)
        form.cursor_moved.connect(lambda section_id, _: self._go(section_id))
        form.place_shown.connect(self._go)
        # Only for what a person does with wheel and scroll bar, not when the page scrolls itself.
        form.verticalScrollBar().actionTriggered.connect(lambda _: self._go(self._read()))

    @property
    def place(self) -> str:
        """The section, "facts" above them, empty as long as there is none."""
        return self._place

    def _go(self, place: str) -> None:
        if place != self._place:
            self._place = place
            self.changed.emit(place)

    def _read(self) -> str:
        """Return what is at the top of the view, the last section at the very end."""
        bar = self._form.verticalScrollBar()
        line = bar.sliderPosition() + self._form.viewport().height() * _READ
        parts: dict[str, QWidget] = {FACTS: self._form.facts, **self._form.cards}
        shown = {key: part for key, part in parts.items() if part.isVisible()}
        if bar.sliderPosition() == bar.maximum():
            return list(shown)[-1]
        above = [key for key, part in shown.items() if self._top(part) <= line]
        return above[-1] if above else FACTS

    def _top(self, part: QWidget) -> int:
        page = self._form.widget()
        return part.mapTo(page, QPoint(0, 0)).y() if page is not None else 0
