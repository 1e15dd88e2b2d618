"""Everything about checking behind the window: engine, rules, decisions, setting it up."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.main_window import MainWindow
from editor.gui.proofing.check_service import CheckService
from editor.gui.proofing.decisions import DecisionService
from editor.gui.proofing.decisions_dialog import DecisionsDialog
from editor.gui.proofing.explanations import Explanations
from editor.gui.proofing.installer import Installer
from editor.gui.proofing.server_dialog import ServerDialog
from editor.gui.settings_store import Preferences
from editor.gui.worker import Worker
from editor.languagetool.engine import Engine
from editor.languagetool.rule_catalogue import RuleCatalogue
from editor.languagetool.runtime import locate
from editor.languagetool.server_url import url_from_setting
from editor.languagetool.state import EnginePhase, EngineState
from editor.proofing.review_checker import CheckOptions, ReviewChecker
from editor.proofing.style import StyleOptions, style_rule_key
from editor.settings import Folders, Settings

_QUICKEN_MS = 120_000
"""After LanguageTool is ready: by then the writer writes, and the machine has time."""
EngineFactory = Callable[[Folders, Settings, Callable[[EngineState], None]], Engine]


def build_engine(
    folders: Folders, settings: Settings, report: Callable[[EngineState], None]
) -> Engine:
    """Return the engine that runs the LanguageTool of ``folders``, or asks the chosen server."""
    return Engine(
        lambda: locate(folders.data),
        report,
        settings.variant,
        picky=settings.picky,
        address=url_from_setting(settings.server_url)[0],
    )


class ProofingController(QObject):
    """Runs the engine for the checking of a document and carries out what is decided about it."""

    def __init__(
        self,
        document: Document,
        checking: CheckService,
        preferences: Preferences,
        folders: Folders,
        make_engine: EngineFactory,
    ) -> None:
        super().__init__(checking)
        self._document = document
        self._checking = checking
        self._preferences = preferences
        settings = preferences.settings
        self.engine = make_engine(folders, settings, checking.report)
        checking.checker = ReviewChecker(self.engine.send)
        checking.writer = self._writer
        book = RuleCatalogue(lambda: locate(folders.data))
        self.explaining = Explanations(book, self)
        self.deciding = DecisionService(document, folders.config, self.explaining, self)
        self.installing = Installer(folders.data, self)
        self._quicken = QTimer(self, singleShot=True, interval=_QUICKEN_MS)
        self._quicken.timeout.connect(self.installing.ensure_aot_cache)
        # Ending a Java process takes a moment that no key press should wait for.
        self._lifecycle = Worker(self, newest_only=False)

    @property
    def style(self) -> StyleOptions:
        """What the writer has chosen about style; no rule applies while it is switched off."""
        return _style(self._preferences.settings)

    def connect_to(self, window: MainWindow) -> None:
        """Show in ``window`` what happens here, and do what is asked for there."""
        self._window = window
        self._unite_style()
        self._preferences.changed.connect(self._changed)
        self.deciding.rules_off = self._preferences.settings.rules_off
        self.deciding.findings = lambda: self._checking.findings
        self.deciding.set_rules_off = lambda rules: self._preferences.change(rules_off=rules)
        self.deciding.style = lambda: self.style
        self.deciding.set_style = self._keep_style
        self.deciding.changed.connect(self._checking.judge_again)
        self.deciding.said.connect(window.notice.say)
        self.installing.said.connect(window.notice.say)
        self.installing.done.connect(self._restart)
        self.explaining.explained.connect(window.card.show_explanation)
        self._checking.state_changed.connect(self._show_state)
        self._checking.broken.connect(lambda error: window.notice.say(self._text(error)))
        window.decided.connect(self.deciding.decide)
        window.word_known.connect(self.deciding.know)
        window.card.explanation_asked.connect(self.explaining.ask)
        window.style_panel.switched.connect(lambda on: self._preferences.change(style=on))
        window.style_panel.changed.connect(self._keep_style)
        window.style_panel.show_style(self.style)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "restart_checker": self._restart,
            "install_checker": self.installing.start,
            "server": self._ask_server,
            "decided": self._list_decided,
        }

    def stop(self) -> None:
        """End every thread and process."""
        # The engine before those who wait for it: a check under way fails then, and at once.
        self._quicken.stop()
        self._lifecycle.stop(forget=True)
        self.engine.stop()
        for part in (self._checking, self.installing, self.explaining, self.deciding):
            part.stop()

    def _keep_style(self, style: StyleOptions) -> None:
        self._preferences.change(style_rules=style.stored())

    def _unite_style(self) -> None:
        """Make rules of style that are off like any other be off in the panel of style."""
        off = self._preferences.settings.rules_off
        others = tuple(rule for rule in off if style_rule_key(rule) is None)
        if others != off:
            style = self.style
            for key in filter(None, map(style_rule_key, off)):
                style = style.switch(key, on=False)
            self._preferences.change(rules_off=others, style_rules=style.stored())

    def _writer(self) -> CheckOptions:
        settings = self._preferences.settings
        return CheckOptions(
            settings.variant,
            settings.picky,
            self.deciding.words,
            self.deciding.rules_off,
            self.style,
        )

    def _changed(self, before: Settings, now: Settings) -> None:
        if (now.variant, now.picky) != (before.variant, before.picky):
            self.engine.choose_variant(now.variant, picky=now.picky)
            self._checking.restart()
        if now.rules_off != self.deciding.rules_off:
            self.deciding.rules_off = now.rules_off
            self._checking.judge_again()
        if now.server_url != before.server_url:
            self._change_server(now.server_url)
        if now.style and not before.style:
            self._window.tabs.open_style()
            self._preferences.change(findings_visible=True)
        if _style(now) != _style(before):
            self._window.style_panel.show_style(self.style)
            self._checking.judge_again()

    def _show_state(self, state: EngineState) -> None:
        if state.phase is EnginePhase.READY and not self._preferences.settings.server_url:
            self._quicken.start()
        if state.phase is EnginePhase.FAILED:
            self._window.notice.say(
                self._text(state),
                self.tr("LanguageTool einrichten"),
                self.installing.start,
            )

    def _text(self, said: EngineState | RezensentError) -> str:
        return (said.sentence).text()

    def _restart(self) -> None:
        self._lifecycle.submit(self.engine.restart, lambda _: None)

    def _ask_server(self) -> None:
        settings = self._preferences.settings
        dialog = ServerDialog(settings.server_url, self._window)
        dialog.chosen.connect(lambda address: self._preferences.change(server_url=address))
        dialog.open()

    def _change_server(self, address: str) -> None:
        """Check on another server; its LanguageTool may find something else."""

        def check_anew(_: object) -> None:
            self._checking.checker = ReviewChecker(self.engine.send)
            self._checking.restart()

        self.engine.choose_server(url_from_setting(address)[0])
        self._lifecycle.submit(self.engine.restart, check_anew)

    def _list_decided(self) -> None:
        theme = self._window.theme
        DecisionsDialog(self._document, self.deciding, self.explaining, theme, self._window).open()


def _style(settings: Settings) -> StyleOptions:
    return StyleOptions.of(settings.style_rules, enabled=settings.style)
