"""Files room: opening, saving, autosave, drafts, locks and cleanup of one review."""

from collections.abc import Callable, Mapping
from functools import partial

from editor.gui.backup_service import BackupService
from editor.gui.context import SessionContext
from editor.gui.files.autosave import Autosave
from editor.gui.files.cleanup import Cleanup
from editor.gui.files.controller import FilesController
from editor.gui.files.data_safety import DataSafety
from editor.gui.files.file_names import ReviewFileNames
from editor.gui.files.journal_writer import JournalWriter
from editor.gui.files.missing_file import MissingFile
from editor.gui.files.save_queue import SaveQueue
from editor.gui.form.custom_forms_menu import CustomFormsMenu
from editor.gui.form.form_page import FormPage
from editor.gui.room import Room
from editor.gui.worker import Worker
from editor.settings import Settings
from editor.storage.journal import Journal
from editor.storage.pending_images import PendingImages


class FilesRoom(Room):
    """Moves the review of a session between the document and the disk."""

    def __init__(
        self, context: SessionContext, form: FormPage, backup_service: BackupService
    ) -> None:
        self._context = context
        self._window = context.window
        self._pending_images = context.program.folders.waiting_images
        self._journal = Journal(context.program.folders.state / "journal")
        self._journal_writer = JournalWriter(self._journal, context.document, form, self._window)
        self._build_saving(backup_service)
        self._build_safety(form, backup_service)
        self.custom_forms = CustomFormsMenu(
            context.program.forms,
            context.actions["new_from"],
            self.controller.new,
            context.window,
        )
        self._wire(context)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            **{f"new_{key}": partial(self._begin, key) for key in ("series", "film", "disc")},
            "new_from": self.controller.new_from,
            "open": self.controller.open,
            "save": self.controller.save,
            "save_as": self.controller.save_as,
            "sample": self.controller.open_sample,
            "close": self._window.close,
            **self.safety.slots(),
        }

    def start(self) -> None:
        """Look for the writer's own forms, offer drafts, and clean up."""
        self.custom_forms.refresh()
        self.safety.start()
        self.cleanup.start()

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Follow the variant of German and the name of the author."""
        self.names.variant, self.controller.author = new.variant, new.author

    def stop(self) -> None:
        """Finish the saves and drafts; pending images are removed after the drafts are written."""
        for part in (
            *(self.autosave, self.controller, self.custom_forms),
            *(self.safety, self.cleanup),
        ):
            part.stop()

    def _begin(self, form_id: str) -> None:
        self.controller.new(self.custom_forms.form(form_id))

    def _build_saving(self, backup_service: BackupService) -> None:
        program, document = self._context.program, self._context.document
        settings, window = program.settings, self._window
        self._worker = Worker(window, newest_only=False)
        self.names = ReviewFileNames(document, settings.last_folder, self._pending_images, window)
        self.saves = SaveQueue(
            document,
            self._worker,
            locks=program.locks,
            pending_images=self._pending_images,
            versions=backup_service,
            announcement=self._journal_writer.save_announcement,
            parent=window,
        )
        self.controller = FilesController(
            document,
            window,
            worker=self._worker,
            saves=self.saves,
            names=self.names,
            forms=program.forms,
            author=settings.author,
            show_elsewhere=self._context.show_elsewhere,
        )
        self.missing_file = MissingFile(program.backups, self._worker, window)
        self.autosave = Autosave(
            document, self.controller.save_quietly, program.settings_store, window
        )

    def _build_safety(self, form: FormPage, backup_service: BackupService) -> None:
        program, document = self._context.program, self._context.document
        self.safety = DataSafety(
            self._journal,
            self._journal_writer,
            document,
            files=self.controller,
            saves=self.saves,
            window=self._window,
            form=form,
            locks=program.locks,
            forms=program.forms,
            backup_service=backup_service,
        )
        self.cleanup = Cleanup(
            PendingImages(self._pending_images, self.safety.journal),
            program.scratch,
            document,
            self.controller.settle,
            self.safety.journal_writer,
            parent=self._window,
        )

    def _wire(self, context: SessionContext) -> None:
        self.safety.recovery.draft_dropped.connect(self.cleanup.drop)
        self.controller.failed.connect(
            lambda text: self.safety.typing_pause.call(partial(context.show_warning, text))
        )
        self.controller.loader.missing.connect(
            lambda *found: self.safety.typing_pause.call(partial(self.missing_file.report, *found))
        )
        self.names.folder_used.connect(context.remember_folder)
        self.saves.images_saved.connect(self.cleanup.release)
        self.controller.message.connect(context.window.message_bar.say_of_review)
        self.custom_forms.message.connect(context.window.message_bar.say)
