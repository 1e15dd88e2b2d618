"""The list of findings: all of them in reading order; choosing one goes to its place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from editor.gui.line_delegate import LineDelegate, Role
from editor.gui.theme import Theme
from editor.language.checker import Finding, Kind

_LETTERS = {Kind.SPELLING: "R", Kind.GRAMMAR: "G", Kind.STYLE: "S"}
_SHOWN = 2_000
"""Rows at most: nobody works through more, and a list of all would cost the window its speed."""


class FindingsPanel(QWidget):
    """Shows findings by section."""

    chosen = Signal(str, object)
    """Section and finding to go to."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self._rows: list[tuple[str, Finding]] = []
        self._title = QLabel(self.tr("Funde"), self)
        self._title.setObjectName("heading")
        self._kinds = QComboBox(self)
        self._kinds.setAccessibleName(self.tr("Arten von Funden"))
        for label, kind in (
            (self.tr("Alle Arten"), None),
            (self.tr("Rechtschreibung"), Kind.SPELLING),
            (self.tr("Grammatik"), Kind.GRAMMAR),
            (self.tr("Stil"), Kind.STYLE),
        ):
            self._kinds.addItem(label, kind)
        self._kinds.currentIndexChanged.connect(lambda _: self._fill())
        self._list = QListWidget(self)
        self._list.setObjectName("findings")
        self._list.setAccessibleName(self.tr("Funde"))
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._delegate = LineDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._quiet = QLabel(self)
        self._quiet.setProperty("role", "soft")
        self._quiet.setWordWrap(True)
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setMargin(theme.px(16))
        self._labels: Mapping[str, str] = {}
        self._texts: Mapping[str, str] = {}
        self._findings: list[tuple[str, Finding]] = []
        self._lay_out(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the list in ``theme``."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def show_findings(
        self,
        findings: Mapping[str, Sequence[Finding]],
        labels: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> None:
        """Show ``findings`` in ``texts``, both by section, in the order of the sections' labels."""
        self._labels, self._texts = labels, texts
        self._findings = [(key, item) for key in labels for item in findings.get(key, ())]
        self._fill()

    def show_quiet(self, text: str) -> None:
        """Say ``text`` where there is no finding to show."""
        self._quiet.setText(text)

    def show_current(self, section_id: str, finding: Finding) -> None:
        """Mark the row of ``finding``."""
        self._select((section_id, finding))

    def _fill(self) -> None:
        current = self._current()
        kind = self._kinds.currentData()
        wanted = [row for row in self._findings if kind is None or row[1].kind == kind]
        self._rows = wanted[:_SHOWN]
        self._list.clear()
        for key, finding in self._rows:
            self._list.addItem(self._item(key, finding))
        self._select(current)
        count = len(self._findings)
        self._title.setText(self.tr("Funde · {n}").format(n=count) if count else self.tr("Funde"))
        self._stack.setCurrentIndex(0 if self._rows else 1)

    def _current(self) -> tuple[str, Finding] | None:
        row = self._list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _select(self, wanted: tuple[str, Finding] | None) -> None:
        if wanted in self._rows:
            self._list.setCurrentRow(self._rows.index(wanted))

    def _item(self, key: str, finding: Finding) -> QListWidgetItem:
        summary = _summary(finding, self._texts.get(key, "")[finding.start : finding.end])
        item = QListWidgetItem(summary)
        item.setData(Role.LETTER, _LETTERS[finding.kind])
        item.setData(Role.LETTER_COLOR, finding.kind.value)
        item.setData(Role.SIDE, self._labels[key])
        item.setToolTip(finding.message)
        kind = self._kinds.itemText(1 + list(Kind).index(finding.kind))
        spoken = f"{kind}: {summary}. {finding.message} {self._labels[key]}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        key, finding = self._rows[self._list.row(item)]
        self.chosen.emit(key, finding)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(4))
        head.addWidget(self._title, 1)
        head.addWidget(self._kinds)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._quiet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)


def _summary(finding: Finding, text: str) -> str:
    suggestion = f" → {finding.replacements[0]}" if finding.replacements else ""
    words = " ".join(text.split())
    return f"„{words}“{suggestion}" if words else finding.message
