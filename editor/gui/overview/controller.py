"""Controller of the overview: the checklist and the statistics of the whole review."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from editor.gui.checklist_service import Checklist, ChecklistService
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.overview.checklist_panel import ChecklistPanel
from editor.gui.overview.statistics_panel import StatisticsPanel
from editor.gui.overview.statistics_service import StatisticsService, SurveyService
from editor.gui.theme import Theme
from editor.gui.widgets.side_tabs import SideTabs
from editor.review.readability import SectionSpan
from editor.review.readiness import ChecklistItem, is_begun

_REFRESH_MS = 150
"""Delay between an edit and the numbers: they are not read between two key presses."""


class OverviewController(QObject):
    """Adds both panels to the tabs, keeps them up to date, and goes to where their rows point."""

    def __init__(
        self,
        document: Document,
        statistics_service: StatisticsService,
        form: FormPage,
        tabs: SideTabs,
        *,
        checklist_service: ChecklistService,
        theme: Theme,
    ) -> None:
        super().__init__(tabs)
        self._document, self._statistics_service = document, statistics_service
        self._form, self._tabs = form, tabs
        self._checked_texts: Mapping[str, str] = {}
        self.checklist = ChecklistPanel(theme, tabs)
        self.statistics = StatisticsPanel(theme, tabs)
        self._survey_service = SurveyService(statistics_service, self)
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show_statistics)
        tabs.add(self.checklist, self.tr("Fertig?"))
        tabs.add(self.statistics, self.tr("Zahlen"))
        checklist_service.changed.connect(self._show_checklist)
        self._wire()
        checklist_service.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Show both panels in ``theme``."""
        self.checklist.set_theme(theme)
        self.statistics.set_theme(theme)

    def stop(self) -> None:
        """Stop the timer and the worker."""
        self._refresh.stop()
        self._survey_service.stop()

    def _wire(self) -> None:
        self.checklist.titled.connect(lambda text: self._tabs.set_title(self.checklist, text))
        self.checklist.chosen.connect(self._go_to_item)
        self.statistics.chosen.connect(self._go_to_place)
        self.statistics.target_chosen.connect(
            lambda key, words: self._document.edit_target(key or None, words or None)
        )
        self._survey_service.changed.connect(self.statistics.show_survey)
        self._tabs.opened.connect(self._panel_opened)
        self._statistics_service.changed.connect(self._refresh.start)
        self._document.changed.connect(self._refresh.start)
        self._document.opened.connect(self._refresh.start)
        self._refresh.start()

    # -- showing ----------------------------------------------------------------------------------

    def _panel_opened(self, panel: QWidget) -> None:
        self._survey_service.set_active(active=panel is self.statistics)
        self._show_statistics()

    def _show_statistics(self) -> None:
        if self.statistics.isVisibleTo(self._tabs):
            review, form = self._document.review, self._document.form
            self.statistics.show_statistics(review, form, self._statistics_service.counts)

    def _show_checklist(self, checklist: Checklist) -> None:
        form, sections = self._document.form, self._document.review.sections
        self._checked_texts = {section.id: section.text for section in sections}
        labels = {
            section.id: field.label.text() if field else section.heading
            for section in sections
            for field in (form.section(section.id),)
        }
        if is_begun(self._document.review):
            self.checklist.show_items(checklist.items, labels)
        else:
            # What is missing in an empty review, its writer knows.
            self.checklist.show_unbegun()

    # -- going to what a row is about -------------------------------------------------------------

    def _go_to_item(self, item: ChecklistItem) -> None:
        if item.fact is not None:
            self._form.go_to_fact(item.fact)
        elif item.section is not None and item.kind in ("rating", "scale", "overall"):
            self._form.go_to_rating(item.section)
        elif item.section is not None and item.kind == "findings":
            self._go_to_finding(item.section)
        elif item.section is not None:
            self._go_to(item.section, self._checked_texts.get(item.section, ""), item.span)

    def _go_to_finding(self, section_id: str) -> None:
        if section_id not in self._form.cards:
            return
        finding = self._form.editor(section_id).findings.next(1, inside=False)
        if finding is None:
            self._form.jump(section_id)
        else:
            self._form.go_to(section_id, finding.start, finding.end)

    def _go_to_place(self, place: SectionSpan, text: str) -> None:
        self._go_to(place.section, text, (place.start, place.end))

    def _go_to(self, section_id: str, text: str, span: tuple[int, int] | None) -> None:
        """Select ``span`` of the section, or only go there if its text is no longer ``text``."""
        if section_id not in self._form.cards:
            return
        if span is None or self._form.editor(section_id).text != text:
            self._form.jump(section_id)
        else:
            self._form.go_to(section_id, *span)
