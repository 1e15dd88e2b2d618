"""Exporting: what the actions do, from the first choice to the files that lie there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from editor.errors import RezensentError
from editor.export.jobs.presets import Written
from editor.export.jobs.writer import Source
from editor.gui.document import Document
from editor.gui.export import telling
from editor.gui.export.carrying_out import CarryingOut
from editor.gui.export.destination import Place
from editor.gui.export.job import Order, Outcome
from editor.gui.export.presets import Plans
from editor.gui.export.theme_menu import Looks
from editor.gui.files.controller import Files
from editor.gui.main_window import Window

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
        window: Window,
        files: Files,
        plans: Plans,
        looks: Looks,
        *,
        language: str,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._files = files
        self._plans = plans
        self._looks = looks
        self._language = language
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
            self._work.start(Order(self._source(), plan, paths, self._opening), asking=False)

    # -- the dialog -------------------------------------------------------------------------------

    def _make_dialog(self) -> "ExportDialog":
        # Chromium, the templates' engine and the PDF viewer are paid for when they are needed.
        from editor.gui.export.dialog import ExportDialog  # noqa: PLC0415
        from editor.gui.export.sample import Samples  # noqa: PLC0415

        place = Place(self._files.start_folder(), self._files.name(), self._document.path)
        look = (self._window.theme, self._language, self._window)
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
            choices, scheme = self._dialog.plan.choices(front), self._window.theme.scheme
            self._samples.ask(self._source(), front, choices, scheme)

    def _show_made(self, sample: "Sample") -> None:
        if self._dialog is None:
            return
        self._dialog.view.show_sample(sample)
        problem = sample.problem.text(self._language) if sample.problem else ""
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
            order = Order(self._source(), plan, paths, self._opening)
            self._dialog.set_busy(True)
            self._work.start(order, asking=True)

    # -- writing ----------------------------------------------------------------------------------

    def _source(self) -> Source:
        path, variant = self._document.path, self._files.variant
        return Source(self._document.review, path, variant, self._plans.themes)

    def _tell_progress(self, exporter_id: str, number: int, count: int) -> None:
        text = telling.progress(exporter_id, number, count, self._language)
        if self._dialog is not None:
            self._dialog.say(text)
        elif count > 1:
            self._window.notice.say(text)

    def _written(self, order: Order, outcomes: Sequence[Outcome]) -> None:
        done = {o.task.exporter_id: o.written for o in outcomes if o.written is not None}
        # What failed is to be tried again at the same place; nobody knows what lies there.
        tried = {o.task.exporter_id: Written(str(o.task.path), "") for o in outcomes if o.problem}
        plan = replace(order.plan, written={**order.plan.written, **tried, **done})
        self._rest()
        if self._dialog is not None:
            self._dialog.take_written(plan.written)
        if order.source.path is not None or order.opening == self._opening:
            self._plans.keep_for(order.source.path, plan)
        for folder in {str(path.parent) for path in order.paths.values()}:
            self.folder_used.emit(folder)
        self._tell(outcomes)

    def _tell(self, outcomes: Sequence[Outcome]) -> None:
        failures, done = telling.failures(outcomes, self._language), telling.successes(outcomes)
        if failures:
            self._tell_problem("\n".join(filter(None, (*failures, done))))
            return
        if self._dialog is not None:
            self._dialog.accept()
        paths = telling.written(outcomes)
        target = paths[0] if len(paths) == 1 else paths[0].parent
        label = self.tr("Öffnen") if len(paths) == 1 else self.tr("Ordner zeigen")
        url = QUrl.fromLocalFile(str(target))
        self._window.notice.say(done, label, lambda: QDesktopServices.openUrl(url))

    def _refuse(self, problem: RezensentError) -> None:
        self._rest()
        self._tell_problem(problem.text(self._language))

    def _tell_problem(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.say(text, problem=True)
        else:
            self.failed.emit(text)

    def _rest(self) -> None:
        if self._dialog is not None:
            self._dialog.say("")
            self._dialog.set_busy(False)
