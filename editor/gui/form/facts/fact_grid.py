"""Facts of a review in a compact grid of labels and edits."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from editor.gui.form.facts.fact_edit import FactEdit, make_fact_edit
from editor.gui.theme import Theme
from editor.gui.widgets.shortcut_priority import is_history_key
from editor.review import fact_hints
from editor.review.form import FactField
from editor.review.model import Review
from editor.storage.fact_index import EarlierFacts

_COLUMNS = 2
_NARROW = 500
"""Width below which the edits have one column, in units of ``Theme.px``."""
_LEAST_EDIT = 120
"""Width that an edit needs, in units of ``Theme.px``."""
_SIGN = "△"
"""Sign before a hint, so that it differs by shape and not only by colour."""


def fact_rows(fields: Sequence[FactField]) -> tuple[tuple[FactField, ...], ...]:
    """Return ``fields`` in rows of two; a wide one has a row of its own.

    A wide one that would leave the second place of a row empty comes after that row.
    """
    rows: list[tuple[FactField, ...]] = []
    waiting: list[FactField] = []
    begun: tuple[FactField, ...] = ()
    for item in fields:
        if item.wide:
            waiting.append(item)
        else:
            begun = (*begun, item)
        if len(begun) != 1:
            rows += [begun] if begun else []
            rows += [(wide,) for wide in waiting]
            begun, waiting = (), []
    return (*rows, *([begun] if begun else []), *((wide,) for wide in waiting))


class FactGrid(QWidget):
    """One edit for each of some facts: in the rows of ``fact_rows``, or in one column if narrow."""

    edited = Signal(str, object, bool)
    """Key, new value, and whether it is being typed; None removes the fact."""
    focused = Signal()
    """An edit has got the keyboard focus."""
    image_offered = Signal(str, object)
    """Key, and the image to use for the fact: a Path, a QImage, or None to ask for a file."""
    image_requested = Signal(str, str)
    """Key, and the address of the image to pass to ``show_image``."""

    def __init__(
        self,
        fields: Sequence[FactField],
        theme: Theme,
        parent: QWidget,
        *,
        in_line: Sequence[Sequence[FactField]] = (),
    ) -> None:
        """``in_line`` are the fields of all grids whose labels are in line with each other."""
        super().__init__(parent)
        self._rows = fact_rows(fields)
        self._theme = theme
        self._narrow = False
        self._edits: dict[str, FactEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self._cells: dict[str, QVBoxLayout] = {}
        self._hints: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(6))
        self._label_widths = [self._label_width(in_line, column) for column in range(_COLUMNS)]
        self._line_height = QLineEdit().sizeHint().height()
        for row in self._rows:
            for item in row:
                self._add(item)
        self._place()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The widgets of the tab order."""
        return tuple(stop for edit in self._edits.values() for stop in edit.stops)

    def show_review(self, review: Review) -> None:
        """Show the facts of ``review``; an edit that shows its value already is left alone."""
        for key, edit in self._edits.items():
            edit.show_value(review.fact(key))

    def offer(self, earlier: EarlierFacts) -> None:
        """Offer values of earlier reviews."""
        for edit in self._edits.values():
            edit.offer(earlier.for_field(edit.item))

    def show_image(self, key: str, image: QImage | None, problem: str = "") -> None:
        """Show the image of the fact ``key``, or if there is none, the sentence ``problem``."""
        if key in self._edits:
            self._edits[key].show_image(image, problem)

    def focus(self, key: str) -> None:
        """Give the keyboard focus to the fact ``key`` if the form has it."""
        if key in self._edits:
            self._edits[key].target.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Return the least width of one column."""
        height = super().minimumSizeHint().height()
        return QSize(max(self._label_widths) + self._theme.px(_LEAST_EDIT), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the edits in one column where there is no room for two."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window, and report the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if pressed and is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Put labels and edits to their places in the grid."""
        while self._grid.takeAt(0) is not None:
            pass
        rows, widths = self._rows, self._label_widths
        if self._narrow:
            rows, widths = tuple((item,) for row in rows for item in row), [max(widths), 0]
        for column, width in enumerate(widths):
            self._grid.setColumnStretch(2 * column + 1, int(width > 0))
            self._grid.setColumnMinimumWidth(2 * column, width)
        for number, row in enumerate(rows):
            for column, item in enumerate(row):
                label, cell = self._labels[item.key], self._cells[item.key]
                span = 2 * _COLUMNS - 1 if item.wide and not self._narrow else 1
                self._grid.addWidget(label, number, 2 * column, Qt.AlignmentFlag.AlignTop)
                self._grid.addLayout(cell, number, 2 * column + 1, 1, span)

    def _label_width(self, grids: Sequence[Sequence[FactField]], column: int) -> int:
        """Return the width of the longest label in a column of ``grids``."""
        labels = (
            row[column].label.text()
            for fields in grids
            for row in fact_rows(fields)
            if column < len(row)
        )
        # A label may be one pixel wider than its text.
        return 1 + max(map(self.fontMetrics().horizontalAdvance, labels), default=0)

    def _add(self, item: FactField) -> None:
        edit = make_fact_edit(item, self._theme, self)
        self._edits[item.key] = edit
        text = item.label.text()
        edit.set_label(text)
        edit.set_hint(item.hint.text())
        # In a label with a buddy, a single & of a custom form would mark a mnemonic.
        label = QLabel(text.replace("&", "&&"), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "soft")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # A screen reader on Linux knows a combo box by the label of what takes the focus.
        label.setBuddy(edit.target.focusProxy() or edit.target)
        label.setMinimumHeight(self._line_height)
        cell = QVBoxLayout()
        cell.setSpacing(self._theme.px(2))
        cell.addWidget(edit.widget)
        # Beside a higher edit, this one stays at the top with its label, and the hint below it.
        cell.addStretch(1)
        self._labels[item.key] = label
        self._cells[item.key] = cell
        self._wire(edit)

    def _hint_label(self, key: str) -> QLabel:
        """Return the label for hints about a fact, created on demand: most facts never have one."""
        if key not in self._hints:
            label = self._hints[key] = QLabel(self)
            label.setObjectName(f"fact.{key}.hint")
            label.setProperty("role", "soft")
            label.setWordWrap(True)
            label.hide()
            self._cells[key].insertWidget(1, label)
        return self._hints[key]

    def _wire(self, edit: FactEdit) -> None:
        edit.target.installEventFilter(self)
        edit.edited.connect(self.edited)
        edit.settled.connect(lambda: self._show_hint(edit))
        edit.typed.connect(lambda: self._show_hint(edit, typing=True))
        edit.image_offered.connect(self.image_offered)
        edit.image_requested.connect(self.image_requested)

    def _show_hint(self, edit: FactEdit, *, typing: bool = False) -> None:
        """Show the hint about a likely slip; no new one while the writer is still typing."""
        key = edit.item.key
        today = datetime.now().astimezone().date()
        hint = fact_hints.hint(edit.item, edit.text, today)
        text = hint.text() if hint else ""
        visible = key in self._hints and not self._hints[key].isHidden()
        if not visible and (typing or not text):
            return
        label = self._hint_label(key)
        label.setText(f"{_SIGN} {text}")
        label.setVisible(bool(text))
        edit.target.setAccessibleDescription(text)
        edit.mark(misread=fact_hints.misread(edit.item, edit.text) is not None)
