"""Renders export samples on a worker thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.export.jobs.job import ExportSource
from editor.export.options import ColorScheme, ExportOptions
from editor.gui.debounced_job import DebouncedJob
from editor.gui.export.sample import ExportSample, render_sample

_DEBOUNCE_MS = 150


class SampleRenderer(QObject):
    """Renders the sample that was requested last, after a short pause."""

    rendered = Signal(object)
    """An ExportSample."""
    failed = Signal(object)
    """There is no sample because of an error; carries the RezensentError."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._render: Callable[[], ExportSample]
        self._job = DebouncedJob(
            lambda: self._render,
            self.rendered.emit,
            self.failed.emit,
            delay_ms=_DEBOUNCE_MS,
            parent=self,
            key=lambda: self._render,
        )

    def request(
        self, source: ExportSource, format_id: str, options: ExportOptions, scheme: ColorScheme
    ) -> None:
        """Render a sample of ``source``, see ``render_sample``."""
        self._render = partial(render_sample, source, format_id, options, scheme)
        self._job.schedule()

    def stop(self) -> None:
        """End the worker."""
        self._job.stop()
