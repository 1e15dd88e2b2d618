"""Exporting: what the actions do, from the first choice to the files that lie there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from editor.errors import RezensentError
from editor.export.jobs.job import ExportJob, ExportOutcome, ExportSource
from editor.export.jobs.preset import ExportedFile
from editor.export.jobs.writer import ExistingFiles
from editor.export.registry import EXPORT_FORMATS
from editor.gui.document import Document
from editor.gui.export.destination import Place
from editor.gui.export.job_runner import ExportRequest, JobRunner
from editor.gui.export.overwrite_dialogs import Answer, ask_changed, ask_replace
from editor.gui.export.presets import Plans
from editor.gui.export.theme_menu import Looks
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import FileNames


class CarryingOut(QObject):
    """Carries out one request at a time."""

    begun = Signal(object, int, int)
    """An ExportJob begins; carries the job, its number from 1 and the number of all jobs."""
    refused = Signal(object)
    """Nothing is written; carries the error that says why."""
    dropped = Signal()
    """Nothing is written, as the writer has decided."""
    written = Signal(object, object)
    """The ExportRequest, and an ExportOutcome for each of its files."""

    def __init__(self, above: Callable[[], QWidget], parent: QObject) -> None:
        """Ask questions above the window that ``above`` returns."""
        super().__init__(parent)
        self._above = above
        self._runner = JobRunner(self)
        self._runner.started.connect(self.begun)

    @property
    def busy(self) -> bool:
        """Whether files are being looked at or written."""
        return self._runner.busy

    def start(self, request: ExportRequest, *, asking: bool) -> None:
        """Carry out ``request``; ``asking`` also asks about files that nobody has changed."""

        def looked(found: ExistingFiles) -> None:
            known = [path for path in found.digests if path not in found.changed]
            if asking and known:
                ask_replace(self._above(), known, partial(self._may_replace, request, found))
            else:
                self._may_replace(request, found, "replace")

        self._runner.check(request, looked, self.refused.emit)

    def stop(self) -> None:
        """Finish the file that is being written."""
        self._runner.stop()

    def _may_replace(self, request: ExportRequest, found: ExistingFiles, answer: Answer) -> None:
        if answer == "cancel":
            self.dropped.emit()
        elif found.changed:
            ask_changed(self._above(), found.changed, partial(self._may_lose, request, found))
        else:
            self._write(request, found)

    def _may_lose(self, request: ExportRequest, found: ExistingFiles, answer: Answer) -> None:
        if answer == "cancel":
            self.dropped.emit()
        else:
            self._write(request if answer == "replace" else request.without(found.changed), found)

    def _write(self, request: ExportRequest, found: ExistingFiles) -> None:
        def done(outcomes: Sequence[ExportOutcome]) -> None:
            self.written.emit(request, outcomes)

        if request.paths:
            self._runner.run(request.jobs(found), done)
        else:
            self.dropped.emit()


translate = QCoreApplication.translate


def progress(format_id: str, number: int, count: int) -> str:
    """Return what is being done now."""
    label = EXPORT_FORMATS[format_id].label.text()
    text = translate("Exporting", "{format} wird ausgegeben ({number} von {count}) …")
    return text.format(format=label, number=number, count=count)


def failures(outcomes: Sequence[ExportOutcome]) -> tuple[str, ...]:
    """Return a sentence for each file that could not be written."""
    return tuple(
        f"{EXPORT_FORMATS[key].label.text()}: {problem.text()}"
        for outcome in outcomes
        for key, problem in outcome.problems.items()
    )


def successes(outcomes: Sequence[ExportOutcome]) -> str:
    """Return what has been written, empty for nothing."""
    paths = written(outcomes)
    if len(paths) > 1:
        names = ", ".join(path.name for path in paths)
        text = translate("Exporting", "Ausgegeben in {folder}: {names}.")
        return text.format(folder=paths[0].parent, names=names)
    text = translate("Exporting", "Ausgegeben als {path}.")
    return text.format(path=paths[0]) if paths else ""


def written(outcomes: Sequence[ExportOutcome]) -> tuple[Path, ...]:
    """Return the files that have been written."""
    return tuple(Path(file.path) for o in outcomes for file in o.written.values())


if TYPE_CHECKING:
    from editor.gui.export.dialog import ExportDialog
    from editor.gui.export.sample import Sample, Samples


class Exporting(QObject):
    """Shows the dialog, writes what was chosen in it, and writes it once more when asked."""

    failed = Signal(str)
    """A sentence for the writer."""
    folder_used = Signal(str)
    """The folder that something was exported to."""

    def __init__(
        self,
        document: Document,
        window: HostWindow,
        files: FileNames,
        plans: Plans,
        looks: Looks,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._files = files
        self._plans = plans
        self._looks = looks
        self._work = CarryingOut(lambda: self._dialog or self._window, self)
        self._work.begun.connect(self._tell_progress)
        self._work.refused.connect(self._refuse)
        self._work.dropped.connect(self._rest)
        self._work.written.connect(self._written)
        self._samples: Samples | None = None
        self._dialog: ExportDialog | None = None
        self._opening = 0
        self._problem = ""
        """What is said about the theme of the page in the dialog."""
        document.opened.connect(self._leave)
        document.changed.connect(lambda _: self._show_sample())
        plans.changed.connect(self._follow)
        looks.listed.connect(self._offer_themes)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for actions."""
        return {"export": self.ask, "export_again": self.again}

    @property
    def busy(self) -> bool:
        """Whether files are being looked at or written."""
        return self._work.busy

    def stop(self) -> None:
        """Finish what is being written, and do away with the dialog."""
        self._work.stop()
        if self._dialog is not None:
            dialog = self._dialog
            dialog.reject()
            # The event loop may have ended, and the page has to go before its profile.
            QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)

    def ask(self) -> None:
        """Show the dialog."""
        if self._dialog is None:
            self._dialog = self._make_dialog()
            self._looks.refresh()
            self._offer_themes()
            self._show_sample()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def again(self) -> None:
        """Write the same formats to the same places; the first time this is to ask."""
        plan = self._plans.plan
        paths = {key: Path(plan.written[key].path) for key in plan.formats if key in plan.written}
        if self._dialog is not None or not paths:
            self.ask()
        elif not self.busy:
            self._work.start(
                ExportRequest(self._source(), plan, paths, self._opening), asking=False
            )

    # -- the dialog -------------------------------------------------------------------------------

    def _make_dialog(self) -> "ExportDialog":
        # Chromium, the templates' engine and the PDF viewer are paid for when they are needed.
        from editor.gui.export.dialog import ExportDialog  # noqa: PLC0415
        from editor.gui.export.sample import Samples  # noqa: PLC0415

        place = Place(self._files.start_folder(), self._files.name(), self._document.path)
        look = (self._window.theme, self._window)
        dialog = ExportDialog(self._plans.plan, place, *look)
        self._problem = ""
        self._samples = samples = Samples(dialog)
        samples.made.connect(self._show_made)
        samples.failed.connect(dialog.view.show_problem)
        dialog.sample_asked.connect(self._show_sample)
        dialog.applied.connect(self._apply)
        dialog.export_asked.connect(self._export)
        dialog.finished.connect(self._closed)
        return dialog

    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if self._samples is not None:
            self._samples.stop()
            self._samples = None
        if dialog is not None:
            dialog.deleteLater()

    def _leave(self) -> None:
        """Close the dialog: another review is open, and it is about the one before."""
        self._opening += 1
        if self._dialog is not None:
            self._dialog.reject()

    def _follow(self) -> None:
        if self._dialog is not None and self._dialog.plan.shared != self._plans.plan.shared:
            self._dialog.take_shared(self._plans.plan.shared)

    def _offer_themes(self) -> None:
        if self._dialog is not None:
            self._dialog.offer_themes(self._looks.choices())

    def _show_sample(self) -> None:
        if self._dialog is not None and self._samples is not None:
            front = self._dialog.formats.front
            choices, scheme = self._dialog.plan.options_for(front), self._window.theme.scheme
            self._samples.ask(self._source(), front, choices, scheme)

    def _show_made(self, sample: "Sample") -> None:
        if self._dialog is None:
            return
        self._dialog.view.show_sample(sample)
        problem = sample.problem.text() if sample.problem else ""
        if problem != self._problem:
            self._problem = problem
            self._dialog.say(problem, problem=True)

    def _apply(self) -> None:
        if self._dialog is not None:
            self._plans.keep(self._dialog.plan)
            self._dialog.say(self.tr("Für diese Rezension gemerkt."))

    def _export(self) -> None:
        if self._dialog is not None and not self.busy:
            plan, paths = self._dialog.plan, dict(self._dialog.paths)
            request = ExportRequest(self._source(), plan, paths, self._opening)
            self._dialog.set_busy(True)
            self._work.start(request, asking=True)

    # -- writing ----------------------------------------------------------------------------------

    def _source(self) -> ExportSource:
        path, variant = self._document.path, self._files.variant
        return ExportSource(self._document.review, path, variant, self._plans.themes)

    def _tell_progress(self, job: ExportJob, number: int, count: int) -> None:
        text = progress(job.targets[0].format_id, number, count)
        if self._dialog is not None:
            self._dialog.say(text)
        elif count > 1:
            self._window.message_bar.say(text)

    def _written(self, request: ExportRequest, outcomes: Sequence[ExportOutcome]) -> None:
        done = {key: file for o in outcomes for key, file in o.written.items()}
        # A format that failed is tried again at the same path, where the file is not known.
        tried = {
            target.format_id: ExportedFile(str(target.path), "")
            for outcome in outcomes
            for target in outcome.job.targets
            if target.format_id in outcome.problems
        }
        plan = replace(request.preset, written={**request.preset.written, **tried, **done})
        self._rest()
        if self._dialog is not None:
            self._dialog.take_written(plan.written)
        if request.source.path is not None or request.opening == self._opening:
            self._plans.keep_for(request.source.path, plan)
        for folder in {str(path.parent) for path in request.paths.values()}:
            self.folder_used.emit(folder)
        self._tell(outcomes)

    def _tell(self, outcomes: Sequence[ExportOutcome]) -> None:
        failed, done = failures(outcomes), successes(outcomes)
        if failed:
            self._tell_problem("\n".join(filter(None, (*failed, done))))
            return
        if self._dialog is not None:
            self._dialog.accept()
        paths = written(outcomes)
        if not paths:
            return
        target = paths[0] if len(paths) == 1 else paths[0].parent
        label = self.tr("Öffnen") if len(paths) == 1 else self.tr("Ordner zeigen")
        url = QUrl.fromLocalFile(str(target))
        self._window.message_bar.say(done, label, lambda: QDesktopServices.openUrl(url))

    def _refuse(self, problem: RezensentError) -> None:
        self._rest()
        self._tell_problem(problem.text())

    def _tell_problem(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.say(text, problem=True)
        else:
            self.failed.emit(text)

    def _rest(self) -> None:
        if self._dialog is not None:
            self._dialog.say("")
            self._dialog.set_busy(False)
