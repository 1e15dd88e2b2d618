"""One fact of the form with the widget of its kind."""

from typing import Any, assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from editor.gui.form.cover_edit import CoverEdit
from editor.gui.theme import Theme
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.widgets.completing_line_edit import CompletingLineEdit
from editor.gui.widgets.date_edit import DateEdit
from editor.review.fact_kinds import (
    ChoiceKind,
    DateKind,
    DurationKind,
    ImageKind,
    ListKind,
    NamesKind,
    NumberKind,
    PeopleKind,
    TextKind,
)
from editor.review.form import FactField


class FactEdit(QObject):
    """Shows a fact and reports what the writer makes of it."""

    edited = Signal(str, object, bool)
    """Key, new value, and whether it is being typed; None removes the fact."""
    typed = Signal()
    settled = Signal()
    """The writer has finished typing, or another value is shown."""

    def __init__(self, item: FactField, widget: QWidget, target: QWidget) -> None:
        super().__init__(widget)
        self.item = item
        self.widget = widget
        """What stands in the form."""
        self.target = target
        """What has the keyboard."""
        widget.setObjectName(f"fact.{item.key}")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in its order."""
        return (self.target,)

    @property
    def text(self) -> str:
        """What is in the field, for hints about slips; empty where there can be none."""
        return ""

    def set_label(self, label: str) -> None:
        """Name the field for those who do not see it."""
        self.widget.setAccessibleName(label)
        self.target.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as long as the field is empty."""

    def show_value(self, value: Any) -> None:
        """Show ``value`` unless the field says it already."""

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values`` of earlier reviews, best first."""


class TextFactEdit(FactEdit):
    """A line of text, of which its kind makes a number, a date or a running time."""

    def __init__(self, item: FactField, line: QLineEdit) -> None:
        super().__init__(item, line, line)
        self._line = line
        line.textEdited.connect(self._text_edited)
        line.editingFinished.connect(self._finish)
        if isinstance(line, CompletingLineEdit):
            line.chosen.connect(self._choose)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The line, and the button of its calendar if it has one."""
        line = self._line
        return (line, line.button) if isinstance(line, DateEdit) else (line,)

    @property
    def text(self) -> str:
        """What is in the line."""
        return self._line.text()

    def set_label(self, label: str) -> None:
        """Name the line, and the calendar of a date after it."""
        super().set_label(label)
        if isinstance(self._line, DateEdit):
            self._line.set_name(label)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as long as the line is empty."""
        self._line.setPlaceholderText(hint)

    def show_value(self, value: Any) -> None:
        """Show ``value`` as a writer would type it."""
        shown = self.item.kind.format(value)
        if self._line.text() != shown and self.item.kind.read(self._line.text()) != value:
            self._line.setText(shown)
            if not self._line.hasFocus():
                # A text that is longer than the field is seen from its beginning.
                self._line.setCursorPosition(0)
            self.settled.emit()

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values`` while typing."""
        if isinstance(self._line, CompletingLineEdit):
            self._line.offer(values)

    def _text_edited(self, text: str) -> None:
        self.edited.emit(self.item.key, self.item.kind.read(text), True)  # noqa: FBT003
        self.typed.emit()

    def _choose(self, text: str) -> None:
        self.edited.emit(self.item.key, self.item.kind.read(text), False)  # noqa: FBT003

    def _finish(self) -> None:
        if self.item.kind.normalized:
            shown = self.item.kind.format(self.item.kind.read(self._line.text()))
            if shown != self._line.text():
                self._line.setText(shown)
        self.settled.emit()


class ChoiceFactEdit(FactEdit):
    """A line with usual values to choose from; any other can be typed."""

    def __init__(self, item: FactField, parent: QWidget) -> None:
        box = _QuietComboBox(parent)
        box.setEditable(True)
        line = box.lineEdit()
        assert line is not None  # noqa: S101  (an editable box has a line)
        super().__init__(item, box, line)
        self._box, self._line = box, line
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(item.choices))
        box.setCurrentIndex(-1)
        box.setMinimumContentsLength(1)
        completer = box.completer()
        assert completer is not None  # noqa: S101  (nor is it ever without one)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.textActivated.connect(self._text_edited)
        line.textEdited.connect(self._text_edited)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The box, which has the keyboard for its line."""
        return (self._box,)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as long as the line is empty."""
        self._line.setPlaceholderText(hint)

    def show_value(self, value: Any) -> None:
        """Show ``value`` in the line."""
        shown = self.item.kind.format(value)
        # A number of the file is a text once it is read from the line.
        if self._line.text() != shown and self.item.kind.read(self._line.text()) != value:
            self._line.setText(shown)

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values`` below the usual ones."""
        texts = list(dict.fromkeys((*self.item.choices, *values)))
        if texts != [self._box.itemText(index) for index in range(self._box.count())]:
            typed, at = self._line.text(), self._line.cursorPosition()
            self._box.clear()
            self._box.addItems(texts)
            self._box.setCurrentIndex(-1)
            self._line.setText(typed)
            self._line.setCursorPosition(at)

    def _text_edited(self, text: str) -> None:
        self.edited.emit(self.item.key, self.item.kind.read(text), True)  # noqa: FBT003


class ListFactEdit(FactEdit):
    """Names or people, one chip each."""

    def __init__(self, item: FactField, kind: ListKind, theme: Theme, parent: QWidget) -> None:
        chips = ChipEdit(theme, parent)
        super().__init__(item, chips, chips.line)
        self._kind = kind
        self._chips = chips
        chips.edited.connect(self._list_edited)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as long as there is no chip."""
        self._chips.set_hint(hint)

    def show_value(self, value: Any) -> None:
        """Show the items of ``value``."""
        self._chips.show_texts(self._kind.format_items(value))

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values`` for the next chip."""
        self._chips.line.offer(values)

    def _list_edited(self, texts: list[str], typing: bool) -> None:  # noqa: FBT001 - a signal's slot
        value = self._kind.parse_items(texts) or None
        self.edited.emit(self.item.key, value, typing)


class CoverFactEdit(FactEdit):
    """The cover, which is a file beside the review."""

    def __init__(self, item: FactField, theme: Theme, parent: QWidget) -> None:
        self.cover = CoverEdit(theme, parent)
        super().__init__(item, self.cover, self.cover.button)
        self.cover.removed.connect(
            lambda: self.edited.emit(self.item.key, None, False)  # noqa: FBT003
        )

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The buttons."""
        return self.cover.buttons

    def set_label(self, label: str) -> None:
        """Name the frame; its buttons say what they do."""
        self.widget.setAccessibleName(label)

    def show_value(self, value: Any) -> None:
        """Show the picture that ``value`` names."""
        self.cover.show_name(self.item.kind.format(value))


def make_fact_edit(item: FactField, theme: Theme, parent: QWidget) -> FactEdit:
    """Return the field for the kind of ``item``."""
    match item.kind:
        case TextKind() | NumberKind() | DurationKind():
            return TextFactEdit(item, CompletingLineEdit(parent))
        case DateKind():
            return TextFactEdit(item, DateEdit(theme, parent))
        case ChoiceKind():
            return ChoiceFactEdit(item, parent)
        case NamesKind() | PeopleKind() as kind:
            return ListFactEdit(item, kind, theme, parent)
        case ImageKind():
            return CoverFactEdit(item, theme, parent)
        case _:
            assert_never(item.kind)


class _QuietComboBox(QComboBox):
    """A combo box that the wheel does not change while the page scrolls by."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
