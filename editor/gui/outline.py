"""The outline: what the review consists of, and one thing to know about each section."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.form_page import FACTS
from editor.gui.line_delegate import LineDelegate, Role
from editor.gui.theme import Theme
from editor.review.form import Form
from editor.review.model import Review
from editor.review.rating import brief, rating_of, scale_of
from editor.review.statistics import Statistics


class Outline(QWidget):
    """Lists facts and sections; choosing one goes there."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePane")
        self._language = language
        heading = QLabel(self.tr("REZENSION"), self)
        heading.setObjectName("heading")
        heading.setContentsMargins(theme.px(18), theme.px(16), 0, theme.px(4))
        self._list = QListWidget(self)
        self._list.setObjectName("outline")
        self._list.setAccessibleName(self.tr("Gliederung"))
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = LineDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.data(Role.KEY)))
        self._list.itemActivated.connect(lambda item: self.chosen.emit(item.data(Role.KEY)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self._list, 1)
        self.setMinimumWidth(theme.px(140))

    def set_theme(self, theme: Theme) -> None:
        """Show the outline in ``theme``."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def show_review(
        self,
        review: Review,
        form: Form,
        counts: Mapping[str, Statistics],
        findings: Mapping[str, int],
    ) -> None:
        """Show the state of every section."""
        labels = [
            (s.id, field.label.text(self._language))
            for s in review.sections
            if (field := form.section(s.id)) is not None
        ]
        rows = [(FACTS, self.tr("Angaben")), *labels]
        if [self._key(row) for row in range(self._list.count())] != [key for key, _ in rows]:
            self._fill(rows)
        filled = sum(review.fact(field.key) is not None for field in form.facts)
        self._list.item(0).setData(Role.SIDE, f"{filled} / {len(form.facts)}")
        for row, (key, _) in enumerate(rows[1:], 1):
            words = counts.get(key, Statistics()).words
            self._show_state(self._list.item(row), review, key, words, findings.get(key, 0))

    def show_current(self, place: str) -> None:
        """Mark the section that is being edited."""
        for row in range(self._list.count()):
            if self._key(row) == place:
                self._list.setCurrentRow(row)

    def _key(self, row: int) -> str:
        return str(self._list.item(row).data(Role.KEY))

    def _fill(self, rows: list[tuple[str, str]]) -> None:
        self._list.clear()
        for key, label in rows:
            item = QListWidgetItem(label, self._list)
            item.setData(Role.KEY, key)

    def _show_state(
        self, item: QListWidgetItem, review: Review, key: str, words: int, findings: int
    ) -> None:
        scale = scale_of(review)
        rating = rating_of(review, key)
        if findings:
            side = str(findings)
        elif rating is not None and scale is not None:
            side = brief(rating, scale)
        else:
            side = str(words) if words else self.tr("leer")
        item.setData(Role.SIDE, side)
        item.setData(Role.BADGE, "spelling" if findings else None)
        item.setData(Role.QUIET, not words)
        state = self.tr("{n} Funde").format(n=findings) if findings else side
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {state}")
