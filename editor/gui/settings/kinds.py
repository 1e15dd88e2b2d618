"""What a setting is: its name, what it does, the kind of its values and what each is called."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from editor.gui.theme import text_family
from editor.proofing.style import StyleChoice, StyleOptions, StyleRule
from editor.settings import Settings

translate = QCoreApplication.translate


class SettingGroup(Enum):
    """What settings are about; the window shows one group at a time, in this order."""

    WRITING = "writing"
    CHECKING = "checking"
    STYLE = "style"
    LOOK = "look"
    OUTPUT = "output"
    FILES = "files"

    @property
    def title(self) -> str:
        """The heading above the group."""
        return {
            SettingGroup.WRITING: translate("Settings", "Schreiben"),
            SettingGroup.CHECKING: translate("Settings", "Prüfung"),
            SettingGroup.STYLE: translate("Settings", "Stil"),
            SettingGroup.LOOK: translate("Settings", "Aussehen"),
            SettingGroup.OUTPUT: translate("Settings", "Vorschau und Ausgabe"),
            SettingGroup.FILES: translate("Settings", "Dateien"),
        }[self]


@dataclass(frozen=True, slots=True)
class SwitchKind:
    """A bool."""

    def text(self, value: bool) -> str:  # noqa: FBT001 - it is the value that is said
        """Return what ``value`` is called."""
        return translate("Settings", "an") if value else translate("Settings", "aus")


@dataclass(frozen=True, slots=True)
class ChoiceKind:
    """One of several values."""

    options: tuple[tuple[str, str], ...]
    """Values and what they are called."""

    def text(self, value: str) -> str:
        """Return what ``value`` is called."""
        return dict(self.options).get(value, value)


@dataclass(frozen=True, slots=True)
class NumberKind:
    """A whole number."""

    minimum: int
    maximum: int
    unit: str
    """What stands behind the number, with the space between them."""
    step: int = 1
    automatic: str = ""
    """What 0, which lies below the minimum, is called; empty where 0 is no value."""

    def text(self, value: int) -> str:
        """Return what ``value`` is called."""
        return self.automatic if self.automatic and not value else f"{value}{self.unit}"


@dataclass(frozen=True, slots=True)
class TextKind:
    """A line of text."""

    def text(self, value: str) -> str:
        """Return what ``value`` is called."""
        return value or translate("Settings", "leer")


@dataclass(frozen=True, slots=True)
class FontKind:
    """A family of fonts, empty for the one that the theme takes by itself."""

    def text(self, value: str) -> str:
        """Return what ``value`` is called."""
        return value or text_family()


@dataclass(frozen=True, slots=True)
class StyleRuleKind:
    """A rule of style: a StyleChoice."""

    rule: StyleRule

    @property
    def suffix(self) -> str:
        """What stands behind the threshold."""
        return self.rule.suffix.text()

    def text(self, value: StyleChoice) -> str:
        """Return what ``value`` is called."""
        state = SwitchKind().text(value.on)
        return f"{state}, {self.threshold_text(value.threshold)}" if self.rule.unit else state

    def threshold_text(self, threshold: int) -> str:
        """Return what ``threshold`` is called."""
        lowest = self.rule.lowest.text()
        at_lowest = bool(lowest) and threshold == self.rule.minimum
        return lowest if at_lowest else f"{threshold}{self.suffix}"


@dataclass(frozen=True, slots=True)
class DialogKind:
    """A value that a dialog of its own asks for."""

    verb: str
    """The action that opens the dialog."""
    button: str
    said: Callable[[Any], str]

    def text(self, value: object) -> str:
        """Return what ``value`` is called."""
        return self.said(value)


SettingKind = (
    SwitchKind | ChoiceKind | NumberKind | TextKind | FontKind | StyleRuleKind | DialogKind
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. ``key`` is a field of Settings, or „style_rules.“ and the key of a rule."""

    key: str
    group: SettingGroup
    label: str
    sentence: str
    kind: SettingKind

    @property
    def field(self) -> str:
        """The field of Settings that holds the value."""
        return self.key.partition(".")[0]

    @property
    def default(self) -> Any:
        """The value that applies unless the writer says otherwise."""
        return self.value(Settings())

    def value(self, settings: Settings) -> Any:
        """Return what is chosen in ``settings``."""
        stored = getattr(settings, self.field)
        if isinstance(self.kind, StyleRuleKind):
            return StyleOptions.of(stored).choice(self.kind.rule.key)
        return stored

    def change(self, settings: Settings, value: Any) -> dict[str, Any]:
        """Return what SettingsStore.change takes to choose ``value`` over ``settings``."""
        if isinstance(self.kind, StyleRuleKind):
            style = StyleOptions.of(settings.style_rules).choose(self.kind.rule.key, value)
            return {self.field: style.stored()}
        return {self.field: value}

    def text(self, value: Any) -> str:
        """Return what ``value`` is called."""
        return self.kind.text(value)

    def matches(self, query: str) -> bool:
        """Tell whether every word of ``query`` stands in the label, the sentence or an option."""
        options = (
            [text for _, text in self.kind.options] if isinstance(self.kind, ChoiceKind) else []
        )
        button = [self.kind.button] if isinstance(self.kind, DialogKind) else []
        return matches_query(query, self.label, self.sentence, *options, *button)


def matches_query(query: str, *texts: str) -> bool:
    """Tell whether every word of ``query`` stands somewhere in ``texts``, in any case."""
    text = "\n".join(texts).casefold()
    return all(word in text for word in query.casefold().split())
