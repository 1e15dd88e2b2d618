"""Proofing of one review: checks, decisions about findings, and the actions of the check menu."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from editor.errors import RezensentError
from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.proofing.check_service import CheckService
from editor.gui.proofing.decision_choices import KNOW_ALWAYS, KNOW_HERE, VERBS
from editor.gui.proofing.decisions import DecisionService
from editor.gui.proofing.decisions_dialog import DecisionsDialog
from editor.gui.proofing.engine_service import EngineService
from editor.gui.proofing.finding_card import SUGGESTION_VERBS
from editor.gui.proofing.finding_menu import FindingHandlers, put_on_top
from editor.gui.proofing.finding_presenter import FindingPresenter, FindingViews
from editor.gui.proofing.install_action import VERB
from editor.gui.proofing.server_dialog import ServerDialog
from editor.gui.settings_store import SettingsStore
from editor.gui.user_dictionary import UserDictionary
from editor.languagetool.finding import Finding
from editor.languagetool.state import EnginePhase, EngineState
from editor.proofing.review_checker import CheckOptions
from editor.proofing.style import StyleOptions, style_rule_key
from editor.settings import Settings


class ProofingController(QObject):
    """Checks a document, shows its findings and carries out what is decided about them."""

    style_opened = Signal()
    """The writer has switched style on: the style panel is to be seen."""

    def __init__(
        self,
        document: Document,
        engine: EngineService,
        views: FindingViews,
        *,
        window: HostWindow,
        actions: Actions,
        settings_store: SettingsStore,
        dictionary: UserDictionary,
    ) -> None:
        super().__init__(window)
        self._document, self._engine, self._views = document, engine, views
        self._window, self._settings_store = window, settings_store
        self.decisions = DecisionService(
            document,
            lambda: self.check_service.findings,
            dictionary=dictionary,
            explanations=engine.explanations,
            settings_store=settings_store,
            parent=self,
        )
        self.check_service = CheckService(
            document, engine, self._options, lambda: views.form.current, self
        )
        self._state_sentence = ""
        self._actions = actions
        self.presenter = FindingPresenter(document, self.check_service, views, parent=self)
        self._unite_style()
        self._wire()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            "next_finding": partial(self.presenter.step, 1),
            "previous_finding": partial(self.presenter.step, -1),
            "explain": self.presenter.explain,
            **{
                verb: partial(self.presenter.apply, number)
                for number, verb in enumerate(SUGGESTION_VERBS)
            },
            **{verb: partial(self._decide_at_cursor, verb) for verb in VERBS},
            "restart_checker": self._engine.restart,
            "install_checker": self._install,
            "server": self._ask_server,
            "decided": self._list_decisions,
        }

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Check by the new settings, and show them in the style panel."""
        if new.style and not old.style:
            self.style_opened.emit()
            self._settings_store.change(findings_visible=True)
        style_changed = _style(new) != _style(old)
        if style_changed:
            self._views.style_panel.show_style(self.decisions.style)
        if style_changed or new.rules_off != old.rules_off:
            self.check_service.check_again()

    def stop(self) -> None:
        """End checking."""
        self.check_service.stop()

    def _wire(self) -> None:
        bar, views, signals = self._window.message_bar, self._views, self._views.form.signals
        for source in (views.panel, views.card):
            source.decided.connect(self.decisions.decide)
        views.panel.fix_requested.connect(self.presenter.fix)
        views.card.fix_chosen.connect(self.presenter.fix)
        views.panel.chosen.connect(self.presenter.go_to)
        views.style_panel.chosen.connect(self.presenter.go_to)
        views.style_panel.switched.connect(lambda on: self._settings_store.change(style=on))
        views.style_panel.changed.connect(self.decisions.set_style)
        views.style_panel.show_style(self.decisions.style)
        signals.finding_requested.connect(self.presenter.show_card)
        signals.menu_created.connect(self._extend_menu)
        views.card.explanation_requested.connect(self._engine.explanations.request)
        self._engine.explanations.explained.connect(views.card.show_explanation)
        self._engine.installer.done.connect(self._show_installed)
        self._engine.installer.failed.connect(self._show_failure)
        self._engine.chosen.connect(self.check_service.restart)
        self._engine.state_changed.connect(self._show_state)
        if self._engine.state is not None:
            self._show_state(self._engine.state)
        self.decisions.message.connect(bar.say)
        self.presenter.nothing_found.connect(bar.say_of_review)
        self.presenter.nothing_here.connect(self._say_nothing_here)
        self.decisions.dictionary.changed.connect(self.check_service.check_again)
        self.check_service.broken.connect(bar.inform)

    def _unite_style(self) -> None:
        """Switch style rules that are off like any other rule off in the style panel instead."""
        rules_off = self.decisions.rules_off
        others = tuple(rule for rule in rules_off if style_rule_key(rule) is None)
        if others != rules_off:
            style = self.decisions.style
            for key in filter(None, map(style_rule_key, rules_off)):
                style = style.switch(key, on=False)
            self._settings_store.change(rules_off=others, style_rules=style.stored())

    def _options(self) -> CheckOptions:
        settings = self._settings_store.settings
        return CheckOptions(
            settings.variant,
            settings.picky,
            self.decisions.words,
            settings.rules_off,
            self.decisions.style,
        )

    def _show_state(self, state: EngineState) -> None:
        self._views.install_action.show(state)
        self.presenter.show_state(state)
        bar, sentence = self._window.message_bar, state.sentence.text()
        is_over = state.settled or state.phase is EnginePhase.INSTALLING
        if is_over and sentence != self._state_sentence:
            bar.take_back(self._state_sentence)
            self._state_sentence = ""
        # The list of findings says it with a button, where it is seen.
        is_said = state.missing is not None and self._views.panel.isVisible()
        if state.phase is EnginePhase.FAILED and sentence != self._state_sentence and not is_said:
            self._state_sentence = sentence
            if state.may_retry:
                bar.inform(sentence, self.tr("Erneut versuchen"), self._engine.restart)
            else:
                # The list of findings of another review has the offer too.
                start = self._engine.installer.start
                bar.inform(sentence, self._install_text, start, of_review=bool(state.missing))

    @property
    def _install_text(self) -> str:
        return self._actions[VERB].text().replace("&", "")

    def _install(self) -> None:
        """Install LanguageTool, or cancel its installation."""
        installer = self._engine.installer
        if installer.state is None:
            installer.start()
        else:
            installer.cancel()

    def _show_installed(self) -> None:
        self._window.message_bar.inform(
            self.tr("LanguageTool ist eingerichtet; die Prüfung beginnt.")
        )

    def _show_failure(self, error: RezensentError | None) -> None:
        """Say why an installation has failed; a cancelled one needs no word."""
        if error is not None:
            self._window.message_bar.take_back(self._state_sentence)
            self._window.message_bar.inform(error, self._install_text, self._install)

    def _extend_menu(self, section_id: str, menu: QMenu, finding: Finding | None) -> None:
        if finding is None:
            return
        handlers = FindingHandlers(
            partial(self.presenter.fix, section_id), partial(self.decisions.decide, section_id)
        )
        put_on_top(menu, finding, handlers)

    def _decide_at_cursor(self, verb: str) -> None:
        finding, word = self.presenter.finding_at_cursor(), self.presenter.word_at_cursor()
        if finding is not None:
            self.decisions.decide(self._views.form.current, finding, verb)
        elif word and verb in (KNOW_HERE, KNOW_ALWAYS):
            self.decisions.accept(word, verb)
        else:
            self._say_nothing_here()

    def _say_nothing_here(self) -> None:
        self._window.message_bar.say_of_review(self.tr("Am Cursor ist kein Hinweis."))

    def _ask_server(self) -> None:
        dialog = ServerDialog(self._settings_store.settings.server_url, self._window)
        dialog.chosen.connect(lambda address: self._settings_store.change(server_url=address))
        dialog.open()

    def _list_decisions(self) -> None:
        DecisionsDialog(
            self._document,
            self.decisions,
            self._engine.explanations,
            self._window.theme,
            self._window,
        ).open()


def _style(settings: Settings) -> StyleOptions:
    return StyleOptions.of(settings.style_rules, enabled=settings.style)
