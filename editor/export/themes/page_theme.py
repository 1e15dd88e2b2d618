"""Page theme: a folder with ``theme.toml`` and optional templates and a style sheet.

Colours and fonts are tokens in ``theme.toml``, so that the writer's choice can replace them. The
style sheet uses them as custom properties: the token ``paper`` is ``var(--paper)``. See
``docs/themes.md``.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from editor.errors import ThemeError, cause
from editor.localized import Localized

FILE = "theme.toml"
STYLE = "style.css"
COLORS = ("ground", "paper", "ink", "soft", "line", "accent", "accent-ground", "gold")
FONTS = ("text-font", "heading-font", "label-font")
TEXT_PAIRS = (
    *(("ink", "paper"), ("ink", "ground"), ("ink", "accent-ground")),
    *(("soft", "paper"), ("soft", "ground")),
    *(("accent", "paper"), ("accent", "ground"), ("accent", "accent-ground")),
    *(("gold", "paper"), ("gold", "ground")),
)
"""Pairs of text colour and background that must keep the theme's contrast."""
LEVELS = {"AA": 4.5, "AAA": 7.0}
"""Minimum contrast of text, https://www.w3.org/TR/WCAG22/#contrast-minimum and -enhanced."""
MAX_BYTES = 1_000_000
"""Maximum size of a theme's file; a hundred times that of the largest one shipped."""

_Tokens = tuple[tuple[str, str], ...]
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_FAMILIES = re.compile(r"""[\w\s,."'-]{1,400}""")
_TABLES = {
    "light": (COLORS, _COLOR, Localized("keine Farbe wie #1f5f8b", "no colour like #1f5f8b")),
    "dark": (COLORS, _COLOR, Localized("keine Farbe wie #1f5f8b", "no colour like #1f5f8b")),
    "fonts": (FONTS, _FAMILIES, Localized("keine Liste von Schriften", "no list of fonts")),
}
"""Tables of tokens in theme.toml: names of tokens, pattern of values, and the error for others."""
_KEYS = ("label", "description", "extends", "level", *_TABLES)
_REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class PageTheme:
    """A theme ready for use, with everything that it inherits."""

    id: str
    label: Localized
    description: Localized
    folders: tuple[Path, ...]
    """Folders in which templates and other files are looked up, its own first."""
    light: _Tokens
    """Colours “#rrggbb” in the order of COLORS."""
    dark: _Tokens
    fonts: _Tokens
    """CSS lists of font families in the order of FONTS."""
    contrast: float
    """Minimum contrast of TEXT_PAIRS, which is kept with the writer's own accent, too."""
    style: str
    """The inherited style sheets and its own, each in a cascade layer above the previous one."""


def read_theme(folder: Path, base: PageTheme | None = None) -> PageTheme:
    """Return the theme in ``folder``, extending ``base``. Raises ThemeError when it is broken."""
    return _read(folder, modified_at(folder, FILE), modified_at(folder, STYLE), base)


def base_theme_id(folder: Path) -> str:
    """Return the id of the theme that the one in ``folder`` extends, empty when it names none.

    Raises ThemeError when its file is broken.
    """
    return str(_table(folder, modified_at(folder, FILE)).get("extends", ""))


def read_theme_file(folder: Path, name: str) -> str | None:
    """Return the text of the file ``name`` of a theme, None when there is no such file.

    Raises ThemeError when it is not text, is too long, or a link leads out of the folder: a theme
    may come from anyone, and its files may end up in a published page.
    """
    path = folder / name
    try:
        if not path.is_file():
            return None
        if not path.resolve().is_relative_to(folder.resolve()):
            raise _broken_error(folder, f"{name} liegt außerhalb", f"{name} lies outside")
        if path.stat().st_size > MAX_BYTES:
            raise _broken_error(folder, f"{name} ist zu lang", f"{name} is too long")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _broken_error(
            folder, f"{name} ist kein Text in UTF-8", f"{name} is not UTF-8"
        ) from error
    except OSError as error:
        reason = cause(error)
        raise _broken_error(
            folder, f"{name}: {reason.german}", f"{name}: {reason.english}"
        ) from error
    except ValueError as error:
        raise _broken_error(folder, f"{name}: {error}", f"{name}: {error}") from error


def modified_at(folder: Path, name: str) -> int:
    """Return when the file ``name`` was modified, in nanoseconds; 0 when it does not exist."""
    try:
        return (folder / name).stat().st_mtime_ns
    except (OSError, ValueError):
        return 0


# The times are part of the cache keys, so that a theme's author sees each change at once.
@lru_cache(maxsize=_REMEMBERED)
def _read(folder: Path, table_time: int, _style_time: int, base: PageTheme | None) -> PageTheme:
    table = _table(folder, table_time)
    sheet = (read_theme_file(folder, STYLE) or "").strip()
    light, dark, fonts = (_tokens(folder, table, key, base) for key in _TABLES)
    return PageTheme(
        id=folder.name,
        label=_label(folder, table, "label") or Localized(folder.name),
        description=_label(folder, table, "description") or Localized(),
        folders=(folder, *(base.folders if base else ())),
        light=light,
        dark=dark,
        fonts=fonts,
        contrast=_contrast(folder, table, base),
        style="\n\n".join(_layers(base.style if base else "", sheet)),
    )


def _layers(base: str, sheet: str) -> Iterable[str]:
    # In its own layer, every rule overrides inherited ones, whatever their selectors.
    return filter(None, (base, f"@layer {{\n{sheet}\n}}" if sheet else ""))


@lru_cache(maxsize=_REMEMBERED)
def _table(folder: Path, _time: int) -> dict[str, Any]:
    text = read_theme_file(folder, FILE)
    if text is None:
        raise _broken_error(folder, f"{FILE} fehlt", f"{FILE} is missing")
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise _broken_error(
            folder, f"Zeile {line}: kein gültiges TOML", f"line {line}: {error}"
        ) from error
    for key in table.keys() - set(_KEYS):
        allowed = ", ".join(_KEYS)
        raise _broken_error(
            folder,
            f"{key} ist unbekannt; es gibt {allowed}",
            f"{key} is unknown; there are {allowed}",
        )
    if not isinstance(table.get("extends", ""), str):
        raise _broken_error(folder, "extends ist kein Text", "extends is not a text")
    return table


def _broken_error(folder: Path, german: str, english: str) -> ThemeError:
    return ThemeError(
        f"Die Gestaltung {folder} ist nicht lesbar ({german}); bitte berichtigen Sie die Datei "
        "oder löschen Sie den Ordner.",
        f"The theme {folder} cannot be read ({english}); please correct the file or delete the "
        "folder.",
    )


def _label(folder: Path, table: Mapping[str, Any], key: str) -> Localized | None:
    value = table.get(key)
    if value is None or isinstance(value, str):
        return Localized(value) if value else None
    texts = [value.get("de", ""), value.get("en", "")] if isinstance(value, dict) else [value]
    if not all(isinstance(text, str) for text in texts):
        raise _broken_error(folder, f"{key} ist kein Text", f"{key} is not a text")
    return Localized(*texts)


def _contrast(folder: Path, table: Mapping[str, Any], base: PageTheme | None) -> float:
    level = table.get("level")
    if level is None:
        return base.contrast if base else LEVELS["AA"]
    if not isinstance(level, str) or level not in LEVELS:
        raise _broken_error(folder, "level ist nicht AA oder AAA", "level is neither AA nor AAA")
    return LEVELS[level]


def _tokens(folder: Path, table: Mapping[str, Any], key: str, base: PageTheme | None) -> _Tokens:
    names, pattern, flaw = _TABLES[key]
    values = table.get(key, {})
    if not isinstance(values, dict):
        raise _broken_error(folder, f"{key} ist keine Tabelle", f"{key} is not a table")
    for name, value in values.items():
        if name not in names:
            allowed = ", ".join(names)
            raise _broken_error(
                folder,
                f"[{key}] {name} ist unbekannt; es gibt {allowed}",
                f"[{key}] {name} is unknown; there are {allowed}",
            )
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise _broken_error(
                folder, f"[{key}] {name} ist {flaw.german}", f"[{key}] {name} is {flaw.english}"
            )
    merged = {**dict(getattr(base, key, ())), **values}
    return tuple((name, merged[name]) for name in names)
