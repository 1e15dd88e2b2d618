"""Preset store: the export presets of recent reviews, in one JSON file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor.errors import SettingsError, cause
from editor.export.jobs.preset import ExportPreset, preset_from_json
from editor.settings import set_aside
from editor.storage import atomic_write

MAX_REVIEWS = 500
"""Reviews whose presets are kept; those exported longest ago are dropped first."""


@dataclass(frozen=True, slots=True)
class PresetStore:
    """The presets of all reviews."""

    last: ExportPreset = field(default_factory=ExportPreset)
    """The preset used last, without places: for reviews that have none of their own yet."""
    presets: Mapping[str, ExportPreset] = field(default_factory=dict)
    """By the path of the review's file, the newest last."""
    problem: SettingsError | None = None
    """Why the file could not be read."""

    def preset(self, file: str) -> ExportPreset:
        """Return the preset of the review in ``file``, or the one that a new review begins with."""
        return self.presets[file] if file in self.presets else self.last.without_places()

    def with_preset(self, file: str, preset: ExportPreset) -> "PresetStore":
        """Return the store with ``preset`` as the newest.

        For a review without a file, ``file`` is empty and the preset only becomes ``last``.
        """
        presets = {key: value for key, value in self.presets.items() if key != file}
        if file:
            presets[file] = preset
        return PresetStore(preset.without_places(), dict(list(presets.items())[-MAX_REVIEWS:]))


def load_presets(path: Path) -> PresetStore:
    """Read the presets in ``path``; without such a file the store is empty.

    A damaged file is renamed to ``….damaged``, which the store's problem reports.
    """
    try:
        value = json.loads(path.read_text("utf-8"))
        if not isinstance(value, dict):
            raise ValueError("not an object")  # noqa: TRY004, TRY301
    except FileNotFoundError:
        return PresetStore()
    except (OSError, ValueError, RecursionError) as error:
        end = set_aside(path, error)
        problem = SettingsError(
            f"Die Einstellungen für den Export sind in {path} nicht lesbar {end.german}",
            f"The settings for exporting cannot be read in {path} {end.english}",
        )
        return PresetStore(problem=problem)
    return PresetStore(preset_from_json(value.get("last")), _presets(value.get("reviews")))


def save_preset(path: Path, file: str, preset: ExportPreset) -> PresetStore:
    """Add ``preset`` of the review in ``file`` to the presets in ``path`` and return all of them.

    The file is read again first, because another window may have added to it, and written in one
    replacement. What a newer version of the program has added for other reviews stays. Raises
    SettingsError when it cannot be written.
    """
    store = load_presets(path).with_preset(file, preset)
    try:
        atomic_write.make_private_folder(path.parent)
        atomic_write.replace(path, _encoded(store, file, _stored(path)))
    except OSError as error:
        reason = cause(error)
        raise SettingsError(
            f"Die Einstellungen für den Export lassen sich nicht in {path.parent} merken "
            f"({reason.german}); bitte prüfen Sie die Schreibrechte des Ordners.",
            f"The settings for exporting cannot be kept in {path.parent} ({reason.english}); "
            "please check that the folder is writable.",
        ) from error
    return store


def _encoded(store: PresetStore, changed: str, stored: Mapping[str, Any]) -> bytes:
    """Return the content of the file; only the preset of ``changed`` differs from ``stored``."""
    before = {entry["file"]: entry for entry in _entries(stored.get("reviews"))}
    before.pop(changed, None)
    reviews = [
        before.get(file) or {"file": file, **preset.to_json()}
        for file, preset in store.presets.items()
    ]
    values = {**stored, "last": store.last.to_json(), "reviews": reviews}
    return json.dumps(values, ensure_ascii=True, indent=1).encode()


def _stored(path: Path) -> dict[str, Any]:
    """Return the content of the file, empty where there is none. Raises OSError."""
    try:
        value = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _presets(value: Any) -> dict[str, ExportPreset]:
    return {entry["file"]: preset_from_json(entry) for entry in _entries(value)}


def _entries(value: Any) -> list[dict[str, Any]]:
    """Return the entries of ``value`` that are those of a review."""
    return [
        entry
        for entry in (value if isinstance(value, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("file"), str)
    ]
