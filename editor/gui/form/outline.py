"""The outline: what the review consists of, and one thing to know about each section."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.gui.form.form_page import FACTS
from editor.gui.form.section_summary import SectionSummary
from editor.gui.theme import Theme
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate
from editor.languagetool.finding import Finding, FindingKind
from editor.review.form import Form
from editor.review.model import Review
from editor.review.rating import rating_of, scale_of
from editor.review.section_moves import sections_off
from editor.review.statistics import Statistics


class Outline(QWidget):
    """Lists facts and sections; choosing one goes there."""

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    """The writer wants the menu of a section or of the facts; where, in screen coordinates."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePane")
        heading = QLabel(self.tr("REZENSION"), self)
        heading.setObjectName("heading")
        self._list = QListWidget(self)
        self._list.setObjectName("outline")
        self._list.setAccessibleName(self.tr("Gliederung"))
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = ListDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.data(ItemRole.KEY)))
        self._list.itemActivated.connect(lambda item: self.chosen.emit(item.data(ItemRole.KEY)))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._ask_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        # Around the label: margins of its own do not outlast the style sheet.
        head.setContentsMargins(theme.px(18), theme.px(16), 0, theme.px(4))
        head.addWidget(heading)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.setMinimumWidth(theme.px(140))

    def set_theme(self, theme: Theme) -> None:
        """Show the outline in ``theme``."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def take_keyboard(self) -> None:
        """Let the list have the keyboard."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def focused(self) -> bool:
        """Whether the list has the keyboard."""
        return self._list.hasFocus()

    @property
    def current(self) -> str:
        """What the marked row stands for, empty where none is marked."""
        row = self._list.currentRow()
        return self._key(row) if row >= 0 else ""

    def show_review(
        self,
        review: Review,
        form: Form,
        counts: Mapping[str, Statistics],
        findings: Mapping[str, Sequence[Finding]],
    ) -> None:
        """Show the state of every section, mistakes louder than what is a matter of taste."""
        off = sections_off(review)
        labels = [
            (s.id, field.label.text())
            for s in review.sections
            if (field := form.section(s.id)) is not None and s.id not in off
        ]
        rows = [(FACTS, self.tr("Angaben")), *labels]
        if [self._key(row) for row in range(self._list.count())] != [key for key, _ in rows]:
            self._fill(rows)
        filled = sum(review.fact(field.key) is not None for field in form.facts)
        self._show_facts(filled, len(form.facts))
        for row, (key, _) in enumerate(rows[1:], 1):
            words = counts.get(key, Statistics()).words
            style = sum(finding.kind is FindingKind.STYLE for finding in findings.get(key, ()))
            mistakes = len(findings.get(key, ())) - style
            rating, scale = rating_of(review, key), scale_of(review)
            state = SectionSummary(words, mistakes, rating, scale, style)
            self._show_state(self._list.item(row), state)

    def _show_facts(self, filled: int, count: int) -> None:
        item = self._list.item(0)
        item.setData(ItemRole.SIDE, f"{filled} / {count}")
        told = self.tr("{n} von {count} Angaben sind ausgefüllt").format(n=filled, count=count)
        item.setToolTip(told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}: {told}")

    def show_current(self, place: str) -> None:
        """Mark the section that is being edited, unless somebody walks through the list."""
        if self.focused and self.current:
            return
        self._mark(place)

    def _mark(self, place: str) -> None:
        for row in range(self._list.count()):
            if self._key(row) == place:
                self._list.setCurrentRow(row)

    def _key(self, row: int) -> str:
        return str(self._list.item(row).data(ItemRole.KEY))

    def _fill(self, rows: list[tuple[str, str]]) -> None:
        current = self.current
        self._list.clear()
        for key, label in rows:
            item = QListWidgetItem(label, self._list)
            item.setData(ItemRole.KEY, key)
        self._mark(current)

    def _ask_menu(self, at: QPoint) -> None:
        item = self._list.itemAt(at)
        if item is not None:
            key = str(item.data(ItemRole.KEY))
            self.menu_asked.emit(key, self._list.viewport().mapToGlobal(at))

    @staticmethod
    def _show_state(item: QListWidgetItem, state: SectionSummary) -> None:
        item.setData(ItemRole.SIDE, state.side)
        item.setData(ItemRole.BADGE, state.badge)
        item.setData(ItemRole.DOTTED, state.dotted)
        item.setData(ItemRole.QUIET, not state.words)
        item.setToolTip(state.spoken(item.text()))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, state.spoken(item.text()))
