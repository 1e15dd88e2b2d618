"""Editor of the writer's dictionary: adds and removes words, imports and exports word lists."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.settings.setting import matches_query
from editor.gui.theme import Theme
from editor.settings.declaration import SettingGroup

_LINES = 8
"""Words that are visible at the same time."""
_LEAST_WORD = 6
"""Least width of the list of words, in average characters."""


class _DictionaryChange(NamedTuple):
    """Last change in this editor: undoing it must not touch words that came from elsewhere."""

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def is_in(self, words: Sequence[str]) -> bool:
        """Return whether ``words`` still have the change, so that it can be undone."""
        return self.added.issubset(words) and self.removed.isdisjoint(words)


_NO_CHANGE = _DictionaryChange()


class DictionaryEditor(QWidget):
    """Shows the words and emits the writer's changes; the owner of the words shows them again."""

    changed = Signal(object, object)
    """Emitted with the words to add and the words to remove, both frozensets."""
    import_requested = Signal()
    export_requested = Signal()

    group = SettingGroup.CHECKING

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._last = _NO_CHANGE
        self._title = QLabel(self.tr("Ihr Wörterbuch"), self)
        self._sentence = QLabel(
            self.tr("Diese Wörter gelten in jeder Rezension als richtig."), self
        )
        self._sentence.setProperty("role", "soft")
        self._list = self._make_list()
        self._entry = QLineEdit(self)
        self._entry.setObjectName("dictionary.word")
        self._entry.setAccessibleName(self.tr("Neues Wort"))
        self._entry.setPlaceholderText(self.tr("Neues Wort"))
        self._entry.returnPressed.connect(self._add)
        self._message = QLabel(self)
        self._message.setObjectName("dictionary.said")
        self._message.setProperty("role", "soft")
        self._message.setWordWrap(True)
        self._make_buttons()
        self._lay_out(theme)
        self._selected()

    def show_words(self, words: Sequence[str]) -> None:
        """Show ``words`` in alphabetical order; the selected ones stay selected."""
        chosen = {item.text() for item in self._list.selectedItems()}
        self._words = tuple(words)
        self._list.clear()
        self._list.addItems(sorted(words, key=_sort_key))
        for item in map(self._list.item, range(self._list.count())):
            item.setSelected(item.text() in chosen)
        self._selected()
        if not self._last.is_in(words):
            self._undo.hide()

    def say(self, text: str) -> None:
        """Show a message about something that cannot be undone."""
        self._message.setText(text)
        self._undo.hide()

    def matches(self, query: str) -> bool:
        """Return whether ``query`` matches the dictionary's texts or one of its words."""
        return matches_query(query, self._title.text(), self._sentence.text(), *self._words)

    def _add(self) -> None:
        word = self._entry.text().strip()
        if not word:
            return
        if word in self._words:
            self.say(self.tr("„{word}“ steht schon im Wörterbuch.").format(word=word))
        else:
            sentence = self.tr("„{word}“ ist aufgenommen.").format(word=word)
            self._change(_DictionaryChange(added=frozenset({word})), sentence)
        self._entry.clear()
        self._entry.setFocus()
        for item in self._list.findItems(word, Qt.MatchFlag.MatchExactly):
            self._list.setCurrentItem(item)

    def _remove(self) -> None:
        removed = [item.text() for item in self._list.selectedItems()]
        if removed:
            sentence = (
                self.tr("„{word}“ ist entfernt.")
                if len(removed) == 1
                else self.tr("{word} Wörter sind entfernt.")
            )
            word = removed[0] if len(removed) == 1 else str(len(removed))
            self._change(_DictionaryChange(removed=frozenset(removed)), sentence.format(word=word))

    def _change(self, change: _DictionaryChange, sentence: str) -> None:
        self.say(sentence)
        self._last = change
        self.changed.emit(*change)
        self._undo.setVisible(change.is_in(self._words))

    def _undo_change(self) -> None:
        self.say("")
        self._entry.setFocus()
        self.changed.emit(self._last.removed, self._last.added)

    def _selected(self) -> None:
        self._delete.setEnabled(bool(self._list.selectedItems()))
        self._export.setEnabled(bool(self._words))

    def _make_list(self) -> QListWidget:
        words = QListWidget(self)
        words.setObjectName("dictionary.words")
        words.setAccessibleName(self._title.text())
        words.setProperty("role", "list")
        words.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        # Beside the buttons there is little room in a narrow window.
        words.setMinimumWidth(words.fontMetrics().averageCharWidth() * _LEAST_WORD)
        words.setFixedHeight(words.fontMetrics().lineSpacing() * _LINES + 2 * words.frameWidth())
        words.itemSelectionChanged.connect(self._selected)
        delete = QShortcut(QKeySequence.StandardKey.Delete, words)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        return words

    def _make_buttons(self) -> None:
        self._add_word = self._button("dictionary.add", self.tr("&Aufnehmen"))
        self._add_word.clicked.connect(self._add)
        self._delete = self._button("dictionary.remove", self.tr("&Entfernen"))
        self._delete.clicked.connect(self._remove)
        self._import = self._button("dictionary.import", self.tr("&Importieren …"))
        self._import.clicked.connect(self.import_requested)
        self._import.setToolTip(self.tr("Wörter aus einer Textdatei importieren, eines je Zeile"))
        self._export = self._button("dictionary.export", self.tr("E&xportieren …"))
        self._export.clicked.connect(self.export_requested)
        self._export.setToolTip(self.tr("Alle Wörter in eine Textdatei schreiben, eines je Zeile"))
        self._undo = self._button("dictionary.undo", self.tr("&Rückgängig"))
        self._undo.clicked.connect(self._undo_change)
        self._undo.hide()

    def _lay_out(self, theme: Theme) -> None:
        entry = QHBoxLayout()
        entry.addWidget(self._entry, 1)
        entry.addWidget(self._add_word)
        buttons = QVBoxLayout()
        for button in (self._delete, self._import, self._export):
            buttons.addWidget(button)
        buttons.addStretch(1)
        words = QHBoxLayout()
        words.addWidget(self._list, 1)
        words.addLayout(buttons)
        message = QHBoxLayout()
        message.addWidget(self._message, 1)
        message.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, theme.px(10))
        column.setSpacing(theme.px(5))
        for part in (self._title, self._sentence):
            column.addWidget(part)
        for line in (entry, words, message):
            column.addLayout(line)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button


def _sort_key(word: str) -> tuple[str, str]:
    """Return the key of DIN 5007-1: an umlaut sorts as its vowel, ß as ss."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)), word
