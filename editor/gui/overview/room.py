"""Overview room: counts, checklist and statistics of one review."""

from collections.abc import Callable, Mapping, Sequence

from editor.gui.context import SessionContext
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.layout.status_bar import StatusBar
from editor.gui.overview.controller import OverviewController
from editor.gui.overview.review_summary import ReviewSummary
from editor.gui.overview.statistics_service import StatisticsService
from editor.gui.room import Room
from editor.gui.theme import Theme
from editor.gui.widgets.side_tabs import SideTabs
from editor.languagetool.finding import Finding


class OverviewRoom(Room):
    """Shows numbers about the review: in the form, in the outline and in two side panels."""

    def __init__(
        self,
        context: SessionContext,
        findings: Callable[[], Mapping[str, Sequence[Finding]]],
        *,
        form: FormPage,
        outline: Outline,
        side_tabs: SideTabs,
        status_bar: StatusBar,
    ) -> None:
        """Take ``findings``, which returns the findings of the document by section."""
        self.statistics_service = StatisticsService(context.document, form)
        self.summary = ReviewSummary(
            context.document,
            self.statistics_service,
            findings,
            form=form,
            outline=outline,
            status_bar=status_bar,
        )
        self.controller = OverviewController(
            context.document,
            self.statistics_service,
            form,
            side_tabs,
            checklist_service=context.checklist_service,
            theme=context.window.theme,
        )

    def set_theme(self, theme: Theme) -> None:
        """Show both panels in ``theme``."""
        self.controller.set_theme(theme)

    def stop(self) -> None:
        """Stop the services."""
        self.statistics_service.stop()
        self.controller.stop()
