"""Edit of a list of texts: a chip for each, and a line to type the next one."""

import re
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from editor.gui.screen_fit.flow_layout import FlowLayout
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.chip import Chip
from editor.gui.widgets.completing_line_edit import CompletingLineEdit
from editor.review.text_diff import changed_span

_COMMAS = (",", "、", "，")
_BETWEEN_NAMES = re.compile(rf"[{''.join(_COMMAS)}](?![^()]*\))")
"""A comma outside the parentheses of a role."""
_FOCUS = Qt.FocusReason.OtherFocusReason


class ChipEdit(QFrame):
    """Shows texts as chips.

    Enter or a comma turns the typed text into a chip. A click on a chip, F2 or Enter turns it back
    into text at its place; Backspace in the empty line does so with the chip before. Alt with an
    arrow key or dragging moves a chip. Text that is still being typed counts as an item. The Tab
    key stops only at the line, from where the arrow keys go to the chips.
    """

    edited = Signal(list, bool)
    """All texts, in order, and whether the last one is being typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = CompletingLineEdit(self)
        self._least = theme.px(14)
        self.line.setMinimumWidth(self._least)
        self._previous_text = ""
        """Text of the line before the edit that is being reported."""
        self.line.textChanged.connect(self._make_room)
        self.line.textChanged.connect(self._record_text)
        self.line.handled = self._key
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._commit)
        self.line.chosen.connect(self._commit)
        self.line.installEventFilter(self)
        self._layout = FlowLayout(self, theme.px(4))
        # The style sheet sets the padding, as for a line edit.
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.line)
        self._chips: list[Chip] = []
        self._place = 0
        """Number of chips before the line."""
        self._hint = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` while there are no chips and no text."""
        self._hint = hint
        self.line.setPlaceholderText("" if self._chips else hint)

    def texts(self) -> list[str]:
        """Return the texts of the chips and of the line, in order."""
        texts = self._chip_texts()
        typed = self.line.text().strip()
        return [*texts[: self._place], *([typed] if typed else []), *texts[self._place :]]

    def show_texts(self, texts: list[str]) -> None:
        """Show ``texts`` as chips unless chips and line have these texts already."""
        if texts == self.texts():
            return
        self.line.clear()
        self._arrange(texts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show whether the line has the keyboard focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark_current(current=event.type() == QEvent.Type.FocusIn)
            self._make_room(self.line.text(), current=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's signature
        """Move on from a chip as from the line: to the next field, or to the previous one."""
        if not self.line.hasFocus():
            self.line.setFocus(_FOCUS)
        return super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the keyboard focus to the line when the writer clicks between the chips."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    # -- the line ---------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip():
            self._commit()
            return True
        at_end = self.line.cursorPosition() == len(self.line.text())
        if event.text() in _COMMAS and at_end and _is_complete(self.line.text()):
            self._commit()
            return True
        before = self._chips[self._place - 1] if self._place else None
        if self.line.cursorPosition() or self.line.hasSelectedText() or before is None:
            return False
        if event.key() == Qt.Key.Key_Backspace and not self.line.text():
            self._reopen(before)
            return True
        if event.key() == Qt.Key.Key_Left:
            before.setFocus(_FOCUS)
            return True
        return False

    def _make_room(self, text: str, *, current: bool = True) -> None:
        """Adapt the width of the line to its text; the layout wraps it if necessary.

        An empty line behind chips without the focus is invisible, and must not need a row.
        """
        wanted = self.line.fontMetrics().horizontalAdvance(text) + 2 * self._least
        least = self._least if current or text or not self._chips else 1
        self.line.setMinimumWidth(max(least, min(wanted, self.width() // 2)) if text else least)

    def _typed(self) -> None:
        parts = _split_at_new_commas(self._previous_text, self.line.text())
        ended = parts is not None and _is_complete(self.line.text())
        if parts is not None and ended:
            texts = self._chip_texts()
            texts[self._place : self._place] = parts
            self.line.clear()
            self._arrange(texts)
            self._say_added(parts)
        self.edited.emit(self.texts(), not ended)

    def _record_text(self) -> None:
        # Qt emits textEdited before textChanged: in its slots, this is still the previous text.
        self._previous_text = self.line.text()

    def _commit(self) -> None:
        if self.line.text() or self._place != len(self._chips):
            texts, typed = self.texts(), self.line.text().strip()
            self.line.clear()
            self._arrange(texts)
            self._say_added([typed] if typed else [])
            self.edited.emit(texts, False)  # noqa: FBT003 - a signal takes no names

    def _say_added(self, texts: list[str]) -> None:
        """Let a screen reader say what has become a chip: the line is empty then."""
        if texts:
            announce(self.line, self.tr("{names} hinzugefügt").format(names=", ".join(texts)))

    # -- the chips --------------------------------------------------------------------------------

    def _chip_texts(self) -> list[str]:
        return [chip.text_value for chip in self._chips]

    def _reopen(self, chip: Chip) -> None:
        """Turn ``chip`` back into text at its place; the text of the line becomes a chip."""
        index = self._chips.index(chip)
        index += bool(self.line.text().strip()) and index >= self._place
        texts = self.texts()
        text = texts.pop(index)
        self._arrange(texts, index)
        self.line.setText(text)
        self.line.setFocus(_FOCUS)
        # The second click of a double click has to hit the line where the chip was.
        self._layout.activate()
        self.edited.emit(self.texts(), False)  # noqa: FBT003

    def _remove(self, chip: Chip) -> None:
        index = self._chips.index(chip)
        announce(self.line, self.tr("{name} entfernt").format(name=chip.text_value))
        self._change([text for i, text in enumerate(self._chip_texts()) if i != index], index)

    def _shift(self, chip: Chip, by: int) -> None:
        start = self._chips.index(chip)
        self._move(start, min(max(start + by, 0), len(self._chips) - 1))

    def _drop(self, chip: Chip, place: QPoint) -> None:
        """Move ``chip`` to the place of the chip at ``place``, or to the end if there is none."""
        target = self.childAt(place)
        end = self._chips.index(target) if isinstance(target, Chip) else len(self._chips) - 1
        self._move(self._chips.index(chip), end)

    def _move(self, start: int, end: int) -> None:
        texts = self._chip_texts()
        texts.insert(end, texts.pop(start))
        if start != end:
            self._change(texts, end)

    def _change(self, texts: list[str], focus: int) -> None:
        """Show ``texts`` and focus the chip with the index ``focus``, or else the line."""
        typed = self.line.text()
        self._arrange(texts)
        self.line.setText(typed)
        target = self._chips[focus] if focus < len(self._chips) else self.line
        target.setFocus(_FOCUS)
        self.edited.emit(self.texts(), False)  # noqa: FBT003

    def _step(self, chip: Chip, by: int) -> None:
        index = self._chips.index(chip) + by
        if index >= 0:
            target = self._chips[index] if index < len(self._chips) else self.line
            target.setFocus(_FOCUS)

    def _arrange(self, texts: list[str], place: int | None = None) -> None:
        """Create chips for ``texts``, with the line at index ``place``, by default at the end."""
        self._layout.removeWidget(self.line)
        if any(chip.hasFocus() for chip in self._chips):
            # A chip that is hidden while it has the focus would pass it on to the next field.
            self.line.setFocus(_FOCUS)
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(text) for text in texts]
        self._place = len(texts) if place is None else place
        for chip in self._chips:
            self._layout.addWidget(chip)
            chip.show()
        self._layout.insert(self._place, self.line)
        # The hint is only for the empty field.
        self.line.setPlaceholderText("" if texts else self._hint)
        self.line.setAccessibleDescription(", ".join(texts))
        self._make_room(self.line.text(), current=self.line.hasFocus())
        self.updateGeometry()

    def _chip(self, text: str) -> Chip:
        chip = Chip(text, self)
        chip.edit_requested.connect(lambda: self._reopen(chip))
        chip.removed.connect(lambda: self._remove(chip))
        chip.shifted.connect(lambda by: self._shift(chip, by))
        chip.stepped.connect(lambda by: self._step(chip, by))
        chip.dropped.connect(lambda place: self._drop(chip, place))
        return chip

    def _mark_current(self, *, current: bool) -> None:
        self.setProperty("current", str(current).lower())
        self.style().unpolish(self)
        self.style().polish(self)


def _is_complete(text: str) -> bool:
    """Return whether a comma ends the item: not within the parentheses of a role."""
    return bool(text.strip()) and text.count("(") <= text.count(")")


def _split_at_new_commas(before: str, text: str) -> list[str] | None:
    """Return ``text``, split at the commas that are new since it was ``before``; None without one.

    An earlier comma is part of its item, as in “Sammy Davis, Jr.”.
    """
    new = changed_span(before, text)
    commas = (match.start() for match in _BETWEEN_NAMES.finditer(text))
    places = [at for at in commas if new.start <= at < new.new_end]
    if not places:
        return None
    cuts = [-1, *places, len(text)]
    parts = (text[start + 1 : end].strip() for start, end in pairwise(cuts))
    return [part for part in parts if part]
