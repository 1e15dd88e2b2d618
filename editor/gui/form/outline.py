"""Outline of the review: the facts and the sections, with one summary each."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.gui.form.form_page import FACTS
from editor.gui.form.outline_list import OutlineList
from editor.gui.form.section_summary import SectionSummary
from editor.gui.theme import Theme
from editor.gui.widgets.row_list import ListRow
from editor.languagetool.finding import Finding, FindingKind
from editor.review.form import Form
from editor.review.model import Review
from editor.review.rating import rating_of, scale_of
from editor.review.section_moves import sections_off
from editor.review.statistics import Statistics


class Outline(QWidget):
    """Lists the facts and the sections; choosing one goes there, dragging one moves it."""

    chosen = Signal(str)
    """Id of the section that was chosen, ``FACTS`` for the facts."""
    browsed = Signal(str)
    """Id of the section that the keyboard has moved to in the list, ``FACTS`` for the facts."""
    moved = Signal(str, int)
    """Id of a section that was dragged, and its place among the others, from 0."""
    menu_requested = Signal(str, QPoint)
    """Show the menu of a section or of the facts, at a point in screen coordinates."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePane")
        heading = QLabel(self.tr("REZENSION"), self)
        heading.setObjectName("heading")
        self._list = OutlineList(theme, self)
        self._list.setObjectName("outline")
        self._list.setAccessibleName(self.tr("Gliederung"))
        self._list.row_chosen.connect(lambda row: self.chosen.emit(self._list.rows[row].key))
        self._list.row_browsed.connect(lambda row: self.browsed.emit(self._list.rows[row].key))
        # The row of the facts is not counted.
        self._list.row_moved.connect(
            lambda row, place: self.moved.emit(self._list.rows[row].key, place - 1)
        )
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._request_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        # Around the label, as the style sheet resets margins of the label itself.
        head.setContentsMargins(theme.px(17), theme.px(16), 0, theme.px(8))
        head.addWidget(heading)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.setMinimumWidth(theme.px(140))

    def set_theme(self, theme: Theme) -> None:
        """Paint the outline in ``theme``."""
        self._list.set_theme(theme)

    def take_focus(self) -> None:
        """Give the keyboard focus to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def focused(self) -> bool:
        """Whether the list has the keyboard focus."""
        return self._list.hasFocus()

    @property
    def current(self) -> str:
        """Id of the current section, ``FACTS`` for the facts, empty for none."""
        return self._list.current_key

    @property
    def sections(self) -> tuple[str, ...]:
        """Ids of the sections that are listed, in order."""
        return tuple(row.key for row in self._list.rows[1:])

    def show_review(
        self,
        review: Review,
        form: Form,
        counts: Mapping[str, Statistics],
        findings: Mapping[str, Sequence[Finding]],
    ) -> None:
        """Show the facts and the sections of ``review`` that are not switched off.

        ``counts`` and ``findings`` are by section id. What is missing in ``counts`` is not counted
        yet, what is missing in ``findings`` has none.
        """
        rows = [self._facts_row(review, form)]
        for section_id, label in _visible_sections(review, form):
            style, mistakes = _count_kinds(findings.get(section_id, ()))
            summary = SectionSummary(
                _words(review.text(section_id), counts.get(section_id)),
                mistakes,
                rating_of(review, section_id),
                scale_of(review),
                style,
            )
            rows.append(summary.row(section_id, label))
        self._list.show_rows(rows)

    def show_current(self, place: str) -> None:
        """Make the row of ``place`` the current one."""
        self._list.current_key = place

    def _facts_row(self, review: Review, form: Form) -> ListRow:
        label, count = self.tr("Angaben"), len(form.facts)
        filled = sum(review.fact(field.key) is not None for field in form.facts)
        sentence = self.tr("{n} von {count} Angaben sind ausgefüllt").format(n=filled, count=count)
        return ListRow(
            label,
            FACTS,
            side=f"{filled} / {count}",
            tip=sentence,
            spoken=f"{label}: {sentence}",
        )

    def _request_menu(self, position: QPoint) -> None:
        index = self._list.indexAt(position)
        if index.isValid():
            key = self._list.rows[index.row()].key
            self.browsed.emit(key)
            self.menu_requested.emit(key, self._list.viewport().mapToGlobal(position))


def _visible_sections(review: Review, form: Form) -> Iterator[tuple[str, str]]:
    """Yield the ids and labels of the sections that are in the form and not switched off."""
    off = sections_off(review)
    for section in review.sections:
        field = form.section(section.id)
        if field is not None and section.id not in off:
            yield section.id, field.label.text()


def _words(text: str, counted: Statistics | None) -> int | None:
    """Return the number of words, None while a text is not counted."""
    if counted is not None:
        return counted.words
    return None if text.strip() else 0


def _count_kinds(findings: Sequence[Finding]) -> tuple[int, int]:
    """Return the number of findings about style, and of all others."""
    style = sum(finding.kind is FindingKind.STYLE for finding in findings)
    return style, len(findings) - style
