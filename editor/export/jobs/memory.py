"""What was chosen for exports, kept from one day to the next: one plan per review."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor.causes import cause
from editor.errors import SettingsError
from editor.export.jobs.presets import Plan, restored
from editor.settings import set_aside
from editor.storage import atomic_write

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
