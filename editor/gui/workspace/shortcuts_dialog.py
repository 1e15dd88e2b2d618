"""Dialog in which the writer changes shortcuts."""

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.gui.dialogs import name_buttons
from editor.gui.keyboard.key_text import key_text
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.workspace.commands import places
from editor.gui.workspace.fuzzy import score
from editor.gui.workspace.shortcuts import Shortcuts

_RESIZE = QHeaderView.ResizeMode
_KEYS_WIDTH, _MENUS_WIDTH = 22, 12
"""Width of the column of the keys, that of the longest ones, and least width of that of the menus;
in average characters."""
_LEAST_LINES = 6
"""Least height of the table, in lines of text."""

_LEAVING_KEYS = [
    QKeyCombination(Qt.Key.Key_Tab),
    QKeyCombination(Qt.Key.Key_Backtab),
    QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backtab),
]
"""Keys that go to the next and the previous widget and cannot be shortcuts."""


class _KeysEdit(QKeySequenceEdit):
    """Takes the keys that are pressed, except those that leave the field."""

    left = Signal()
    """Escape was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Qt's own list lacks Shift, with which Backtab comes.
        self.setFinishingKeyCombinations(_LEAVING_KEYS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field with Escape."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _CommandTable(QTableWidget):
    """Commands, their menus and their keys; a narrow table leaves the menus out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its place, and the commands that of the menus if there is too little."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        menus = _MENUS_WIDTH * self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - self.columnWidth(2) - menus
        narrow = self.sizeHintForColumn(0) > room
        self.setColumnHidden(1, narrow)
        # The path of menus is the widest column and the least important one.
        modes = _RESIZE.Stretch if narrow else _RESIZE.ResizeToContents, _RESIZE.Stretch
        for column, mode in enumerate((*modes, _RESIZE.Fixed)):
            header.setSectionResizeMode(column, mode)


class ShortcutsDialog(QDialog):
    """Lists the actions; the shortcut of the selected one is typed below and applies at once."""

    def __init__(self, shortcuts: Shortcuts, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.shortcuts")
        self.setWindowTitle(self.tr("Tastenkürzel"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shortcuts = shortcuts
        self._verbs: list[str] = []
        self._keys: list[QTableWidgetItem] = []
        self._search = QLineEdit(self)
        self._search.setObjectName("shortcuts.search")
        self._search.setPlaceholderText(self.tr("Befehl oder Tasten suchen"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._table = self._make_table()
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._edit = _KeysEdit(self)
        self._edit.setObjectName("shortcuts.keys")
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self._edit.setAccessibleDescription(
            self.tr("Drücken Sie die neuen Tasten; Esc führt zurück zur Liste.")
        )
        self._reset = QPushButton(self.tr("&Zurücksetzen"), self)
        self._reset.setObjectName("shortcuts.reset")
        self._message = QLabel(self)
        self._message.setObjectName("shortcuts.message")
        self._message.setProperty("role", "warning")
        self._message.setWordWrap(True)
        self._lay_out(theme)
        self._wire()
        self._fill()
        self._table.selectRow(0)
        resize_to_fit(self, theme.px(760), min(theme.px(560), parent.height() - theme.px(60)))

    # -- rows -------------------------------------------------------------------------------------

    def _make_table(self) -> QTableWidget:
        table = _CommandTable(self)
        table.setObjectName("shortcuts.table")
        table.setAccessibleName(self.tr("Befehle und ihre Tasten"))
        table.setHorizontalHeaderLabels([self.tr("Befehl"), self.tr("Menü"), self.tr("Tasten")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height())
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setWordWrap(False)
        table.setColumnWidth(2, _KEYS_WIDTH * self.fontMetrics().averageCharWidth())
        return table

    def _fill(self) -> None:
        where = places()
        self._table.setRowCount(len(where))
        for row, (verb, place) in enumerate(where.items()):
            self._verbs.append(verb)
            self._keys.append(QTableWidgetItem())
            self._table.setItem(row, 0, QTableWidgetItem(self._shortcuts.text(verb)))
            path = QTableWidgetItem(place)
            path.setToolTip(place)
            self._table.setItem(row, 1, path)
            self._table.setItem(row, 2, self._keys[row])
        self._show_keys()

    def _show_keys(self) -> None:
        for verb, item in zip(self._verbs, self._keys, strict=True):
            item.setText(key_text(self._shortcuts.keys(verb)))
            font = item.font()
            font.setBold(self._shortcuts.is_changed(verb))
            item.setFont(font)
        verb = self._verb
        self._reset.setEnabled(bool(verb) and self._shortcuts.is_changed(verb))
        changed = any(self._shortcuts.is_changed(name) for name in self._shortcuts.verbs)
        self._reset_all.setEnabled(changed)

    def _filter(self, query: str) -> None:
        visible = []
        for row, (verb, item) in enumerate(zip(self._verbs, self._keys, strict=True)):
            text = f"{self._shortcuts.text(verb)} {item.text()}"
            fits = not query.strip() or score(query, text) is not None
            self._table.setRowHidden(row, not fits)
            if fits:
                visible.append(row)
        if visible and self._table.currentRow() not in visible:
            self._table.selectRow(visible[0])

    def _choose(self) -> None:
        verb = self._verb
        self._edit.setEnabled(bool(verb))
        if verb:
            name = self._shortcuts.text(verb)
            self._label.setText(self.tr("Tasten für „{name}“:").format(name=name))
            self._show_present_keys()
        self._say("")
        self._show_keys()

    def _show_present_keys(self) -> None:
        """Show the keys of the selected action in the field, and name them to a screen reader."""
        keys = self._shortcuts.keys(self._verb)
        self._edit.setKeySequence(keys)
        # Readers take the field for a widget without a value, so its name says it.
        name = f"{self._label.text()} {key_text(keys) or self.tr('keine')}"
        self._edit.setAccessibleName(name)
        for line in self._edit.findChildren(QLineEdit):
            # They meet the line as well as the field around it.
            line.setAccessibleName(name)
            # Qt's own is too long, and comes back with each sequence.
            line.setPlaceholderText(self.tr("Tasten drücken"))

    @property
    def _verb(self) -> str:
        row = self._table.currentRow()
        return self._verbs[row] if row >= 0 else ""

    # -- changes ----------------------------------------------------------------------------------

    def _typed(self) -> None:
        """Apply the keys, or say why not and show the present ones."""
        verb, keys = self._verb, self._edit.keySequence()
        if verb and keys != self._shortcuts.keys(verb):
            self._finish(self._shortcuts.set(verb, keys))

    def _finish(self, problem: str) -> None:
        self._show_present_keys()
        self._show_keys()
        self._say(problem)
        announce(self._edit, problem or self._edit.accessibleName())

    def _leave_keys(self) -> None:
        """Go back to the list; the keys stay as they were."""
        self._show_present_keys()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset_every(self) -> None:
        self._shortcuts.reset_all()
        self._finish("")

    def _say(self, problem: str) -> None:
        self._message.setText(problem)

    def _lay_out(self, theme: Theme) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._edit, 1)
        line.addWidget(self._reset)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._reset_all = buttons.addButton(
            self.tr("&Alle zurücksetzen"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._reset_all.setObjectName("shortcuts.resetAll")
        name_buttons(buttons)
        buttons.rejected.connect(self.reject)
        # Enter belongs to the two fields and must not close the dialog.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(10))
        column.addWidget(self._search)
        column.addWidget(self._table, 1)
        column.addWidget(self._label)
        column.addLayout(line)
        column.addWidget(self._message)
        column.addWidget(buttons)
        # The dialog keeps its size when a sentence appears.
        self._message.setMinimumHeight(2 * self._message.fontMetrics().lineSpacing())
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _wire(self) -> None:
        self._search.textChanged.connect(self._filter)
        self._table.currentCellChanged.connect(lambda *_: self._choose())
        self._edit.editingFinished.connect(self._typed)
        self._edit.left.connect(self._leave_keys)
        self._reset.clicked.connect(lambda: self._finish(self._shortcuts.reset(self._verb)))
        self._reset_all.clicked.connect(self._reset_every)
        self._table.activated.connect(lambda _: self._edit.setFocus())
