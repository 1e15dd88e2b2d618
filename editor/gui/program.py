"""The running program: everything that exists once per process, and the open reviews."""

from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from editor.errors import RezensentError
from editor.export.themes.theme_registry import ThemeRegistry
from editor.gui.application import NEXT_START, apply_language, current_application
from editor.gui.backup_service import BackupService
from editor.gui.context import ProgramContext
from editor.gui.crash.open_review import OpenReview
from editor.gui.deferred import Deferred
from editor.gui.review_session import ReviewSession
from editor.gui.screen_fit import bring_inside
from editor.gui.settings_store import SettingsStore
from editor.gui.style_sheet import apply_theme, dress
from editor.gui.termination.window_closure import ClosingWindow, close_in_turn
from editor.gui.theme import theme_of
from editor.gui.user_dictionary import UserDictionary
from editor.gui.worker import stops_within
from editor.gui.workspace.offscreen_guard import OffscreenGuard
from editor.helper_processes import end_helpers
from editor.languagetool.server_url import url_from_setting
from editor.review.form import Form
from editor.review.form_registry import FormRegistry
from editor.settings import Folders, Settings
from editor.storage.backups import Backups
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity, ScratchFolder

if TYPE_CHECKING:
    from editor.gui.proofing.engine_service import EngineFactory, EngineService
    from editor.importing.sectioning import Sectioning

_STOP_MS = 1_000
"""Longest time that closing a window or the program waits for what is still being written."""
_DRAFTS_MS = 5_000
"""Longest time for the drafts when the program is told to end: they are all there will be."""
_CASCADE = 28
"""Distance of a new window from the one before, in both directions, in units of ``Theme.px``."""


class Program(QObject):
    """Builds the services that all reviews share, and a session for each review.

    No service here knows a document. Each session has a window of its own.
    """

    def __init__(self, folders: Folders, make_engine: "EngineFactory | None" = None) -> None:
        """``make_engine`` replaces the engine of the account, as in tests."""
        super().__init__()
        app = current_application()
        self.settings_store = SettingsStore(folders.config, self)
        apply_language(app, self.settings.language)
        self._theme = theme_of(self.settings)
        apply_theme(app, self._theme, self.settings.theme)
        process = ProcessIdentity.current()
        self.context = ProgramContext(
            app,
            folders,
            self.settings_store,
            UserDictionary(folders.config, self),
            FormRegistry(folders.config / "forms"),
            ThemeRegistry(folders.config / "themes"),
            Locks(folders.state / "journal" / "locks", process),
            Backups(folders.state / "backups"),
            ScratchFolder(folders.scratch, process),
        )
        self.backup_service = BackupService(self.context.backups, self.settings_store, self)
        self._make_engine, self._stopped = make_engine, False
        self._engine = Deferred(self._build_engine)
        OffscreenGuard(app, self)
        self.sessions: list[ReviewSession] = []
        self.open_session()
        self.settings_store.changed.connect(self._apply_settings)
        self.settings_store.failed.connect(self._say)
        self.backup_service.failed.connect(self._say)
        app.file_requested.connect(self.open_file)
        hints = app.styleHints()
        for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
            changed.connect(lambda _: self._apply_settings(self.settings, self.settings))

    @property
    def settings(self) -> Settings:
        """The writer's settings."""
        return self.settings_store.settings

    @property
    def engine(self) -> "EngineService":
        """LanguageTool, which all reviews share."""
        return self._engine.get()

    @property
    def session(self) -> ReviewSession:
        """The session that was opened first."""
        return self.sessions[0]

    def open_session(self) -> ReviewSession:
        """Return a further session, with a new review in a window that is not shown yet."""
        session = ReviewSession(
            self.context,
            self._engine.get,
            self.backup_service,
            self._theme,
            self,
            show_elsewhere=lambda path: self._show_elsewhere(session, path),
        )
        dress(self.context.app, session.window)
        session.closed.connect(lambda: self._close(session))
        session.window_requested.connect(lambda: self._welcome_beside(session))
        session.import_requested.connect(partial(self._import_beside, session))
        session.quit_requested.connect(self.close_windows)
        self.sessions.append(session)
        return session

    def open_window(self, beside: ReviewSession, path: Path | None = None) -> ReviewSession:
        """Return a session whose window is shown a little off ``beside``.

        It has a new review, or the one in ``path``.
        """
        session = self.open_session()
        session.start(path, fresh=path is None)
        offset = self._theme.px(_CASCADE)
        session.window.move(beside.window.pos() + QPoint(offset, offset))
        bring_inside(session.window, [session.window.screen()])
        session.window.activateWindow()
        return session

    def open_file(self, path: Path) -> None:
        """Show the review in ``path``: in its window, in one without a review, or in a new one."""
        if self._stopped or self._show_elsewhere(None, path):
            return
        vacant = next((session for session in self.sessions if session.vacant), None)
        if vacant is None:
            self.open_window(self.sessions[-1], path)
        else:
            vacant.open_file(path)

    def _show_elsewhere(self, session: ReviewSession | None, path: Path) -> bool:
        """Bring the window of another session that has ``path`` open to the front, if one has."""
        # The disk is not asked whether two paths are one file: the GUI thread would wait for it.
        # Once a file has been read, its key is known.
        for other in self.sessions:
            opened, location = other.document.path, other.document.location
            paths = [file.absolute() for file in (opened, other.requested) if file is not None]
            known = {*paths, location.key if location else None}
            if other is not session and path.absolute() in known:
                other.window.come_to_front()
                return True
        return False

    def _welcome_beside(self, session: ReviewSession) -> None:
        self.open_window(session).welcome.open(can_leave=False)

    def _import_beside(self, session: ReviewSession, form: Form, sectioning: "Sectioning") -> None:
        self.open_window(session).importing.controller.begin(form, sectioning)

    def close_windows(self) -> None:
        """Close window after window; where one with something unsaved is to stay, all others do."""
        close_in_turn(
            [
                ClosingWindow(
                    session.document.dirty,
                    session.window.isActiveWindow(),
                    session.window.come_to_front,
                    session.settle,
                    session.window.leave,
                )
                for session in self.sessions
            ]
        )

    def keep_drafts(self) -> None:
        """Write what is unsaved to the journal, as before the end of the desktop's session."""
        with stops_within(_DRAFTS_MS):
            for session in self.sessions:
                session.files.safety.journal_writer.write_through()

    def leave(self) -> None:
        """Close all windows without asking; the next start offers what is unsaved."""
        self.keep_drafts()
        for session in tuple(self.sessions):
            session.window.leave()

    def open_reviews(self) -> tuple[OpenReview, ...]:
        """Return the open reviews for the crash handler."""
        return tuple(
            OpenReview(session.window, session.document, session.files.safety.journal_writer)
            for session in self.sessions
        )

    def start(self, path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> None:
        """Start the session, whose ``start`` takes the same arguments, and LanguageTool."""
        self.session.window.painted.connect(self._start_engine)
        self.session.start(path, sample=sample, fresh=fresh)
        self._say_problems()

    def stop(self) -> None:
        """End every thread and process, also where ending one of them fails.

        Returns after a second at the latest. What has not ended until then goes on, see
        ``wait_for_left_behind``: the disk does not answer, or a text takes long to be read.
        """
        self._stopped = True
        with stops_within(_STOP_MS), ExitStack() as ends:
            for part in (self.settings_store, self.context.dictionary, self.backup_service):
                ends.callback(part.stop)
            if self._engine.built is not None:
                ends.callback(self._engine.built.stop)
            # First of all: with them the locks of their files are released.
            for session in self.sessions:
                ends.callback(session.stop)
            ends.callback(end_helpers)
            ends.callback(self.context.scratch.clear)

    def _build_engine(self) -> "EngineService":
        # The first paint does not wait for this import.
        from editor.gui.proofing.engine_service import EngineService, build_engine  # noqa: PLC0415

        make = self._make_engine or build_engine
        return EngineService(self.context.folders, self.settings_store, make)

    def _start_engine(self) -> None:
        # A window may be painted a last time when the program has ended.
        if not self._stopped:
            self.engine.start()

    def _apply_settings(self, old: Settings, new: Settings) -> None:
        if old.session != new.session and replace(old, session=new.session) == new:
            # Where the writer is concerns the next start only, and changes with every review.
            return
        theme = theme_of(new)
        if theme != self._theme:
            self._theme = theme
            apply_theme(self.context.app, theme, new.theme)
        for session in self.sessions:
            session.set_theme(theme)
            session.apply_settings(old, new)
        if new.language != old.language:
            self._say(NEXT_START)

    def _say(self, sentence: str | RezensentError) -> None:
        for session in self.sessions:
            session.window.message_bar.say(sentence)

    def _say_problems(self) -> None:
        problems = (
            self.settings_store.problem,
            self.context.dictionary.problem,
            url_from_setting(self.settings.server_url)[1],
        )
        sentences = [problem.text() for problem in problems if problem is not None]
        if sentences:
            self.session.window.message_bar.insist("\n".join(sentences))

    def _close(self, session: ReviewSession) -> None:
        """End a session whose window has closed, and with the last one the program."""
        if not any(other.window.isVisible() for other in self.sessions if other is not session):
            self.context.app.quit()
            return
        self.sessions.remove(session)
        with stops_within(_STOP_MS):
            session.stop()
        session.window.deleteLater()
        session.deleteLater()
