"""The writer's settings in the running program: one value, and a signal for its changes."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from editor.gui.worker import Worker
from editor.settings import Settings, load_settings, save_settings


class SettingsStore(QObject):
    """Holds the Settings. A change applies at once, and is saved in the background."""

    changed = Signal(object, object)
    """Emitted with the old and the new settings."""
    failed = Signal(object)
    """Emitted with the error if the settings could not be saved."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._settings, self.problem = load_settings(folder)
        self._worker = Worker(self)
        self._saved_settings = self._settings

    @property
    def settings(self) -> Settings:
        """The current settings."""
        return self._settings

    @property
    def pending(self) -> bool:
        """Whether there are changes that are not saved yet."""
        return self._saved_settings != self._settings

    def change(self, **values: Any) -> None:
        """Change settings by name. Raises TypeError for a name that does not exist."""
        before = self._settings
        rejected = {key: raw for key, raw in before.rejected.items() if key not in values}
        self._settings = replace(before, rejected=rejected, **values)
        if self._settings != before:
            self._worker.submit(
                partial(save_settings, self._folder, self._settings),
                partial(self._saved, self._settings),
                self.failed.emit,
            )
            self.changed.emit(before, self._settings)

    def stop(self) -> None:
        """Save what is not saved yet."""
        save = partial(save_settings, self._folder, self._settings)
        self._worker.stop(save if self.pending else None)

    def _saved(self, settings: Settings, _: object) -> None:
        self._saved_settings = settings
