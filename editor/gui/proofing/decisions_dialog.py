"""Dialog with all decisions: words accepted or rejected, findings hidden, rules switched off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

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

from editor.gui.dialogs import name_buttons
from editor.gui.document import Document
from editor.gui.proofing.decisions import DecisionService
from editor.gui.proofing.explanations import Explanations
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate
from editor.languagetool.rule_catalogue import RuleExplanation
from editor.proofing.ignored_findings import HIDDEN_KEY, IgnoredFindings
from editor.proofing.names.entries import VOCABULARY_KEY, texts_of
from editor.proofing.proposals.rejected_names import REJECTED_KEY


@dataclass(frozen=True, slots=True)
class _Row:
    """A decision with the callable that undoes it."""

    text: str
    take_back: Callable[[], object]
    rule: str = ""
    """Id of the rule, if the decision was to switch it off."""


class DecisionsDialog(QDialog):
    """Lists decisions; Delete or the button undoes the selected ones."""

    def __init__(
        self,
        document: Document,
        decisions: DecisionService,
        explanations: Explanations,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.decided")
        self.setWindowTitle(self.tr("Angenommenes und Ausgeblendetes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._decisions, self._explanations = document, decisions, explanations
        self._list = QListWidget(self)
        self._list.setProperty("role", "list")
        self._list.setObjectName("decided")
        self._list.setAccessibleName(self.windowTitle())
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.setItemDelegate(ListDelegate(theme, self._list))
        self._empty = QLabel(
            self.tr(
                "Hier stehen angenommene Wörter, ausgeblendete Hinweise und abgeschaltete Regeln."
            ),
            self,
        )
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self._remove = QPushButton(self.tr("&Zurücknehmen"), self)
        self._remove.setObjectName("decided.remove")
        self._remove.setShortcut("Del")
        self._remove.clicked.connect(self._take_back)
        self._list.itemSelectionChanged.connect(self._selected)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._remove, QDialogButtonBox.ButtonRole.ActionRole)
        name_buttons(buttons)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.addWidget(self._empty)
        lines.addWidget(self._list, 1)
        lines.addWidget(buttons)
        explanations.explained.connect(self._name)
        self._fill()
        metrics = self.fontMetrics()
        height = metrics.height() * 22 if self._list.count() else 0
        resize_to_fit(self, metrics.averageCharWidth() * 120, height)
        self._ask_names()

    def _fill(self) -> None:
        self._list.clear()
        for row in self._rows():
            item = QListWidgetItem(row.text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, row)
            self._show_rule(item, row.rule)
        for widget in (self._list, self._remove):
            widget.setVisible(self._list.count() > 0)
        self._selected()

    def _ask_names(self) -> None:
        for rule in self._decisions.rules_off:
            if self._explanations.cached(rule) is None:
                self._explanations.request(rule)

    def _name(self, rule: str, _: RuleExplanation | None) -> None:
        for item in map(self._list.item, range(self._list.count())):
            if item.data(Qt.ItemDataRole.UserRole).rule == rule:
                item.setText(self._rule_text(rule))
                self._show_rule(item, rule)

    def _rule_text(self, rule: str) -> str:
        explanation = self._explanations.cached(rule)
        name = explanation.name if explanation is not None else ""
        return self.tr("{rule} · Regel abgeschaltet").format(rule=name or rule)

    @staticmethod
    def _show_rule(item: QListWidgetItem, rule: str) -> None:
        """Show the id of a rule beside its name; nothing for other decisions."""
        if rule and not item.text().startswith(rule):
            item.setData(ItemRole.SIDE, rule)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} ({rule})")
        item.setToolTip(item.text())

    def _selected(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _take_back(self) -> None:
        for item in self._list.selectedItems():
            item.data(Qt.ItemDataRole.UserRole).take_back()
        self._fill()

    def _rows(self) -> Iterator[_Row]:
        review = self._document.review
        accepted = self.tr("„{word}“ · in dieser Rezension angenommen")
        yield from self._word_rows(VOCABULARY_KEY, accepted)
        for word in self._decisions.words:
            text = self.tr("„{word}“ · im Wörterbuch").format(word=word)
            yield _Row(text, partial(self._decisions.forget, word))
        yield from self._word_rows(REJECTED_KEY, self.tr("„{word}“ · hier kein Name"))
        for entry in IgnoredFindings.of(review).stored():
            text = self.tr("{sentence} · hier nicht gemeldet").format(sentence=entry["sentence"])
            yield _Row(text, partial(self._show_again, entry))
        for rule in self._decisions.rules_off:
            yield _Row(self._rule_text(rule), partial(self._decisions.turn_on, rule), rule)

    def _word_rows(self, key: str, text: str) -> Iterator[_Row]:
        """Yield a row for each word that the front matter has under ``key``."""
        for word in texts_of(self._document.review.fact(key)):
            yield _Row(text.format(word=word), partial(self._remove_word, key, word))

    def _remove_word(self, key: str, word: str) -> None:
        value = self._document.review.fact(key)
        rest = [item for item in value if item != word] if isinstance(value, list) else []
        self._document.edit_fact(key, rest, typing=False)

    def _show_again(self, entry: dict[str, str]) -> None:
        ignored = IgnoredFindings.of(self._document.review).show((entry["rule"], entry["sentence"]))
        self._document.edit_fact(HIDDEN_KEY, ignored.stored(), typing=False)
