"""LanguageTool in the running program: one for all reviews, started, set up and changed here."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.gui.proofing.explanations import Explanations
from editor.gui.proofing.installer import Installer
from editor.gui.settings_store import SettingsStore
from editor.gui.worker import Worker
from editor.languagetool.engine import Engine
from editor.languagetool.rule_catalogue import RuleCatalogue
from editor.languagetool.runtime import locate
from editor.languagetool.server_url import url_from_setting
from editor.languagetool.shared.server_registry import ServerRegistry
from editor.languagetool.state import EnginePhase, EngineState
from editor.settings import Folders, Settings

_QUICKEN_MS = 120_000
"""Pause after LanguageTool is ready: by then the writer writes, and the machine has time."""
EngineFactory = Callable[[Folders, Settings, Callable[[EngineState], None]], Engine]


def build_engine(
    folders: Folders, settings: Settings, report: Callable[[EngineState], None]
) -> Engine:
    """Return an engine on the LanguageTool of ``folders``, or on the server that was chosen.

    The engine calls ``report`` with each new state, from a thread of its own.
    """
    return Engine(
        lambda: locate(folders.data),
        report,
        settings.variant,
        picky=settings.picky,
        address=url_from_setting(settings.server_url)[0],
        registry=ServerRegistry.of(folders),
    )


class EngineService(QObject):
    """Owns the engine of the program and follows the settings with it."""

    state_changed = Signal(object)
    """Emitted with the new EngineState of engine or installation, on the GUI thread."""
    chosen = Signal()
    """The engine checks another variant of German or with other rules: check everything again."""
    replaced = Signal()
    """Another LanguageTool answers from now on, whose findings may differ."""
    _reported = Signal(object)

    def __init__(
        self, folders: Folders, settings_store: SettingsStore, make_engine: EngineFactory
    ) -> None:
        super().__init__(settings_store)
        settings = settings_store.settings
        self._engine_state: EngineState | None = None
        # The engine reports from its own thread; the queue brings the state to this one.
        self._reported.connect(self._show_state, Qt.ConnectionType.QueuedConnection)
        self.engine = make_engine(folders, settings, self._reported.emit)
        self._settings_store = settings_store
        book = RuleCatalogue(lambda: locate(folders.data))
        self.explanations = Explanations(book, self)
        self.installer = Installer(folders.data, self)
        self.installer.done.connect(self.restart)
        self.installer.progressed.connect(self.state_changed)
        self.installer.failed.connect(lambda _: self.state_changed.emit(self.state))
        self._quicken = QTimer(self, singleShot=True, interval=_QUICKEN_MS)
        self._quicken.timeout.connect(self.installer.ensure_aot_cache)
        # Ending a Java process takes a moment that no key press should wait for. It ends by itself
        # with the program, which waits for it no longer than for other workers.
        self._lifecycle = Worker(self, newest_only=False)
        settings_store.changed.connect(self._follow)

    @property
    def state(self) -> EngineState | None:
        """The state of a running installation, else that of the engine; None before the first."""
        return self.installer.state or self._engine_state

    def start(self) -> None:
        """Start LanguageTool in the background."""
        self.engine.start()

    def restart(self) -> None:
        """End LanguageTool and start it again, in the background."""
        self._lifecycle.submit(self.engine.restart, lambda _: None)

    def stop(self) -> None:
        """End every thread and process. Checks under way fail, and at once."""
        self._quicken.stop()
        self._lifecycle.stop(self.engine.stop)
        self.installer.stop()
        self.explanations.stop()

    def _show_state(self, state: EngineState) -> None:
        self._engine_state = state
        if state.phase is EnginePhase.READY and not self._settings_store.settings.server_url:
            self._quicken.start()
        self.state_changed.emit(self.state)

    def _follow(self, old: Settings, new: Settings) -> None:
        if (new.variant, new.picky) != (old.variant, old.picky):
            self.engine.choose_variant(new.variant, picky=new.picky)
            self.chosen.emit()
        if new.server_url != old.server_url:
            self.engine.choose_server(url_from_setting(new.server_url)[0])
            self._lifecycle.submit(self.engine.restart, lambda _: self.replaced.emit())
