"""Numbers of words and findings in the form, the outline and the status bar."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer

from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.layout.status_bar import StatusBar
from editor.gui.overview.statistics_service import StatisticsService
from editor.languagetool.finding import Finding
from editor.languagetool.state import EngineState

_REFRESH_MS = 150
"""Pause before the numbers follow the text: they are not read between two keys."""


class ReviewSummary(QObject):
    """Keeps the numbers up to date, and the rows of the outline."""

    def __init__(
        self,
        document: Document,
        statistics_service: StatisticsService,
        findings: Callable[[], Mapping[str, Sequence[Finding]]],
        *,
        form: FormPage,
        outline: Outline,
        status_bar: StatusBar,
    ) -> None:
        """Take ``findings``, which returns the findings of the document by section."""
        super().__init__(form)
        self._document, self._findings = document, findings
        self._statistics_service = statistics_service
        self._form, self._outline, self._status_bar = form, outline, status_bar
        self._state: EngineState | None = None
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show)
        statistics_service.changed.connect(self._refresh.start)
        document.changed.connect(self._edited)
        document.opened.connect(self._open)
        self.refresh()

    def show_state(self, state: EngineState) -> None:
        """Show the state of LanguageTool with the number of findings."""
        self._state = state
        self._show()

    def refresh(self) -> None:
        """Show the numbers after a pause."""
        self._refresh.start()

    def _edited(self) -> None:
        if self._outline.sections != self._form.visible_sections:
            # The form has its sections already; the outline must not have others meanwhile.
            self._show()
        if not self._refresh.isActive():
            self._refresh.start()

    def _open(self) -> None:
        # What was found in another review may still be there.
        self._draw({})

    def _show(self) -> None:
        self._draw(self._findings())

    def _draw(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        counts = self._statistics_service.counts
        numbers = {section_id: len(items) for section_id, items in findings.items()}
        self._form.column.show_counts(counts, numbers)
        self._outline.show_review(self._document.review, self._document.form, counts, findings)
        self._outline.show_current(self._form.current_section.place)
        self._status_bar.show_numbers(self._statistics_service.total)
        if self._state is not None:
            self._status_bar.show_state(self._state, sum(numbers.values()))
