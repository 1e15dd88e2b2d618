"""Checklist before publication, computed off the GUI thread."""

from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.gui.debounced_job import DebouncedJob
from editor.gui.document import Document
from editor.gui.worker import Job
from editor.review.form import Form
from editor.review.model import Review
from editor.review.readiness import ChecklistItem

_DEBOUNCE_MS = 500


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything that is open or to be thought of in a review."""

    items: tuple[ChecklistItem, ...]
    findings_open: Mapping[str, int]
    """Numbers of open findings by section."""


class ChecklistService(QObject):
    """Keeps the checklist of the document up to date."""

    changed = Signal(object)
    """The Checklist of the present review, after every change and every call of ``run``."""

    def __init__(
        self, document: Document, findings: Callable[[], Mapping[str, Sized]], parent: QObject
    ) -> None:
        """Take ``findings``, which returns the open findings of the review by section.

        When they have changed, ``refresh`` is to be called.
        """
        super().__init__(parent)
        self._document = document
        self._findings = findings
        self._job = DebouncedJob(
            self._prepare,
            self.changed.emit,
            delay_ms=_DEBOUNCE_MS,
            parent=self,
            key=lambda: (document.review, self._counts()),
        )
        document.changed.connect(self.refresh)
        document.opened.connect(self.refresh)
        # “Save as” changes the folder in which the images are looked for.
        document.saved_changed.connect(self.refresh)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # In another program, the writer may have moved an image into that folder.
            app.applicationStateChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Compute the checklist anew after a pause."""
        self._job.schedule()

    def run(self) -> None:
        """Compute the checklist anew as soon as possible."""
        self._job.run()

    def stop(self) -> None:
        """Wait for the job that is running; its result is dropped."""
        self._job.stop()

    def _counts(self) -> dict[str, int]:
        return {key: len(findings) for key, findings in self._findings().items()}

    def _prepare(self) -> Job:
        review, form, path = self._document.review, self._document.form, self._document.path
        return partial(_checklist, review, form, self._counts(), path.parent if path else None)


def _checklist(
    review: Review, form: Form, findings_open: Mapping[str, int], folder: Path | None
) -> Checklist:
    # Importing the template engine takes a tenth of a second, too long before the first paint.
    from editor.export.publication import publication_checklist  # noqa: PLC0415

    return Checklist(publication_checklist(review, form, findings_open, folder), findings_open)
