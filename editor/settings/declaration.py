"""Declarations of settings: texts, group and kind of values.

The kind knows which values are valid, and how a value is written for the user.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol, TypeVar

from editor.localized import Localized

_Value = TypeVar("_Value")
_ON = Localized("an", "on")
_OFF = Localized("aus", "off")
_EMPTY = Localized("leer", "empty")
_NONE = Localized()


class SettingGroup(Enum):
    """Subject of settings; the window shows one group at a time, in this order."""

    WRITING = Localized("Schreiben", "Writing")
    CHECKING = Localized("Prüfung", "Checking")
    STYLE = Localized("Stil", "Style")
    LOOK = Localized("Aussehen", "Appearance")
    OUTPUT = Localized("Vorschau und Export", "Preview and export")
    FILES = Localized("Dateien", "Files")

    @property
    def title(self) -> str:
        """Heading above the group."""
        return self.value.text()


class SettingKind(Protocol):
    """Kind of the values of a setting."""

    def accepts(self, value: object) -> bool:
        """Return whether ``value``, as JSON has it, is one of the kind."""

    def format(self, value: Any) -> str:
        """Return what ``value`` is called."""


@dataclass(frozen=True, slots=True)
class SwitchSetting:
    """A bool. ``action`` is the id of a checkable action for it, if there is one."""

    action: str = ""

    def accepts(self, value: object) -> bool:
        """Return whether ``value`` is a bool."""
        return type(value) is bool

    def format(self, value: bool) -> str:  # noqa: FBT001 - it is the value itself
        """Return “on” or “off”."""
        return (_ON if value else _OFF).text()


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice. ``action`` is the id of the action that chooses it, if any."""

    value: str
    label: str | Localized
    """A plain text is the same in both languages, like the name of a language."""
    action: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceSetting:
    """One of several texts."""

    options: tuple[Option, ...]

    def accepts(self, value: object) -> bool:
        """Return whether ``value`` is one of the options."""
        return any(option.value == value for option in self.options)

    def format(self, value: str) -> str:
        """Return the label of the option; a value that is not an option as it is."""
        return next((str(item.label) for item in self.options if item.value == value), value)


@dataclass(frozen=True, slots=True)
class NumberSetting:
    """A whole number."""

    minimum: int
    maximum: int
    unit: str | Localized
    """Text behind the number, with the space between them."""
    step: int = 1
    automatic: Localized = _NONE
    """Name of the value 0 below the minimum; empty if 0 is not a value."""

    def accepts(self, value: object) -> bool:
        """Return whether ``value`` is a whole number in the range, or 0 where that is a value."""
        if type(value) is not int:
            return False
        return self.minimum <= value <= self.maximum or (bool(self.automatic) and value == 0)

    def format(self, value: int) -> str:
        """Return the number with its unit."""
        return str(self.automatic) if self.automatic and not value else f"{value}{self.unit}"


@dataclass(frozen=True, slots=True)
class TextSetting:
    """A line of text."""

    def accepts(self, value: object) -> bool:
        """Return whether ``value`` is a text."""
        return is_text(value)

    def format(self, value: str) -> str:
        """Return the text, “empty” for none."""
        return value or _EMPTY.text()


@dataclass(frozen=True, slots=True)
class FontSetting:
    """Family of a font; empty for the one that the theme takes by itself."""

    def accepts(self, value: object) -> bool:
        """Return whether ``value`` is a text."""
        return is_text(value)

    def format(self, value: str) -> str:
        """Return the family."""
        return value


@dataclass(frozen=True, slots=True)
class DialogSetting:
    """A value that a dialog of its own asks for."""

    action: str
    """Id of the action that opens the dialog."""
    button: Localized
    summary: Callable[[Any], Localized]
    """Returns what a value is called."""
    is_valid: Callable[[object], bool]

    def accepts(self, value: object) -> bool:
        """Return whether ``value`` is one of the dialog's."""
        return self.is_valid(value)

    def format(self, value: object) -> str:
        """Return the summary of ``value``."""
        return self.summary(value).text()


@dataclass(frozen=True, slots=True)
class Declaration:
    """Texts of a setting in the settings window, and the kind of its values."""

    group: SettingGroup
    label: Localized
    description: Localized
    kind: SettingKind


# -- fields of the dataclass Settings -------------------------------------------------------------

DECLARATION, ACCEPTS = "declaration", "accepts"
"""Keys of a field's metadata."""


def setting(
    *,
    default: _Value,
    kind: SettingKind,
    group: SettingGroup,
    label: Localized,
    description: Localized,
) -> _Value:
    """Return the field of a setting that the writer chooses in the settings window."""
    declaration = Declaration(group, label, description, kind)
    return _field(default, {DECLARATION: declaration, ACCEPTS: kind.accepts})


def remembered(default: _Value, accepts: Callable[[object], bool]) -> _Value:
    """Return the field of a value that the program remembers by itself."""
    return _field(default, {ACCEPTS: accepts})


def _field(default: _Value, metadata: Mapping[str, Any]) -> _Value:
    made: Any = (
        field(default_factory=dict, metadata=metadata)
        if isinstance(default, dict)
        else field(default=default, metadata=metadata)
    )
    return made  # type: ignore[no-any-return]  # a field, which stands for its default


def is_bool(value: object) -> bool:
    """Return whether ``value`` is a bool."""
    return type(value) is bool


def is_text(value: object) -> bool:
    """Return whether ``value`` is a text."""
    return isinstance(value, str)


def is_table(value: object) -> bool:
    """Return whether ``value`` is an object of JSON."""
    return isinstance(value, dict)


def list_of(item: type) -> Callable[[object], bool]:
    """Return a test for lists all of whose items are exactly of the type ``item``."""
    return lambda value: isinstance(value, list) and all(type(each) is item for each in value)
