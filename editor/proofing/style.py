"""Style rules that a writer may switch on, with thresholds and with messages that give advice.

LanguageTool has most of these rules, off by default. Its messages give numbers and no advice, so
Rezensent replaces them, and leaves out what a rule reports beyond its purpose („auch“ as a filler).
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
"""Key of the rule about words that occur again and again in a review; see ``repetitions``."""
REPEATED_WORD = "REPEATED_WORD"
"""Id of the findings of that rule, which LanguageTool does not have."""
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
    """LanguageTool's id, empty for Rezensent's own rules."""
    label: Localized
    topic: Localized
    """What a finding is about, in one or two words."""
    message: Localized
    """Message of a finding: {text} stands for its words, {threshold} for the threshold."""
    explanation: Localized
    unit: str = ""
    """Unit of the threshold, a key of ``_UNITS``; empty without a threshold."""
    default: int = 0
    minimum: int = 0
    maximum: int = 0
    on: bool = False
    """Whether the rule is on by default."""
    alone: bool = False
    """Whether the rule needs a request of its own; see style.toml."""
    only: frozenset[str] = frozenset()
    """The words to report, in small letters; empty for all."""
    everyday: bool = False
    """Whether the rule ignores the everyday words of reviewing."""
    unless: str = ""
    """Ignores findings with this text in LanguageTool's message; empty ignores none."""

    @property
    def suffix(self) -> Localized:
        """Text behind the threshold: „ %“, „ Wörter“."""
        return _UNITS[self.unit]

    @property
    def lowest(self) -> Localized:
        """Name of the lowest threshold, empty when the number is enough."""
        return _LOWEST.get(self.unit, Localized())

    def clamp(self, threshold: int) -> int:
        """Return the threshold nearest to ``threshold`` that the rule can have."""
        return min(max(threshold, self.minimum), self.maximum)

    def reports(self, markdown: str, finding: Finding) -> bool:
        """Tell whether a finding of LanguageTool for this rule is worth reporting."""
        text = markdown[finding.start : finding.end]
        if self.unless and self.unless in finding.message:
            return False
        if self.everyday and is_everyday(text):
            return False
        return not self.only or text.casefold() in self.only


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """The writer's choice for one rule."""

    on: bool
    threshold: int


@dataclass(frozen=True, slots=True)
class StyleOptions:
    """The writer's choices for all rules; a rule without a choice has its defaults."""

    choices: tuple[tuple[str, StyleChoice], ...] = ()
    """By key, in the order of ``style_rules``, only where they differ from the defaults."""
    enabled: bool = True
    """Whether style is checked at all."""

    @classmethod
    def of(cls, stored: object, *, enabled: bool = True) -> Self:
        """Return the choices in ``stored``, a value of ``stored()``; invalid parts are ignored."""
        chosen = stored if isinstance(stored, Mapping) else {}
        choices = {
            rule.key: _choice(rule, chosen[rule.key])
            for rule in style_rules()
            if rule.key in chosen
        }
        return cls(_differing(choices), enabled)

    def stored(self) -> dict[str, dict[str, bool | int]]:
        """Return the choices as values for JSON, as ``of`` takes them."""
        return {key: {"on": it.on, "threshold": it.threshold} for key, it in self.choices}

    def choice(self, key: str) -> StyleChoice:
        """Return the choice for the rule ``key``. Raises KeyError for an unknown key."""
        rule = style_rule(key)
        return dict(self.choices).get(key, StyleChoice(rule.on, rule.default))

    def choose(self, key: str, choice: StyleChoice) -> Self:
        """Return these options with ``choice`` for the rule ``key``, its threshold clamped."""
        return replace(self, choices=_differing(dict(self.choices) | {style_rule(key).key: choice}))

    def switch(self, key: str, *, on: bool) -> Self:
        """Return these options with the rule ``key`` on or off and its threshold unchanged."""
        return self.choose(key, replace(self.choice(key), on=on))

    def threshold(self, key: str) -> int | None:
        """Return the threshold of the rule ``key``, None if the rule is off."""
        choice = self.choice(key)
        return choice.threshold if self.enabled and choice.on else None

    def thresholds(self) -> dict[str, int]:
        """Return the thresholds of LanguageTool's rules that are on, by their ids.

        A rule without a threshold has 0. All can be sent as ``ruleValues``, zeros too: 0 percent
        reports every place, and the rules without a threshold report all that they find at 0.
        """
        thresholds = ((rule.rule, self.threshold(rule.key)) for rule in style_rules() if rule.rule)
        return {rule: threshold for rule, threshold in thresholds if threshold is not None}

    def requests(self) -> tuple[dict[str, int], ...]:
        """Return ``thresholds`` divided into requests, up to three.

        LanguageTool keeps only one of several overlapping findings, so a rule whose findings
        cover much text has a request of its own.
        """
        thresholds, alone = self.thresholds(), {rule.rule for rule in style_rules() if rule.alone}
        together = {rule: value for rule, value in thresholds.items() if rule not in alone}
        apart = ({rule: value} for rule, value in thresholds.items() if rule in alone)
        return tuple(request for request in (together, *apart) if request)

    def message(self, rule: str, text: str) -> Localized | None:
        """Return the message of a finding of LanguageTool's ``rule`` about ``text``.

        None for a rule that is not in ``style_rules`` or is off.
        """
        style_rule = _by_rule_id().get(rule)
        threshold = self.threshold(style_rule.key) if style_rule else None
        if style_rule is None or threshold is None:
            return None
        return style_rule.message.format(text=" ".join(text.split()), threshold=threshold)

    def select(
        self,
        markdown: str,
        findings: Iterable[Finding],
        is_name: Callable[[str], object] = lambda _: None,
    ) -> tuple[Finding, ...]:
        """Return the findings of LanguageTool in ``markdown`` that apply, with our messages.

        Findings of rules that are not in ``style_rules`` stay as they are; those of rules that are
        off, and those that a rule reports beyond its purpose, are left out. Names and terms cannot
        be replaced by other words: ``is_name`` (NameIndex.accepts) tells which may occur twice.
        """
        selected = (self._select(markdown, finding, is_name) for finding in findings)
        return tuple(finding for finding in selected if finding is not None)

    def _select(
        self, markdown: str, finding: Finding, is_name: Callable[[str], object]
    ) -> Finding | None:
        rule = _by_rule_id().get(finding.rule)
        if rule is None:
            return finding
        text = markdown[finding.start : finding.end]
        message = self.message(finding.rule, text)
        if message is None or not rule.reports(markdown, finding):
            return None
        return None if rule.everyday and is_name(text) else replace(finding, message=message.german)


@cache
def style_rules() -> tuple[StyleRule, ...]:
    """Return the rules of ``resources/languagetool/style.toml``; read once."""
    raw = tomllib.loads(resource("languagetool", "style.toml").read_text("utf-8"))
    return tuple(_rule(key, table) for key, table in raw.items())


def style_rule(key: str) -> StyleRule:
    """Return the rule ``key``. Raises KeyError for an unknown key."""
    return _by_key()[key]


def style_rule_key(rule: str) -> str | None:
    """Return the key of the rule whose findings have the id ``rule``, None for other ids."""
    if rule == REPEATED_WORD:
        return REPETITIONS
    known = _by_rule_id().get(rule)
    return known.key if known else None


@cache
def _by_key() -> Mapping[str, StyleRule]:
    return {rule.key: rule for rule in style_rules()}


@cache
def _by_rule_id() -> Mapping[str, StyleRule]:
    return {rule.rule: rule for rule in style_rules() if rule.rule}


_TEXTS = ("label", "topic", "message", "explanation")


def _rule(key: str, table: dict[str, Any]) -> StyleRule:
    values = dict(table)
    values |= {name: Localized.of(table[name]) for name in _TEXTS}
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


def _differing(choices: Mapping[str, StyleChoice]) -> tuple[tuple[str, StyleChoice], ...]:
    """Return those of ``choices`` that are not the defaults, as ``StyleOptions.choices``."""
    chosen = [(rule, choices[rule.key]) for rule in style_rules() if rule.key in choices]
    clamped = ((rule, StyleChoice(it.on, rule.clamp(it.threshold))) for rule, it in chosen)
    return tuple(
        (rule.key, choice)
        for rule, choice in clamped
        if choice != StyleChoice(rule.on, rule.default)
    )
