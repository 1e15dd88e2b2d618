"""Recovery of drafts that a process has left when it ended without a save."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.errors import JournalError, RezensentError
from editor.gui.document import Document
from editor.gui.files.controller import FilesController
from editor.gui.files.journal_writer import JournalWriter
from editor.gui.files.typing_pause import TypingPause
from editor.gui.form.form_page import FormPage
from editor.gui.host_window import HostWindow
from editor.review.form_registry import FormRegistry
from editor.review.model import Review
from editor.storage import review_file
from editor.storage.draft import Draft
from editor.storage.file_location import FileLocation, file_key, volume_of
from editor.storage.journal import AbandonedDraft, Journal

if TYPE_CHECKING:
    from editor.gui.files.recovery_dialog import DraftOffer, RecoveryDialog


class Recovery(QObject):
    """Lists abandoned drafts, shows them, and opens the one that the writer chooses."""

    message = Signal(str)
    """Emitted with a sentence for the message bar."""
    drafts_listed = Signal(int)
    """Emitted with the number of drafts once they are known, and shown if there are any."""
    failed = Signal(str)
    """Emitted with a sentence when a draft cannot be opened."""
    draft_dropped = Signal(object)
    """Emitted with a Draft that the writer does not want; its removal has been submitted."""

    def __init__(
        self,
        journal: Journal,
        journal_writer: JournalWriter,
        document: Document,
        files: FilesController,
        *,
        window: HostWindow,
        form: FormPage,
        forms: FormRegistry,
        typing_pause: TypingPause,
    ) -> None:
        super().__init__(window)
        self._journal = journal
        self._journal_writer = journal_writer
        self._document = document
        self._files = files
        self._window = window
        self._form = form
        self._forms = forms
        self._typing_pause = typing_pause
        self._dialog: RecoveryDialog | None = None
        document.saved_changed.connect(self._withdraw_message)

    @property
    def _unsaved(self) -> str:
        return self.tr("Der Text ist wiederhergestellt und noch nicht gesichert.")

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"recover": self.show_all}

    def start(self) -> None:
        """Offer the drafts that are new since the last start."""
        self._list_drafts(self._offer_new)

    def show_all(self) -> None:
        """Show all abandoned drafts, also those that were declined."""
        self._list_drafts(self._offer_all)

    # -- inside -----------------------------------------------------------------------------------

    def _list_drafts(self, show: "Callable[[list[DraftOffer]], None]") -> None:
        def done(offers: "list[DraftOffer]") -> None:
            show(offers)
            self.drafts_listed.emit(len(offers))

        self._journal_writer.submit(partial(_offers, self._journal, self._forms), done)

    def _offer_new(self, offers: "list[DraftOffer]") -> None:
        damaged = self._journal.damaged
        if damaged:
            sentence = self.tr(
                "Ein ungesicherter Text ist beschädigt und lässt sich nicht anbieten; was davon "
                "da ist, steht in {path}."
            )
            self._window.message_bar.insist(sentence.format(path=damaged[0]))
        if self._journal.newer:
            self._window.message_bar.insist(self._newer_notice())
        new = [offer for offer in offers if not offer.found.draft.declined]
        if new:
            self._typing_pause.call(partial(self._show, new))

    def _offer_all(self, offers: "list[DraftOffer]") -> None:
        if offers:
            self._show(offers)
        else:
            newer = self._newer_notice() if self._journal.newer else ""
            self.message.emit(newer or self.tr("Es gibt keine ungesicherten Texte."))

    def _newer_notice(self) -> str:
        return self.tr(
            "Es gibt ungesicherte Texte einer neueren Version von Rezensent; sie bleiben "
            "aufgehoben und lassen sich nur mit der neueren Version öffnen."
        )

    def _show(self, offers: "list[DraftOffer]") -> None:
        # Mostly there is no draft: a start does without the dialog.
        from editor.gui.files.recovery_dialog import RecoveryDialog  # noqa: PLC0415

        if self._dialog is not None:
            return
        dialog = RecoveryDialog(offers, self._forms, self._window.theme, self._window)
        dialog.restored.connect(self._restore)
        dialog.declined.connect(self._decline)
        dialog.dropped.connect(self._drop)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _drop(self, draft: Draft) -> None:
        self._submit(partial(self._journal.remove, draft.id))
        self.draft_dropped.emit(draft)

    def _decline(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            if not draft.declined:
                self._submit(partial(self._journal.decline, draft.id))
        self.message.emit(self.tr("Die Texte bleiben 30 Tage unter „Datei ▸ Ungesicherte Texte“."))

    def _restore(self, draft: Draft) -> None:
        read = partial(_parse, self._journal, draft, self._forms)
        self._files.close(
            lambda: self._journal_writer.submit(read, partial(self._open, draft), self._fail)
        )

    def _fail(self, error: RezensentError) -> None:
        self.failed.emit(error.text())

    def _open(self, draft: Draft, recovered: tuple[Review, FileLocation | None]) -> None:
        review, location = recovered
        self._journal_writer.adopt(draft.id)
        self._document.open(review, draft.path, saved=False, digest=draft.digest, location=location)
        cards = self._form.cards
        if draft.section in cards:
            length = len(cards[draft.section].editor.text)
            self._form.go_to(draft.section, min(max(draft.position, 0), length))
        self.message.emit(self._unsaved)

    def _withdraw_message(self) -> None:
        """Withdraw the sentence that the draft is not saved once it is."""
        if not self._document.dirty:
            self._window.message_bar.take_back(self._unsaved)

    def _submit(self, job: Callable[[], object]) -> None:
        self._journal_writer.submit(job, lambda _: None)


def _parse(
    journal: Journal, draft: Draft, forms: FormRegistry
) -> tuple[Review, FileLocation | None]:
    """Return the review of ``draft``, and the location of its file. Raises JournalError."""
    if not journal.is_abandoned(draft.id):
        raise JournalError(
            "Dieser Text ist inzwischen in einem anderen Fenster geöffnet oder verworfen; "
            "bitte arbeiten Sie dort weiter.",
            "This draft has been opened in another window meanwhile, or discarded; please "
            "continue there.",
        )
    review = review_file.parse(draft.text, forms)
    if draft.path is None:
        return review, None
    # The disk may be missing now: a save must not create the file below it.
    volume = Path(draft.volume) if draft.volume else volume_of(draft.path)
    return review, FileLocation(file_key(draft.path), volume)


def _offers(journal: Journal, forms: FormRegistry) -> "list[DraftOffer]":
    return [_offer(found, forms) for found in journal.abandoned()]


def _offer(found: AbandonedDraft, forms: FormRegistry) -> "DraftOffer":
    from editor.gui.files.recovery_dialog import DraftOffer  # noqa: PLC0415  (as above)

    try:
        review = review_file.parse(found.draft.text, forms)
    except RezensentError:
        # A draft that cannot be parsed is offered too: its text can be read and copied.
        return DraftOffer(found, "", len(found.draft.text.split()))
    words = sum(len(section.text.split()) for section in review.sections)
    return DraftOffer(found, review.title, words)
