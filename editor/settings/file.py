"""The settings file: read with care, written as one atomic replacement."""

import json
import os
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from editor.errors import SettingsError, cause
from editor.localized import Language, Localized
from editor.settings.declaration import ACCEPTS
from editor.settings.model import FIELDS, Settings

_NAME = "settings.json"
_VERSION = 1
"""Version of the file's format."""
_MAX_CHARACTERS = 4_096
"""Characters that a text may have; no system has longer paths."""
_MAX_NUMBER = 2**31 - 1
"""Largest number that Qt takes for a length, an int of C++."""
_LONE_SURROGATES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates without a partner, except those that stand for bytes in file names (PEP 383)."""


def load_settings(folder: Path) -> tuple[Settings, SettingsError | None]:
    """Return the settings in ``folder``, and the error if the file cannot be read as a whole.

    Each value that makes no sense falls back to its default, and stays in the file. A damaged file
    is renamed to ``settings.json.damaged``, so that saving does not destroy it.
    """
    path = folder / _NAME
    try:
        settings = _parse(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError, RecursionError) as error:
        end = set_aside(path, error)
        problem = SettingsError(
            f"Die Einstellungen in {path} waren nicht lesbar {end.german}",
            f"The settings in {path} could not be read {end.english}",
        )
        return Settings(), problem
    return settings, _newer_error(path) if "version" in settings.unknown else None


def stored_language(folder: Path) -> Language | None:
    """Return the interface language in the settings file of ``folder``, None if it has none."""
    try:
        language = json.loads((folder / _NAME).read_text("utf-8"))["language"]
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return None
    return language if language in ("de", "en") else None


def save_settings(folder: Path, settings: Settings) -> None:
    """Write ``settings`` to ``folder`` as one atomic replacement.

    Raises SettingsError when the folder cannot be written.
    """
    own = {key: getattr(settings, key) for key in FIELDS}
    values = {"version": _VERSION, **settings.unknown, **own, **settings.rejected}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(folder / _NAME, json.dumps(values, ensure_ascii=False, indent=2))
    except OSError as error:
        raise SettingsError(
            f"Die Einstellungen lassen sich nicht in {folder} sichern ({cause(error).german}); "
            "bitte prüfen Sie die Schreibrechte des Ordners.",
            f"The settings cannot be saved in {folder} ({cause(error).english}); "
            "please check that the folder is writable.",
        ) from error


def _replace(path: Path, text: str) -> None:
    # File names may hold lone surrogates; Python escapes them as JSON does: “\\udcff”.
    data = text.encode("utf-8", "backslashreplace")
    handle, name = tempfile.mkstemp(prefix="settings.", suffix=".new", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _parse(raw: Any) -> Settings:
    """Return the settings of a parsed file, the default for each value that makes no sense.

    Raises ValueError if ``raw`` is not an object, RecursionError if it is nested too deeply.
    """
    if not isinstance(raw, dict):
        raise ValueError("not an object")  # noqa: TRY004 - as any other damage of the file
    values = {
        key: value
        for key, value in raw.items()
        if key in FIELDS and FIELDS[key].metadata[ACCEPTS](value) and _is_sound(value)
    }
    values |= {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    rejected = {key: raw[key] for key in FIELDS if key in raw and key not in values}
    unknown = {key: value for key, value in raw.items() if key not in FIELDS}
    if not _is_newer(unknown.get("version")):
        unknown.pop("version", None)
    return replace(Settings(unknown=unknown, rejected=rejected), **values)


def _is_newer(version: object) -> bool:
    return isinstance(version, int) and not isinstance(version, bool) and version > _VERSION


def _is_sound(value: object) -> bool:
    """Return whether Qt and the file system can use every text and number in ``value``."""
    match value:
        case str():
            return (
                "\0" not in value
                and len(value) <= _MAX_CHARACTERS
                and not _LONE_SURROGATES.search(value)
            )
        case int() | float():
            return abs(value) <= _MAX_NUMBER
        case list():
            return all(map(_is_sound, value))
        case dict():
            return all(map(_is_sound, (*value.keys(), *value.values())))
    return value is None


def _newer_error(path: Path) -> SettingsError:
    return SettingsError(
        f"Die Einstellungen in {path} sind von einer neueren Version von Rezensent; was Ihre "
        "Version nicht kennt, bleibt darin erhalten.",
        f"The settings in {path} are those of a newer version of Rezensent; what your version does "
        "not know is kept there.",
    )


def set_aside(path: Path, error: Exception) -> Localized:
    """Rename a damaged file of the program to ``….damaged``, if possible, or to ``….damaged-2`` ….

    Return the end of a sentence about it: why, that defaults apply, and where the old file is.
    """
    names = (f"{path.name}.damaged{number}" for number in ("", *(f"-{n}" for n in range(2, 100))))
    free = (name for name in map(path.with_name, names) if not os.path.lexists(name))
    aside = next(free, path)
    try:
        path.replace(aside)
    except OSError:
        # Without permission to rename it the file stays, and the sentence does not mention another.
        german, english = "", ""
    else:
        german = f", die alte Datei liegt daneben als {aside.name}"
        english = f", and the old file lies beside it as {aside.name}"
    reason = (
        cause(error) if isinstance(error, OSError) else Localized("kein gültiges JSON", str(error))
    )
    return Localized(
        f"({reason.german}); es gelten die Vorgaben{german}.",
        f"({reason.english}); the defaults apply{english}.",
    )
