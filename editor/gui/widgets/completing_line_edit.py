"""Line edit that offers values of earlier reviews."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from editor.gui.widgets.announcement import announce
from editor.gui.widgets.shortcut_priority import is_editing_key, is_history_key, window_action
from editor.review.casefold import fold_case

_MOST_LINES = 8
_WIDEST = 48
"""Largest width of the list in average characters; the line itself may be narrower."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Index = QModelIndex | QPersistentModelIndex


class CompletingLineEdit(QLineEdit):
    """Offers the values that contain the typed text, ignoring case and accents.

    The arrow keys select a value, which Enter, Tab or a click takes, and nothing else happens then.
    Where none is selected, both keys do what they do without a list. The down key offers all
    values; Escape closes the list.
    """

    chosen = Signal(str)
    """The value that the writer has accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.handled: Callable[[QKeyEvent], bool] = lambda _: False
        """Hook that gets every key first, and returns whether it has handled the key."""
        self.anchor: QWidget = self
        """The list is as wide as this widget at least, and below it: the line or an ancestor."""
        self._values: tuple[str, ...] = ()
        self._made: _FoldedCompleter | None = None
        self.textEdited.connect(lambda _: self._suggest())

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values``, best first, from now on."""
        if values != self._values:
            self._values = values
            if self._made is not None:
                self._made.offer(values)

    @property
    def offered(self) -> list[str]:
        """The values in the list, none while it is closed."""
        if not self._open():
            return []
        model = self._completer.completionModel()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Operate the list; leave undo and redo to the window."""
        if self._belongs_to_list(event) or is_history_key(event):
            event.ignore()
        elif self._opens_list(event):
            self._suggest(everything=True)
        elif self.handled(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _belongs_to_list(self, event: QKeyEvent) -> bool:
        """Return whether to ignore the key, so that it reaches the open list."""
        if not self._open():
            return False
        if event.key() == Qt.Key.Key_Escape:
            return True
        if event.key() in _ENTER:
            if self._completer.list.currentIndex().isValid():
                return True
            self._completer.list.hide()
        return False

    def _opens_list(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        return event.key() == Qt.Key.Key_Down and plain and bool(self._values) and not self._open()

    @property
    def _completer(self) -> "_FoldedCompleter":
        """The completer, created on demand: of some twenty lines in a form, few are typed in."""
        if self._made is None:
            self._made = _FoldedCompleter(self)
            self._made.list.setAccessibleName(self.tr("Aus früheren Rezensionen"))
            self._made.activated.connect(self._take)
            self._made.chosen.connect(self._take)
            # The keyboard stays in the line, and a reader with it.
            self._made.highlighted.connect(lambda value: announce(self, value))
            self._made.offer(self._values)
        return self._made

    def _open(self) -> bool:
        return self._made is not None and self._made.list.isVisible()

    def _suggest(self, *, everything: bool = False) -> None:
        if not self._values and not self._open():
            return
        text = self.text().strip()
        self._completer.setCompletionPrefix("" if everything else text)
        count = self._completer.completionCount()
        same = count == 1 and self._completer.currentCompletion() == text
        if not count or same or not (text or everything):
            self._completer.list.hide()
            return
        if not self._open():
            one, many = self.tr("1 Vorschlag"), self.tr("{n} Vorschläge").format(n=count)
            announce(self, one if count == 1 else many)
        letter = self.fontMetrics().averageCharWidth()
        # Including the width of a scroll bar.
        wanted = min(self._completer.list.sizeHintForColumn(0) + 4 * letter, _WIDEST * letter)
        place = self.mapFromGlobal(self.anchor.mapToGlobal(QPoint()))
        size = QSize(max(wanted, self.anchor.width()), self.anchor.height())
        self._completer.complete(QRect(place, size))

    def _take(self, value: str) -> None:
        self.setText(value)
        self.chosen.emit(value)


class _FoldedCompleter(QCompleter):
    """Completer that compares folded texts and shows the values as they are."""

    chosen = Signal(str)
    """The value that the writer has taken with the Tab key."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.list = QListView()
        self.list.setObjectName("completion")
        # As a window of its own it does not inherit that of the window of the line.
        self.list.setStyleSheet(line.window().styleSheet())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPopup(self.list)
        self.setWidget(line)
        self.setCompletionRole(Qt.ItemDataRole.UserRole)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_LINES)

    def offer(self, values: tuple[str, ...]) -> None:
        """Offer ``values``, best first, from now on."""
        self.setModel(_Values(values, self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the selected value with Tab; close the list before a shortcut of the window."""
        if isinstance(event, QKeyEvent) and watched is self.list and self.list.isVisible():
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and self._takes(event):
                return True
            if event.type() == QEvent.Type.ShortcutOverride or pressed:
                return self._leave_for_action(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Take the selected value if the key is Tab."""
        index = self.list.currentIndex()
        taken = event.key() == Qt.Key.Key_Tab and index.isValid()
        if taken:
            self.list.hide()
            self.chosen.emit(self.pathFromIndex(index))
        return taken

    def _leave_for_action(self, event: QKeyEvent) -> bool:
        """Close the list and run the action of the window that has the key, if there is one."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier or is_editing_key(event):
            return False
        action = window_action(self._line, event)
        if action is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.list.hide()
            action.trigger()
        return True

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        return [fold_case(path)]

    def pathFromIndex(self, index: _Index) -> str:  # noqa: N802 - Qt's name
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _Values(QAbstractListModel):
    def __init__(self, values: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = [(value, fold_case(value)) for value in values]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        value, folded = self._rows[index.row()]
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        return value if role in roles else folded if role == Qt.ItemDataRole.UserRole else None
