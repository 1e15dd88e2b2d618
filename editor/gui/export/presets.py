"""What is chosen for the exports of the open review, kept in the background."""

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


class Plans(QObject):
    """Knows the plan of the open review; a new one applies at once and then reaches the disk."""

    changed = Signal()
    """The open review has another plan now, or another review with another plan is open."""
    failed = Signal(object)
    """What is chosen could not be read or kept; carries the error."""

    def __init__(
        self, file: Path, document: Document, themes: ThemeRegistry, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._document = document
        self.themes = themes
        """Where themes are looked for."""
        self._memory = PresetStore()
        self._path: Path | None = None
        self._plan = ExportPreset()
        self._unsaved: dict[str, ExportPreset] = {}
        self._worker = Worker(self, newest_only=False)
        document.opened.connect(self._open)
        document.saved_changed.connect(self._follow)
        self._worker.submit(partial(preset_store.load_presets, file), self._loaded)

    @property
    def plan(self) -> ExportPreset:
        """The plan of the open review."""
        return self._plan

    @property
    def page(self) -> RenderOptions:
        """The choices that the page in the preview is made with."""
        shared = {name: getattr(self._plan.shared, name) for name in SHARED}
        return RenderOptions(**shared, themes=self.themes)

    @property
    def pending(self) -> bool:
        """Whether something is still being read or kept."""
        return self._worker.busy

    def keep(self, plan: ExportPreset) -> None:
        """Make ``plan`` the one of the open review."""
        if plan != self._plan:
            self._store(self._key, plan)
            self._show(plan)

    def keep_for(self, path: Path | None, plan: ExportPreset) -> None:
        """Do the same for the review in ``path``, which need not be the open one any more."""
        if path == self._path:
            self.keep(plan)
        elif path is not None:
            self._store(str(path), plan)

    def look(self, name: str, value: object) -> None:
        """Change one of the choices that hold for all formats."""
        self.keep(self._plan.with_option("html", name, value))

    def stop(self) -> None:
        """Keep what has not reached the disk yet."""
        self._worker.stop()
        for file, plan in self._unsaved.items():
            try:
                preset_store.save_preset(self._file, file, plan)
            except RezensentError as error:
                self.failed.emit(error)

    def _store(self, file: str, plan: ExportPreset) -> None:
        self._memory = self._memory.with_preset(file, plan)
        self._unsaved[file] = plan
        self._worker.submit(
            partial(preset_store.save_preset, self._file, file, plan),
            lambda _: self._stored(file, plan),
            self.failed.emit,
        )

    def _stored(self, file: str, plan: ExportPreset) -> None:
        if self._unsaved.get(file) == plan:
            del self._unsaved[file]

    def _loaded(self, found: PresetStore) -> None:
        if found.problem is not None:
            self.failed.emit(found.problem)
        if not self._unsaved:
            self._memory = found
            self._open()

    def _open(self) -> None:
        self._path = self._document.path
        self._show(self._memory.preset(self._key))

    def _follow(self) -> None:
        """Let a review that has got another file keep what was chosen, but not the places.

        One that was in no file yet is still the same, and keeps everything.
        """
        if self._document.path == self._path:
            return
        plan = self._plan if self._path is None else self._plan.without_places()
        self._path = self._document.path
        if plan != self._memory.preset(self._key):
            self._store(self._key, plan)
        self._show(plan)

    def _show(self, plan: ExportPreset) -> None:
        if plan != self._plan:
            self._plan = plan
            self.changed.emit()

    @property
    def _key(self) -> str:
        return str(self._path or "")
