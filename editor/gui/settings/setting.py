"""A setting as the settings window shows it: with texts in the current language."""

from dataclasses import dataclass
from typing import Any

from editor.gui.theme import text_family
from editor.proofing.style import StyleChoice, StyleOptions, StyleRule
from editor.settings import Settings
from editor.settings.declaration import (
    ChoiceSetting,
    DialogSetting,
    FontSetting,
    SettingGroup,
    SettingKind,
    SwitchSetting,
)


@dataclass(frozen=True, slots=True)
class StyleRuleSetting:
    """A style rule: whether it is on, and its threshold. A value is a ``StyleChoice``."""

    rule: StyleRule

    @property
    def suffix(self) -> str:
        """Text behind the threshold."""
        return self.rule.suffix.text()

    def accepts(self, value: object) -> bool:
        """Return whether ``value`` is a StyleChoice."""
        return isinstance(value, StyleChoice)

    def format(self, value: StyleChoice) -> str:
        """Return whether the rule is on, with its threshold if it has one."""
        state = SwitchSetting().format(value.on)
        return f"{state}, {self.format_threshold(value.threshold)}" if self.rule.unit else state

    def format_threshold(self, threshold: int) -> str:
        """Return what ``threshold`` is called."""
        lowest = self.rule.lowest.text()
        at_lowest = bool(lowest) and threshold == self.rule.minimum
        return lowest if at_lowest else f"{threshold}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. ``key`` is a field of Settings, or “style_rules.” and the key of a rule."""

    key: str
    group: SettingGroup
    label: str
    description: str
    kind: SettingKind

    @property
    def field(self) -> str:
        """The field of Settings that holds the value."""
        return self.key.partition(".")[0]

    @property
    def default(self) -> Any:
        """The value that applies unless the writer chooses another."""
        return self.value(Settings())

    def value(self, settings: Settings) -> Any:
        """Return what is chosen in ``settings``."""
        stored = getattr(settings, self.field)
        if isinstance(self.kind, StyleRuleSetting):
            return StyleOptions.of(stored).choice(self.kind.rule.key)
        return stored

    def change(self, settings: Settings, value: Any) -> dict[str, Any]:
        """Return the arguments of SettingsStore.change that choose ``value`` over ``settings``."""
        if isinstance(self.kind, StyleRuleSetting):
            style = StyleOptions.of(settings.style_rules).choose(self.kind.rule.key, value)
            return {self.field: style.stored()}
        return {self.field: value}

    def format(self, value: Any) -> str:
        """Return what ``value`` is called."""
        if isinstance(self.kind, FontSetting) and not value:
            return text_family()
        return self.kind.format(value)

    def matches(self, query: str) -> bool:
        """Return whether label, description, options or button have every word of ``query``."""
        texts = [self.label, self.description]
        if isinstance(self.kind, ChoiceSetting):
            texts += [str(option.label) for option in self.kind.options]
        if isinstance(self.kind, DialogSetting):
            texts.append(str(self.kind.button))
        return matches_query(query, *texts)


def matches_query(query: str, *texts: str) -> bool:
    """Return whether every word of ``query`` is somewhere in ``texts``, in any case."""
    text = "\n".join(texts).casefold()
    return all(word in text for word in query.casefold().split())
