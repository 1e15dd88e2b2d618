"""Drafts: unsaved reviews, as the journal stores them in files."""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from editor.storage.load_save import digest
from editor.storage.processes import ProcessIdentity

_VERSION = 1
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsaved review."""

    id: str
    """32 hexadecimal digits, the same for a review from its first edit until it is saved."""
    text: str
    """Text of the file that saving would write."""
    path: Path | None = None
    """The review's file, None when it was never saved."""
    digest: str = ""
    """Digest of that file when it was loaded or saved, empty when it is unknown."""
    section: str = ""
    position: int = 0
    """Cursor: id of its section, and offset in code points."""
    process: ProcessIdentity = field(default_factory=ProcessIdentity.current)
    written: float = field(default_factory=time.time)
    """Time of writing by the wall clock, in seconds since 1970; for people, not for ordering."""
    number: int = 0
    """Counter: drafts with a larger number were written later."""
    days: int = -1
    """Days of use since it was declined, -1 for a draft that was not declined."""
    seen: str = ""
    """The last day that was counted, in ISO form."""
    volume: str = ""
    """Mount point of the disk that the file is on, empty when it is unknown."""
    revision: int = 0
    """Counter of the process that wrote it: later states of the review have larger numbers."""

    @property
    def declined(self) -> bool:
        """Whether the writer has declined to recover it."""
        return self.days >= 0


_FIELDS = tuple(item.name for item in fields(Draft))


def dump_draft(draft: Draft) -> bytes:
    """Return the content of the draft's file: a line with a checksum, then the draft as JSON."""
    # ASCII, so that an unpaired surrogate is read back unchanged.
    values = {key: getattr(draft, key) for key in _FIELDS}
    values["path"] = str(draft.path) if draft.path else None
    values["process"] = draft.process.to_json()
    values["version"] = _VERSION
    body = json.dumps(values)
    return json.dumps({"sum": digest(body.encode())}).encode() + b"\n" + body.encode()


@dataclass(frozen=True, slots=True)
class NewerDraft:
    """A draft that a newer version of the program has written."""

    process: ProcessIdentity | None
    """The process that wrote it, None where that cannot be read."""

    @property
    def is_abandoned(self) -> bool:
        """Whether no running process writes it."""
        return self.process is None or not self.process.is_running


def parse_draft(data: bytes, name: str) -> Draft | NewerDraft:
    """Return the draft ``name`` stored in ``data``. Raises ValueError when it is damaged."""
    head, _, body = data.partition(b"\n")
    if json.loads(head) != {"sum": digest(body)}:
        raise ValueError("wrong checksum")
    values = json.loads(body)
    match values:
        case {"version": int(version)} if version > _VERSION:
            return NewerDraft(_process(values))
    return _draft(values, name)


def _draft(values: Any, name: str) -> Draft:
    match values:
        case {
            "id": str(draft_id),
            "path": str() | None as path,
            "digest": str(),
            "section": str(),
            "position": int(),
            "process": process,
            "written": int() | float(),
            "number": int(),
            "days": int(),
            "seen": str(),
            "text": str(),
        } if draft_id == name and _ID.fullmatch(name):
            read = {
                **values,
                "path": Path(path) if path else None,
                "process": ProcessIdentity.from_json(process),
                **_added_later(values),
            }
            return Draft(**{key: read[key] for key in _FIELDS})
    raise ValueError("not a draft")


def _added_later(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a draft of an earlier version of the program lacks."""
    match values.get("revision", 0), values.get("volume", ""):
        case int(revision), str(volume):
            return {"revision": revision, "volume": volume}
    raise ValueError("no revision or volume")


def _process(values: Mapping[str, Any]) -> ProcessIdentity | None:
    try:
        return ProcessIdentity.from_json(values.get("process"))
    except ValueError:
        return None
