"""Decisions about findings other than correcting them, and where each of them is kept.

A word accepted in this review and a finding hidden at its place belong to the review: they go into
its front matter, and undo takes them back like any edit. The dictionary and the rules that are off
belong to the writer: they go into the settings folder, and the message bar offers to take them
back. Switching a style rule off is the same as clearing its check box in the style panel.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.proofing.decision_choices import HIDE, KNOW_ALWAYS, KNOW_HERE
from editor.gui.proofing.explanations import Explanations
from editor.gui.settings_store import SettingsStore
from editor.gui.user_dictionary import UserDictionary
from editor.languagetool.finding import Finding
from editor.languagetool.rule_catalogue import RuleExplanation
from editor.proofing.ignored_findings import HIDDEN_KEY, IgnoredFindings
from editor.proofing.names.entries import VOCABULARY_KEY, vocabulary_with
from editor.proofing.style import StyleOptions, style_rule, style_rule_key
from editor.proofing.unknown_words import unknown_words


class DecisionService(QObject):
    """Carries out decisions about the findings of a review."""

    message = Signal(object, str, object)
    """Emitted with a sentence or an error, the text of a button, and what the button runs."""

    def __init__(
        self,
        document: Document,
        findings: Callable[[], Mapping[str, Sequence[Finding]]],
        *,
        dictionary: UserDictionary,
        explanations: Explanations,
        settings_store: SettingsStore,
        parent: QObject,
    ) -> None:
        """Take ``findings``, which returns the findings of the document by section."""
        super().__init__(parent)
        self._document = document
        self._findings = findings
        self._explanations = explanations
        self._settings_store = settings_store
        self._unnamed: dict[str, Finding] = {}
        explanations.explained.connect(self._name)
        self.dictionary = dictionary
        dictionary.failed.connect(self._report_failure)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the writer's dictionary."""
        return self.dictionary.words

    @property
    def rules_off(self) -> tuple[str, ...]:
        """Ids of the rules that are switched off."""
        return self._settings_store.settings.rules_off

    @property
    def style(self) -> StyleOptions:
        """The writer's choices about style; no rule applies while style is switched off."""
        return StyleOptions.of(
            self._settings_store.settings.style_rules, enabled=self._settings_store.settings.style
        )

    def set_style(self, style: StyleOptions) -> None:
        """Save the writer's choices about style."""
        self._settings_store.change(style_rules=style.stored())

    def decide(self, section_id: str, finding: Finding, verb: str) -> None:
        """Carry out ``verb`` for ``finding``, which is one of the section's present text."""
        text = self._document.review.text(section_id)
        word = self._base_form(text[finding.start : finding.end], finding)
        if verb == KNOW_HERE:
            self.accept_here(word)
        elif verb == KNOW_ALWAYS:
            self.accept_always(word)
        elif verb == HIDE:
            decisions = IgnoredFindings.of(self._document.review).hide(text, finding)
            self._document.edit_fact(HIDDEN_KEY, decisions.stored(), typing=False)
        else:
            self.turn_off(finding)

    def accept(self, word: str, verb: str) -> None:
        """Accept a word without a finding, and say so, since nothing else on the screen does."""
        if verb == KNOW_HERE:
            if self.accept_here(word):
                sentence = self.tr("„{word}“ ist jetzt in dieser Rezension angenommen.")
                self.message.emit(sentence.format(word=word), "", None)
        elif word in self.words:
            sentence = self.tr("„{word}“ steht schon in Ihrem Wörterbuch.")
            self.message.emit(sentence.format(word=word), "", None)
        else:
            self.accept_always(word)

    def accept_here(self, word: str) -> bool:
        """Accept ``word`` in this review; return whether it is accepted now."""
        review = self._document.review
        words = vocabulary_with(review, word)
        return words == review.fact(VOCABULARY_KEY) or self._document.edit_fact(
            VOCABULARY_KEY, words, typing=False
        )

    def accept_always(self, word: str) -> None:
        """Add ``word`` to the writer's dictionary."""
        self.dictionary.change(added=[word])
        self.message.emit(
            self.tr("„{word}“ steht jetzt in Ihrem Wörterbuch.").format(word=word),
            self.tr("Rückgängig"),
            lambda: self.forget(word),
        )

    def forget(self, word: str) -> None:
        """Remove ``word`` from the writer's dictionary."""
        self.dictionary.change(removed=[word])

    def turn_off(self, finding: Finding) -> None:
        """Switch the rule of ``finding`` off; a style rule by its own switch."""
        key = style_rule_key(finding.rule)
        if key is not None:
            self._turn_style_off(key)
            return
        self._set_rules_off((*self.rules_off, finding.rule))
        explanation = self._explanations.cached(finding.rule)
        self._say_off(finding, explanation)
        if explanation is None:
            self._unnamed[finding.rule] = finding
            self._explanations.request(finding.rule)

    def turn_on(self, rule: str) -> None:
        """Switch ``rule`` on again."""
        self._set_rules_off(tuple(item for item in self.rules_off if item != rule))

    def _base_form(self, word: str, finding: Finding) -> str:
        """Return the base form of an unknown word, to which all its inflections belong."""
        sections = {
            section.id: (section.text, self._findings().get(section.id, ()))
            for section in self._document.review.sections
        }
        for unknown in unknown_words(sections):
            if any(place.finding == finding for place in unknown.places):
                return unknown.word
        return word

    def _turn_style_off(self, key: str) -> None:
        self.set_style(self.style.switch(key, on=False))
        sentence = self.tr("Die Regel „{name}“ ist abgeschaltet, auch im Reiter „Stil“.")
        self.message.emit(
            sentence.format(name=style_rule(key).label.text()),
            self.tr("Rückgängig"),
            lambda: self.set_style(self.style.switch(key, on=True)),
        )

    def _name(self, rule: str, explanation: RuleExplanation | None) -> None:
        """Say by its name which rule was switched off, unless it is on again."""
        finding = self._unnamed.pop(rule, None)
        if finding is not None and explanation is not None and rule in self.rules_off:
            self._say_off(finding, explanation)

    def _say_off(self, finding: Finding, explanation: RuleExplanation | None) -> None:
        name = explanation.name if explanation is not None else ""
        sentence = (
            self.tr("Die Regel „{name}“ ({rule}) ist abgeschaltet.")
            if name
            else self.tr("Diese Regel ist abgeschaltet: {text} ({rule})")
        )
        self.message.emit(
            sentence.format(name=name, rule=finding.rule, text=finding.message),
            self.tr("Rückgängig"),
            lambda: self.turn_on(finding.rule),
        )

    def _set_rules_off(self, rules: tuple[str, ...]) -> None:
        self._settings_store.change(rules_off=tuple(dict.fromkeys(rules)))

    def _report_failure(self, error: RezensentError) -> None:
        self.message.emit(error, "", None)
