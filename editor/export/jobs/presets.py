"""What was chosen for the exports of one review: formats, choices and places, as storable values.

What a review looks like and which of its parts are shown holds for every format, so that three
exports of one evening do not contradict each other; the rest belongs to a format of its own.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_args

from editor.errors import SettingsError, cause
from editor.export.options import ColorScheme, ExportOptions, SpoilerPolicy
from editor.settings import set_aside
from editor.storage import atomic_write

LOOK = ("theme", "scheme", "accent", "text_font", "heading_font")
"""Fields of Choices that say how a page looks."""
SHARED = (*LOOK, "headings", "contents", "spoilers")
"""Fields of Choices that hold for all formats."""

_DEFAULTS = {item.name: getattr(ExportOptions(), item.name) for item in fields(ExportOptions)}
_ONE_OF = {"scheme": get_args(ColorScheme), "spoilers": get_args(SpoilerPolicy)}


@dataclass(frozen=True, slots=True)
class Written:
    """A file that an export has left."""

    path: str
    digest: str
    """As ``storage.digest`` has it: tells whether somebody has changed the file since."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is exported, how, and where to."""

    formats: tuple[str, ...] = ("html",)
    """Ids of the formats that are written together."""
    shared: ExportOptions = field(default_factory=ExportOptions)
    """Its fields of ``SHARED`` hold for every format."""
    own: Mapping[str, ExportOptions] = field(default_factory=dict)
    """By the id of a format; the other fields are those of that format alone."""
    folder: str = ""
    """Where the files go; empty for the folder of the review."""
    name: str = ""
    """Name of the files without suffix; empty for the one that follows from the review."""
    written: Mapping[str, Written] = field(default_factory=dict)
    """What the last export has left, by the ids of the formats."""

    def choices(self, format_id: str) -> ExportOptions:
        """Return all choices for one format."""
        shared = {name: getattr(self.shared, name) for name in SHARED}
        return replace(self.own.get(format_id, ExportOptions()), **shared)

    def choosing(self, format_id: str, name: str, value: Any) -> "Plan":
        """Return the plan with the field ``name`` of Choices changed, as chosen for one format."""
        if name in SHARED:
            return replace(self, shared=replace(self.shared, **{name: value}))
        own = replace(self.own.get(format_id, ExportOptions()), **{name: value})
        return replace(self, own={**self.own, format_id: own})

    def passed_on(self) -> "Plan":
        """Return what another review begins with: all but the places."""
        return Plan(self.formats, self.shared, self.own)

    def stored(self) -> dict[str, Any]:
        """Return the plan as JSON has it; ``restored`` reads it."""
        return {
            "formats": list(self.formats),
            "shared": _stored(self.shared),
            "own": {key: _stored(choices) for key, choices in self.own.items()},
            "folder": self.folder,
            "name": self.name,
            "written": {k: {"path": w.path, "digest": w.digest} for k, w in self.written.items()},
        }


def restored(raw: object) -> Plan:
    """Return the plan that ``stored`` has written; what does not fit counts as not chosen."""
    table = _table(raw)
    formats = tuple(item for item in _list(table.get("formats")) if isinstance(item, str))
    return Plan(
        formats=formats or Plan().formats,
        shared=_choices(table.get("shared")),
        own={key: _choices(value) for key, value in _table(table.get("own")).items()},
        folder=_text(table.get("folder")),
        name=_text(table.get("name")),
        written={
            key: Written(_text(value.get("path")), _text(value.get("digest")))
            for key, value in _table(table.get("written")).items()
            if isinstance(value, dict)
        },
    )


def _stored(choices: ExportOptions) -> dict[str, Any]:
    values = {name: getattr(choices, name) for name in _DEFAULTS}
    return {name: value for name, value in values.items() if value != _DEFAULTS[name]}


def _choices(raw: object) -> ExportOptions:
    return ExportOptions(**{k: value for k, value in _table(raw).items() if _fits(k, value)})


def _fits(name: str, value: object) -> bool:
    if name in _ONE_OF:
        return value in _ONE_OF[name]
    return name in _DEFAULTS and type(value) is type(_DEFAULTS[name])


def _table(raw: object) -> dict[str, Any]:
    return raw if isinstance(raw, dict) else {}


def _list(raw: object) -> Iterable[Any]:
    return raw if isinstance(raw, list) else ()


def _text(raw: object) -> str:
    return raw if isinstance(raw, str) else ""


MOST = 500
"""Reviews that are remembered; those whose turn is longest ago are forgotten first."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All that is remembered."""

    last: Plan = field(default_factory=Plan)
    """What was chosen last, for reviews that have nothing of their own yet."""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    """By the path of the review's file, the newest last."""
    problem: SettingsError | None = None
    """Why nothing could be read."""

    def plan(self, file: str) -> Plan:
        """Return what was chosen for the review in ``file``, or what a new one begins with."""
        return self.plans[file] if file in self.plans else self.last.passed_on()

    def knowing(self, file: str, plan: Plan) -> "Memory":
        """Return the memory with ``plan`` as the newest; ``file`` is empty without a file."""
        plans = {key: value for key, value in self.plans.items() if key != file}
        if file:
            plans[file] = plan
        return Memory(plan.passed_on(), dict(list(plans.items())[-MOST:]))


def load(path: Path) -> Memory:
    """Read what ``path`` holds; nothing is remembered when there is no such file.

    A damaged file is set aside as ``….damaged``, and the problem says so.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
        if not isinstance(raw, dict):
            raise ValueError("not an object")  # noqa: TRY004, TRY301
    except FileNotFoundError:
        return Memory()
    except (OSError, ValueError, RecursionError) as error:
        end = set_aside(path, error)
        problem = SettingsError(
            f"Was für Ausgaben gewählt war, ist in {path} nicht lesbar {end.german}",
            f"What was chosen for exports cannot be read in {path} {end.english}",
        )
        return Memory(problem=problem)
    return Memory(restored(raw.get("last")), _plans(raw.get("reviews")))


def remember(path: Path, file: str, plan: Plan) -> Memory:
    """Add ``plan`` to what ``path`` holds now, as one replacement, and return all of it.

    Another window may have added to it meanwhile, so it is read anew. Raises SettingsError.
    """
    memory = load(path).knowing(file, plan)
    try:
        atomic_write.private_folder(path.parent)
        atomic_write.replace(path, _encoded(memory))
    except OSError as error:
        reason = cause(error)
        raise SettingsError(
            f"Die Wahl für die Ausgabe lässt sich nicht in {path.parent} merken "
            f"({reason.german}); bitte prüfen Sie die Schreibrechte des Ordners.",
            f"The choices for exporting cannot be kept in {path.parent} ({reason.english}); "
            "please check that the folder is writable.",
        ) from error
    return memory


def _encoded(memory: Memory) -> bytes:
    reviews = [{"file": file, **plan.stored()} for file, plan in memory.plans.items()]
    values = {"last": memory.last.stored(), "reviews": reviews}
    return json.dumps(values, ensure_ascii=True, indent=1).encode()


def _plans(raw: Any) -> dict[str, Plan]:
    entries = raw if isinstance(raw, list) else []
    return {
        entry["file"]: restored(entry)
        for entry in entries
        if isinstance(entry, dict) and isinstance(entry.get("file"), str)
    }
