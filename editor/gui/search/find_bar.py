"""The bar above the form in which one searches and replaces."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.search.replacement_list import ReplacementList
from editor.gui.theme import Theme
from editor.gui.widgets.history_keys import is_history_key
from editor.review.search import Query

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Says what the writer is looking for and shows how many places there are."""

    asked = Signal(object)
    """The Query was changed."""
    replacement_changed = Signal(str)
    stepped = Signal(int)
    """To the next place (1) or the previous one (-1)."""
    replace_asked = Signal()
    """Replace the current place."""
    list_asked = Signal()
    """List what replacing all places would do."""
    apply_asked = Signal()
    """Replace what is ticked in the list."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._text = _line("find.text", self.tr("Suchen"), self)
        self._replacement = _line("find.replacement", self.tr("Ersetzen durch"), self)
        self._case = self._toggle("case", self.tr("Groß- und Kleinschreibung"), "Aa", "Alt+C")
        self._words = self._toggle("words", self.tr("Nur ganze Wörter"), self.tr("Wort"), "Alt+W")
        self._regex = self._toggle("regex", self.tr("Regulärer Ausdruck"), ".*", "Alt+R")
        self._count = QLabel(self)
        self._count.setObjectName("find.count")
        self._count.setProperty("role", "soft")
        self._message = QLabel(self)
        self._message.setObjectName("find.message")
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._replace = self._button("replace", self.tr("Ersetzen"))
        self._all = self._button("all", self.tr("Alle ersetzen …"))
        self._apply = self._button("apply", "")
        self._apply.setProperty("role", "act")
        self._cancel = self._button("cancel", self.tr("Abbrechen"))
        self.preview = ReplacementList(theme, self)
        self._lay_out(theme)
        self._wire()
        self.show_count(0, -1)
        self.show_message("")
        self.hide_list()
        self.hide()

    # -- what is shown --------------------------------------------------------------------------

    @property
    def query(self) -> Query:
        """What the writer is looking for."""
        return Query(
            self._text.text(),
            regex=self._regex.isChecked(),
            whole_words=self._words.isChecked(),
            case=self._case.isChecked(),
        )

    @property
    def replacement(self) -> str:
        """What found text is to be replaced by."""
        return self._replacement.text()

    def open(self, text: str, *, replacing: bool) -> None:
        """Show the bar, with ``text`` to look for unless it is empty, and go into its field."""
        if text:
            self._text.setText(text)
        self._lower.setVisible(replacing or (self.isVisible() and self._lower.isVisible()))
        self.show()
        self._text.selectAll()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, count: int, current: int) -> None:
        """Say how many places there are, and which of them, from 0 on, is the current one."""
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
        """Offer to go to a place and to replace, or not."""
        for button in (self._next, self._previous, self._replace, self._all):
            button.setEnabled(on)

    def show_message(self, text: str, *, warning: bool = True) -> None:
        """Say a sentence below the fields, or nothing."""
        self._message.setProperty("role", "warning" if warning else "soft")
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def show_list(self) -> None:
        """Show the list of what would be replaced."""
        if self._list.isHidden():
            self._list.show()
            self.preview.setCurrentIndex(self.preview.changes.index(0, 0))
            self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_list(self) -> None:
        """Put the list away."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._list.isAncestorOf(focused)
        self._list.hide()
        self.preview.changes.clear()
        if inside:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def listing(self) -> bool:
        """Whether the list is shown."""
        return not self._list.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Show the bar in ``theme``."""
        self.preview.set_theme(theme)

    # -- Qt ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list, then the bar; Enter does what belongs to the field it is in."""
        if event.key() == Qt.Key.Key_Escape:
            if self.listing:
                self.hide_list()
            else:
                self.closed.emit()
        elif event.key() in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._enter(back=back)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the window: what is to be taken back is a replacement."""
        if is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _enter(self, *, back: bool) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif focused is self._replacement:
            self.replace_asked.emit()
        elif focused is self.preview:
            self._apply.click()
        else:
            self.stepped.emit(-1 if back else 1)

    # -- inside -----------------------------------------------------------------------------------

    def _toggle(self, name: str, title: str, label: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"find.{name}")
        button.setText(label)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sequence = QKeySequence(key)
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{title} ({shown})")
        button.setAccessibleName(title)
        shortcut = QShortcut(sequence, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.toggle)
        return button

    def _step(self, name: str, title: str, label: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"find.{name}")
        button.setText(label)
        button.setToolTip(title)
        button.setAccessibleName(title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"find.{name}")
        return button

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        self._previous = self._step("previous", self.tr("Vorige Stelle (Umschalt+F3)"), "‹", -1)
        self._next = self._step("next", self.tr("Nächste Stelle (F3)"), "›", 1)
        close = QToolButton(self)
        close.setObjectName("find.close")
        close.setText("×")
        close.setToolTip(self.tr("Schließen (Esc)"))
        close.setAccessibleName(self.tr("Suche schließen"))
        close.clicked.connect(self.closed)
        upper = _row(
            px(4),
            *(self._text, self._case, self._words, self._regex, self._count),
            *(self._previous, self._next, close),
        )
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance("000 von 000"))
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lower = _within(self, _row(px(6), self._replacement, self._replace, self._all))
        foot = _row(px(6), QWidget(self), self._cancel, self._apply)
        lines = QVBoxLayout()
        lines.addWidget(self.preview)
        lines.addLayout(foot)
        self._list = _within(self, lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(10), px(8))
        column.setSpacing(px(6))
        column.addLayout(upper)
        for part in (self._lower, self._message, self._list):
            column.addWidget(part)
        self._lower.hide()
        self._order_tabs(close)

    def _order_tabs(self, close: QWidget) -> None:
        """Let the Tab key go row by row; below the list comes first what the list is for."""
        upper = (self._text, self._case, self._words, self._regex, self._previous, self._next)
        lower = (self._replacement, self._replace, self._all)
        stops = (*upper, close, *lower, self.preview, self._apply, self._cancel)
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _wire(self) -> None:
        self._text.textChanged.connect(self._ask)
        for toggle in (self._case, self._words, self._regex):
            toggle.toggled.connect(self._ask)
        self._replacement.textChanged.connect(self.replacement_changed)
        self._replace.clicked.connect(self.replace_asked)
        self._all.clicked.connect(self.list_asked)
        self._apply.clicked.connect(self.apply_asked)
        self._cancel.clicked.connect(self.hide_list)
        self.preview.changes.ticked.connect(self._show_ticked)
        for line in (self._text, self._replacement):
            line.installEventFilter(self)

    def _ask(self) -> None:
        self.asked.emit(self.query)

    def _show_ticked(self, count: int) -> None:
        one = self.tr("1 Stelle ersetzen")
        self._apply.setText(one if count == 1 else self.tr("{n} Stellen ersetzen").format(n=count))
        self._apply.setEnabled(count > 0)


def put_above(bar: FindBar, form: QWidget, pane: QWidget) -> None:
    """Lay ``bar`` out above ``form`` in ``pane``, which both of them are children of."""
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(form, 1)


def _line(name: str, title: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setObjectName(name)
    line.setPlaceholderText(title)
    line.setAccessibleName(title)
    return line


def _row(spacing: int, first: QWidget, *others: QWidget) -> QHBoxLayout:
    """Return widgets side by side; the first one takes the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row


def _within(parent: QWidget, layout: QHBoxLayout | QVBoxLayout) -> QWidget:
    part = QWidget(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    part.setLayout(layout)
    return part
