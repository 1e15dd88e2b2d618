"""Search for facts and names in the text, off the GUI thread, after every pause in the edits."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.gui.debounced_job import DebouncedJob
from editor.gui.document import Document
from editor.proofing.proposals.listed_proposal import ListedProposal
from editor.proofing.proposals.proposal import Proposal
from editor.review.model import Review

_PAUSE_MS = 900
"""Pause in typing before the text is searched."""
_SOON_MS = 50
"""After opening a review or a decision: the window shows the change first."""


class ProposalService(QObject):
    """Keeps the proposals for a document up to date."""

    changed = Signal()
    """The present text has been searched; ``proposals`` are the result."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self.proposals: tuple[ListedProposal, ...] = ()
        """Proposals for the text as it was when it was searched last."""
        self._document = document
        self._names: tuple[Proposal, ...] = ()
        self._job = DebouncedJob(
            lambda: partial(_search, document.review, self._names),
            self._show,
            lambda _: self._show(()),
            delay_ms=_PAUSE_MS,
            parent=self,
            key=lambda: (document.review, self._names),
        )
        document.changed.connect(lambda _: self._job.schedule())
        document.opened.connect(self._begin)

    def start(self) -> None:
        """Search the review that is open."""
        self._job.schedule(_SOON_MS)

    def stop(self) -> None:
        """End searching."""
        self._job.stop()

    def search_soon(self) -> None:
        """Search again without waiting for a pause, as after a decision."""
        self._job.schedule(_SOON_MS)

    def take_names(self, names: tuple[Proposal, ...]) -> None:
        """Propose ``names``, which the check has found among the unknown words."""
        if names != self._names:
            self._names = names
            self._job.schedule(_SOON_MS)

    def _begin(self) -> None:
        self._show(())
        self._job.schedule(_SOON_MS)

    def _show(self, proposals: tuple[ListedProposal, ...]) -> None:
        self.proposals = proposals
        self.changed.emit()


def _search(review: Review, names: tuple[Proposal, ...]) -> tuple[ListedProposal, ...]:
    # Its patterns take long to compile, which is not for the GUI thread.
    from editor.proofing.proposals.finder import list_proposals  # noqa: PLC0415

    return list_proposals(review, names)
