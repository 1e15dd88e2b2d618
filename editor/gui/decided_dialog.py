"""Everything that was accepted, hidden or switched off, in one list, each with a way back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.decisions import Deciding
from editor.gui.document import Document
from editor.language.decisions import HIDDEN_KEY, Decisions
from editor.language.vocabulary import REVIEW_KEY


@dataclass(frozen=True, slots=True)
class _Row:
    """One decision: what it says, and what takes it back."""

    text: str
    take_back: Callable[[], object]


class DecidedDialog(QDialog):
    """Lists decisions; Delete or the button takes the chosen ones back."""

    def __init__(self, document: Document, deciding: Deciding, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.decided")
        self.setWindowTitle(self.tr("Angenommenes und Ausgeblendetes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._deciding = document, deciding
        self._list = QListWidget(self)
        self._list.setObjectName("decided")
        self._list.setAccessibleName(self.windowTitle())
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._empty = QLabel(
            self.tr("Hier steht, was Sie angenommen, ausgeblendet oder abgeschaltet haben."), self
        )
        self._empty.setProperty("role", "soft")
        self._remove = QPushButton(self.tr("&Zurücknehmen"), self)
        self._remove.setObjectName("decided.remove")
        self._remove.setShortcut("Del")
        self._remove.clicked.connect(self._take_back)
        self._list.itemSelectionChanged.connect(self._selected)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._remove, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.addWidget(self._empty)
        lines.addWidget(self._list, 1)
        lines.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 22)
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        for row in self._rows():
            item = QListWidgetItem(row.text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, row)
        self._selected()

    def _selected(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _take_back(self) -> None:
        for item in self._list.selectedItems():
            item.data(Qt.ItemDataRole.UserRole).take_back()
        self._fill()

    def _rows(self) -> Iterator[_Row]:
        review = self._document.review
        known = review.fact(REVIEW_KEY)
        for word in known if isinstance(known, list) else []:
            text = self.tr("„{word}“ · in dieser Rezension bekannt").format(word=word)
            yield _Row(text, self._without(REVIEW_KEY, word))
        for word in self._deciding.words:
            text = self.tr("„{word}“ · im Wörterbuch").format(word=word)
            yield _Row(text, partial(self._deciding.forget, word))
        decisions = Decisions.of(review)
        for entry in decisions.stored():
            text = self.tr("{sentence} · hier nicht gemeldet").format(sentence=entry["sentence"])
            yield _Row(text, partial(self._show_again, entry))
        for rule in self._deciding.rules_off:
            text = self.tr("{rule} · Regel abgeschaltet").format(rule=rule)
            yield _Row(text, partial(self._deciding.turn_on, rule))

    def _without(self, key: str, value: Any) -> Callable[[], None]:
        def take_back() -> None:
            kept = [item for item in self._document.review.fact(key) or [] if item != value]
            self._document.edit_fact(key, kept, typing=False)

        return take_back

    def _show_again(self, entry: dict[str, str]) -> None:
        decisions = Decisions.of(self._document.review).show((entry["rule"], entry["sentence"]))
        self._document.edit_fact(HIDDEN_KEY, decisions.stored(), typing=False)
