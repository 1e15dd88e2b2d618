"""The facts: a compact grid of fields that shows values and sends edits."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from editor.gui.form.fact_edit import CoverFactEdit, FactEdit, make_fact_edit
from editor.gui.theme import Theme
from editor.gui.widgets.history_keys import is_history_key
from editor.review import fact_hints
from editor.review.form import FactField, Form
from editor.review.model import Review
from editor.storage.fact_index import Earlier

_COLUMNS = 2
_SIGN = "△"
"""Stands before a hint: its shape tells it apart, not a colour alone."""


class FactGrid(QWidget):
    """One field per fact of the form, two in a line; wide ones take a line of their own."""

    edited = Signal(str, object, bool)
    """Key, new value, and whether it is being typed; None removes the fact."""
    focused = Signal()
    picture_offered = Signal(str, object)
    """Key, and the picture that is to be shown there: a Path, a QImage, or None to ask for one."""
    picture_wanted = Signal(str, str)
    """Key, and the address of the picture that is to be shown there."""

    def __init__(self, form: Form, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields: dict[str, FactEdit] = {}
        self._cells: dict[str, QVBoxLayout] = {}
        self._slips: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(6))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1)
        self._line_height = QLineEdit().sizeHint().height()
        self._place(form, theme)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in its order."""
        return tuple(stop for field in self._fields.values() for stop in field.stops)

    def show_review(self, review: Review) -> None:
        """Show the facts of ``review``; a field that says the same already is left alone."""
        for key, field in self._fields.items():
            field.show_value(review.fact(key))

    def offer(self, earlier: Earlier) -> None:
        """Offer what was typed in earlier reviews."""
        for field in self._fields.values():
            field.offer(earlier.of(field.item))

    def show_picture(self, key: str, picture: QImage | None, problem: str = "") -> None:
        """Show the picture of the fact ``key``, or in one sentence why there is none."""
        field = self._fields.get(key)
        if isinstance(field, CoverFactEdit):
            field.cover.show_picture(picture, problem)

    def focus(self, key: str) -> None:
        """Put the cursor into the field ``key``, where the form has it."""
        if key in self._fields:
            self._fields[key].target.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the window, and tell when the facts are current."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if pressed and is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _place(self, form: Form, theme: Theme) -> None:
        row, column = 0, 0
        for item in form.facts:
            if item.wide and column:
                row, column = row + 1, 0
            self._add(item, row, column, theme)
            column = 0 if item.wide or column else 1
            row += column == 0

    def _add(self, item: FactField, row: int, column: int, theme: Theme) -> None:
        field = make_fact_edit(item, theme, self)
        self._fields[item.key] = field
        text = item.label.text()
        field.set_label(text)
        field.set_hint(item.hint.text())
        # Its buddy makes of a single & in a form of one's own the sign before a key.
        label = QLabel(text.replace("&", "&&"), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "soft")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(field.target)
        label.setMinimumHeight(self._line_height)
        cell = QVBoxLayout()
        cell.setSpacing(theme.px(2))
        cell.addWidget(field.widget)
        # A field beside a higher one stays at its label, and its hint at the field.
        cell.addStretch(1)
        span = 2 * _COLUMNS - 1 if item.wide else 1
        self._grid.addWidget(label, row, 2 * column, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(cell, row, 2 * column + 1, 1, span)
        self._cells[item.key] = cell
        self._wire(field)

    def _slip(self, key: str) -> QLabel:
        """Return where slips of a fact are told; most facts never need it."""
        if key not in self._slips:
            slip = self._slips[key] = QLabel(self)
            slip.setObjectName(f"fact.{key}.hint")
            slip.setProperty("role", "soft")
            slip.setWordWrap(True)
            slip.hide()
            self._cells[key].insertWidget(1, slip)
        return self._slips[key]

    def _wire(self, field: FactEdit) -> None:
        field.target.installEventFilter(self)
        field.edited.connect(self.edited)
        field.settled.connect(lambda: self._show_slip(field))
        field.typed.connect(lambda: self._show_slip(field, typing=True))
        if isinstance(field, CoverFactEdit):
            key = field.item.key
            field.cover.offered.connect(lambda source: self.picture_offered.emit(key, source))
            field.cover.wanted.connect(lambda name: self.picture_wanted.emit(key, name))

    def _show_slip(self, field: FactEdit, *, typing: bool = False) -> None:
        """Say what looks like a slip; nothing new while the writer is still typing."""
        key = field.item.key
        today = datetime.now().astimezone().date()
        found = fact_hints.hint(field.item, field.text, today)
        text = found.text() if found else ""
        told = key in self._slips and not self._slips[key].isHidden()
        if not told and (typing or not text):
            return
        slip = self._slip(key)
        slip.setText(f"{_SIGN} {text}")
        slip.setVisible(bool(text))
        field.target.setAccessibleDescription(text)
