"""Form definitions: which facts and which sections a kind of review has.

A form is a TOML file in ``resources/forms/``. It decides what the window asks for, in which
order, and what an export calls it; a review file only names its form.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from editor.errors import FormError
from editor.resources import resource

FactKind = Literal["text", "number", "date", "choice", "names", "people"]
CORE_FORM = "series"
"""The form of a review that names none, or one that is not installed."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text in German and in English."""

    de: str = ""
    en: str = ""

    def text(self, language: str = "de") -> str:
        """Return the text in ``language`` ("de" or "en"), the German one where English lacks."""
        return (self.en if language == "en" else "") or self.de


@dataclass(frozen=True, slots=True)
class FactField:
    """One field of the facts."""

    key: str
    kind: FactKind
    label: Label
    hint: Label = Label()
    choices: tuple[str, ...] = ()
    wide: bool = False
    """Takes the whole width of the form."""
    boxed: bool = True
    """Is shown in the fact box of an exported page."""
    important: bool = False
    """A finished review has it."""


@dataclass(frozen=True, slots=True)
class SectionField:
    """One section of the text."""

    id: str
    label: Label
    hint: Label = Label()
    rated: bool = False
    optional: bool = False
    heading: bool = True
    """Has a heading in the file and on the page; an introduction has none."""
    weight: float = 1
    """What its rating counts for in the overall one that is proposed, 0 for nothing."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind of review consists of."""

    id: str
    label: Label
    facts: tuple[FactField, ...]
    sections: tuple[SectionField, ...]
    schema: str = "CreativeWork"
    """Type of the reviewed work in terms of schema.org."""

    def fact(self, key: str) -> FactField | None:
        """Return the field of the fact ``key``, or None when the form does not ask for it."""
        return next((item for item in self.facts if item.key == key), None)

    def section(self, section_id: str) -> SectionField | None:
        """Return the section ``section_id``, or None when the form does not have it."""
        return next((item for item in self.sections if item.id == section_id), None)


def form_ids() -> tuple[str, ...]:
    """Return the ids of the forms that ship, sorted."""
    return tuple(sorted(path.stem for path in resource("forms").glob("*.toml")))


@cache
def load_form(form_id: str) -> Form:
    """Return the form ``form_id``, or the core form where there is none of that name.

    Raises FormError when its file is broken.
    """
    known = form_id if form_id in form_ids() else CORE_FORM
    return read_form(resource("forms", f"{known}.toml"))


def read_form(path: Path) -> Form:
    """Return the form that the TOML file ``path`` defines. Raises FormError when it is broken."""
    try:
        return _form(tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FormError(
            f"Das Formular {path.name} ist nicht lesbar ({error}); bitte berichtigen Sie die "
            "Datei oder löschen Sie sie.",
            f"The form {path.name} cannot be read ({error}); please correct or delete the file.",
        ) from error


def _form(raw: Mapping[str, Any]) -> Form:
    return Form(
        id=raw["id"],
        label=_label(raw["label"]),
        facts=tuple(_fact(item) for item in raw["facts"]),
        sections=tuple(_section(item) for item in raw["sections"]),
        schema=raw.get("schema", "CreativeWork"),
    )


def _fact(raw: Mapping[str, Any]) -> FactField:
    if raw["kind"] not in get_args(FactKind):
        raise ValueError(f"kind = {raw['kind']!r}")
    return FactField(
        key=raw["key"],
        kind=cast("FactKind", raw["kind"]),
        label=_label(raw["label"]),
        hint=_label(raw.get("hint", {})),
        choices=tuple(raw.get("choices", ())),
        wide=raw.get("wide", False),
        boxed=raw.get("boxed", True),
        important=raw.get("important", False),
    )


def _section(raw: Mapping[str, Any]) -> SectionField:
    weight = raw.get("weight", 1)
    if isinstance(weight, bool) or not 0 <= weight < math.inf:
        raise ValueError(f"weight = {weight!r}")
    return SectionField(
        id=raw["id"],
        label=_label(raw["label"]),
        hint=_label(raw.get("hint", {})),
        rated=raw.get("rated", False),
        optional=raw.get("optional", False),
        heading=raw.get("heading", True),
        weight=weight,
    )


def _label(raw: Mapping[str, str]) -> Label:
    return Label(**raw)
