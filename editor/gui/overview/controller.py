"""What the writer knows about the whole review at a glance: „Fertig?“ and „Zahlen“, wired up."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.overview.checklist_panel import ChecklistPanel
from editor.gui.overview.checklist_service import ChecklistService
from editor.gui.overview.statistics_panel import StatisticsPanel
from editor.gui.overview.statistics_service import StatisticsService, SurveyService
from editor.gui.proofing.check_service import CheckService
from editor.gui.theme import Theme
from editor.gui.widgets.side_tabs import SideTabs
from editor.review.readability import Place
from editor.review.readiness import Item

_REFRESH_MS = 150
"""Numbers follow the text at this distance; nobody reads them between two keys."""


class OverviewController(QObject):
    """Adds both panels to the tabs, keeps them up to date, and goes where their rows lead."""

    def __init__(
        self,
        document: Document,
        checking: CheckService,
        counting: StatisticsService,
        form: FormPage,
        tabs: SideTabs,
        *,
        theme: Theme,
    ) -> None:
        super().__init__(tabs)
        self._document, self._counting = document, counting
        self._form, self._tabs = form, tabs
        self._checked: Mapping[str, str] = {}
        self.ready = ChecklistPanel(theme, tabs)
        self.numbers = StatisticsPanel(theme, tabs)
        self._finishing = ChecklistService(document, lambda: checking.findings, self)
        self._surveying = SurveyService(counting, self)
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show_numbers)
        tabs.add(self.ready, self.tr("Fertig?"))
        tabs.add(self.numbers, self.tr("Zahlen"))
        self._wire(checking)

    def set_theme(self, theme: Theme) -> None:
        """Show both panels in ``theme``."""
        self.ready.set_theme(theme)
        self.numbers.set_theme(theme)

    def stop(self) -> None:
        """End what goes on beside the window."""
        self._refresh.stop()
        self._finishing.stop()
        self._surveying.stop()

    def _wire(self, checking: CheckService) -> None:
        self.ready.titled.connect(lambda text: self._tabs.set_title(self.ready, text))
        self.ready.chosen.connect(self._go_to_item)
        self.numbers.chosen.connect(self._go_to_place)
        self.numbers.target_chosen.connect(
            lambda key, words: self._document.edit_target(key or None, words or None)
        )
        self._finishing.changed.connect(self._show_items)
        checking.findings_changed.connect(self._finishing.refresh)
        self._surveying.changed.connect(self.numbers.show_survey)
        self._tabs.opened.connect(self._opened)
        self._counting.changed.connect(self._refresh.start)
        self._document.changed.connect(self._refresh.start)
        self._document.opened.connect(self._refresh.start)
        self._finishing.refresh()
        self._refresh.start()

    def _opened(self, panel: QWidget) -> None:
        self._surveying.want(wanted=panel is self.numbers)
        self._show_numbers()

    def _show_numbers(self) -> None:
        if self.numbers.isVisibleTo(self._tabs):
            review, form = self._document.review, self._document.form
            self.numbers.show_numbers(review, form, self._counting.counts)

    def _show_items(self, items: tuple[Item, ...]) -> None:
        form = self._document.form
        self._checked = {section.id: section.text for section in self._document.review.sections}
        labels = {
            section.id: field.label.text() if field else section.heading
            for section in self._document.review.sections
            for field in (form.section(section.id),)
        }
        self.ready.show_items(items, labels)

    def _go_to_item(self, item: Item) -> None:
        if item.fact is not None:
            self._form.go_to_fact(item.fact)
        elif item.section is not None and item.kind in ("rating", "overall"):
            self._form.go_to_rating(item.section)
        elif item.section is not None and item.kind == "findings":
            self._go_to_finding(item.section)
        elif item.section is not None:
            self._go_to(item.section, self._checked.get(item.section, ""), item.span)

    def _go_to_finding(self, section_id: str) -> None:
        if section_id not in self._form.cards:
            return
        finding = self._form.editor(section_id).findings.next(1, inside=False)
        if finding is None:
            self._form.jump(section_id)
        else:
            self._form.go_to(section_id, finding.start, finding.end)

    def _go_to_place(self, place: Place, text: str) -> None:
        self._go_to(place.section, text, (place.start, place.end))

    def _go_to(self, section_id: str, text: str, span: tuple[int, int] | None) -> None:
        """Select ``span`` of ``text``; where the section says something else by now, go there."""
        if section_id not in self._form.cards:
            return
        if span is None or not self._form.editor(section_id).shows(text):
            self._form.jump(section_id)
        else:
            self._form.go_to(section_id, *span)
