"""Command palette: a list of all commands, searched by typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate
from editor.gui.workspace.commands import Command, ranked

_ROWS = 11
_COMMAND = Qt.ItemDataRole.UserRole + 20
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _ROWS,
}


class CommandPalette(QFrame):
    """Opens over the window; Enter runs the selected command, Escape closes the list."""

    chosen = Signal(object)
    """Emitted with the Command to run, after the list has closed."""

    def __init__(
        self,
        commands: Callable[[], list[Command]],
        recent: Callable[[], tuple[str, ...]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Befehle"))
        self._make, self._recent, self._window = commands, recent, parent
        self._theme = theme
        self._commands: list[Command] = []
        self._field = QLineEdit(self)
        self._field.setObjectName("palette.field")
        self._field.setAccessibleName(self.tr("Befehl suchen"))
        self._field.setPlaceholderText(self.tr("Was möchten Sie tun?"))
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("palette.list")
        self._list.setProperty("role", "lines")
        self._list.setAccessibleName(self.tr("Befehle"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda _: self._run())
        self._none = QLabel(self.tr("Kein Befehl passt dazu."), self)
        self._none.setProperty("role", "soft")
        self._lay_out(theme)

    def open(self, theme: Theme) -> None:
        """Show all commands in their present state, with an empty search."""
        self._commands = self._make()
        self._delegate.theme = theme
        self._field.clear()
        self._theme = theme
        self._fill("")
        # Read with the field, which gets the keyboard; later rows are announced.
        self._field.setAccessibleDescription(self._current_text())
        self._place()
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the selection and run a command while the field has the keyboard."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
            self._speak()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return super().eventFilter(watched, event)
        return True

    def _fill(self, query: str) -> None:
        self._list.clear()
        for command in ranked(self._commands, query, self._recent()):
            self._add(command)
        self._none.setVisible(not self._list.count())
        self._list.setCurrentRow(0)
        self._move(0)
        self._list.scrollToTop()
        self._fit()
        self._speak()

    def _add(self, command: Command) -> None:
        item = QListWidgetItem(command.text, self._list)
        item.setData(_COMMAND, command)
        sides = [command.reason] if command.reason else [command.place, command.keys]
        sides = [side for side in sides if side]
        item.setData(ItemRole.SIDE, "   ".join(sides))
        item.setData(ItemRole.QUIET, not command.enabled)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join([command.text, *sides]))
        if not command.enabled:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)

    def _move(self, by: int) -> None:
        """Move the selection by so many rows, past disabled commands."""
        if not self._list.count():
            return
        wanted = min(max(self._list.currentRow() + by, 0), self._list.count() - 1)
        step = 1 if by >= 0 else -1
        for row in (
            *range(wanted, self._list.count() if step > 0 else -1, step),
            *range(wanted, -1 if step > 0 else self._list.count(), -step),
        ):
            if self._list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self._list.setCurrentRow(row)
                return
        self._list.setCurrentRow(-1)

    def _run(self) -> None:
        if self._list.currentRow() >= 0:
            command = self._list.currentItem().data(_COMMAND)
            self.close()
            self.chosen.emit(command)

    def _current_text(self) -> str:
        if self._list.currentRow() < 0:
            return self._none.text()
        return str(self._list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))

    def _speak(self) -> None:
        """Let a screen reader read the selected row while the field has the keyboard."""
        if self.isVisible():
            announce(self._field, self._current_text())

    def _lay_out(self, theme: Theme) -> None:
        self._delegate = ListDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._column = column = QVBoxLayout(self)
        margin = theme.px(8)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(margin)
        column.addWidget(self._field)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._none.setContentsMargins(margin, 0, margin, 0)

    def _place(self) -> None:
        """Move to the middle of the window's width, near its top."""
        corner = QPoint((self._window.width() - self.width()) // 2, self._theme.px(64))
        self.move(self._window.mapToGlobal(corner))

    def _fit(self) -> None:
        """Take the height of the rows that are listed, of which the first ``_ROWS`` are seen."""
        px, window = self._theme.px, self._window
        rows = min(self._list.count(), _ROWS) * self._list.sizeHintForRow(0)
        self._list.setVisible(rows > 0)
        self._column.activate()  # else the list that is hidden keeps its least height
        listed = rows if rows > 0 else self._none.sizeHint().height()
        height = self._field.sizeHint().height() + listed + 3 * px(8) + 2 * self.frameWidth()
        width = min(px(640), window.width() - px(32))
        self.resize(width, min(height, window.height() - px(96)))
