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
_LONGEST = 4_096
"""Characters of a text; no path of any system is longer."""
_LARGEST = 2**31 - 1
"""Of Qt's lengths, which are int."""
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of surrogate pairs, except those that stand for bytes in names of files (PEP 383)."""


def load_settings(folder: Path) -> tuple[Settings, SettingsError | None]:
    """Read the settings in ``folder``; what cannot be read falls back to the default.

    The second value says what could not be read, for the window to show; None is all well. A
    damaged file is set aside as ``settings.json.damaged``, so that saving does not destroy it.
    """
    path = folder / _NAME
    try:
        return _of(json.loads(path.read_text("utf-8"))), None
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError, RecursionError) as error:
        end = set_aside(path, error)
        problem = SettingsError(
            f"Die Einstellungen in {path} waren nicht lesbar {end.german}",
            f"The settings in {path} could not be read {end.english}",
        )
        return Settings(), problem


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
    values = {**settings.unknown, **{key: getattr(settings, key) for key in FIELDS}}
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
    # Names of files may hold half a surrogate pair; Python writes that as JSON does, „\\udcff“.
    data = text.encode("utf-8", "backslashreplace")
    handle, name = tempfile.mkstemp(prefix="settings.", suffix=".new", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _of(raw: Any) -> Settings:
    """Return what a file says, the default for each value that makes no sense.

    Raises ValueError when ``raw`` is no object, RecursionError when it is nested too deeply.
    """
    if not isinstance(raw, dict):
        raise ValueError("not an object")  # noqa: TRY004 (as for all that is no settings file)
    known = {
        key: value
        for key, value in raw.items()
        if key in FIELDS and FIELDS[key].metadata[ACCEPTS](value) and _is_sound(value)
    }
    known |= {key: tuple(value) for key, value in known.items() if isinstance(value, list)}
    unknown = {key: value for key, value in raw.items() if key not in FIELDS}
    return replace(Settings(unknown=unknown), **known)


def _is_sound(value: object) -> bool:
    """Whether Qt and the file system can do something with all that is in ``value``."""
    match value:
        case str():
            return "\0" not in value and len(value) <= _LONGEST and not _HALVES.search(value)
        case int() | float():
            return abs(value) <= _LARGEST
        case list():
            return all(map(_is_sound, value))
        case dict():
            return all(map(_is_sound, (*value.keys(), *value.values())))
    return value is None


def set_aside(path: Path, error: Exception) -> Localized:
    """Put a file of ours that cannot be read beside itself, if that can be done.

    Return the end of the sentence that says so: why, what applies now, and where the file lies.
    """
    aside = path.with_name(f"{path.name}.damaged")
    try:
        path.replace(aside)
    except OSError:
        # Without the right to set it aside the sentence is all that can be done.
        german, english = "", ""
    else:
        german = f", die alte Datei liegt daneben als {aside.name}"
        english = f", and the old file lies beside it as {aside.name}"
    known = (
        cause(error) if isinstance(error, OSError) else Localized("kein gültiges JSON", str(error))
    )
    return Localized(
        f"({known.german}); es gelten die Vorgaben{german}.",
        f"({known.english}); the defaults apply{english}.",
    )
