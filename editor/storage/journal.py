"""Journal of unsaved reviews, stored outside their folders until they are saved.

Every open review that differs from its file has one draft. At the next start, drafts of processes
that have ended are offered for recovery.

Nothing depends on the wall clock: a counter orders the drafts, and the age of declined drafts is
counted in days of use. The stored time is for people to read. The journal is not a database: one
text file per draft can be read and rescued by hand.
"""

import contextlib
import errno
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from editor.errors import JournalError, cause
from editor.storage import atomic_write
from editor.storage.draft import Draft, dump_draft, parse_draft
from editor.storage.load_save import encode_utf8, read_regular_file
from editor.storage.save_records import SaveRecords

RETENTION_DAYS = 30
"""Days of use after which a declined draft is removed."""
MAX_DECLINED_PER_FILE = 10
"""Most declined drafts of one file, the newest ones."""
_ATTEMPTS = 5
_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class AbandonedDraft:
    """A draft of a process that has ended, with the present content of its file."""

    draft: Draft
    file_text: str | None
    """Text of the file, None when it is missing or cannot be read."""


class Journal:
    """The drafts in one folder. The methods may be called on any thread, one call at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.save_records = SaveRecords(folder)
        """What is known about saves that may have been interrupted."""
        self.damaged: tuple[Path, ...] = ()
        """Files that were renamed because they are damaged."""
        self.newer: frozenset[Path] = frozenset()
        """Abandoned drafts that only a newer version of the program can read."""

    def write(self, draft: Draft) -> None:
        """Store ``draft`` in place of the previous draft of the same review.

        Raises JournalError; the previous draft is kept then.
        """
        try:
            atomic_write.make_private_folder(self._folder)
            self._put(replace(draft, number=self._next()))
        except OSError as error:
            raise _unwritable_error(self._folder, error) from error

    def remove(self, draft_id: str, revision: int | None = None) -> None:
        """Remove the draft ``draft_id`` and its save records. Raises JournalError when that fails.

        With a ``revision`` the records of later saves stay.
        """
        try:
            self._path(draft_id).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable_error(self._folder, error) from error
        self.save_records.remove(draft_id, revision)

    def abandoned(self) -> tuple[AbandonedDraft, ...]:
        """Return the drafts that no running process writes, newest first.

        Drafts that add nothing to their file are removed, since it holds the same or what was made
        of them later; so are declined drafts after their time. Damaged files are renamed. Drafts
        that cannot be read are left out, without an error.
        """
        self.newer = frozenset()
        abandoned = [draft for draft in self._read() if _is_abandoned(draft)]
        atomic_write.remove_old_leftovers(self._folder)
        day = today()
        retained = self._without_expired(self._with_age(draft, day) for draft in abandoned)
        compared = [self._compare_with_file(draft) for draft in retained]
        self.save_records.clear_abandoned()
        return tuple(draft for draft in compared if draft is not None)

    def is_abandoned(self, draft_id: str) -> bool:
        """Return whether the draft ``draft_id`` exists and no running process writes it."""
        draft = self._draft(self._path(draft_id))
        return draft is not None and _is_abandoned(draft)

    def contents(self) -> tuple[str, ...]:
        """Return the contents of all files, including damaged ones and those of newer versions.

        Raises JournalError unless all of them can be read.
        """
        for _ in range(_ATTEMPTS):
            try:
                files = [path for path in self._folder.iterdir() if path.is_file()]
            except FileNotFoundError:
                return ()
            except OSError as error:
                raise _unreadable_error(self._folder, error) from error
            try:
                return tuple(path.read_text("utf-8", "replace") for path in files)
            except FileNotFoundError:
                # Another process has replaced or removed a draft in the meantime.
                continue
            except OSError as error:
                raise _unreadable_error(self._folder, error) from error
        raise _unreadable_error(self._folder, BlockingIOError(errno.EAGAIN, ""))

    def decline(self, draft_id: str) -> None:
        """Mark the draft ``draft_id`` as declined: it is kept for a while, but no longer offered.

        Raises JournalError.
        """
        draft = self._draft(self._path(draft_id))
        if draft is not None:
            try:
                self._put(replace(draft, days=0, seen=""))
            except OSError as error:
                raise _unwritable_error(self._folder, error) from error

    def _path(self, draft_id: str) -> Path:
        return self._folder / f"{draft_id}{_ENDING}"

    def _put(self, draft: Draft) -> None:
        atomic_write.replace_private(self._path(draft.id), dump_draft(draft))

    @functools.cached_property
    def _highest(self) -> list[int]:
        return [max((draft.number for draft in self._read()), default=0)]

    def _next(self) -> int:
        self._highest[0] += 1
        return self._highest[0]

    def _read(self) -> list[Draft]:
        """Return all drafts that can be read, newest first."""
        drafts = [self._draft(path) for path in self._files()]
        readable = [draft for draft in drafts if draft is not None]
        return sorted(readable, key=lambda draft: draft.number, reverse=True)

    def _files(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            yield from [path for path in self._folder.iterdir() if path.suffix == _ENDING]

    def _draft(self, path: Path) -> Draft | None:
        try:
            found = parse_draft(path.read_bytes(), path.stem)
            if isinstance(found, Draft):
                return found
            self.newer |= {path} if found.is_abandoned else set()
        except (ValueError, RecursionError):
            # Kept, because someone may still be able to rescue the text.
            aside = path.with_name(f"{path.name}.damaged")
            with contextlib.suppress(OSError):
                path.replace(aside)
                self.damaged += (aside,)
        except OSError:
            pass
        return None

    def _with_age(self, draft: Draft, day: str) -> Draft:
        if not draft.declined or draft.seen == day:
            return draft
        older = replace(draft, days=draft.days + 1, seen=day)
        with contextlib.suppress(OSError):
            self._put(older)
        return older

    def _without_expired(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        declined: dict[Path | None, int] = {}
        for draft in drafts:
            declined[draft.path] = declined.get(draft.path, 0) + draft.declined
            if draft.declined and (
                draft.days > RETENTION_DAYS or declined[draft.path] > MAX_DECLINED_PER_FILE
            ):
                self._drop(draft)
            else:
                yield draft

    def _compare_with_file(self, draft: Draft) -> AbandonedDraft | None:
        """Return ``draft`` with the text of its file, None when it adds nothing to that."""
        try:
            data = read_regular_file(draft.path) if draft.path else None
        except (OSError, ValueError):
            data = None
        is_equal = data is not None and data == encode_utf8(draft.text)
        if is_equal or self.save_records.cover(draft):
            self._drop(draft)
            return None
        return AbandonedDraft(draft, None if data is None else data.decode("utf-8", "replace"))

    def _drop(self, draft: Draft) -> None:
        with contextlib.suppress(JournalError):
            self.remove(draft.id)


def today() -> str:
    """Return the local date, for comparison only."""
    return datetime.now(UTC).astimezone().date().isoformat()


def _is_abandoned(draft: Draft) -> bool:
    return draft.declined or not draft.process.is_running


def _unreadable_error(folder: Path, error: OSError) -> JournalError:
    reason = cause(error)
    return JournalError(
        f"Die ungesicherten Texte in {folder} sind nicht lesbar ({reason.german}); bitte "
        "prüfen Sie die Rechte des Ordners.",
        f"The unsaved drafts in {folder} cannot be read ({reason.english}); please check the "
        "permissions of the folder.",
    )


def _unwritable_error(folder: Path, error: OSError) -> JournalError:
    reason = cause(error)
    return JournalError(
        f"Was Sie schreiben, lässt sich nicht zwischendurch in {folder} festhalten "
        f"({reason.german}); bitte sichern Sie Ihre Rezension öfter und schaffen Sie dort Platz "
        "oder Schreibrechte.",
        f"What you write cannot be kept in {folder} as you go ({reason.english}); please save your "
        "review more often, and make room or give write permission there.",
    )
