"""Export controller: shows the export dialog and writes what is chosen in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from editor.export.jobs.job import ExportOutcome, ExportSource
from editor.export.jobs.preset import ExportedFile
from editor.gui.document import Document
from editor.gui.export.destination_edit import DefaultDestination
from editor.gui.export.job_runner import ExportRequest
from editor.gui.export.messages import open_sentence
from editor.gui.export.presets import ExportPresets
from editor.gui.export.readiness import ExportReadiness
from editor.gui.export.reporter import ExportReporter
from editor.gui.export.request_runner import RequestRunner
from editor.gui.export.theme_menu import ThemeMenu
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import FileNames
from editor.review.readiness_summary import OpenPoint
from editor.storage.locks import Locks

if TYPE_CHECKING:
    from editor.gui.export.dialog import ExportDialog
    from editor.gui.export.sample_controller import SampleController


class ExportController(QObject):
    """Opens the dialog, runs its requests, and repeats the last export."""

    folder_used = Signal(str)
    """Path of a folder that was exported to."""

    def __init__(
        self,
        *,
        document: Document,
        window: HostWindow,
        files: FileNames,
        presets: ExportPresets,
        theme_menu: ThemeMenu,
        readiness: ExportReadiness,
        show_checklist: Callable[[], object],
        locks: Locks,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._locks = locks
        self._window = window
        self._files = files
        self._presets = presets
        self._theme_menu = theme_menu
        self._readiness = readiness
        self._show_checklist = show_checklist
        self._dialog: ExportDialog | None = None
        self._samples: SampleController | None = None
        self._question = ""
        """What was said last before files were written again."""
        self._opening = 0
        """Number of reviews opened so far, see ``ExportRequest.opening``."""
        self.requests = RequestRunner(lambda: self._dialog or self._window, self)
        self.reporter = reporter = ExportReporter(lambda: self._dialog, window)
        self.requests.started.connect(reporter.show_progress)
        self.requests.refused.connect(reporter.show_refusal)
        self.requests.cancelled.connect(reporter.show_end)
        self.requests.written.connect(self._handle_outcomes)
        document.opened.connect(self._leave_review)
        document.changed.connect(lambda _: self._render_sample())
        # It may not be true any more.
        document.changed.connect(lambda _: window.message_bar.take_back(self._question))
        readiness.found.connect(self._show_open_points)
        presets.changed.connect(self._show_shared_options)
        theme_menu.themes_changed.connect(self._offer_themes)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"export": self.open_dialog, "export_again": self.repeat}

    def stop(self) -> None:
        """Finish the file that is being written, and close the dialog."""
        self.requests.stop()
        if self._dialog is not None:
            dialog = self._dialog
            dialog.reject()
            # The event loop may have ended, and the web page must be deleted before its profile.
            QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)

    def open_dialog(self) -> None:
        """Show the dialog, or bring it to the front."""
        if self._dialog is None:
            self._dialog = self._make_dialog()
            self._theme_menu.refresh()
            self._offer_themes()
            self._render_sample()
            self._readiness.look()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def repeat(self) -> None:
        """Write the formats of the last export to the same files; without one show the dialog.

        When something is open that the writer has not been told, it is said first, and the next
        time the files are written.
        """
        preset = self._presets.preset
        written = preset.written
        paths = {key: Path(written[key].path) for key in preset.formats if key in written}
        if self._dialog is not None or not paths:
            self.open_dialog()
        elif not self.requests.busy:
            request = ExportRequest(self._source(), preset, paths, self._opening)
            self._readiness.look(partial(self._repeat, request))

    def _repeat(self, request: ExportRequest, points: Sequence[OpenPoint]) -> None:
        if self.requests.busy:
            return
        if not self._readiness.has_news(points):
            self.requests.start(request, ask_before_replacing=False)
            return
        self._readiness.note_seen(points)
        self._question = open_sentence(points)
        self._window.message_bar.say_of_review(
            self._question,
            self.tr("Ansehen"),
            self._show_checklist,
            other=(self.tr("Trotzdem exportieren"), self.repeat),
        )

    # -- the dialog -------------------------------------------------------------------------------

    def _make_dialog(self) -> "ExportDialog":
        # Chromium, the template engine and the PDF viewer are imported when they are needed.
        from editor.gui.export.dialog import ExportDialog  # noqa: PLC0415
        from editor.gui.export.sample_controller import SampleController  # noqa: PLC0415

        destination = DefaultDestination(
            self._files.start_folder(), self._files.name(), self._document.path
        )
        dialog = ExportDialog(
            self._presets.preset, destination, theme=self._window.theme, parent=self._window
        )
        self._samples = SampleController(
            dialog, source=self._source, scheme=lambda: self._window.theme.scheme
        )
        dialog.applied.connect(self._apply)
        dialog.export_requested.connect(self._export)
        dialog.checklist_requested.connect(self._go_to_checklist)
        dialog.finished.connect(self._forget_dialog)
        return dialog

    def _forget_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if self._samples is not None:
            self._samples.stop()
            self._samples = None
        if dialog is not None:
            dialog.deleteLater()

    def _leave_review(self) -> None:
        """Close the dialog, which is about the review that was open before."""
        self._opening += 1
        if self._dialog is not None:
            self._dialog.reject()

    def _show_open_points(self, points: Sequence[OpenPoint]) -> None:
        if self._dialog is not None:
            self._dialog.show_open_points(open_sentence(points) if points else "")
            self._readiness.note_seen(points)

    def _go_to_checklist(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._window.activateWindow()
        self._show_checklist()

    def _show_shared_options(self) -> None:
        shared = self._presets.preset.shared
        if self._dialog is not None and self._dialog.preset.shared != shared:
            self._dialog.set_shared_options(shared)

    def _offer_themes(self) -> None:
        if self._dialog is not None:
            self._dialog.offer_themes(self._theme_menu.options())

    def _render_sample(self) -> None:
        if self._samples is not None:
            self._samples.render()

    def _apply(self) -> None:
        if self._dialog is not None:
            self._presets.set_preset(self._dialog.preset)
            self._dialog.show_message(
                self.tr("Die Einstellungen sind für diese Rezension gemerkt.")
            )

    def _export(self) -> None:
        if self._dialog is not None and not self.requests.busy:
            preset, paths = self._dialog.preset, dict(self._dialog.paths)
            request = ExportRequest(self._source(), preset, paths, self._opening)
            self._dialog.set_busy(True)
            self.requests.start(request, ask_before_replacing=True)

    # -- writing ----------------------------------------------------------------------------------

    def _source(self) -> ExportSource:
        return ExportSource(
            self._document.review,
            self._document.path,
            self._files.variant,
            self._presets.themes,
            self._files.waiting_images,
            self._document.location,
            self._locks,
        )

    def _handle_outcomes(self, request: ExportRequest, outcomes: Sequence[ExportOutcome]) -> None:
        written = {key: file for o in outcomes for key, file in o.written.items()}
        # A format that failed is tried again at the same path, where the file is not known.
        failed = {
            target.format_id: ExportedFile(str(target.path), "")
            for outcome in outcomes
            for target in outcome.job.targets
            if target.format_id in outcome.problems
        }
        files = {**request.preset.written, **failed, **written}
        preset = replace(request.preset, written=files)
        self.reporter.show_end()
        if self._dialog is not None:
            self._dialog.set_written(preset.written)
        if request.source.path is not None or request.opening == self._opening:
            self._presets.set_preset_for(request.source.path, preset)
        for folder in {str(path.parent) for path in request.paths.values()}:
            self.folder_used.emit(folder)
        self.reporter.show_outcomes(outcomes)
