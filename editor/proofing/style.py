"""The style rules that a writer may switch on, with thresholds and with words of our own.

LanguageTool has these rules, off by default. Its messages give numbers and no advice, so a finding
says what we have to say; what a rule reports beyond its purpose („auch“ as a filler) is left out.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Self

from editor.languagetool.finding import Finding
from editor.localized import Localized
from editor.paths import resource
from editor.proofing.word_lists import is_everyday

REPETITIONS = "repetitions"
"""Key of the rule about words that stand again and again in a review; see ``repetitions``."""
REPEATED_WORD = "REPEATED_WORD"
"""Id of the findings that this rule has, which LanguageTool knows nothing of."""
_UNITS = {
    "": Localized(),
    "words": Localized(" Wörter", " words"),
    "percent": Localized(" %", " %"),
    "per mille": Localized(" ‰", " ‰"),
    "times": Localized(" ×", " ×"),
    "sentences": Localized(" Sätze", " sentences"),
}
_LOWEST = {
    "percent": Localized("alle", "all"),
    "per mille": Localized("alle", "all"),
    "sentences": Localized("1 Satz", "1 sentence"),
}


@dataclass(frozen=True, slots=True)
class StyleRule:
    """One rule of the style check."""

    key: str
    rule: str
    """LanguageTool's id, empty for a rule of our own."""
    label: Localized
    message: Localized
    """What a finding says: {text} is the place in question, {threshold} the threshold."""
    explanation: Localized
    unit: str = ""
    """What the threshold counts, a key of the suffixes above; empty without a threshold."""
    default: int = 0
    minimum: int = 0
    maximum: int = 0
    on: bool = False
    """Whether the rule applies unless the writer says otherwise."""
    alone: bool = False
    """Is asked for in a request of its own; see style.toml."""
    only: frozenset[str] = frozenset()
    """The words to report, in small letters; empty for all."""
    everyday: bool = False
    """Passes over the everyday words of reviewing."""
    unless: str = ""
    """Passes over findings with this text in LanguageTool's message."""

    @property
    def suffix(self) -> Localized:
        """What stands behind the threshold: „ %“, „ Wörter“."""
        return _UNITS[self.unit]

    @property
    def lowest(self) -> Localized:
        """What the lowest threshold is called, empty when its number says it."""
        return _LOWEST.get(self.unit, Localized())

    def reports(self, markdown: str, finding: Finding) -> bool:
        """Tell whether ``finding``, one of LanguageTool's for this rule, is worth reporting."""
        text = markdown[finding.start : finding.end]
        if self.unless and self.unless in finding.message:
            return False
        if self.everyday and is_everyday(text):
            return False
        return not self.only or text.casefold() in self.only


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """What the writer has chosen for one rule."""

    on: bool
    threshold: int


@dataclass(frozen=True, slots=True)
class Style:
    """What the writer has chosen for all rules; rules without a choice are as they come."""

    choices: tuple[tuple[str, StyleChoice], ...] = ()
    """By key, in the order of the catalogue, only where they differ from what comes."""
    enabled: bool = True
    """Whether style is checked at all."""

    @classmethod
    def of(cls, stored: object, *, enabled: bool = True) -> Self:
        """Return the choices that ``stored`` has; what makes no sense in it is passed over."""
        style = cls(enabled=enabled)
        chosen = stored if isinstance(stored, Mapping) else {}
        for rule in catalogue():
            style = style.choose(rule.key, _choice(rule, chosen.get(rule.key)))
        return style

    def stored(self) -> dict[str, dict[str, bool | int]]:
        """Return the choices as ``of`` takes them, ready for JSON."""
        return {key: {"on": it.on, "threshold": it.threshold} for key, it in self.choices}

    def choice(self, key: str) -> StyleChoice:
        """Return what is chosen for the rule ``key``. Raises KeyError when there is none such."""
        rule = rule_of(key)
        return dict(self.choices).get(key, StyleChoice(rule.on, rule.default))

    def choose(self, key: str, choice: StyleChoice) -> Self:
        """Return this style with ``choice`` for the rule ``key``, its threshold within bounds."""
        rule = rule_of(key)
        threshold = min(max(choice.threshold, rule.minimum), rule.maximum)
        chosen = dict(self.choices) | {key: StyleChoice(choice.on, threshold)}
        return replace(
            self,
            choices=tuple(
                (rule.key, chosen[rule.key])
                for rule in catalogue()
                if chosen.get(rule.key, came := StyleChoice(rule.on, rule.default)) != came
            ),
        )

    def switch(self, key: str, *, on: bool) -> Self:
        """Return this style with the rule ``key`` on or off, its threshold as it is."""
        return self.choose(key, replace(self.choice(key), on=on))

    def threshold(self, key: str) -> int | None:
        """Return the threshold of the rule ``key``, None while it does not apply."""
        choice = self.choice(key)
        return choice.threshold if self.enabled and choice.on else None

    def languagetool(self) -> dict[str, int]:
        """Return the threshold, 0 for none, by the id of each of LanguageTool's rules to ask.

        All of them can be sent as ``ruleValues``, zeros too: 0 percent reports every place, and
        the rules that have no threshold here report all that they find at 0.
        """
        asked = ((rule.rule, self.threshold(rule.key)) for rule in catalogue() if rule.rule)
        return {rule: threshold for rule, threshold in asked if threshold is not None}

    def requests(self) -> tuple[dict[str, int], ...]:
        """Return ``languagetool`` as the requests that it takes: none, or up to three.

        Of findings that overlap LanguageTool keeps one, so what covers much text is asked for by
        itself.
        """
        asked, alone = self.languagetool(), {rule.rule for rule in catalogue() if rule.alone}
        together = {rule: value for rule, value in asked.items() if rule not in alone}
        apart = ({rule: value} for rule, value in asked.items() if rule in alone)
        return tuple(request for request in (together, *apart) if request)

    def message(self, rule: str, text: str) -> Localized | None:
        """Return what a finding of LanguageTool's ``rule`` at ``text`` says.

        None for a rule that is not in the catalogue or does not apply.
        """
        known = _by_rule().get(rule)
        threshold = self.threshold(known.key) if known else None
        if known is None or threshold is None:
            return None
        return known.message.format(text=" ".join(text.split()), threshold=threshold)

    def shown(
        self,
        markdown: str,
        findings: Iterable[Finding],
        known: Callable[[str], object] = lambda _: None,
    ) -> tuple[Finding, ...]:
        """Return those of LanguageTool's ``findings`` in ``markdown`` to show, in our words.

        Findings of rules that are not in the catalogue stay as they are; those of rules that do
        not apply, and those that a rule reports beyond its purpose, are left out. Names and terms
        have no other word: ``known`` (Vocabulary.accepts) tells which may stand twice.
        """
        said = (self._said(markdown, finding, known) for finding in findings)
        return tuple(finding for finding in said if finding is not None)

    def _said(
        self, markdown: str, finding: Finding, known: Callable[[str], object]
    ) -> Finding | None:
        rule = _by_rule().get(finding.rule)
        if rule is None:
            return finding
        text = markdown[finding.start : finding.end]
        message = self.message(finding.rule, text)
        if message is None or not rule.reports(markdown, finding):
            return None
        return None if rule.everyday and known(text) else replace(finding, message=message.german)


@cache
def catalogue() -> tuple[StyleRule, ...]:
    """Return the rules of ``resources/languagetool/style.toml``; read once."""
    raw = tomllib.loads(resource("languagetool", "style.toml").read_text("utf-8"))
    return tuple(_rule(key, table) for key, table in raw.items())


def rule_of(key: str) -> StyleRule:
    """Return the rule ``key``. Raises KeyError when there is none such."""
    return _by_key()[key]


def key_of(rule: str) -> str | None:
    """Return the key of the rule whose findings carry the id ``rule``, None for no style rule."""
    known = _by_rule().get(rule)
    return REPETITIONS if rule == REPEATED_WORD else known.key if known else None


@cache
def _by_key() -> Mapping[str, StyleRule]:
    return {rule.key: rule for rule in catalogue()}


@cache
def _by_rule() -> Mapping[str, StyleRule]:
    return {rule.rule: rule for rule in catalogue() if rule.rule}


def _rule(key: str, table: dict[str, Any]) -> StyleRule:
    values = dict(table)
    values |= {name: Localized.of(table[name]) for name in ("label", "message", "explanation")}
    if "only" in table:
        values["only"] = frozenset(table["only"].split())
    return StyleRule(key, **values)


def _choice(rule: StyleRule, stored: object) -> StyleChoice:
    values = stored if isinstance(stored, Mapping) else {}
    on, threshold = values.get("on"), values.get("threshold")
    return StyleChoice(
        on if isinstance(on, bool) else rule.on,
        threshold if type(threshold) is int else rule.default,
    )
