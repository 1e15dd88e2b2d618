"""Contexts that rooms are built in: one of the program, and one of each review session."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from editor.errors import RezensentError
from editor.export.themes.theme_registry import ThemeRegistry
from editor.gui import dialogs
from editor.gui.actions import Actions
from editor.gui.checklist_service import ChecklistService
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.settings_store import SettingsStore
from editor.gui.user_dictionary import UserDictionary
from editor.review.form_registry import FormRegistry
from editor.settings import Folders, Settings
from editor.storage.backups import Backups
from editor.storage.locks import Locks
from editor.storage.processes import ScratchFolder


@dataclass(frozen=True, slots=True)
class ProgramContext:
    """Everything that exists once per process. Nothing here belongs to a single review."""

    app: QApplication
    folders: Folders
    settings_store: SettingsStore
    dictionary: UserDictionary
    forms: FormRegistry
    themes: ThemeRegistry
    locks: Locks
    backups: Backups
    scratch: ScratchFolder

    @property
    def settings(self) -> Settings:
        """The writer's settings."""
        return self.settings_store.settings


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Qt refers weakly to owners of slots
class SessionContext:
    """Everything that the rooms of one review session share."""

    program: ProgramContext
    document: Document
    actions: Actions
    window: HostWindow
    checklist_service: ChecklistService
    show_elsewhere: Callable[[Path], bool]
    """Bring the window of another session with the review in a path to the front, if one has it."""

    def show_warning(self, sentence: str) -> None:
        """Show a sentence that must not be overlooked."""
        dialogs.show_warning(self.window, sentence)

    def say_error(self, error: RezensentError) -> None:
        """Show an error in the message bar."""
        self.window.message_bar.say(error)

    def remember_folder(self, folder: str) -> None:
        """Let the next file dialog begin in ``folder``."""
        self.program.settings_store.change(last_folder=folder)
