"""Bar above the form for find and replace."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from editor.gui.keyboard.key_text import with_keys
from editor.gui.search.bar_widgets import (
    line_edit,
    push_button,
    row_of,
    show_icons,
    toggle_button,
    tool_button,
    widget_with,
)
from editor.gui.search.field_row import FieldRow
from editor.gui.search.replacement_list import ReplacementList
from editor.gui.theme import Theme
from editor.gui.widgets.shortcut_priority import is_history_key
from editor.review.search import SearchQuery

_FIELD = 150
"""Least width of the field of the query, in units of ``Theme.px``."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Fields for the query and the replacement, the number of matches, and the list of changes."""

    query_changed = Signal(object)
    """The SearchQuery that is entered now."""
    replacement_changed = Signal(str)
    """The replacement that is entered now."""
    step_requested = Signal(int)
    """Go to the next match (1) or the previous one (-1)."""
    replace_requested = Signal()
    """Replace the current match."""
    list_requested = Signal()
    """List what replacing all matches would do."""
    apply_requested = Signal()
    """Replace the matches that are ticked in the list."""
    close_requested = Signal()
    """Close the bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._text = line_edit("text", self.tr("Suchen"), self)
        self._replacement = line_edit("replacement", self.tr("Ersetzen durch"), self)
        self._case = toggle_button(
            "case", self.tr("Groß- und Kleinschreibung beachten"), "Aa", "Alt+C", self
        )
        self._words = toggle_button(
            "words", self.tr("Nur ganze Wörter"), self.tr("Wort"), "Alt+W", self
        )
        self._regex = toggle_button(
            "regex", self.tr("Suchmuster (regulärer Ausdruck)"), ".*", "Alt+R", self
        )
        self._previous = tool_button("previous", self.tr("Vorige Stelle"), "‹", self)
        self._next = tool_button("next", self.tr("Nächste Stelle"), "›", self)
        self._count, self._message = self._make_labels()
        self._replace = push_button("replace", self.tr("Ersetzen"), self)
        self._all = push_button("all", self.tr("Alle ersetzen …"), self)
        self._apply = push_button("apply", "", self)
        self._apply.setProperty("role", "act")
        self._cancel = push_button("cancel", self.tr("Abbrechen"), self)
        self.replacement_list = ReplacementList(theme, self)
        self._lay_out(theme)
        self._wire()
        show_icons(self, theme)
        self.show_count(0, -1)
        self.show_message("")
        self.hide_list()
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The widgets of the tab order: row by row, and below the list what the list is for."""
        return self._stops

    def follow_actions(self, previous: QAction, following: QAction) -> None:
        """Show the tool tips of these actions, with their keys, at the buttons for steps."""
        for button, action in ((self._previous, previous), (self._next, following)):
            button.setToolTip(action.toolTip())
            action.changed.connect(partial(_copy_tip, action, button))

    # -- contents ---------------------------------------------------------------------------------

    @property
    def query(self) -> SearchQuery:
        """The query in the fields."""
        return SearchQuery(
            self._text.text(),
            regex=self._regex.isChecked(),
            whole_words=self._words.isChecked(),
            case=self._case.isChecked(),
        )

    @property
    def replacement(self) -> str:
        """The replacement in its field."""
        return self._replacement.text()

    def open(self, text: str, *, replacing: bool) -> None:
        """Show the bar and focus its query, which becomes ``text`` unless that is empty."""
        if text:
            self._text.setText(text)
        self._lower.setVisible(replacing or (self.isVisible() and self._lower.isVisible()))
        self.show()
        self._text.selectAll()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, count: int, current: int) -> None:
        """Show the number of matches, and which is the current one: from 0 on, -1 for none."""
        if not self._text.text():
            text = ""
        elif not count:
            text = self.tr("Keine Stelle")
        elif current < 0:
            text = self.tr("1 Stelle") if count == 1 else self.tr("{n} Stellen").format(n=count)
        else:
            text = self.tr("{i} von {n}").format(i=current + 1, n=count)
        self._count.setText(text)
        self._count.setAccessibleName(text)
        self.enable(on=count > 0)

    def enable(self, *, on: bool) -> None:
        """Enable or disable the buttons that go to a match or replace."""
        for button in (self._next, self._previous, self._replace, self._all):
            button.setEnabled(on)

    def show_message(self, text: str, *, warning: bool = True) -> None:
        """Show a sentence below the fields, or none if ``text`` is empty."""
        self._message.setProperty("role", "warning" if warning else "soft")
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def show_list(self) -> None:
        """Show the list of changes and focus it."""
        if self._list.isHidden():
            self._list.show()
            self.replacement_list.setCurrentIndex(self.replacement_list.replacements.index(0, 0))
            self.replacement_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_list(self) -> None:
        """Hide and clear the list of changes."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._list.isAncestorOf(focused)
        self._list.hide()
        self.replacement_list.replacements.clear()
        if inside:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def list_visible(self) -> bool:
        """Whether the list is shown."""
        return not self._list.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Show the bar in ``theme``."""
        self.replacement_list.set_theme(theme)
        show_icons(self, theme)

    # -- events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close list or bar with Escape; run the command of the focused field with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            if self.list_visible:
                self.hide_list()
            else:
                self.close_requested.emit()
        elif event.key() in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._enter(back=back)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window, which undoes replacements."""
        if is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _enter(self, *, back: bool) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif focused is self._replacement:
            self.replace_requested.emit()
        elif focused is self.replacement_list:
            self._apply.click()
        else:
            self.step_requested.emit(-1 if back else 1)

    # -- building ---------------------------------------------------------------------------------

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        close = tool_button("close", with_keys(self.tr("Schließen"), "Esc"), "×", self)
        close.setAccessibleName(self.tr("Suche schließen"))
        close.clicked.connect(self.close_requested)
        self._text.setMinimumWidth(px(_FIELD))
        before = (self._case, self._words, self._regex)
        tools = row_of(px(4), self._count, self._previous, self._next, close)
        for place, tool in enumerate(before):
            tools.insertWidget(place, tool)
        upper = FieldRow(self._text, widget_with(self, tools), px(4), self)
        self._lower = widget_with(self, row_of(px(6), self._replacement, self._replace, self._all))
        lines = QVBoxLayout()
        lines.addWidget(self.replacement_list)
        lines.addLayout(row_of(px(6), QWidget(self), self._cancel, self._apply))
        self._list = widget_with(self, lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(10), px(8))
        column.setSpacing(px(6))
        column.addWidget(upper)
        for part in (self._lower, self._message, self._list):
            column.addWidget(part)
        self._lower.hide()
        self._order_stops(close)

    def _make_labels(self) -> tuple[QLabel, QLabel]:
        """Return the labels of the count and of the message."""
        count, message = QLabel(self), QLabel(self)
        count.setObjectName("find.count")
        count.setProperty("role", "soft")
        count.setMinimumWidth(count.fontMetrics().horizontalAdvance("000 von 000"))
        count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        message.setObjectName("find.message")
        message.setWordWrap(True)
        message.setTextFormat(Qt.TextFormat.PlainText)
        return count, message

    def _order_stops(self, close: QWidget) -> None:
        upper = (self._text, self._case, self._words, self._regex, self._previous, self._next)
        lower = (self._replacement, self._replace, self._all)
        self._stops = (*upper, close, *lower, self.replacement_list, self._apply, self._cancel)

    def _wire(self) -> None:
        self._text.textChanged.connect(self._report_query)
        for toggle in (self._case, self._words, self._regex):
            toggle.toggled.connect(self._report_query)
        self._replacement.textChanged.connect(self.replacement_changed)
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        self._replace.clicked.connect(self.replace_requested)
        self._all.clicked.connect(self.list_requested)
        self._apply.clicked.connect(self.apply_requested)
        self._cancel.clicked.connect(self.hide_list)
        self.replacement_list.replacements.ticked_changed.connect(self._show_ticked_count)
        for line in (self._text, self._replacement):
            line.installEventFilter(self)

    def _report_query(self) -> None:
        self.query_changed.emit(self.query)

    def _show_ticked_count(self, count: int) -> None:
        one = self.tr("1 Stelle ersetzen")
        self._apply.setText(one if count == 1 else self.tr("{n} Stellen ersetzen").format(n=count))
        self._apply.setEnabled(count > 0)


def _copy_tip(action: QAction, button: QWidget) -> None:
    button.setToolTip(action.toolTip())
