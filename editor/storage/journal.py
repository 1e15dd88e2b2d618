"""What is being written, kept outside the review's folder until it is in its file.

Every open review that differs from its file has one entry, a draft. What a process that is gone
has left behind is what the next start offers.

No draft depends on the clock on the wall: they are in the order of a counter, and the days of
those that were declined are counted, one per day of use. The time is for people to read.
"""

import contextlib
import errno
import functools
import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from editor.errors import JournalError, cause
from editor.storage import atomic_write
from editor.storage.load_save import digest, encode_utf8, read_regular_file
from editor.storage.processes import ProcessIdentity

RETENTION_DAYS = 30
"""Days of use that a declined draft is kept for."""
MAX_DECLINED_PER_FILE = 10
"""Declined drafts that are kept of one file, the newest."""
_ATTEMPTS = 5
_VERSION = 1
_ENDING = ".json"
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A review as it was being written."""

    id: str
    """32 hexadecimal digits, the same for one review from its first edit until it is saved."""
    text: str
    """The whole file that it would be."""
    path: Path | None = None
    """Its file, None when it was never saved."""
    digest: str = ""
    """Digest of that file as it was loaded or saved, empty when nobody knows."""
    section: str = ""
    position: int = 0
    """Section of the cursor and its place there, in code points."""
    process: ProcessIdentity = field(default_factory=ProcessIdentity.current)
    written: float = field(default_factory=time.time)
    """When it was written by the clock on the wall, in s since 1970: for people, not for order."""
    number: int = 0
    """Drafts with a larger one were written later."""
    days: int = -1
    """Days of use since it was declined, -1 when it was not."""
    seen: str = ""
    """The last of these days."""

    @property
    def declined(self) -> bool:
        """Whether the writer has said „not now“."""
        return self.days >= 0


@dataclass(frozen=True, slots=True)
class AbandonedDraft:
    """A draft that a process has left behind, with what its file holds now."""

    draft: Draft
    file_text: str | None
    """Text of the file, None when there is none that can be read."""


class Journal:
    """The drafts in one folder. All of it may be called on any thread, one call at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.damaged: tuple[Path, ...] = ()
        """What was set aside, because it is no whole draft any more."""

    def write(self, draft: Draft) -> None:
        """Keep ``draft`` in the place of what was kept of the same review.

        Raises JournalError; what was kept before is still there then.
        """
        try:
            atomic_write.make_private_folder(self._folder)
            self._put(replace(draft, number=self._next()))
        except OSError as error:
            raise _unwritable(self._folder, error) from error

    def remove(self, draft_id: str) -> None:
        """Forget the draft ``draft_id``. Raises JournalError when it cannot be removed."""
        try:
            self._path(draft_id).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self._folder, error) from error

    def abandoned(self) -> tuple[AbandonedDraft, ...]:
        """Return the drafts that nobody works on, the newest first.

        Those that their file holds already are removed on the way, as are declined ones that were
        kept long enough; damaged ones are set aside. Raises nothing: what cannot be read is not
        there.
        """
        gone = [draft for draft in self._read() if _is_abandoned(draft)]
        atomic_write.remove_old_leftovers(self._folder)
        day = today()
        kept = self._thinned(self._aged(draft, day) for draft in gone)
        return tuple(found for found in map(self._found, kept) if found is not None)

    def is_abandoned(self, draft_id: str) -> bool:
        """Return whether the draft ``draft_id`` is there and nobody works on it."""
        draft = self._draft(self._path(draft_id))
        return draft is not None and _is_abandoned(draft)

    def contents(self) -> tuple[str, ...]:
        """Return what all files hold, also damaged ones and those of newer programs.

        Raises JournalError when not everything can be read.
        """
        for _ in range(_ATTEMPTS):
            try:
                files = [path for path in self._folder.iterdir() if path.is_file()]
            except FileNotFoundError:
                return ()
            except OSError as error:
                raise _unreadable(self._folder, error) from error
            try:
                return tuple(path.read_text("utf-8", "replace") for path in files)
            except FileNotFoundError:
                # Another window has put a draft in its place or removed it meanwhile.
                continue
            except OSError as error:
                raise _unreadable(self._folder, error) from error
        raise _unreadable(self._folder, BlockingIOError(errno.EAGAIN, ""))

    def decline(self, draft_id: str) -> None:
        """Keep the draft ``draft_id`` for a while, without offering it at every start.

        Raises JournalError.
        """
        draft = self._draft(self._path(draft_id))
        if draft is not None:
            try:
                self._put(replace(draft, days=0, seen=""))
            except OSError as error:
                raise _unwritable(self._folder, error) from error

    # -- inside -----------------------------------------------------------------------------------

    def _path(self, draft_id: str) -> Path:
        return self._folder / f"{draft_id}{_ENDING}"

    def _put(self, draft: Draft) -> None:
        atomic_write.replace_private(self._path(draft.id), _dumped(draft))

    @functools.cached_property
    def _highest(self) -> list[int]:
        return [max((draft.number for draft in self._read()), default=0)]

    def _next(self) -> int:
        self._highest[0] += 1
        return self._highest[0]

    def _read(self) -> list[Draft]:
        """Return all drafts, the newest first."""
        drafts = [self._draft(path) for path in self._files()]
        whole = [draft for draft in drafts if draft is not None]
        return sorted(whole, key=lambda draft: draft.number, reverse=True)

    def _files(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            yield from [path for path in self._folder.iterdir() if path.suffix == _ENDING]

    def _draft(self, path: Path) -> Draft | None:
        try:
            return _loaded(path.read_bytes(), path.stem)
        except (ValueError, RecursionError):
            # Somebody may still make something of it.
            aside = path.with_name(f"{path.name}.damaged")
            with contextlib.suppress(OSError):
                path.replace(aside)
                self.damaged += (aside,)
        except OSError:
            pass
        return None

    def _aged(self, draft: Draft, day: str) -> Draft:
        if not draft.declined or draft.seen == day:
            return draft
        older = replace(draft, days=draft.days + 1, seen=day)
        with contextlib.suppress(OSError):
            self._put(older)
        return older

    def _thinned(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        declined: dict[Path | None, int] = {}
        for draft in drafts:
            declined[draft.path] = declined.get(draft.path, 0) + draft.declined
            if draft.declined and (
                draft.days > RETENTION_DAYS or declined[draft.path] > MAX_DECLINED_PER_FILE
            ):
                self._drop(draft)
            else:
                yield draft

    def _found(self, draft: Draft) -> AbandonedDraft | None:
        """Return ``draft`` with its file, None when that holds it already."""
        try:
            there = read_regular_file(draft.path) if draft.path else None
        except (OSError, ValueError):
            there = None
        if there is not None and there == encode_utf8(draft.text):
            self._drop(draft)
            return None
        return AbandonedDraft(draft, None if there is None else there.decode("utf-8", "replace"))

    def _drop(self, draft: Draft) -> None:
        with contextlib.suppress(JournalError):
            self.remove(draft.id)


def today() -> str:
    """Return a word for the day that it is, to be compared with others only."""
    return datetime.now(UTC).astimezone().date().isoformat()


def _is_abandoned(draft: Draft) -> bool:
    return draft.declined or not draft.process.is_running


def _dumped(draft: Draft) -> bytes:
    # ASCII, so that half a surrogate pair comes back as what it was.
    values = {
        "version": _VERSION,
        "id": draft.id,
        "path": str(draft.path) if draft.path else None,
        "digest": draft.digest,
        "section": draft.section,
        "position": draft.position,
        "process": draft.process.to_json(),
        "written": draft.written,
        "number": draft.number,
        "days": draft.days,
        "seen": draft.seen,
        "text": draft.text,
    }
    body = json.dumps(values)
    return json.dumps({"sum": digest(body.encode())}).encode() + b"\n" + body.encode()


def _loaded(data: bytes, name: str) -> Draft | None:
    """Return the draft ``name`` that ``data`` holds, None when a newer program wrote it.

    Raises ValueError when it is damaged.
    """
    head, _, body = data.partition(b"\n")
    if json.loads(head) != {"sum": digest(body)}:
        raise ValueError("the sum is wrong")
    match json.loads(body):
        case {"version": int(version)} if version > _VERSION:
            return None
        case {
            "id": str(draft_id),
            "path": str() | None as path,
            "digest": str(known),
            "section": str(section),
            "position": int(position),
            "process": process,
            "written": int() | float() as written,
            "number": int(number),
            "days": int(days),
            "seen": str(seen),
            "text": str(text),
        } if draft_id == name and _ID.fullmatch(name):
            return Draft(
                draft_id,
                text,
                Path(path) if path else None,
                known,
                section,
                position,
                ProcessIdentity.from_json(process),
                written,
                number,
                days,
                seen,
            )
    raise ValueError("no draft")


def _unreadable(folder: Path, error: OSError) -> JournalError:
    known = cause(error)
    return JournalError(
        f"Die ungesicherten Fassungen in {folder} sind nicht lesbar ({known.german}); bitte prüfen "
        "Sie die Rechte des Ordners.",
        f"The unsaved versions in {folder} cannot be read ({known.english}); please check the "
        "permissions of the folder.",
    )


def _unwritable(folder: Path, error: OSError) -> JournalError:
    known = cause(error)
    return JournalError(
        f"Was Sie schreiben, lässt sich nicht zwischendurch in {folder} festhalten "
        f"({known.german}); bitte sichern Sie Ihre Rezension öfter und schaffen Sie dort Platz "
        "oder Schreibrechte.",
        f"What you write cannot be kept in {folder} as you go ({known.english}); please save your "
        "review more often, and make room or give write permission there.",
    )
