"""What a writer decides about a finding besides correcting it, and where each decision is kept.

A word accepted in this review and a finding hidden where it stands are the review's: they go into
its front matter, and undo takes them back like any edit. The dictionary and rules that are off are
the writer's: they go into the settings folder, and the notice offers to take them back. A rule of
style that is off is the same as its row in the panel of style without a tick.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.proofing.explanations import Explanations
from editor.gui.worker import Worker
from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.rule_catalogue import RuleExplanation
from editor.proofing.dictionary import change_words, words_and_problem
from editor.proofing.ignored_findings import HIDDEN_KEY, IgnoredFindings
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.style import StyleOptions, style_rule, style_rule_key
from editor.proofing.unknown_words import unknown_words


class UserDictionary(QObject):
    """Knows the words. Only changes reach the file: what another window put there stays."""

    changed = Signal()
    """The words are others now."""
    failed = Signal(object)
    """A change could not be kept and is taken back; carries the error."""

    def __init__(self, config: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._config = config
        self._words, self.problem = words_and_problem(config)
        self._worker = Worker(self, newest_only=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words as they are, sorted, each once."""
        return self._words

    @property
    def pending(self) -> bool:
        """Whether something has not reached the disk yet."""
        return self._worker.busy

    def change(self, *, added: Iterable[str] = (), removed: Iterable[str] = ()) -> None:
        """Know the words ``added`` and no longer those ``removed``."""
        new = frozenset(added).difference(self._words)
        gone = frozenset(removed).intersection(self._words)
        if new or gone:
            self._apply(new, gone)
            self._worker.submit(
                partial(change_words, self._config, new, gone),
                self._follow,
                partial(self._take_back, new, gone),
            )

    def stop(self) -> None:
        """Keep what has not reached the disk yet."""
        self._worker.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _apply(self, new: frozenset[str], gone: frozenset[str]) -> None:
        self._show(tuple(sorted({*self._words} - gone | new)))

    def _follow(self, words: tuple[str, ...]) -> None:
        """Know what another window has put into the file, once all of this one is there."""
        if not self._worker.busy:
            self._show(words)

    def _take_back(self, new: frozenset[str], gone: frozenset[str], error: RezensentError) -> None:
        self._apply(gone, new)
        self.failed.emit(error)

    def _show(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.changed.emit()


translate = QCoreApplication.translate

KNOW_HERE, KNOW_ALWAYS, HIDE, RULE_OFF = "know_here", "know_always", "hide", "rule_off"
VERBS = (KNOW_HERE, KNOW_ALWAYS, HIDE, RULE_OFF)


@dataclass(frozen=True, slots=True)
class DecisionChoice:
    """One choice at a finding: what it is called and the action whose key it shares."""

    verb: str
    text: str


def choices(finding: Finding) -> tuple[DecisionChoice, ...]:
    """Return what can be decided about ``finding``, the usual first."""
    hide = DecisionChoice(HIDE, translate("Decisions", "Hier nicht mehr melden"))
    if finding.kind is not FindingKind.SPELLING:
        return hide, DecisionChoice(RULE_OFF, translate("Decisions", "Regel abschalten"))
    return (
        DecisionChoice(KNOW_HERE, translate("Decisions", "In dieser Rezension kennen")),
        DecisionChoice(KNOW_ALWAYS, translate("Decisions", "Immer kennen (Wörterbuch)")),
        hide,
    )


class DecisionService(QObject):
    """Carries decisions out."""

    changed = Signal()
    """The writer's words or rules are others now."""
    said = Signal(str, str, object)
    """A sentence, what can be done about it, and the callable that does it."""

    def __init__(
        self,
        document: Document,
        config: Path,
        explaining: Explanations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._explaining = explaining
        self._unnamed: dict[str, Finding] = {}
        explaining.explained.connect(self._named)
        self.dictionary = UserDictionary(config, self)
        """The words that the writer wants known in every review."""
        self.dictionary.changed.connect(self.changed)
        self.dictionary.failed.connect(self._say_failed)
        self.rules_off: tuple[str, ...] = ()
        self.findings: Callable[[], Mapping[str, Sequence[Finding]]] = dict
        """The findings by section; set by the composition root."""
        self.set_rules_off: Callable[[tuple[str, ...]], None] = lambda _: None
        """Keeps the rules that are off; set by the composition root."""
        self.style: Callable[[], StyleOptions] = StyleOptions
        """What is chosen about style; set by the composition root."""
        self.set_style: Callable[[StyleOptions], None] = lambda _: None
        """Keeps what is chosen about style; set by the composition root."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the writer's dictionary."""
        return self.dictionary.words

    def stop(self) -> None:
        """Keep what has not reached the disk yet."""
        self.dictionary.stop()

    def decide(self, section_id: str, finding: Finding, verb: str) -> None:
        """Carry out ``verb`` for ``finding``, one of the section's present text."""
        text = self._document.review.text(section_id)
        word = self._base(text[finding.start : finding.end], finding)
        if verb == KNOW_HERE:
            self.know_here(word)
        elif verb == KNOW_ALWAYS:
            self.know_always(word)
        elif verb == HIDE:
            decided = IgnoredFindings.of(self._document.review).hide(text, finding)
            self._document.edit_fact(HIDDEN_KEY, decided.stored(), typing=False)
        else:
            self.turn_off(finding)

    def know(self, word: str, verb: str) -> None:
        """Know ``word``, about which nothing is found; say so, as nothing else shows it."""
        if verb == KNOW_HERE:
            if self.know_here(word):
                sentence = self.tr("„{word}“ ist jetzt in dieser Rezension bekannt.")
                self.said.emit(sentence.format(word=word), "", None)
        elif word in self.words:
            sentence = self.tr("„{word}“ steht schon in Ihrem Wörterbuch.")
            self.said.emit(sentence.format(word=word), "", None)
        else:
            self.know_always(word)

    def _base(self, word: str, finding: Finding) -> str:
        """Return the form of an unknown word that all its inflections belong to."""
        sections = {
            section.id: (section.text, self.findings().get(section.id, ()))
            for section in self._document.review.sections
        }
        for unknown in unknown_words(sections):
            if any(place.finding == finding for place in unknown.places):
                return unknown.word
        return word

    def know_here(self, word: str) -> bool:
        """Accept ``word`` in this review; return whether it is known there now."""
        known = self._document.review.fact(VOCABULARY_KEY)
        words = [str(item) for item in known] if isinstance(known, list) else []
        return word in words or self._document.edit_fact(
            VOCABULARY_KEY, [*words, word], typing=False
        )

    def know_always(self, word: str) -> None:
        """Put ``word`` into the writer's dictionary."""
        self.dictionary.change(added=[word])
        self.said.emit(
            self.tr("„{word}“ steht jetzt in Ihrem Wörterbuch.").format(word=word),
            self.tr("Rückgängig"),
            lambda: self.forget(word),
        )

    def forget(self, word: str) -> None:
        """Take ``word`` out of the writer's dictionary."""
        self.dictionary.change(removed=[word])

    def turn_off(self, finding: Finding) -> None:
        """Report nothing of the finding's rule any more; one of style has its own switch."""
        key = style_rule_key(finding.rule)
        if key is not None:
            self._turn_style_off(key)
            return
        self._switch((*self.rules_off, finding.rule))
        known = self._explaining.known(finding.rule)
        self._say_off(finding, known)
        if known is None:
            self._unnamed[finding.rule] = finding
            self._explaining.ask(finding.rule)

    def _turn_style_off(self, key: str) -> None:
        self.set_style(self.style().switch(key, on=False))
        sentence = self.tr("Die Regel „{name}“ ist abgeschaltet, auch im Reiter „Stil“.")
        self.said.emit(
            sentence.format(name=style_rule(key).label.text()),
            self.tr("Rückgängig"),
            lambda: self.set_style(self.style().switch(key, on=True)),
        )

    def _named(self, rule: str, explanation: RuleExplanation | None) -> None:
        """Say again what was switched off, by its name, unless it is on again."""
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
        self.said.emit(
            sentence.format(name=name, rule=finding.rule, text=finding.message),
            self.tr("Rückgängig"),
            lambda: self.turn_on(finding.rule),
        )

    def turn_on(self, rule: str) -> None:
        """Report findings of ``rule`` again."""
        self._switch(tuple(item for item in self.rules_off if item != rule))

    def _switch(self, rules: tuple[str, ...]) -> None:
        self.rules_off = tuple(dict.fromkeys(rules))
        self.set_rules_off(self.rules_off)
        self.changed.emit()

    def _say_failed(self, error: RezensentError) -> None:
        self.said.emit(error.text(), "", None)
