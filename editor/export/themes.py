"""Themes of web pages: those that ship, and the writer's own in a folder of the settings.

A theme is a folder with ``theme.toml`` and, where it differs from the theme that it extends, a
style sheet ``style.css`` and Jinja templates of the names in ``resources/templates``. Colours and
fonts stand in ``theme.toml`` as tokens, so that a writer's choice can take their place; the style
sheet uses them as custom properties: the token ``paper`` is ``var(--paper)``.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from editor.errors import ThemeError
from editor.resources import resource
from editor.review.form import Label

QUIET = "quiet"
"""The theme of who has chosen none; it extends no other."""
COLORS = ("ground", "paper", "ink", "soft", "line", "accent", "accent-ground", "gold")
FONTS = ("text-font", "heading-font", "label-font")

_FILE = "theme.toml"
_STYLE = "style.css"
_ID = re.compile(r"[\w-]{1,100}")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_FAMILIES = re.compile(r"""[\w\s,."'-]{1,400}""")
_TOKENS = {"light": (COLORS, _COLOR), "dark": (COLORS, _COLOR), "fonts": (FONTS, _FAMILIES)}
"""The tables of theme.toml that hold tokens: their names, and what a value looks like."""
_REMEMBERED = 16


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as it is to be used: what it extends is filled in."""

    id: str
    label: Label
    description: Label
    folders: tuple[Path, ...]
    """Where its templates and other files are looked for, its own folder first."""
    light: tuple[tuple[str, str], ...]
    """The colours of COLORS, in that order, each „#rrggbb“."""
    dark: tuple[tuple[str, str], ...]
    fonts: tuple[tuple[str, str], ...]
    """The lists of families of FONTS, in that order, in terms of CSS."""
    style: str
    """The style sheets of the theme and of what it extends, one after the other."""


@dataclass(frozen=True, slots=True)
class FoundTheme:
    """A theme to work with; ``problem`` says why it is not the one that was asked for."""

    theme: Theme
    problem: ThemeError | None = None


@dataclass(frozen=True, slots=True)
class Themes:
    """All themes; one of the writer's own takes the place of a shipped one with the same id."""

    folder: Path | None = None
    """Holds the writer's own themes, one folder each, named after its id."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all themes: the quiet one, the others that ship, the writer's own."""
        shipped = _ids(resource("themes"))
        own = _ids(self.folder) if self.folder is not None else ()
        return tuple(dict.fromkeys((QUIET, *shipped, *own)))

    def found(self, theme_id: str) -> FoundTheme:
        """Return the theme ``theme_id``, and the quiet one that ships where it cannot be had."""
        try:
            return FoundTheme(self._theme(theme_id))
        except ThemeError as problem:
            return FoundTheme(_read(resource("themes", QUIET), ()), problem)

    def _theme(self, theme_id: str) -> Theme:
        folders = self._chain(theme_id)
        # A writer who works on a theme sees each change at the next look.
        stamps = tuple(_changed(folder / name) for folder in folders for name in (_FILE, _STYLE))
        theme = _read(folders[-1], ())
        for folder in reversed(folders[:-1]):
            theme = _read(folder, stamps, theme)
        return theme

    def _chain(self, theme_id: str) -> list[Path]:
        """Return the folders of a theme and of what it extends, its own first."""
        folders: list[Path] = []
        while theme_id:
            folder = self._folder(theme_id, folders)
            folders.append(folder)
            theme_id = str(_table(folder).get("extends") or "")
        if folders[-1] != resource("themes", QUIET):
            folders.append(resource("themes", QUIET))
        return folders

    def _folder(self, theme_id: str, known: list[Path]) -> Path:
        """Return the folder of a theme; one of the same id as a shipped one may extend that."""
        if _ID.fullmatch(theme_id):
            own = [self.folder / theme_id] if self.folder is not None else []
            for folder in (*own, resource("themes") / theme_id):
                if folder not in known and (folder / _FILE).is_file():
                    return folder
        where = f" in {self.folder}" if self.folder else ""
        raise ThemeError(
            f"Die Gestaltung „{theme_id}“ gibt es hier nicht; bitte wählen Sie eine andere oder "
            f"legen Sie ihren Ordner{where} ab.",
            f"There is no theme “{theme_id}” here; please choose another or put its folder{where}.",
        )


SHIPPED = Themes()


@lru_cache(maxsize=_REMEMBERED)
def _read(folder: Path, _stamps: tuple[int, ...], base: Theme | None = None) -> Theme:
    """Return the theme in ``folder`` on top of ``base``. Raises ThemeError when it is broken."""
    table = _table(folder)
    style = folder / _STYLE
    sheets = [base.style] if base else []
    sheets += [_text(style).strip()] if style.is_file() else []
    return Theme(
        id=folder.name,
        label=_label(table, "label") or Label(folder.name),
        description=_label(table, "description") or Label(),
        folders=(folder, *(base.folders if base else ())),
        light=_tokens(folder, table, "light", base.light if base else ()),
        dark=_tokens(folder, table, "dark", base.dark if base else ()),
        fonts=_tokens(folder, table, "fonts", base.fonts if base else ()),
        style="\n\n".join(sheets),
    )


def _table(folder: Path) -> dict[str, Any]:
    text = _text(folder / _FILE)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _broken(folder, str(error)) from error


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise _broken(path.parent, f"{path.name}: {error}") from error


def _broken(folder: Path, reason: str) -> ThemeError:
    return ThemeError(
        f"Die Gestaltung {folder} ist nicht lesbar ({reason}); bitte berichtigen Sie die Datei "
        "oder löschen Sie den Ordner.",
        f"The theme {folder} cannot be read ({reason}); please correct the file or delete the "
        "folder.",
    )


def _label(table: Mapping[str, Any], key: str) -> Label | None:
    value = table.get(key)
    if isinstance(value, str):
        return Label(value)
    if isinstance(value, dict):
        return Label(str(value.get("de") or ""), str(value.get("en") or ""))
    return None


def _tokens(
    folder: Path,
    table: Mapping[str, Any],
    key: str,
    base: tuple[tuple[str, str], ...],
) -> tuple[tuple[str, str], ...]:
    names, pattern = _TOKENS[key]
    values = table.get(key, {})
    if not isinstance(values, dict):
        raise _broken(folder, f"[{key}]")
    merged = dict(base)
    for name, value in values.items():
        if name not in names or not isinstance(value, str) or not pattern.fullmatch(value):
            raise _broken(folder, f"[{key}] {name} = {value!r}")
        merged[name] = value
    return tuple((name, merged[name]) for name in names if name in merged)


def _ids(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(path.parent.name for path in folder.glob(f"*/{_FILE}")))
    except OSError:
        return ()


def _changed(path: Path) -> int:
    """Return when ``path`` was changed, in nanoseconds; 0 when it is not there."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
