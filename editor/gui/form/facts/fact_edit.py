"""Edits of facts: one class for each kind of input, and the choice between them by kind of fact.

A new kind of fact gets a case in ``make_fact_edit``, which mypy demands, and an edit of its own
unless one of these suits it.
"""

from typing import Any, assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from editor.gui.form.facts.cover_edit import CoverEdit
from editor.gui.theme import Theme
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.widgets.completing_line_edit import CompletingLineEdit
from editor.gui.widgets.date_edit import DateEdit
from editor.gui.widgets.shortcut_priority import opens_list
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
    """Base class: shows the value of one fact and reports what the writer enters."""

    edited = Signal(str, object, bool)
    """Key, new value, and whether it is being typed; None removes the fact."""
    typed = Signal()
    """The writer has typed a character."""
    settled = Signal()
    """The writer has finished typing, or another value is shown."""
    image_offered = Signal(str, object)
    """Key, and the image to use for the fact: a Path, a QImage, or None to ask for a file."""
    image_requested = Signal(str, str)
    """Key, and the address of the image to pass to ``show_image``."""

    def __init__(self, item: FactField, widget: QWidget, target: QWidget) -> None:
        super().__init__(widget)
        self.item = item
        self.widget = widget
        """The widget in the form."""
        self.target = target
        """The widget that gets the keyboard focus."""
        widget.setObjectName(f"fact.{item.key}")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The widgets of the tab order."""
        return (self.target,)

    @property
    def text(self) -> str:
        """The text in the field, for hints about slips; empty if the kind has none."""
        return ""

    def set_label(self, label: str) -> None:
        """Set the accessible name."""
        self.widget.setAccessibleName(label)
        self.target.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` while the field is empty."""

    def show_value(self, value: Any) -> None:
        """Show ``value`` unless the field shows it already."""

    def mark(self, *, misread: bool) -> None:
        """Mark the field while its text is none of its kind."""
        if bool(self.widget.property("misread")) != misread:
            self.widget.setProperty("misread", misread)
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)

    def show_image(self, image: QImage | None, problem: str = "") -> None:
        """Show ``image``, or if there is none, the sentence ``problem``."""

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values`` of earlier reviews, best first."""


class LineFactEdit(FactEdit):
    """Base class of edits with a line, whose text the kind of the fact parses."""

    def __init__(self, item: FactField, line: QLineEdit, widget: QWidget | None = None) -> None:
        """``widget`` is the one in the form, by default the line itself."""
        super().__init__(item, widget or line, line)
        line.textEdited.connect(self._text_edited)
        line.editingFinished.connect(self._finish)
        self._line = line

    @property
    def text(self) -> str:
        """The text in the line."""
        return self._line.text()

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as a placeholder."""
        self._line.setPlaceholderText(hint)

    def show_value(self, value: Any) -> None:
        """Show ``value`` as a writer would type it."""
        text = self.item.kind.format(value)
        if self._line.text() != text and self.item.kind.read(self._line.text()) != value:
            self._line.setText(text)
            if not self._line.hasFocus():
                # Show the beginning of a text that is longer than the line.
                self._line.setCursorPosition(0)
            self.settled.emit()

    def _text_edited(self, text: str) -> None:
        self.edited.emit(self.item.key, self.item.kind.read(text), True)  # noqa: FBT003
        self.typed.emit()

    def _finish(self) -> None:
        if self.item.kind.normalized:
            text = self.item.kind.format(self.item.kind.read(self._line.text()))
            if text != self._line.text():
                self._line.setText(text)
        self.settled.emit()


class TextFactEdit(LineFactEdit):
    """Line that completes texts of earlier reviews."""

    def __init__(
        self, item: FactField, line: CompletingLineEdit, widget: QWidget | None = None
    ) -> None:
        self._completing_line = line
        super().__init__(item, line, widget)
        line.chosen.connect(self._choose)

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values`` while the writer types."""
        self._completing_line.offer(values)

    def _choose(self, text: str) -> None:
        self.edited.emit(self.item.key, self.item.kind.read(text), False)  # noqa: FBT003


class DateFactEdit(LineFactEdit):
    """Line with a calendar."""

    def __init__(self, item: FactField, theme: Theme, parent: QWidget) -> None:
        self._date_edit = DateEdit(theme, parent)
        super().__init__(item, self._date_edit)

    def set_label(self, label: str) -> None:
        """Name the line, and its calendar after it."""
        super().set_label(label)
        self._date_edit.set_name(label)


class ChoiceFactEdit(TextFactEdit):
    """Combo box of the usual values; any other one can be typed."""

    def __init__(self, item: FactField, parent: QWidget) -> None:
        box = _QuietComboBox(parent)
        box.setEditable(True)
        line = CompletingLineEdit(box)
        box.setLineEdit(line)
        box.setCompleter(None)  # type: ignore[arg-type] # the line completes by itself
        super().__init__(item, line, box)
        self._box = box
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(item.choices))
        box.setCurrentIndex(-1)
        box.setMinimumContentsLength(1)
        line.anchor = box
        line.offer(item.choices)
        box.textActivated.connect(self._text_edited)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The box, which is the focus proxy of its line."""
        return (self._box,)

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values`` below the usual ones."""
        texts = list(dict.fromkeys((*self.item.choices, *values)))
        if texts != [self._box.itemText(index) for index in range(self._box.count())]:
            typed, position = self._line.text(), self._line.cursorPosition()
            self._box.clear()
            self._box.addItems(texts)
            self._box.setCurrentIndex(-1)
            self._line.setText(typed)
            self._line.setCursorPosition(position)
            super().offer(tuple(texts))


class ListFactEdit(FactEdit):
    """Chips, one for each name or person."""

    def __init__(self, item: FactField, kind: ListKind, theme: Theme, parent: QWidget) -> None:
        chips = ChipEdit(theme, parent)
        super().__init__(item, chips, chips.line)
        self._kind = kind
        self._chips = chips
        chips.edited.connect(self._list_edited)

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` while there are no chips."""
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


class ImageFactEdit(FactEdit):
    """Preview of an image file beside the review, with buttons to replace or remove it."""

    def __init__(self, item: FactField, theme: Theme, parent: QWidget) -> None:
        self._cover = CoverEdit(theme, parent)
        super().__init__(item, self._cover, self._cover.button)
        self._cover.removed.connect(
            lambda: self.edited.emit(item.key, None, False)  # noqa: FBT003
        )
        self._cover.image_offered.connect(lambda image: self.image_offered.emit(item.key, image))
        self._cover.image_requested.connect(
            lambda address: self.image_requested.emit(item.key, address)
        )

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The buttons."""
        return self._cover.buttons

    def set_label(self, label: str) -> None:
        """Name the frame; the buttons have names of their own."""
        self.widget.setAccessibleName(label)

    def show_value(self, value: Any) -> None:
        """Request the image with the address ``value``."""
        self._cover.show_address(self.item.kind.format(value))

    def show_image(self, image: QImage | None, problem: str = "") -> None:
        """Show ``image``, or if there is none, the sentence ``problem``."""
        self._cover.show_image(image, problem)


def make_fact_edit(item: FactField, theme: Theme, parent: QWidget) -> FactEdit:
    """Return the edit for the kind of ``item``."""
    match item.kind:
        case TextKind() | NumberKind() | DurationKind():
            return TextFactEdit(item, CompletingLineEdit(parent))
        case DateKind():
            return DateFactEdit(item, theme, parent)
        case ChoiceKind():
            return ChoiceFactEdit(item, parent)
        case NamesKind() | PeopleKind() as kind:
            return ListFactEdit(item, kind, theme, parent)
        case ImageKind():
            return ImageFactEdit(item, theme, parent)
        case _:
            assert_never(item.kind)


class _QuietComboBox(QComboBox):
    """Combo box that leaves the wheel to the page that scrolls."""

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether the key opens the list."""
        return opens_list(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel."""
        event.ignore()
