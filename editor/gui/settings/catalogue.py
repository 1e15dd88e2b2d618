"""The settings that the settings window shows: all declared ones, and the style rules."""

from collections.abc import Iterator

from editor.gui.settings.setting import Setting, StyleRuleSetting
from editor.proofing.style import style_rules
from editor.settings import declared_settings
from editor.settings.declaration import SettingGroup


def catalogue() -> tuple[Setting, ...]:
    """Return all settings, group by group, in the current language."""
    return tuple(_settings())


def _settings() -> Iterator[Setting]:
    for name, it in declared_settings():
        yield Setting(name, it.group, it.label.text(), it.description.text(), it.kind)
        if name == "style":
            yield from _style_rules()


def _style_rules() -> Iterator[Setting]:
    for rule in style_rules():
        key, kind = f"style_rules.{rule.key}", StyleRuleSetting(rule)
        yield Setting(key, SettingGroup.STYLE, rule.label.text(), rule.explanation.text(), kind)
