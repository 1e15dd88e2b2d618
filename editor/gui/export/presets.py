"""Export presets of the open review, saved in the background."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.export.jobs import preset_store
from editor.export.jobs.preset import SHARED, ExportPreset
from editor.export.jobs.preset_store import PresetStore
from editor.export.options import RenderOptions
from editor.export.themes.theme_registry import ThemeRegistry
from editor.gui.document import Document
from editor.gui.worker import Worker


class ExportPresets(QObject):
    """Holds the preset of the open review; a change applies at once and is saved afterwards."""

    changed = Signal()
    """The preset has changed, or a review with another preset has been opened."""
    failed = Signal(object)
    """Presets could not be read or saved; carries the RezensentError."""

    def __init__(
        self, file: Path, *, document: Document, themes: ThemeRegistry, parent: QObject
    ) -> None:
        """``file`` holds the presets of all reviews."""
        super().__init__(parent)
        self._file = file
        self._document = document
        self.themes = themes
        """Page themes that a preset can name."""
        self._store = PresetStore()
        self._path = document.path
        self._preset = ExportPreset()
        self._unsaved: dict[str, ExportPreset] = {}
        self._worker = Worker(self, newest_only=False)
        document.opened.connect(self._open)
        document.saved_changed.connect(self._follow_file)
        self._worker.submit(partial(preset_store.load_presets, file), self._loaded)

    @property
    def preset(self) -> ExportPreset:
        """The preset of the open review."""
        return self._preset

    @property
    def page_options(self) -> RenderOptions:
        """The options that the preview renders the page with."""
        shared = {name: getattr(self._preset.shared, name) for name in SHARED}
        return RenderOptions(**shared, themes=self.themes)

    @property
    def pending(self) -> bool:
        """Whether presets are still being read or saved."""
        return self._worker.busy

    def set_preset(self, preset: ExportPreset) -> None:
        """Make ``preset`` the one of the open review."""
        if preset != self._preset:
            self._save(self._key, preset)
            self._show(preset)

    def set_preset_for(self, path: Path | None, preset: ExportPreset) -> None:
        """Make ``preset`` the one of the review in ``path``, whether it is open or not."""
        if path == self._path:
            self.set_preset(preset)
        elif path is not None:
            self._save(str(path), preset)

    def set_shared_option(self, name: str, value: object) -> None:
        """Set the field ``name`` of ExportOptions, one of those shared by all formats."""
        self.set_preset(self._preset.with_option("html", name, value))

    def stop(self) -> None:
        """Save what has not been saved yet."""
        self._worker.stop()
        for file, preset in self._unsaved.items():
            try:
                preset_store.save_preset(self._file, file, preset)
            except RezensentError as error:
                self.failed.emit(error)

    def _save(self, file: str, preset: ExportPreset) -> None:
        self._store = self._store.with_preset(file, preset)
        self._unsaved[file] = preset
        self._worker.submit(
            partial(preset_store.save_preset, self._file, file, preset),
            lambda _: self._saved(file, preset),
            self.failed.emit,
        )

    def _saved(self, file: str, preset: ExportPreset) -> None:
        if self._unsaved.get(file) == preset:
            del self._unsaved[file]

    def _loaded(self, store: PresetStore) -> None:
        if store.problem is not None:
            self.failed.emit(store.problem)
        if not self._unsaved:
            self._store = store
            self._open()

    def _open(self) -> None:
        self._path = self._document.path
        self._show(self._store.preset(self._key))

    def _follow_file(self) -> None:
        """Keep the preset, but not its places, for a review that gets another file.

        A review that had no file yet keeps the places, too.
        """
        if self._document.path == self._path:
            return
        preset = self._preset if self._path is None else self._preset.without_places()
        self._path = self._document.path
        if preset != self._store.preset(self._key):
            self._save(self._key, preset)
        self._show(preset)

    def _show(self, preset: ExportPreset) -> None:
        if preset != self._preset:
            self._preset = preset
            self.changed.emit()

    @property
    def _key(self) -> str:
        return str(self._path or "")
