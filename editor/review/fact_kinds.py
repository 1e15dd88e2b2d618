"""Kinds of facts: how a value is parsed, formatted, checked, suggested and recognised as a name.

A new kind is one class here, named in ``AnyFactKind`` and ``_INSTANCES``, and one case in
``editor.gui.form.facts.fact_edit``. mypy reports an attribute that the class forgets, and the
missing case.
"""

import datetime
import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, Protocol

from editor.localized import Localized
from editor.review import facts
from editor.review.german_notation import parse_date, parse_minutes, parse_number

_FIRST_FILM_YEAR = 1888
"""“Roundhay Garden Scene” is the oldest film that is preserved."""
_YEARS_AHEAD = 10
_DAY_LIKE = re.compile(r"\d{1,2}\.\s*(?:\d{1,2}\.|[A-Za-zä]+\.?)\s*\d{4}|\d{4}-\d{1,2}-\d{1,2}")
_VAGUE_DATE = re.compile(r"(?:[^\W\d]+\.?\s+(?:[^\W\d]+\.?\s+)?|\d{1,2}[./])?\d{4}")
"""A year, alone or with what narrows it down: “Nov 2026”, “Herbst 2026”, “11/2026”."""
_PERSON = re.compile(r"(?P<name>.*?)\s*\((?P<role>[^()]*)\)\s*")


class FactKind(Protocol):
    """Kind of a fact.

    The kinds inherit from this protocol explicitly; mypy then refuses to instantiate a kind that
    leaves an attribute without a value. They have no state, so two instances of a class are equal.
    """

    id: ClassVar[str]
    """Name of the kind in the TOML file of a form."""
    suggested: ClassVar[bool]
    """Whether values of earlier reviews are offered while typing."""
    named: ClassVar[bool]
    """Whether a value is a name or a title, whose words are spelled right throughout the review."""
    personal: ClassVar[bool]
    """Whether such a name may be a person's, whose family name also occurs alone."""
    normalized: ClassVar[bool]
    """Whether the field shows the formatted value once the writer has left it."""

    @abstractmethod
    def parse(self, text: str) -> Any:
        """Return the value of ``text``, which is neither empty nor surrounded by spaces.

        Never refuses a text: what it cannot interpret is kept as the text that was typed.
        """

    def read(self, text: str) -> Any:
        """Return the value of whatever is in a field, None for no text."""
        text = text.strip()
        return self.parse(text) if text else None

    def format(self, value: Any) -> str:
        """Return ``value`` as a writer would type it."""
        return facts.format_value(value)

    def format_for_page(self, value: Any, variant: str) -> str:
        """Return ``value`` as an exported page in the German ``variant`` shows it."""
        return facts.format_for_page(value, variant)

    def hint(self, text: str, today: datetime.date) -> Localized | None:
        """Return a sentence when ``text`` looks like a slip; it is stored all the same."""
        return None

    def misread(self, text: str) -> Localized | None:
        """Return a sentence when ``text`` is none of the kind and was only kept as typed.

        It has {0} where the name of the fact belongs, and {1} for ``text``.
        """
        return None


class ListKind(FactKind, Protocol):
    """Kind of a fact whose value is a list."""

    def parse_items(self, texts: Iterable[str]) -> list[Any]:
        """Return the values of ``texts``, leaving out the empty ones."""
        return [self.parse(text.strip()) for text in texts if text.strip()]

    def format_items(self, value: Any) -> list[str]:
        """Return the items of ``value`` as texts; a single value counts as a list of one."""
        return facts.format_items(value)


@dataclass(frozen=True, slots=True)
class TextKind(FactKind):
    """A line of text."""

    id = "text"
    suggested = True
    named = True
    personal = False
    normalized = False

    def parse(self, text: str) -> str:
        """Return ``text``."""
        return text


@dataclass(frozen=True, slots=True)
class NumberKind(FactKind):
    """A number in German notation."""

    id = "number"
    suggested = False
    named = False
    personal = False
    normalized = False

    def parse(self, text: str) -> float | int | str:
        """Return the number, or ``text`` when it is not one."""
        number = parse_number(text)
        return text if number is None else number

    def hint(self, text: str, today: datetime.date) -> Localized | None:
        """Point out a text that is not a number."""
        return _NOT_A_NUMBER if parse_number(text) is None else None

    def misread(self, text: str) -> Localized | None:
        """Say that ``text`` is not a number."""
        return _MISREAD_NUMBER if parse_number(text) is None else None


@dataclass(frozen=True, slots=True)
class DateKind(FactKind):
    """A date, stored in ISO form."""

    id = "date"
    suggested = False
    named = False
    personal = False
    normalized = True

    def parse(self, text: str) -> str:
        """Return the date as “2026-11-22”, or ``text`` when it is not one."""
        return parse_date(text) or text

    def hint(self, text: str, today: datetime.date) -> Localized | None:
        """Point out an impossible day, an unlikely year, and anything that is not a date."""
        iso = parse_date(text, today)
        if iso is not None:
            return year_hint(int(iso[:4]), today)
        if _DAY_LIKE.fullmatch(text):
            return _NO_SUCH_DAY
        return year_hint(int(text[-4:]), today) if _VAGUE_DATE.fullmatch(text) else _NOT_A_DATE

    def misread(self, text: str) -> Localized | None:
        """Say that ``text`` is neither a date nor a month, a season or a year."""
        dated = parse_date(text) is not None or _VAGUE_DATE.fullmatch(text)
        return None if dated else _MISREAD_DATE


@dataclass(frozen=True, slots=True)
class DurationKind(FactKind):
    """A running time, stored as “105 Min.”."""

    id = "duration"
    suggested = False
    named = False
    personal = False
    normalized = True

    def parse(self, text: str) -> str:
        """Return the running time in minutes, or ``text`` when it is not an exact one."""
        minutes = parse_minutes(text)
        return text if minutes is None else f"{minutes} Min."

    def hint(self, text: str, today: datetime.date) -> Localized | None:
        """Point out a text without a digit."""
        return None if any(character.isdigit() for character in text) else _NOT_A_DURATION

    def misread(self, text: str) -> Localized | None:
        """Say that ``text`` is not a running time."""
        timed = any(character.isdigit() for character in text)
        return None if timed else _MISREAD_DURATION


@dataclass(frozen=True, slots=True)
class ChoiceKind(FactKind):
    """One of the usual values that the form lists, or any other text."""

    id = "choice"
    suggested = True
    named = False
    personal = False
    normalized = False

    def parse(self, text: str) -> str:
        """Return ``text``."""
        return text


@dataclass(frozen=True, slots=True)
class NamesKind(ListKind):
    """A list of names."""

    id = "names"
    suggested = True
    named = True
    personal = True
    normalized = False

    def parse(self, text: str) -> str:
        """Return ``text``."""
        return text


@dataclass(frozen=True, slots=True)
class PeopleKind(ListKind):
    """A list of people with their roles, stored as mappings with ``name`` and ``role``."""

    id = "people"
    suggested = True
    named = True
    personal = True
    normalized = False

    def parse(self, text: str) -> dict[str, str]:
        """Return the person in “Name (Rolle)”, “Name” or “(Rolle)”."""
        match = _PERSON.fullmatch(text)
        if match is None or not match["role"].strip():
            return {"name": text}
        role = {"role": match["role"].strip()}
        return {"name": match["name"], **role} if match["name"] else role


@dataclass(frozen=True, slots=True)
class ImageKind(FactKind):
    """An image, stored as the address of its file relative to the review."""

    id = "image"
    suggested = False
    named = False
    personal = False
    normalized = False

    def parse(self, text: str) -> str:
        """Return ``text``."""
        return text


AnyFactKind = (
    TextKind
    | NumberKind
    | DateKind
    | DurationKind
    | ChoiceKind
    | NamesKind
    | PeopleKind
    | ImageKind
)
"""Every kind, so that mypy can tell whether a ``match`` covers all of them."""
_INSTANCES: tuple[AnyFactKind, ...] = (
    TextKind(),
    NumberKind(),
    DateKind(),
    DurationKind(),
    ChoiceKind(),
    NamesKind(),
    PeopleKind(),
    ImageKind(),
)
FACT_KINDS: Mapping[str, AnyFactKind] = MappingProxyType({kind.id: kind for kind in _INSTANCES})
"""The kinds by their names in the TOML file of a form."""


def year_hint(year: int, today: datetime.date) -> Localized | None:
    """Ask about a year before the first film or more than ten years ahead."""
    if _FIRST_FILM_YEAR <= year <= today.year + _YEARS_AHEAD:
        return None
    return Localized(f"Stimmt das Jahr {year}?", f"Is the year {year} right?")


_NOT_A_NUMBER = Localized(
    "Keine Zahl wie 8 oder 2026; es bleibt so stehen.",
    "Not a number such as 8 or 2026; it stays as it is.",
)
_NO_SUCH_DAY = Localized(
    "Diesen Tag gibt es im Kalender nicht; es bleibt so stehen.",
    "There is no such day in the calendar; it stays as it is.",
)
_NOT_A_DATE = Localized(
    "Kein Datum wie 22.11.2026 oder Nov 2026; es bleibt so stehen.",
    "Not a date such as 22.11.2026 or Nov 2026; it stays as it is.",
)
_NOT_A_DURATION = Localized(
    "Keine Laufzeit wie 105 Min. oder 1 Std. 45 Min.; es bleibt so stehen.",
    "Not a running time such as 105 Min. or 1 Std. 45 Min.; it stays as it is.",
)
_MISREAD_NUMBER = Localized("{0}: „{1}“ ist keine Zahl.", "{0}: “{1}” is not a number.")
_MISREAD_DATE = Localized("{0}: „{1}“ ist kein Datum.", "{0}: “{1}” is not a date.")
_MISREAD_DURATION = Localized("{0}: „{1}“ ist keine Laufzeit.", "{0}: “{1}” is not a running time.")
