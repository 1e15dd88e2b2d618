"""Texts in German and in English, and the language that this process shows them in."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, Self

Language = Literal["de", "en"]


@dataclass(slots=True)
class _Process:
    language: Language = "de"


_process = _Process()


def current_language() -> Language:
    """Return the language of the interface of this process."""
    return _process.language


def set_language(language: Language) -> None:
    """Show texts in ``language`` from now on, in every thread of this process.

    Texts that are on the screen already stay as they are.
    """
    _process.language = language


@contextmanager
def language_set_to(language: Language) -> Iterator[None]:
    """Show texts in ``language`` within a ``with`` block."""
    before = current_language()
    set_language(language)
    try:
        yield
    finally:
        set_language(before)


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in German and in English; an empty English half stands for the German one.

    The language is chosen when the text is read, so a value may be built in one process and
    shown in another.
    """

    german: str = ""
    english: str = ""

    @classmethod
    def of(cls, table: Mapping[str, str]) -> Self:
        """Return the text of a table with the keys "de" and "en", as resources have them."""
        return cls(table.get("de", ""), table.get("en", ""))

    def text(self) -> str:
        """Return the text in the current language."""
        return (self.english if current_language() == "en" else "") or self.german

    def __bool__(self) -> bool:
        return bool(self.german or self.english)

    def __str__(self) -> str:
        return self.text()

    def format(self, *values: object, **named: object) -> "Localized":
        """Return both halves filled in by ``str.format``.

        A value that is itself Localized fills in the half of the same language.
        """
        german, english = (
            half.format(
                *(_half(value, number) for value in values),
                **{key: _half(value, number) for key, value in named.items()},
            )
            for number, half in enumerate((self.german, self.english or self.german))
        )
        return Localized(german, english)


def _half(value: object, number: int) -> object:
    if not isinstance(value, Localized):
        return value
    return (value.german, value.english or value.german)[number]
