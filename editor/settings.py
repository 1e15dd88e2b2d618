"""Where Rezensent keeps its things and what the writer has chosen."""

import json
import os
import re
import tempfile
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

import platformdirs

from editor.errors import SettingsError, cause
from editor.localized import Language, Localized

_APP = "rezensent"
_NO_HOME = Path("/nonexistent")
"""The home of accounts that have none, by the convention of Debian's policy (9.2.3)."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders outside the writer's own."""

    config: Path
    """The writer's settings, dictionary and forms."""
    data: Path
    """What was fetched: LanguageTool."""
    cache: Path
    """What may be thrown away."""
    state: Path
    """What must outlast a crash: drafts, earlier versions, locks, pictures that wait for their
    review's file."""

    @classmethod
    def default(cls) -> Self:
        """Return the platform's folders, or all below ``$REZENSENT_HOME`` when it is set."""
        own = os.environ.get("REZENSENT_HOME")
        if own:
            return cls.below(Path(own).expanduser().absolute())
        try:
            return cls(
                platformdirs.user_config_path(_APP, appauthor=False),
                platformdirs.user_data_path(_APP, appauthor=False),
                platformdirs.user_cache_path(_APP, appauthor=False),
                platformdirs.user_state_path(_APP, appauthor=False),
            )
        except RuntimeError:
            # Nothing can be kept there, and whoever tries says so.
            return cls.below(_NO_HOME)

    @classmethod
    def below(cls, root: Path) -> Self:
        """Return the folders of a program that keeps everything in the folder ``root``."""
        return cls(root / "config", root / "data", root / "cache", root / "state")


def home() -> Path:
    """Return the writer's own folder; an account without one has the root of all folders."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(Path.cwd().anchor)


@dataclass(frozen=True, slots=True)
class Settings:
    """The writer's choices. An edit returns a new value; unknown keys of the file are kept."""

    language: Language = "de"
    """Language of the interface, "de" or "en"."""
    variant: str = "de-DE"
    """German that is checked: "de-DE", "de-AT" or "de-CH"."""
    picky: bool = False
    """Whether LanguageTool's stricter rules apply too."""
    theme: str = "system"
    """"system", "light" or "dark"."""
    text_size: int = 0
    """Size of the text in the editors, in points; 0 is the size that fits the screen."""
    text_font: str = ""
    """Family of the text in the editors; empty for the first serif that the machine has."""
    text_width: int = 66
    """Longest line in the editors, in characters."""
    line_height: int = 160
    """Distance of the lines in the editors, in per cent of the text's size."""
    author: str = ""
    """Name that a new review starts with."""
    outline_visible: bool = True
    preview_visible: bool = True
    findings_visible: bool = True
    geometry: str = ""
    """Base64 of QWidget.saveGeometry()."""
    panes: tuple[int, ...] = ()
    """Widths of outline, form and preview, in device-independent pixels."""
    last_folder: str = ""
    rules_off: tuple[str, ...] = ()
    """Ids of LanguageTool's rules that the writer has switched off."""
    server_url: str = ""
    """Address of a LanguageTool server that checks; empty for the one on this machine."""
    style: bool = False
    """Whether style is checked."""
    style_rules: dict[str, Any] = field(default_factory=dict)
    """Choices for the rules of style, as proofing.style.StyleOptions.stored() returns them."""
    quotes: str = "„“"
    """Style of quotation marks: "„“" (Germany, Austria), "»«" (books) or "«»" (Switzerland)."""
    typography_quotes: bool = True
    """Whether quotation marks and apostrophes are made typographic while typing; so the others."""
    typography_dashes: bool = True
    typography_ellipsis: bool = True
    typography_spaces: bool = True
    enter_paragraph: bool = True
    """Whether Enter begins a paragraph, and not a line of the Markdown only."""
    layouts: dict[str, Any] = field(default_factory=dict)
    """Panes by screen, as gui.layouts keeps them: "1920x1080@1.0" and what is shown there."""
    preview_zoom: int = 100
    """Size of the page in the preview, in per cent."""
    shortcuts: dict[str, Any] = field(default_factory=dict)
    """Keys by the verb of their action, in Qt's portable form, where the writer has changed them;
    empty for an action without keys."""
    commands: tuple[str, ...] = ()
    """What was chosen in the list of commands, newest first."""
    recent: tuple[str, ...] = ()
    """Paths of the reviews that were open, newest first."""
    restore_session: bool = True
    """Whether the program starts with the review that was open last."""
    session: dict[str, Any] = field(default_factory=dict)
    """That review and the place in it, as gui.session keeps them."""
    autosave: bool = False
    """Whether a pause in writing saves the review to its file."""
    keep_versions: bool = True
    """Whether earlier versions of the reviews are kept outside their folders."""
    versions_mb: int = 200
    """What they may take together, in MB of a million bytes."""
    unknown: dict[str, Any] = field(default_factory=dict)


VARIANTS = ("de-DE", "de-AT", "de-CH")
_CHOICES = {
    "language": ("de", "en"),
    "variant": VARIANTS,
    "theme": ("system", "light", "dark"),
    "quotes": ("„“", "»«", "«»"),
}
RANGES = {
    "text_size": (8, 40),
    "text_width": (40, 120),
    "line_height": (110, 250),
    "preview_zoom": (50, 300),
    "versions_mb": (10, 10_000),
}
"""Smallest and largest number that makes sense, by setting; ``text_size`` may be 0 besides."""
_LISTS = {"panes": int, "rules_off": str, "commands": str, "recent": str}
_TABLES = ("style_rules", "layouts", "shortcuts", "session")
_LONGEST = 4_096
"""Characters of a text; no path of any system is longer."""
_LARGEST = 2**31 - 1
"""Of Qt's lengths, which are int."""
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of surrogate pairs, except those that stand for bytes in names of files (PEP 383)."""
_KEYS = {item.name: item for item in fields(Settings) if item.name != "unknown"}


def load_settings(folder: Path) -> tuple[Settings, SettingsError | None]:
    """Read the settings in ``folder``; what cannot be read falls back to the default.

    The second value says what could not be read, for the window to show; None is all well. A
    damaged file is set aside as ``settings.json.damaged``, so that saving does not destroy it.
    """
    path = folder / "settings.json"
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
        language = json.loads((folder / "settings.json").read_text("utf-8"))["language"]
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return None
    return language if language in _CHOICES["language"] else None


def save_settings(folder: Path, settings: Settings) -> None:
    """Write ``settings`` to ``folder`` as one atomic replacement.

    Raises SettingsError when the folder cannot be written.
    """
    values = {**settings.unknown, **{key: getattr(settings, key) for key in _KEYS}}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(folder / "settings.json", json.dumps(values, ensure_ascii=False, indent=2))
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
        if key in _KEYS and _fits(key, value) and _is_sound(value)
    }
    known |= {key: tuple(known[key]) for key in _LISTS if key in known}
    unknown = {key: value for key, value in raw.items() if key not in _KEYS}
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


def _fits(key: str, value: object) -> bool:
    default = _KEYS[key].default
    if key in _LISTS:
        return isinstance(value, list) and all(type(item) is _LISTS[key] for item in value)
    if key in _TABLES:
        return isinstance(value, dict)
    if key in _CHOICES:
        return value in _CHOICES[key]
    if key in RANGES and type(value) is int and value != default:
        return RANGES[key][0] <= value <= RANGES[key][1]
    return type(value) is type(default)


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
