"""Records of saves: which drafts a file makes unnecessary, noted before the file is written.

A draft is removed when its review has been saved. A program that is killed between the two leaves a
draft that is older than the file. The record tells it from one that is newer, wherever the save was
interrupted: it counts only when the file has the content that was to be written.
"""

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from editor.storage import atomic_write
from editor.storage.draft import Draft
from editor.storage.load_save import file_digest
from editor.storage.processes import ProcessIdentity

_VERSION = 1
_ENDING = ".saved"
_KEPT = 16
"""Most records of one review. The file may have the content of an earlier save than the last, which
has failed or was interrupted."""


@dataclass(frozen=True, slots=True)
class SaveRecord:
    """A save that was begun."""

    revision: int
    """Revision of the review that is saved, as in ``Draft.revision``."""
    path: Path
    digest: str
    """Digest that ``path`` has after the save."""
    process: ProcessIdentity = field(default_factory=ProcessIdentity.current)

    @classmethod
    def from_json(cls, raw: Any) -> Self:
        """Return the record that ``to_json`` stored. Raises ValueError for anything else."""
        match raw:
            case {
                "revision": int(revision),
                "path": str(path),
                "digest": str(digest),
                "process": process,
            }:
                return cls(revision, Path(path), digest, ProcessIdentity.from_json(process))
        raise ValueError("not a record")

    def to_json(self) -> dict[str, Any]:
        """Return the record in values of JSON."""
        return {
            "revision": self.revision,
            "path": str(self.path),
            "digest": self.digest,
            "process": self.process.to_json(),
        }

    def covers(self, draft: Draft) -> bool:
        """Return whether the file holds ``draft``, or what the writer has made of it since."""
        return (
            self.process == draft.process
            and draft.revision <= self.revision
            and file_digest(self.path) == self.digest
        )


class SaveRecords:
    """The last records of each review, by the id of its drafts, in one folder.

    The methods may be called on any thread. They raise nothing: without a record a draft is offered
    that may be older than its file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._turn = threading.Lock()

    def add(self, draft_id: str, record: SaveRecord) -> None:
        """Store ``record`` beside the previous ones of the same review."""
        with self._turn:
            others = [
                other
                for other in self._read(draft_id)
                if (other.path, other.digest) != (record.path, record.digest)
            ]
            self._write(draft_id, [*others, record][-_KEPT:])

    def cover(self, draft: Draft) -> bool:
        """Return whether a file holds ``draft``, or what the writer has made of it since."""
        return any(record.covers(draft) for record in self._read(draft.id))

    def remove(self, draft_id: str, revision: int | None = None) -> None:
        """Remove the records of ``draft_id``, with a ``revision`` only those that are not later."""
        with self._turn:
            records = [] if revision is None else self._read(draft_id)
            self._write(draft_id, [item for item in records if item.revision > (revision or 0)])

    def clear_abandoned(self) -> None:
        """Remove records without a draft that ended processes have left."""
        for draft_id in self._ids_without_draft():
            if not any(record.process.is_running for record in self._read(draft_id)):
                self.remove(draft_id)

    def _read(self, draft_id: str) -> list[SaveRecord]:
        with contextlib.suppress(OSError, ValueError, RecursionError):
            match json.loads(self._path(draft_id).read_bytes()):
                case {"version": int(version), "records": [*records]} if version == _VERSION:
                    return [SaveRecord.from_json(raw) for raw in records]
        return []

    def _write(self, draft_id: str, records: list[SaveRecord]) -> None:
        with contextlib.suppress(OSError):
            if not records:
                self._path(draft_id).unlink(missing_ok=True)
                return
            atomic_write.make_private_folder(self._folder)
            stored = {"version": _VERSION, "records": [record.to_json() for record in records]}
            atomic_write.replace_private(self._path(draft_id), json.dumps(stored).encode())

    def _ids_without_draft(self) -> Iterator[str]:
        with contextlib.suppress(OSError):
            names = {path.name for path in self._folder.iterdir()}
            for name in names:
                draft_id = name.removesuffix(_ENDING)
                if draft_id != name and f"{draft_id}.json" not in names:
                    yield draft_id

    def _path(self, draft_id: str) -> Path:
        return self._folder / f"{draft_id}{_ENDING}"
