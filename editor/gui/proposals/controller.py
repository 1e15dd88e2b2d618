"""Proposals in the window: offered above the form, listed on request, accepted in one step."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.host_window import HostWindow
from editor.gui.proposals.bar import ProposalBar
from editor.gui.proposals.memory import OfferMemory
from editor.gui.proposals.messages import accepted_sentence, counts_of, rejected_sentence
from editor.gui.proposals.service import ProposalService
from editor.proofing.proposals.acceptance import accept
from editor.proofing.proposals.listed_proposal import ListedProposal, ProposalGroup, as_fact
from editor.proofing.proposals.rejected_names import REJECTED_KEY, reject_names
from editor.review.history import ReviewEdit

if TYPE_CHECKING:
    from editor.gui.proposals.dialog import ProposalsDialog

EDITED = "proposals"
"""Name of an acceptance among the undo steps."""
_LONG = 300
"""Code points by which the text grows in one edit that is an import or the paste of a text."""


class ProposalController(QObject):
    """Offers what the text has after opening, import and paste, and accepts what is chosen."""

    names_changed = Signal(int)
    """The number of names that wait for the writer's decision."""

    def __init__(
        self,
        document: Document,
        service: ProposalService,
        memory: OfferMemory,
        bar: ProposalBar,
        *,
        action: QAction,
        form: FormPage,
        window: HostWindow,
    ) -> None:
        """Offer nothing while ``action``, which opens the list, is withheld."""
        super().__init__(window)
        self._document, self._service, self._memory = document, service, memory
        self._bar, self._form, self._window = bar, form, window
        self._action = action
        self._dialog: ProposalsDialog | None = None
        self._is_due, self._length = True, _length(document)
        self._said = ""
        self._visits: dict[tuple[str, str, str], int] = {}
        bar.accept_requested.connect(self._accept_explained)
        bar.list_requested.connect(self.open_list)
        bar.close_requested.connect(self._close_bar)
        service.changed.connect(self._show)
        action.enabledChanged.connect(self._show)
        document.changed.connect(self._edited)
        document.opened.connect(self._begin)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"proposals": self.open_list}

    def open_list(self) -> None:
        """Show all proposals in a window of their own."""
        # Not for the start of a session.
        from editor.gui.proposals.dialog import ProposalsDialog  # noqa: PLC0415

        self._close_bar()
        if self._dialog is None:
            dialog = ProposalsDialog(self._document.form, self._window.theme, self._window)
            dialog.accept_requested.connect(self._accept)
            dialog.place_requested.connect(self._go_to)
            dialog.finished.connect(self._forget_dialog)
            self._dialog = dialog
            dialog.show_proposals(self._service.proposals)
            dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _begin(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._is_due, self._length = True, _length(self._document)
        self._said = ""
        self._bar.hide()

    def _edited(self, edit: ReviewEdit) -> None:
        length = _length(self._document)
        if length - self._length >= _LONG:
            self._is_due = True
        elif edit.field != EDITED:
            self._is_due = False
        self._length = length
        # The button of the message would take back the newer edit, or after an undo an older one.
        self._take_back_message()

    def _show(self) -> None:
        proposals = self._service.proposals
        if self._dialog is not None:
            self._dialog.show_proposals(proposals)
        names, facts = counts_of(proposals)
        self.names_changed.emit(names)
        is_new = self._is_due and not self._document.read_only and self._memory.new(proposals)
        if not proposals or not self._action.isEnabled():
            self._bar.hide()
        elif is_new or not self._bar.isHidden():
            explained = sum(item.proposal.explained for item in proposals)
            self._bar.offer(names, facts, explained)

    def _accept_explained(self) -> None:
        explained = [item for item in self._service.proposals if item.proposal.explained]
        self._close_bar()
        self._accept([(item, item.proposal.key) for item in explained])

    def _accept(self, chosen: Sequence[tuple[ListedProposal, str]]) -> None:
        """Accept each of the chosen proposals as the key beside it, in one undo step."""
        before, form = self._document.review, self._document.form
        kept = [(item, key) for item, key in chosen if key != REJECTED_KEY]
        rejected = [item for item, key in chosen if key == REJECTED_KEY]
        review = accept(
            before,
            (
                item.proposal
                if item.group is ProposalGroup.FACTS
                else as_fact(item.proposal, key, form)
                for item, key in kept
            ),
        )
        review = reject_names(review, (item.text for item in rejected))
        if review is before or not self._document.edit_review(review, EDITED):
            return
        names, facts = counts_of([item for item, _ in kept])
        parts = [accepted_sentence(names, facts)] if kept else []
        parts += [rejected_sentence(len(rejected))] if rejected else []
        self._take_back_message()
        self._said = f"{'; '.join(parts)}."
        self._window.message_bar.say_of_review(
            self._said, self.tr("Rückgängig"), self._document.undo
        )
        self._service.search_soon()

    def _take_back_message(self) -> None:
        if self._said:
            self._window.message_bar.take_back(self._said)
        self._said = ""

    def _close_bar(self) -> None:
        self._is_due = False
        self._memory.remember(self._service.proposals)
        self._bar.hide()

    def _forget_dialog(self, _: int) -> None:
        self._dialog = None

    def _go_to(self, item: ListedProposal) -> None:
        """Select a place of the proposal in the text, the following one each time."""
        visit = self._visits.get(item.identity, -1) + 1
        self._visits[item.identity] = visit
        if not item.words:
            return
        number = visit % len(item.words)
        place, words = item.proposal.places[number], item.words[number]
        if place.section not in self._form.cards:
            return
        text = self._document.review.text(place.section)
        # The text may have been edited since it was searched.
        start = place.start if text.startswith(words, place.start) else text.find(words)
        if start >= 0:
            self._window.activateWindow()
            self._form.go_to(place.section, start, start + len(words))


def _length(document: Document) -> int:
    return sum(len(section.text) for section in document.review.sections)
