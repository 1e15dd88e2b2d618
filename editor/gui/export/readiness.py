"""Open points of the review that is about to be exported."""

from collections.abc import Callable, Mapping, Sequence, Sized
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.export.publication import publication_checklist
from editor.gui.debounced_job import DebouncedJob
from editor.gui.document import Document
from editor.gui.worker import Job
from editor.review.form import Form
from editor.review.model import Review
from editor.review.readiness import ChecklistItemKind
from editor.review.readiness_summary import OpenPoint, open_points

_DEBOUNCE_MS = 300


class ExportReadiness(QObject):
    """Finds the open points of the document on a worker, and knows which the writer has seen."""

    found = Signal(object)
    """The open points of the present review, a tuple of OpenPoint."""

    def __init__(
        self, document: Document, findings: Callable[[], Mapping[str, Sized]], parent: QObject
    ) -> None:
        """Take ``findings``, which returns the open findings of the review by section."""
        super().__init__(parent)
        self._document, self._findings = document, findings
        self._seen: frozenset[ChecklistItemKind] = frozenset()
        self._waiting: list[Callable[[tuple[OpenPoint, ...]], None]] = []
        self._job = DebouncedJob(
            self._prepare,
            self._report,
            delay_ms=_DEBOUNCE_MS,
            parent=self,
            key=lambda: document.review,
        )
        document.opened.connect(self._forget)

    def refresh(self) -> None:
        """Emit ``found`` after a pause in the edits."""
        self._job.schedule()

    def look(self, done: Callable[[tuple[OpenPoint, ...]], None] = lambda _: None) -> None:
        """Emit ``found`` as soon as possible, and pass the points to ``done``."""
        self._waiting.append(done)
        self._job.run()

    def note_seen(self, points: Sequence[OpenPoint]) -> None:
        """Take note that the writer has been shown ``points``."""
        self._seen |= _kinds(points)

    def has_news(self, points: Sequence[OpenPoint]) -> bool:
        """Return whether the writer has not been shown a point of each kind in this review."""
        return not _kinds(points) <= self._seen

    def stop(self) -> None:
        """Wait for the job that is running; its result is dropped."""
        self._waiting = []
        self._job.stop()

    def _forget(self) -> None:
        self._seen = frozenset()
        self._waiting = []

    def _prepare(self) -> Job:
        review, form, path = self._document.review, self._document.form, self._document.path
        counts = {key: len(findings) for key, findings in self._findings().items()}
        return partial(_points, review, form, counts, path.parent if path else None)

    def _report(self, points: tuple[OpenPoint, ...]) -> None:
        waiting, self._waiting = self._waiting, []
        self.found.emit(points)
        for done in waiting:
            done(points)


def _points(
    review: Review, form: Form, counts: Mapping[str, int], folder: Path | None
) -> tuple[OpenPoint, ...]:
    return open_points(publication_checklist(review, form, counts, folder), counts)


def _kinds(points: Sequence[OpenPoint]) -> frozenset[ChecklistItemKind]:
    return frozenset(point.kind for point in points)
