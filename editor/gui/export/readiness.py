"""Open points of the review that is about to be exported."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from editor.gui.checklist_service import Checklist, ChecklistService
from editor.gui.document import Document
from editor.review.readiness import ChecklistItemKind
from editor.review.readiness_summary import OpenPoint, open_points


class ExportReadiness(QObject):
    """Takes the open points from the checklist, and knows which of them the writer has seen."""

    found = Signal(object)
    """The open points of the present review, a tuple of OpenPoint, whenever they are computed."""

    def __init__(
        self, document: Document, checklist_service: ChecklistService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._checklist_service = checklist_service
        self._seen: frozenset[ChecklistItemKind] = frozenset()
        self._waiting: list[Callable[[tuple[OpenPoint, ...]], None]] = []
        checklist_service.changed.connect(self._report)
        document.opened.connect(self._forget)

    def look(self, done: Callable[[tuple[OpenPoint, ...]], None] = lambda _: None) -> None:
        """Emit ``found`` as soon as possible, and pass the points to ``done``."""
        self._waiting.append(done)
        self._checklist_service.run()

    def note_seen(self, points: Sequence[OpenPoint]) -> None:
        """Take note that the writer has been shown ``points``."""
        self._seen |= _kinds(points)

    def has_news(self, points: Sequence[OpenPoint]) -> bool:
        """Return whether the writer has not been shown a point of each kind in this review."""
        return not _kinds(points) <= self._seen

    def stop(self) -> None:
        """Answer nothing any more that was asked by ``look``."""
        self._waiting = []

    def _forget(self) -> None:
        self._seen = frozenset()
        self._waiting = []

    def _report(self, checklist: Checklist) -> None:
        points = open_points(checklist.items, checklist.findings_open)
        waiting, self._waiting = self._waiting, []
        self.found.emit(points)
        for done in waiting:
            done(points)


def _kinds(points: Sequence[OpenPoint]) -> frozenset[ChecklistItemKind]:
    return frozenset(point.kind for point in points)
