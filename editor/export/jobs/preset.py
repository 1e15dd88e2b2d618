"""Export preset: the formats, options and places chosen for the exports of a review."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, get_args

from editor.export.options import ColorScheme, ExportOptions, SpoilerPolicy

LOOK = ("theme", "scheme", "accent", "text_font", "heading_font")
"""Fields of ExportOptions that determine how a page looks."""
SHARED = (*LOOK, "headings", "contents", "spoilers")
"""Fields of ExportOptions that are the same for all formats of a preset, so that the exports of one
evening do not contradict each other. All other fields are chosen per format."""

_DEFAULTS = {item.name: getattr(ExportOptions(), item.name) for item in fields(ExportOptions)}
_CHOICES = {"scheme": get_args(ColorScheme), "spoilers": get_args(SpoilerPolicy)}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that an export has written."""

    path: str
    digest: str
    """Digest of its content, see ``load_save.digest``: shows whether the file has been changed
    since. Empty when the content is not known."""


@dataclass(frozen=True, slots=True)
class ExportPreset:
    """Formats, options and place of the exports of one review."""

    formats: tuple[str, ...] = ("html",)
    """Ids of the formats that are written together."""
    shared: ExportOptions = field(default_factory=ExportOptions)
    """Its fields named in ``SHARED`` apply to every format."""
    own: Mapping[str, ExportOptions] = field(default_factory=dict)
    """By format id: options whose other fields apply to that format only."""
    folder: str = ""
    """Folder of the files; empty for the folder of the review."""
    name: str = ""
    """Name of the files without suffix; empty for the name of the review's file or its title."""
    written: Mapping[str, ExportedFile] = field(default_factory=dict)
    """By format id: the files that the last export has written."""

    def options_for(self, format_id: str) -> ExportOptions:
        """Return all options for one format."""
        shared = {name: getattr(self.shared, name) for name in SHARED}
        return replace(self.own.get(format_id, ExportOptions()), **shared)

    def with_option(self, format_id: str, name: str, value: Any) -> "ExportPreset":
        """Return the preset with the field ``name`` of ExportOptions set to ``value``.

        The field changes for all formats when it is one of ``SHARED``, else for ``format_id``.
        """
        if name in SHARED:
            return replace(self, shared=replace(self.shared, **{name: value}))
        own = replace(self.own.get(format_id, ExportOptions()), **{name: value})
        return replace(self, own={**self.own, format_id: own})

    def without_places(self) -> "ExportPreset":
        """Return the preset for another review: formats and options, but no places."""
        return ExportPreset(self.formats, self.shared, self.own)

    def to_json(self) -> dict[str, Any]:
        """Return the preset as a JSON object, which ``preset_from_json`` reads."""
        return {
            "formats": list(self.formats),
            "shared": _changed_fields(self.shared),
            "own": {key: _changed_fields(options) for key, options in self.own.items()},
            "folder": self.folder,
            "name": self.name,
            "written": {k: {"path": w.path, "digest": w.digest} for k, w in self.written.items()},
        }


def preset_from_json(value: object) -> ExportPreset:
    """Return the preset that ``to_json`` has written; invalid parts keep their defaults."""
    table = _table(value)
    formats = tuple(item for item in _list(table.get("formats")) if isinstance(item, str))
    return ExportPreset(
        formats=formats or ExportPreset().formats,
        shared=_options(table.get("shared")),
        own={key: _options(options) for key, options in _table(table.get("own")).items()},
        folder=_text(table.get("folder")),
        name=_text(table.get("name")),
        written={
            key: ExportedFile(_text(item.get("path")), _text(item.get("digest")))
            for key, item in _table(table.get("written")).items()
            if isinstance(item, dict)
        },
    )


def _changed_fields(options: ExportOptions) -> dict[str, Any]:
    values = {name: getattr(options, name) for name in _DEFAULTS}
    return {name: value for name, value in values.items() if value != _DEFAULTS[name]}


def _options(value: object) -> ExportOptions:
    return ExportOptions(**{k: item for k, item in _table(value).items() if _is_valid(k, item)})


def _is_valid(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    return name in _DEFAULTS and type(value) is type(_DEFAULTS[name])


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
