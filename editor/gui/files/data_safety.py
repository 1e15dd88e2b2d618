"""Protection of the review: drafts, recovery, conflicts with other programs, and locks."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from editor.errors import RezensentError
from editor.gui import dialogs
from editor.gui.backup_service import BackupService
from editor.gui.document import Document
from editor.gui.files.autosave import SaveRetry
from editor.gui.files.controller import FilesController
from editor.gui.files.file_watcher import FileWatcher
from editor.gui.files.journal_writer import JournalWriter
from editor.gui.files.lock_holder import LockHolder
from editor.gui.files.recovery import Recovery
from editor.gui.files.save_queue import SaveQueue
from editor.gui.files.typing_pause import TypingPause
from editor.gui.form.form_page import FormPage
from editor.gui.host_window import HostWindow
from editor.review.form_registry import FormRegistry
from editor.storage.journal import Journal
from editor.storage.load_save import SaveConflict
from editor.storage.locks import Locks
from editor.storage.newer_version import is_newer, read_only_notice


class DataSafety(QObject):
    """Builds the services that protect the review, and shows in the window what they report."""

    def __init__(
        self,
        journal: Journal,
        journal_writer: JournalWriter,
        document: Document,
        *,
        files: FilesController,
        saves: SaveQueue,
        window: HostWindow,
        form: FormPage,
        locks: Locks,
        forms: FormRegistry,
        backup_service: BackupService,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._files = files
        self._window, self._form = window, form
        self._backup_service = backup_service
        self.journal, self.journal_writer = journal, journal_writer
        self.typing_pause = TypingPause(document, self)
        """When dialogs that the writer has not opened may open."""
        self.recovery = Recovery(
            journal,
            self.journal_writer,
            document,
            files,
            window=window,
            form=form,
            forms=forms,
            typing_pause=self.typing_pause,
        )
        self.file_watcher = FileWatcher(document, window, files.read_digest)
        self.lock_holder = LockHolder(locks, document, self)
        self.save_retry = SaveRetry(
            document, files.save_quietly, files.save_as, window.message_bar, self
        )
        self._forms = forms
        self._refusal = ""
        self._outside = ""
        """Sentence about what happened to the file, while it is true."""
        self._journal_error = ""
        self._conflict: tuple[SaveConflict, Callable[[], None] | None] | None = None
        """Conflict that is to be shown in the next pause in typing, and what was to follow."""
        self._wire(saves)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.recovery.slots()

    def start(self) -> None:
        """Offer drafts that an earlier process has left."""
        self.recovery.start()

    def stop(self) -> None:
        """Write the last draft, and release the lock of the file."""
        for part in (self.save_retry, self.file_watcher, self.journal_writer, self.lock_holder):
            part.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _wire(self, saves: SaveQueue) -> None:
        say = self._window.message_bar.say_of_review
        self._files.changes_discarded.connect(self.journal_writer.discard_changes)
        saves.conflict.connect(self._find_conflict)
        saves.postponed.connect(self.save_retry.start)
        saves.saved.connect(lambda _: self._settle())
        self.journal_writer.failed.connect(self._say)
        self.journal_writer.written.connect(self._end_journal_error)
        self.recovery.message.connect(say)
        self.recovery.failed.connect(lambda text: dialogs.show_warning(self._window, text))
        self.file_watcher.changed_outside.connect(self._show_change)
        self.file_watcher.vanished.connect(self._show_vanished)
        self.file_watcher.settled.connect(self._settle)
        self.file_watcher.reload_requested.connect(self._reload)
        self.lock_holder.refused.connect(self._show_refusal)
        self.lock_holder.freed.connect(self._show_freed)
        for event in (self._document.opened, self._document.refused):
            event.connect(self._say_newer)

    def _find_conflict(self, conflict: SaveConflict, then: Callable[[], None] | None) -> None:
        self._conflict = conflict, then
        self.typing_pause.call(self._show_conflict)

    def _show_conflict(self) -> None:
        """Show the newest conflict, unless another review has been opened meanwhile."""
        # Conflicts are rare: a start does without the dialog.
        from editor.gui.files.conflict_dialog import ConflictDialog  # noqa: PLC0415

        found, self._conflict = self._conflict, None
        if found is None or found[0].path != self._document.path:
            return
        conflict, then = found
        dialog = ConflictDialog(
            conflict, self._document.review, self._forms, self._window.theme, self._window
        )
        path = conflict.path
        dialog.save_as_chosen.connect(partial(self._files.save_as, then))
        dialog.overwrite_chosen.connect(partial(self._files.save_over, path, then))
        dialog.reload_chosen.connect(lambda: self._open_theirs(path))
        dialog.open()

    def _open_theirs(self, path: Path) -> None:
        """Open ``path``; keep the present review as a draft and as a version."""
        review = self._document.review
        load = partial(self._files.load, path, over=review)
        self.journal_writer.keep_draft(lambda: self._backup_service.keep(path, review, load))

    def _show_change(self, path: Path) -> None:
        sentence = self.tr("{name} ist anderswo geändert worden, hier aber auch.")
        # A save compares both, and asks which is to stay.
        self._show_outside(sentence.format(name=path.name), self.tr("Vergleichen …"))

    def _show_vanished(self, path: Path) -> None:
        sentence = self.tr("{name} ist nicht mehr vorhanden; Ihr Text ist noch im Fenster.")
        self._show_outside(sentence.format(name=path.name), self.tr("Neu sichern"))

    def _show_outside(self, sentence: str, action: str) -> None:
        self._settle()
        self._outside = sentence
        self._window.message_bar.insist(sentence, action, self._files.save, of_review=True)

    def _settle(self) -> None:
        """Withdraw what was said about the file: it holds the review again."""
        if self._outside:
            self._window.message_bar.take_back(self._outside)
            self._outside = ""

    def _reload(self, path: Path) -> None:
        form = self._form
        place, scrolled = form.current, form.verticalScrollBar().value()
        position = form.cards[place].editor.selection()[1] if place in form.cards else 0

        def back() -> None:
            if place in form.cards:
                length = len(form.cards[place].editor.text)
                form.go_to(place, min(position, length))
            form.scroller.restore(scrolled)
            self._window.message_bar.say_of_review(
                self.tr("{name} ist anderswo geändert worden und neu geladen.").format(
                    name=path.name
                )
            )

        reload = partial(self._files.loader.reload, path, back)
        self._backup_service.keep(path, self._document.review, reload)

    def _show_refusal(self, sentence: str, forcible: bool) -> None:  # noqa: FBT001 (a signal)
        bar = self._window.message_bar
        self._refusal = sentence
        if forcible:
            force, take = self.tr("Trotzdem bearbeiten"), self.lock_holder.take_by_force
            bar.insist(sentence, force, take, of_review=True)
        else:
            bar.insist(sentence, of_review=True)

    def _say_newer(self) -> None:
        """Say that a review of a newer version can only be read."""
        document = self._document
        if is_newer(document.review):
            name = document.path.name if document.path else document.review.title
            notice = read_only_notice(name or self.tr("Rezension ohne Titel"))
            self._window.message_bar.insist(notice.text(), of_review=True)

    def _show_freed(self, sentence: str) -> None:
        self._window.message_bar.take_back(self._refusal)
        self._window.message_bar.say_of_review(sentence)

    def _say(self, error: RezensentError) -> None:
        if error.text() != self._journal_error:
            self._end_journal_error()
        self._journal_error = error.text()
        self._window.message_bar.insist(self._journal_error)

    def _end_journal_error(self) -> None:
        """Withdraw that drafts cannot be written: one has been."""
        if self._journal_error:
            self._window.message_bar.take_back(self._journal_error)
            self._journal_error = ""
