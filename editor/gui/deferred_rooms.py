"""Rooms of a review that have nothing on the screen when its window is first painted."""

from collections.abc import Callable, Mapping
from itertools import chain

from editor.gui.backup_service import BackupService
from editor.gui.context import SessionContext
from editor.gui.export.room import ExportRoom
from editor.gui.files.room import FilesRoom
from editor.gui.importing.room import ImportingRoom
from editor.gui.main_window import MainWindow
from editor.gui.preview.room import PreviewRoom
from editor.gui.proofing.engine_service import EngineService
from editor.gui.proofing.finding_presenter import FindingViews
from editor.gui.proofing.room import ProofingRoom
from editor.gui.proposals.room import ProposalsRoom
from editor.gui.room import Room
from editor.gui.search.room import SearchRoom
from editor.gui.speech.room import SpeechRoom
from editor.gui.updates.room import UpdatesRoom
from editor.gui.versions.room import VersionsRoom


class DeferredRooms:
    """Builds these rooms, and connects them with each other and with the window."""

    def __init__(
        self,
        context: SessionContext,
        window: MainWindow,
        files: FilesRoom,
        engine: EngineService,
        backup_service: BackupService,
    ) -> None:
        form = window.form
        views = FindingViews(
            form,
            window.findings_panel,
            window.style_panel,
            window.finding_card,
            window.install_action,
        )
        self.proofing = ProofingRoom(context, engine, views)
        self.proposals = ProposalsRoom(context, form)
        self.search = SearchRoom(context, form, window.form_pane)
        self.versions = VersionsRoom(context, files.controller, backup_service)
        self.importing = ImportingRoom(context, files.controller)
        self.export = ExportRoom(context, form, files.names)
        self.preview = PreviewRoom(
            context,
            window.preview_pane,
            window.set_preview,
            lambda: self.export.presets.page_options,
        )
        self.speech = SpeechRoom(context, form)
        self.updates = UpdatesRoom(context)
        self.all: tuple[Room, ...] = (
            # The preview comes first: starting Chromium takes longest.
            *(self.preview, self.proofing, self.proposals, self.search),
            *(self.versions, self.importing, self.export, self.speech),
            self.updates,
        )
        self._wire(window, files)
        settings = context.program.settings
        for room in self.all:
            room.apply_settings(settings, settings)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions of all these rooms."""
        return dict(chain.from_iterable(room.slots().items() for room in self.all))

    def _wire(self, window: MainWindow, files: FilesRoom) -> None:
        files.missing_file.versions_requested.connect(self.versions.show_file)
        window.place_changed.connect(self.preview.controller.follow)
        # The writer has a place before there is a preview, as in a review that is opened again.
        current = window.form.current_section
        self.preview.controller.ready.connect(lambda: current.go_to_cursor(current.place))
        self.proofing.controller.style_opened.connect(
            lambda: window.side_tabs.open(window.style_panel)
        )
        panel, check_service = window.findings_panel, self.proofing.controller.check_service
        check_service.names_found.connect(self.proposals.service.take_names)
        self.proposals.controller.names_changed.connect(panel.show_possible_names)
        panel.names_requested.connect(self.proposals.controller.open_list)
        self.export.presets.changed.connect(self.preview.controller.refresh)
