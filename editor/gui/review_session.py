"""One open review: its document, its window, and the rooms around them."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.gui.actions import Actions
from editor.gui.backup_service import BackupService
from editor.gui.context import ProgramContext, SessionContext
from editor.gui.document import Document
from editor.gui.export.room import ExportRoom
from editor.gui.files.room import FilesRoom
from editor.gui.form.form_page import FACTS
from editor.gui.form.room import FormRoom
from editor.gui.importing.room import ImportingRoom
from editor.gui.main_window import MainWindow
from editor.gui.overview.room import OverviewRoom
from editor.gui.preview.room import PreviewRoom
from editor.gui.proofing.engine_service import EngineService
from editor.gui.proofing.finding_presenter import FindingViews
from editor.gui.proofing.room import ProofingRoom
from editor.gui.room import Room
from editor.gui.search.room import SearchRoom
from editor.gui.settings.room import SettingsRoom
from editor.gui.speech.room import SpeechRoom
from editor.gui.theme import Theme
from editor.gui.versions.room import VersionsRoom
from editor.gui.workspace.window_panes import WindowPanes
from editor.gui.workspace.workspace import Workspace
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.settings import Settings
from editor.storage import review_file


class ReviewSession(QObject):
    """Composes the rooms of one review. Everything that is shared comes from the program."""

    closed = Signal()
    """The window of the review has closed."""

    def __init__(
        self,
        program: ProgramContext,
        engine: EngineService,
        backup_service: BackupService,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        settings = program.settings
        self._program = program
        self.document = Document(
            review_file.new_review(load_form(DEFAULT_FORM_ID), [("author", settings.author)])
        )
        self.actions = Actions(self)
        self.window = MainWindow(self.document, self.actions, theme)
        self._context = SessionContext(program, self.document, self.actions, self.window)
        self._build_writing_rooms(engine, backup_service)
        self._build_reading_rooms()
        self.workspace = self._build_workspace()
        self.rooms: tuple[Room, ...] = (
            *(self.files, self.versions, self.form, self.proofing, self.overview, self.search),
            *(self.importing, self.export, self.preview, self.speech, self.settings),
            self.workspace,
        )
        self._wire()
        self._follow_engine(engine)
        self.apply_settings(settings, settings)

    def start(self, path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> None:
        """Show the window with ``path`` or the sample, or with the review of the last session.

        With ``fresh`` it is a new review. What takes its time begins after the first paint.
        """
        for start in (self.preview.start, *self._starts_after_preview()):
            self.window.painted.connect(start)
        self.workspace.restore_layout()
        self.window.show()
        # Qt would give the keyboard focus to the first button of the window.
        if self._open(path, sample=sample, fresh=fresh):
            self.window.form.setFocus(Qt.FocusReason.OtherFocusReason)
            # Where nothing could be opened, the form is that of the new review.
            self.files.controller.settle(self.window.form.build)
        else:
            self.window.form.jump(FACTS)

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Follow a change of the settings."""
        self.window.status_bar.show_variant(new.variant)
        for room in self.rooms:
            room.apply_settings(old, new)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in ``theme``."""
        if theme != self.window.theme:
            self.window.set_theme(theme)
            for room in self.rooms:
                room.set_theme(theme)

    def stop(self) -> None:
        """End every thread and process of the session, also where ending one of them fails."""
        with ExitStack() as ends:
            for room in self.rooms:
                ends.callback(room.stop)

    # -- composition ------------------------------------------------------------------------------

    def _build_writing_rooms(self, engine: EngineService, backup_service: BackupService) -> None:
        context, program, window = self._context, self._program, self.window
        self.files = FilesRoom(context, window.form, backup_service)
        self.versions = VersionsRoom(context, self.files.controller, backup_service)
        self.importing = ImportingRoom(context, self.files.controller)
        self.form = FormRoom(
            self.document,
            window.form,
            window.outline,
            window=window,
            actions=self.actions,
            settings_store=program.settings_store,
            folders=program.folders,
            app=program.app,
        )
        views = FindingViews(
            window.form, window.findings_panel, window.style_panel, window.finding_card
        )
        self.proofing = ProofingRoom(context, engine, views)
        self.search = SearchRoom(context, window.form, window.find_bar)
        self.settings = SettingsRoom(context)

    def _build_reading_rooms(self) -> None:
        context, window = self._context, self.window
        self.overview = OverviewRoom(
            context,
            lambda: self.proofing.check_service.findings,
            form=window.form,
            outline=window.outline,
            side_tabs=window.side_tabs,
            status_bar=window.status_bar,
        )
        self.export = ExportRoom(context, window.form, self.files.names)
        self.preview = PreviewRoom(
            context,
            window.preview_pane,
            window.set_preview,
            lambda: self.export.presets.page_options,
        )
        self.speech = SpeechRoom(context, window.form)

    def _build_workspace(self) -> Workspace:
        window = self.window
        panes = WindowPanes(
            window,
            window.outline,
            window.form,
            window.preview_pane,
            window.side_tabs,
            window.splitters,
            window.show_panes,
        )
        panels = {
            "to_findings": window.findings_panel,
            "to_style": window.style_panel,
            "ready": self.overview.controller.checklist,
            "statistics": self.overview.controller.statistics,
        }
        files = self.files.controller
        return Workspace(
            self._context,
            panes,
            panels,
            open_recent=files.open_recent,
            bring_back=files.loader.bring_back,
        )

    def _wire(self) -> None:
        slots: dict[str, Callable[[], object]] = {}
        for room in self.rooms:
            slots.update(room.slots())
        self.actions.connect_all(slots, self.workspace.pane_actions.show_text)
        window = self.window
        self.proofing.check_service.findings_changed.connect(self.overview.refresh_findings)
        window.place_changed.connect(self.preview.controller.follow)
        window.close_requested.connect(lambda: self.files.controller.close(window.leave))
        window.closed.connect(self._close)
        self.workspace.view_modes.changed.connect(window.status_bar.show_view)
        self.proofing.controller.style_opened.connect(
            lambda: window.side_tabs.open(window.style_panel)
        )
        self.export.presets.changed.connect(self.preview.controller.refresh)

    def _follow_engine(self, engine: EngineService) -> None:
        engine.state_changed.connect(self.overview.summary.show_state)
        if engine.state is not None:
            self.overview.summary.show_state(engine.state)

    def _open(self, path: Path | None, *, sample: bool, fresh: bool) -> bool:
        """Return whether a review is being opened."""
        if path is not None:
            self.files.controller.load(path)
        elif sample:
            self.files.controller.open_sample()
        else:
            return not fresh and self.workspace.last_session.restore()
        return True

    def _starts_after_preview(self) -> tuple[Callable[[], None], ...]:
        return tuple(room.start for room in self.rooms if room is not self.preview)

    def _close(self) -> None:
        self.workspace.remember()
        self.closed.emit()
