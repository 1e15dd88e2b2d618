"""The facts: a compact grid of fields that shows values and sends edits."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from editor.gui.chip_edit import ChipEdit
from editor.gui.theme import Theme
from editor.review import facts
from editor.review.form import FactField, Form
from editor.review.model import Review

_COLUMNS = 2
_LISTS = ("names", "people")


class FactGrid(QWidget):
    """One field per fact of the form, two in a line; wide ones take a line of their own."""

    edited = Signal(str, object)
    """Key and new value; None removes it."""
    focused = Signal()

    def __init__(self, form: Form, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields: dict[str, _Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(6))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1)
        self._place(form, theme, language)

    def show_review(self, review: Review) -> None:
        """Show the facts of ``review``; a field that says the same already is left alone."""
        for key, field in self._fields.items():
            field.show_value(review.fact(key))

    def focus(self, key: str) -> None:
        """Put the cursor into the field ``key``."""
        self._fields[key].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the window, and tell when the facts are current."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        if isinstance(event, QKeyEvent) and _is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _place(self, form: Form, theme: Theme, language: str) -> None:
        row, column = 0, 0
        for item in form.facts:
            if item.wide and column:
                row, column = row + 1, 0
            self._add(item, row, column, theme, language)
            column = 0 if item.wide or column else 1
            row += column == 0

    def _add(self, item: FactField, row: int, column: int, theme: Theme, language: str) -> None:
        field = _Field(item, theme, self)
        label = QLabel(item.label.text(language), self)
        label.setProperty("role", "soft")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(field.line)
        field.set_hint(item.hint.text(language))
        for named in {field.widget, field.line}:
            named.setAccessibleName(item.label.text(language))
        field.line.installEventFilter(self)
        field.edited.connect(self.edited)
        self._fields[item.key] = field
        self._grid.addWidget(label, row, 2 * column)
        span = 2 * _COLUMNS - 1 if item.wide else 1
        self._grid.addWidget(field.widget, row, 2 * column + 1, 1, span)


class _Field(QObject):
    """One fact with the widget of its kind."""

    edited = Signal(str, object)

    def __init__(self, field: FactField, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.widget: QWidget
        self.line: QLineEdit
        if field.kind in _LISTS:
            chips = ChipEdit(theme, parent)
            chips.edited.connect(self._list_edited)
            self.widget, self.line = chips, chips.line
        elif field.kind == "choice":
            self._make_choice(field, parent)
        else:
            self.widget = self.line = QLineEdit(parent)
            self.line.textEdited.connect(self._text_edited)
        self.widget.setObjectName(f"fact.{field.key}")

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as long as the field is empty."""
        if isinstance(self.widget, ChipEdit):
            self.widget.set_hint(hint)
        else:
            self.line.setPlaceholderText(hint)

    def show_value(self, value: Any) -> None:
        """Show ``value`` unless the field says it already."""
        if isinstance(self.widget, ChipEdit):
            self.widget.show_texts(facts.items(value))
        elif facts.read(self._field, self.line.text()) != value:
            self.line.setText(facts.shown(value))

    def _make_choice(self, field: FactField, parent: QWidget) -> None:
        box = _QuietComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(field.choices))
        box.setCurrentIndex(-1)
        box.setMinimumContentsLength(1)
        line = box.lineEdit()
        assert line is not None  # noqa: S101  (an editable box has a line)
        self.widget, self.line = box, line
        box.textActivated.connect(self._text_edited)
        line.textEdited.connect(self._text_edited)

    def _text_edited(self, text: str) -> None:
        self.edited.emit(self._field.key, facts.read(self._field, text))

    def _list_edited(self, texts: list[str]) -> None:
        self.edited.emit(self._field.key, facts.read_items(self._field, texts) or None)


class _QuietComboBox(QComboBox):
    """A combo box that the wheel does not change while the page scrolls by."""

    def wheelEvent(self, event: Any) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _is_history_key(event: QKeyEvent) -> bool:
    keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    return pressed and any(event.matches(key) for key in keys)
