"""Form definitions: which facts and which sections a kind of review has.

A form is a TOML file, for instance in ``resources/forms/``. It defines the fields of the window and
their labels in the window and in exports; a review file only names its form. The custom forms of
the writer are found by ``editor.review.form_registry``.
"""

import math
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from editor.errors import FormError, cause
from editor.localized import Localized
from editor.paths import resource
from editor.review.fact_kinds import FACT_KINDS, AnyFactKind

DEFAULT_FORM_ID = "series"
"""Form of a review that names none, or one that is not installed."""
_RESERVED = {
    "facts": frozenset(
        (
            *("rezensent", "form", "ratings", "verdict_rating", "rating_scale"),
            *("vocabulary", "hidden", "rejected_names"),
        )
    ),
    "sections": frozenset(["facts"]),
}
"""Names that the program itself uses, by the array of a form that must not define them."""
KEY_PREFIX = "rezensent_"
"""Prefix of a key whose bare name another program would interpret: rezensent_url is our url."""


_NO_HINT = Localized()


@dataclass(frozen=True, slots=True)
class FactField:
    """One field of the facts."""

    key: str
    kind: AnyFactKind
    label: Localized
    hint: Localized = _NO_HINT
    choices: tuple[str, ...] = ()
    wide: bool = False
    """Whether it takes the whole width of the form."""
    boxed: bool = True
    """Whether it is shown in the fact box of an exported page."""
    important: bool = False
    """Whether a finished review needs it."""
    essential: bool = False
    """Whether it is one of the few that the window always offers first."""


@dataclass(frozen=True, slots=True)
class SectionField:
    """One section of the text."""

    id: str
    label: Localized
    hint: Localized = _NO_HINT
    rated: bool = False
    optional: bool = False
    heading: bool = True
    """Whether it has a heading in the file and on the page; an introduction has none."""
    weight: float = 1
    """Weight of its rating in the proposed overall rating, 0 for none."""


_INTRODUCTION = SectionField(
    "introduction", Localized("Einleitung", "Introduction"), optional=True, heading=False
)


@dataclass(frozen=True, slots=True)
class Form:
    """The facts and sections of one kind of review."""

    id: str
    label: Localized
    facts: tuple[FactField, ...]
    sections: tuple[SectionField, ...]
    schema: str = "CreativeWork"
    """Type of the reviewed work in terms of schema.org."""

    @property
    def essential_facts(self) -> tuple[FactField, ...]:
        """The facts that come first in the window: all of them if none is marked as essential."""
        return tuple(item for item in self.facts if item.essential) or self.facts

    @property
    def further_facts(self) -> tuple[FactField, ...]:
        """The facts that are not among the essential ones, in their order."""
        essential = self.essential_facts
        return tuple(item for item in self.facts if item not in essential)

    def fact(self, key: str) -> FactField | None:
        """Return the field of the fact ``key``, None when the form does not have it."""
        return next((item for item in self.facts if item.key == key), None)

    def section(self, section_id: str) -> SectionField | None:
        """Return the section ``section_id``, None when the form does not have it."""
        return next((item for item in self.sections if item.id == section_id), None)


def shipped_form_ids() -> tuple[str, ...]:
    """Return the ids of the forms that ship, sorted."""
    return tuple(sorted(path.stem for path in resource("forms").glob("*.toml")))


@cache
def load_form(form_id: str) -> Form:
    """Return the shipped form ``form_id``, or the default form when there is none of that id.

    Raises FormError when its file is broken.
    """
    shipped_id = form_id if form_id in shipped_form_ids() else DEFAULT_FORM_ID
    return read_form(resource("forms", f"{shipped_id}.toml"))


def read_form(path: Path) -> Form:
    """Return the form that the TOML file ``path`` defines; its id is the stem of the file name.

    Raises FormError when it is broken, with the line where that is known.
    """
    text = ""
    try:
        text = path.read_text("utf-8")
        return _form(tomllib.loads(text), path.stem)
    except (OSError, ValueError, RecursionError) as error:
        reason = _reason(error, text)
        raise FormError(
            f"Das Formular {path} ist nicht lesbar ({reason.german}); bitte berichtigen Sie die "
            "Datei oder löschen Sie sie.",
            f"The form {path} cannot be read ({reason.english}); please correct or delete the "
            "file.",
        ) from error


class _TableError(ValueError):
    """A fault in the table ``index`` of the array ``array``, or in the form as a whole."""

    def __init__(self, reason: Localized, array: str = "", index: int = 0) -> None:
        super().__init__(reason.english)
        self.reason, self.array, self.index = reason, array, index

    def line(self, text: str) -> int | None:
        """Return the line of ``text``, counted from 1, in which the table begins."""
        if not self.array:
            return None
        heads = re.finditer(rf"^[ \t]*\[\[\s*{self.array}\s*\]\]", text, re.MULTILINE)
        starts = [match.start() for match in heads]
        return text.count("\n", 0, starts[self.index]) + 1 if self.index < len(starts) else None


class _FieldValueError(Exception):
    """The value of ``key`` is not as ``expected``."""

    def __init__(self, key: str, expected: Localized) -> None:
        sentence = Localized(
            "unpassender Wert für {key}: {expected}", "wrong value for {key}: {expected}"
        )
        self.reason = sentence.format(key=key, expected=expected)
        super().__init__(self.reason.english)


def _reason(error: Exception, text: str) -> Localized:
    """Return the fault and its line, which tomllib puts at the end of its message."""
    reason, line = Localized("kein gültiges TOML", str(error)), None
    if isinstance(error, _TableError):
        reason, line = error.reason, error.line(text)
    elif isinstance(error, OSError):
        reason = cause(error)
    elif isinstance(error, UnicodeDecodeError):
        reason = Localized("kein Text in UTF-8", "not text in UTF-8")
    elif isinstance(error, RecursionError):
        reason = Localized("zu tief verschachtelt", "nested too deeply")
    elif isinstance(error, tomllib.TOMLDecodeError):
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
    if line is None:
        return reason
    return Localized("Zeile {0}: {1}", "line {0}: {1}").format(line, reason)


def _form(raw: Mapping[str, Any], stem: str) -> Form:
    return Form(
        id=stem,
        label=_form_label(raw.get("label", stem)),
        facts=_tables(raw, "facts", _fact, lambda item: item.key),
        sections=_with_introduction(_tables(raw, "sections", _section, lambda item: item.id)),
        schema=str(raw.get("schema", "CreativeWork")),
    )


def _with_introduction(sections: tuple[SectionField, ...]) -> tuple[SectionField, ...]:
    """Return ``sections`` with an introduction: any file may have text before the first heading."""
    if any(section.id == _INTRODUCTION.id for section in sections):
        return sections
    return (_INTRODUCTION, *sections)


def _form_label(raw: Any) -> Localized:
    try:
        return _label(raw, "label")
    except _FieldValueError as error:
        raise _TableError(error.reason) from error


_A_TEXT = Localized("es muss ein Text sein", "it must be a text")
_TEXTS = Localized(
    "es muss ein Text sein, oder { de = …, en = … } mit zweien",
    "it must be a text, or { de = …, en = … } with two of them",
)
_Field = TypeVar("_Field", FactField, SectionField)


def _tables(
    raw: Mapping[str, Any],
    array: str,
    make: Callable[[Mapping[str, Any]], _Field],
    name: Callable[[_Field], str],
) -> tuple[_Field, ...]:
    """Return the results of ``make`` for the tables of an array.

    Raises _TableError when the array is missing or a name is missing, used twice or reserved.
    """
    tables = raw.get(array)
    if not isinstance(tables, list) or not tables:
        raise _TableError(Localized(f"[[{array}]] fehlt", f"[[{array}]] is missing"))
    if not all(isinstance(table, dict) for table in tables):
        german = f"[[{array}]] muss aus Tabellen bestehen"
        raise _TableError(Localized(german, f"[[{array}]] must consist of tables"))
    fields: dict[str, _Field] = {}
    for index, table in enumerate(tables):
        item = _make_field(table, array, index, make)
        if re.fullmatch(r"[\w-]+", name(item)) is None or name(item) in fields:
            text = f"„{name(item)}“"
            flaw = Localized(f"{text} ist doppelt oder kein Name", f"{text} is twice or no name")
            raise _TableError(flaw, array, index)
        if name(item) in _RESERVED[array] or name(item).startswith(KEY_PREFIX):
            raise _TableError(_reserved(name(item)), array, index)
        fields[name(item)] = item
    return tuple(fields.values())


def _reserved(name: str) -> Localized:
    return Localized(
        f"„{name}“ braucht Rezensent selbst, bitte nennen Sie es anders",
        f"“{name}” is used by Rezensent itself, please choose another name",
    )


def _make_field(
    table: Any, array: str, index: int, make: Callable[[Mapping[str, Any]], _Field]
) -> _Field:
    try:
        return make(table)
    except KeyError as error:
        key = str(error.args[0])
        raise _TableError(Localized(f"{key} fehlt", f"{key} is missing"), array, index) from error
    except _FieldValueError as error:
        raise _TableError(error.reason, array, index) from error


def _fact(raw: Mapping[str, Any]) -> FactField:
    kind = raw["kind"]
    if not isinstance(kind, str) or kind not in FACT_KINDS:
        kinds = ", ".join(FACT_KINDS)
        raise _FieldValueError(
            "kind", Localized(f"möglich sind {kinds}", f"it must be one of {kinds}")
        )
    choices = raw.get("choices", [])
    if not isinstance(choices, list):
        raise _FieldValueError("choices", Localized("es muss eine Liste sein", "it must be a list"))
    return FactField(
        key=_name(raw, "key"),
        kind=FACT_KINDS[kind],
        label=_label(raw["label"], "label"),
        hint=_label(raw.get("hint", {}), "hint"),
        choices=tuple(map(str, choices)),
        wide=raw.get("wide", False),
        boxed=raw.get("boxed", True),
        important=raw.get("important", False),
        essential=raw.get("essential", False),
    )


def _section(raw: Mapping[str, Any]) -> SectionField:
    weight = raw.get("weight", 1)
    if type(weight) not in (int, float) or not 0 <= weight < math.inf:
        expected = Localized("es muss eine Zahl ab 0 sein", "it must be a number from 0")
        raise _FieldValueError("weight", expected)
    return SectionField(
        id=_name(raw, "id"),
        label=_label(raw["label"], "label"),
        hint=_label(raw.get("hint", {}), "hint"),
        rated=raw.get("rated", False),
        optional=raw.get("optional", False),
        heading=raw.get("heading", True),
        weight=weight,
    )


def _name(raw: Mapping[str, Any], key: str) -> str:
    name = raw[key]
    if not isinstance(name, str):
        raise _FieldValueError(key, _A_TEXT)
    return name


def _label(raw: Any, key: str) -> Localized:
    """Return a label of both languages; a plain text is the German one."""
    if isinstance(raw, str):
        return Localized(raw)
    texts = raw.values() if isinstance(raw, dict) and raw.keys() <= {"de", "en"} else (None,)
    if not all(isinstance(text, str) for text in texts):
        raise _FieldValueError(key, _TEXTS)
    return Localized.of(raw)
