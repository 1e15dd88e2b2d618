"""Sample controller: keeps the sample in the export dialog up to date."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from editor.export.jobs.job import ExportSource
from editor.export.options import ColorScheme
from editor.gui.export.dialog import ExportDialog
from editor.gui.export.sample import ExportSample
from editor.gui.export.sample_renderer import SampleRenderer


class SampleController(QObject):
    """Renders samples of the dialog's current format, and reports problems of the page theme."""

    def __init__(
        self,
        dialog: ExportDialog,
        *,
        source: Callable[[], ExportSource],
        scheme: Callable[[], ColorScheme],
    ) -> None:
        """``source`` returns the open review, ``scheme`` the colours of the window."""
        super().__init__(dialog)
        self._dialog = dialog
        self._source = source
        self._scheme = scheme
        self._theme_problem = ""
        """Sentence about the page theme that the dialog shows."""
        self._renderer = SampleRenderer(self)
        self._renderer.rendered.connect(self._show)
        self._renderer.failed.connect(dialog.sample_view.show_problem)
        dialog.sample_outdated.connect(self.render)

    def render(self) -> None:
        """Render a sample of the review as it is now."""
        format_id = self._dialog.format_list.current_format
        options = self._dialog.preset.options_for(format_id)
        self._renderer.request(self._source(), format_id, options, self._scheme())

    def stop(self) -> None:
        """End rendering."""
        self._renderer.stop()

    def _show(self, sample: ExportSample) -> None:
        self._dialog.sample_view.show_sample(sample)
        problem = sample.problem.text() if sample.problem else ""
        if problem != self._theme_problem:
            self._theme_problem = problem
            self._dialog.show_message(problem, problem=True)
