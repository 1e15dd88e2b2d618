"""Overview room: counts, checklist and statistics of one review."""

from editor.gui.context import SessionContext
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.overview.controller import OverviewController
from editor.gui.overview.review_summary import ReviewSummary
from editor.gui.overview.statistics_service import StatisticsService
from editor.gui.proofing.check_service import CheckService
from editor.gui.room import Room
from editor.gui.status_bar import StatusBar
from editor.gui.theme import Theme
from editor.gui.widgets.side_tabs import SideTabs


class OverviewRoom(Room):
    """Shows numbers about the review: in the form, in the outline and in two side panels."""

    def __init__(
        self,
        context: SessionContext,
        checking: CheckService,
        *,
        form: FormPage,
        outline: Outline,
        side_tabs: SideTabs,
        status_bar: StatusBar,
    ) -> None:
        self.counting = StatisticsService(context.document, form)
        self.summary = ReviewSummary(
            context.document,
            self.counting,
            lambda: checking.findings,
            form=form,
            outline=outline,
            status_bar=status_bar,
        )
        checking.findings_changed.connect(lambda _: self.summary.refresh())
        self.controller = OverviewController(
            context.document,
            checking,
            self.counting,
            form,
            side_tabs,
            theme=context.window.theme,
        )

    def set_theme(self, theme: Theme) -> None:
        """Show both panels in ``theme``."""
        self.controller.set_theme(theme)

    def stop(self) -> None:
        """End counting."""
        self.counting.stop()
        self.controller.stop()
