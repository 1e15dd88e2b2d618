"""The writer's settings in the running program: one value, told when it changes, and kept."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui.worker import Worker
from editor.settings import Settings, load_settings, save_settings


class SettingsStore(QObject):
    """Holds the Settings; a change applies at once and reaches the disk in the background."""

    changed = Signal(object, object)
    """The settings are others; carries those before and those after this change."""
    failed = Signal(object)
    """The settings could not be saved; carries the error."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._settings, self.problem = load_settings(folder)
        self._worker = Worker(self)
        self._kept = self._settings

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._settings

    @property
    def pending(self) -> bool:
        """Whether something has not reached the disk yet."""
        return self._kept != self._settings

    def change(self, **values: Any) -> None:
        """Change settings by their names. Raises TypeError for one that does not exist."""
        before = self._settings
        self._settings = replace(before, **values)
        if self._settings != before:
            self._worker.submit(
                partial(save_settings, self._folder, self._settings),
                partial(self._saved, self._settings),
                self.failed.emit,
            )
            self.changed.emit(before, self._settings)

    def stop(self) -> None:
        """Keep what has not reached the disk yet. A failure has nobody left to hear of it."""
        self._worker.stop()
        if self.pending:
            try:
                save_settings(self._folder, self._settings)
            except RezensentError as error:
                self.failed.emit(error)

    def _saved(self, settings: Settings, _: object) -> None:
        self._kept = settings
