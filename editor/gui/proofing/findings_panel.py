"""Side panel with the findings in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QStackedLayout,
    QWidget,
)

from editor.gui.proofing.finding_menu import FindingHandlers, add_finding
from editor.gui.proofing.finding_row import FindingRow, RowContent, kind_name, names_row
from editor.gui.proofing.quiet_page import QuietPage
from editor.gui.theme import Theme
from editor.gui.widgets.lazy_sequence import LazySequence
from editor.gui.widgets.row_list import ListRow, RowList
from editor.gui.widgets.side_tabs import SidePanel
from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.state import EngineState
from editor.proofing.repetitions import Repetition, repeated_words
from editor.proofing.unknown_words import UnknownWord, unknown_words

_MOST_ROWS = 2_000
"""Rows at most: more would not be worked through and would make the window slow."""
_MANY_MS = 100
"""Delay before a list of more than that is made, which takes one or two frames, as drawing the
underlines does."""


class FindingsPanel(SidePanel):
    """Lists findings; choosing one goes to its place."""

    chosen = Signal(str, object)
    """Emitted with section and finding to go to."""
    fix_requested = Signal(str, object, str)
    """Emitted with section, finding and the replacement that was chosen."""
    decided = Signal(str, object, str)
    """Emitted with section, finding and the verb of the decision."""
    names_requested = Signal()
    """The row of possible names was chosen."""
    titled = Signal(str)
    """Emitted with the title of the tab, as "Hinweise · 3"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self._rows: list[FindingRow] = []
        self._possible_names = 0
        self._visits = 0
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("Arten von Hinweisen"))
        self.kinds.addItem(self.tr("Alle Arten"), None)
        for kind in FindingKind:
            self.kinds.addItem(kind_name(kind), kind)
        self.kinds.currentIndexChanged.connect(lambda _: self._fill())
        self._list = RowList(theme, self)
        self._list.setObjectName("findings")
        self._list.setAccessibleName(self.tr("Hinweise"))
        self._list.setUniformItemSizes(True)
        self._list.row_chosen.connect(self._choose)
        self._list.current_row_changed.connect(self._reset_visits)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._quiet = QuietPage(theme, self)
        self._labels: Mapping[str, str] = {}
        self._texts: Mapping[str, str] = {}
        self._findings: list[tuple[str, Finding]] = []
        self._later = QTimer(self, singleShot=True, interval=_MANY_MS)
        self._later.timeout.connect(self._fill)
        self._lay_out()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self._list.take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Show the list in ``theme``."""
        self._list.set_theme(theme)

    def show_findings(
        self,
        findings: Mapping[str, Sequence[Finding]],
        labels: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> None:
        """Show ``findings`` in ``texts``, both by section, in the order of the sections' labels."""
        self._labels, self._texts = labels, texts
        self._findings = [(key, item) for key in labels for item in findings.get(key, ())]
        if len(self._findings) > _MOST_ROWS:
            self._later.start()
        else:
            self._fill()

    def show_possible_names(self, count: int) -> None:
        """Show in the last row how many names wait for the writer's decision."""
        if count != self._possible_names:
            self._possible_names = count
            self._fill()

    @property
    def quiet_text(self) -> str:
        """The sentence in place of an empty list."""
        return self._quiet.text

    def offer(self, action: QAction) -> None:
        """Offer ``action`` in place of an empty list, while it can be used."""
        self._quiet.offer(action)

    def show_quiet(self, text: str) -> None:
        """Show ``text`` in place of an empty list."""
        self._quiet.show_text(text)

    def show_state(self, state: EngineState) -> None:
        """Show in place of an empty list why there is none."""
        self._quiet.show_state(state)

    def show_current(self, section_id: str, finding: Finding) -> None:
        """Mark the row of ``finding``."""
        self._select(section_id, finding)

    def _fill(self) -> None:
        self._later.stop()
        current = self._current()
        kind = self.kinds.currentData()
        wanted = (row for row in self._all_rows() if kind is None or row.finding.kind == kind)
        self._rows = list(islice(wanted, _MOST_ROWS))
        if self._list.show_rows(rows := self._list_rows()):
            self._visits = 0
            if current is not None:
                self._select(current.section, current.finding)
        count = len(self._findings)
        self.titled.emit(
            self.tr("Hinweise · {n}").format(n=count) if count else self.tr("Hinweise")
        )
        self._stack.setCurrentIndex(0 if rows else 1)

    def _list_rows(self) -> Sequence[ListRow]:
        """Return the rows to show, which are worded when they are seen.

        After most edits only offsets have changed, and the rows are equal to those before.
        """
        labels, texts = self._labels, self._texts
        contents: list[RowContent | ListRow] = [
            row.content(labels[row.section], texts.get(row.section, "")) for row in self._rows
        ]
        if self._possible_names and self.kinds.currentData() in (None, FindingKind.SPELLING):
            contents.append(names_row(self._possible_names))
        return LazySequence(contents, _list_row)

    def _all_rows(self) -> Iterator[FindingRow]:
        """Yield the findings in reading order, and at the end every repeated word once."""
        by_section: dict[str, tuple[str, list[Finding]]] = {}
        for key, finding in self._findings:
            by_section.setdefault(key, (self._texts.get(key, ""), []))[1].append(finding)
        groups: list[UnknownWord | Repetition] = [*unknown_words(by_section)]
        groups += repeated_words(by_section)
        grouped = {id(place.finding) for group in groups for place in group.places}
        for key, finding in self._findings:
            if id(finding) not in grouped:
                yield FindingRow(key, finding)
        for group in groups:
            yield FindingRow(group.places[0].section, group.places[0].finding, group)

    def _current(self) -> FindingRow | None:
        row = self._list.current_row
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _select(self, section_id: str, finding: Finding) -> None:
        for index, row in enumerate(self._rows):
            if row.has(section_id, finding):
                self._list.current_row = index
                return

    def _choose(self, number: int) -> None:
        if number == len(self._rows):
            self.names_requested.emit()
            return
        row = self._rows[number]
        if row.group is None:
            self.chosen.emit(row.section, row.finding)
            return
        # Choosing the same word again goes on to its next place.
        place = row.group.places[self._visits % row.group.count]
        self._visits += 1
        self.chosen.emit(place.section, place.finding)

    def _reset_visits(self, _: int) -> None:
        self._visits = 0

    def _show_menu(self, at: QPoint) -> None:
        index = self._list.indexAt(at)
        if not index.isValid() or index.row() == len(self._rows):
            return
        row = self._rows[index.row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fix, decide = (partial(s.emit, row.section) for s in (self.fix_requested, self.decided))
        # Replacements are for one place; decisions are about all places of the row.
        add_finding(menu, row.finding, FindingHandlers(fix, decide), fixing=row.group is None)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._quiet)


def _list_row(content: RowContent | ListRow) -> ListRow:
    return content.list_row() if isinstance(content, RowContent) else content
