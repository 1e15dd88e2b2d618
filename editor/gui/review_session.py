"""One open review: its document, its window, and the rooms around them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.gui.actions import Actions
from editor.gui.backup_service import BackupService
from editor.gui.checklist_service import ChecklistService
from editor.gui.context import ProgramContext, SessionContext
from editor.gui.deferred import Deferred
from editor.gui.document import Document
from editor.gui.files.room import FilesRoom
from editor.gui.form.room import FormRoom
from editor.gui.main_window import MainWindow
from editor.gui.overview.room import OverviewRoom
from editor.gui.room import Room
from editor.gui.settings.room import SettingsRoom
from editor.gui.theme import Theme
from editor.gui.welcome.room import WelcomeRoom
from editor.gui.workspace.first_review import FirstReview
from editor.gui.workspace.window_panes import WindowPanes
from editor.gui.workspace.workspace import Workspace
from editor.languagetool.finding import Finding
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.settings import Settings
from editor.storage import review_file

if TYPE_CHECKING:
    from editor.gui.deferred_rooms import DeferredRooms
    from editor.gui.export.room import ExportRoom
    from editor.gui.importing.room import ImportingRoom
    from editor.gui.preview.room import PreviewRoom
    from editor.gui.proofing.engine_service import EngineService
    from editor.gui.proofing.room import ProofingRoom
    from editor.gui.search.room import SearchRoom
    from editor.gui.speech.room import SpeechRoom


class ReviewSession(QObject):
    """Composes the rooms of one review. Everything that is shared comes from the program.

    Rooms that have nothing on the screen at first are built after the first paint, or when
    something needs one of them before.
    """

    closed = Signal()
    """The window of the review has closed."""
    window_requested = Signal()
    """The writer wants another window, with a review of its own."""
    import_requested = Signal(object, object)
    """The writer wants a review of a Form and a Sectioning in a window of its own."""
    quit_requested = Signal()
    """The writer wants to close all windows."""

    def __init__(
        self,
        program: ProgramContext,
        engine: "Callable[[], EngineService]",
        backup_service: BackupService,
        theme: Theme,
        parent: QObject,
        *,
        show_elsewhere: Callable[[Path], bool],
    ) -> None:
        """``engine`` returns the engine of the program, and builds it if it is the first time.

        ``show_elsewhere`` brings the window of another session with a review to the front.
        """
        super().__init__(parent)
        settings = program.settings
        self._program = program
        self._engine, self._backup_service = engine, backup_service
        self._stopped = False
        self._load: Callable[[], None] | None = None
        """Opens the first review; None once that has begun, or where there is none."""
        self.requested: Path | None = None
        """File that is to be opened here, until that has ended well or badly."""
        self.document = Document(
            review_file.new_review(load_form(DEFAULT_FORM_ID), [("author", settings.author)])
        )
        self.actions = Actions(self)
        self.window = MainWindow(self.document, self.actions, theme)
        self.checklist_service = ChecklistService(self.document, self._findings, self)
        self._context = SessionContext(
            program,
            self.document,
            self.actions,
            self.window,
            self.checklist_service,
            show_elsewhere,
        )
        self._deferred = Deferred(self._build_deferred_rooms)
        self._build_rooms()
        self.workspace = self._build_workspace()
        self.welcome = WelcomeRoom(
            self._context,
            self.files.custom_forms,
            show_page=self.window.show_page,
            open_review=self._open_earlier,
            enter_form=self.window.form.focus_start,
        )
        self._first_review = FirstReview(
            self.document, self.files.controller.settle, self._show_welcome, program.app, self
        )
        self._first_rooms: tuple[Room, ...] = (
            *(self.files, self.form, self.overview, self.settings, self.workspace, self.welcome),
        )
        self._slots = {
            **_slots(self._first_rooms),
            "new_window": self.window_requested.emit,
            "quit": self.quit_requested.emit,
        }
        self.actions.connect_all(self._slot, self.workspace.pane_actions.show_text)
        self._wire()
        self.apply_settings(settings, settings)

    @property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms that are built, those that show something at the first paint first."""
        deferred = self._deferred.built
        return self._first_rooms if deferred is None else (*self._first_rooms, *deferred.all)

    @property
    def proofing(self) -> "ProofingRoom":
        """The proofing room."""
        return self._deferred.get().proofing

    @property
    def search(self) -> "SearchRoom":
        """The search room."""
        return self._deferred.get().search

    @property
    def importing(self) -> "ImportingRoom":
        """The import room."""
        return self._deferred.get().importing

    @property
    def export(self) -> "ExportRoom":
        """The export room."""
        return self._deferred.get().export

    @property
    def preview(self) -> "PreviewRoom":
        """The preview room."""
        return self._deferred.get().preview

    @property
    def speech(self) -> "SpeechRoom":
        """The speech room."""
        return self._deferred.get().speech

    def start(self, path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> None:
        """Show the window with ``path`` or the sample, or with the review of the last session.

        With ``fresh`` it is a new review; where there is nothing to show, the welcome. What takes
        its time begins after the first paint: reading the review, and then the rooms.
        """
        load = self._load = self._loader(path, sample=sample, fresh=fresh)
        self.requested = path
        self.window.painted.connect(self._begin)
        self.workspace.restore_layout()
        if load is None and not fresh:
            self.welcome.open(can_leave=False)
        self.window.show()
        if self.welcome.shown:
            self.welcome.take_focus()
        elif load is None:
            self.window.form.focus_start()
        else:
            # Qt would give the keyboard focus to the first button of the window.
            self._first_review.hold(self.window.form)

    @property
    def vacant(self) -> bool:
        """Whether there is no review yet that another one would replace, nor one on its way."""
        begun = self.document.path is not None or self.document.dirty
        return not (begun or self.requested is not None or self._first_review.busy)

    def open_file(self, path: Path) -> None:
        """Open the review in ``path``, where ``vacant``, and bring its window to the front."""
        self.requested = path
        if self._load is not None:
            # The window is not painted yet, and has not begun with another one.
            self._load = partial(self.files.controller.load, path)
        else:
            self._open_earlier(path)
        self.window.come_to_front()

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

    def settle(self, then: Callable[[], None]) -> None:
        """Call ``then`` once nothing unsaved can be lost and no export runs.

        It is never called if the writer wants to go on, or an export has failed.
        """
        # The question comes last: the writer may go on writing while files are exported.
        close = partial(self.files.controller.close, then)
        rooms = self._deferred.built
        if rooms is None:
            close()
        else:
            rooms.export.running.settle(close)

    def stop(self) -> None:
        """End every thread and process of the session, also where ending one of them fails."""
        self._stopped = True
        with ExitStack() as ends:
            ends.callback(self.checklist_service.stop)
            for room in self.rooms:
                ends.callback(room.stop)

    # -- composition ------------------------------------------------------------------------------

    def _build_rooms(self) -> None:
        context, program, window = self._context, self._program, self.window
        self.files = FilesRoom(context, window.form, self._backup_service)
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
        self.overview = OverviewRoom(
            context,
            self._findings,
            form=window.form,
            outline=window.outline,
            side_tabs=window.side_tabs,
            status_bar=window.status_bar,
        )
        self.settings = SettingsRoom(context)

    def _build_deferred_rooms(self) -> "DeferredRooms":
        # The first paint does not wait for this import.
        from editor.gui.deferred_rooms import DeferredRooms  # noqa: PLC0415

        engine, summary = self._engine(), self.overview.summary
        rooms = DeferredRooms(self._context, self.window, self.files, engine, self._backup_service)
        for show in (summary.refresh, self.checklist_service.refresh):
            rooms.proofing.check_service.findings_changed.connect(show)
        rooms.importing.controller.window_requested.connect(self.import_requested)
        engine.state_changed.connect(summary.show_state)
        if engine.state is not None:
            summary.show_state(engine.state)
        return rooms

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

    def _open_earlier(self, path: Path) -> None:
        """Open a review that was open before; that of the last session where it was left."""
        begun = self.document.dirty or self.document.path is not None
        if self.welcome.page is not None:
            self._first_review.hold(self.welcome.page)
        self._first_review.open(partial(self._open, path, begun=begun))

    def _open(self, path: Path, *, begun: bool) -> None:
        if begun or not self.workspace.last_session.continue_review(path):
            self.files.controller.open_recent(path)

    def _wire(self) -> None:
        window = self.window
        self.files.safety.recovery.drafts_listed.connect(self.welcome.show_drafts)
        self.import_requested.connect(lambda *_: self.welcome.close())
        window.close_requested.connect(lambda: self.settle(window.leave))
        window.closed.connect(self._close)
        self.files.controller.loader.opening.connect(window.form.prepare)
        self._first_review.ended.connect(self._forget_request)
        self.workspace.view_modes.changed.connect(window.status_bar.show_view)

    def _slot(self, verb: str) -> Callable[[], object]:
        """Return the slot of an action, which may be that of a deferred room.

        Raises KeyError if no room has one.
        """
        slot = self._slots.get(verb)
        return self._deferred.get().slots()[verb] if slot is None else slot

    def _findings(self) -> Mapping[str, Sequence[Finding]]:
        rooms = self._deferred.built
        return {} if rooms is None else rooms.proofing.check_service.findings

    def _loader(self, path: Path | None, *, sample: bool, fresh: bool) -> Callable[[], None] | None:
        """Return the callable that opens a review, None for a new one."""
        if path is not None:
            return partial(self.files.controller.load, path)
        if sample:
            return self.files.controller.open_sample
        last_session = self.workspace.last_session
        return None if fresh or last_session.path is None else last_session.restore

    def _begin(self) -> None:
        # A window may be painted a last time when its session has ended.
        if self._stopped:
            return
        load, self._load = self._load, None
        if self.welcome.shown:
            self._show_form()
        elif load is None:
            self._start_rooms()
        else:
            self._first_review.open(load, self._show_form)

    def _show_form(self) -> None:
        # Where nothing could be opened, it is that of the new review.
        self.window.form.build()
        QTimer.singleShot(0, self, self._start_rooms)

    def _show_welcome(self) -> None:
        self.welcome.open(can_leave=False)
        self.welcome.take_focus()

    def _start_rooms(self) -> None:
        if not self._stopped:
            for room in (*self._deferred.get().all, *self._first_rooms):
                room.start()

    def _forget_request(self) -> None:
        self.requested = None

    def _close(self) -> None:
        self.workspace.remember()
        self.closed.emit()


def _slots(rooms: Sequence[Room]) -> dict[str, Callable[[], object]]:
    return dict(chain.from_iterable(room.slots().items() for room in rooms))
