"""Earlier versions of each review, stored outside its folder.

Every review has a folder, named after a hash of its path. A version is a copy, byte by byte, of an
earlier content of the review's file. Its name holds the time and the beginning of the digest, so
that damage is noticed: ``20261122T180500.000000Z-<start of its digest>.md``, with ``-elsewhere``
behind the digest for a content that another program wrote. ``review.json`` names the path, so that
the versions of a file that was moved or deleted can still be found.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from editor.errors import BackupError, cause
from editor.storage import atomic_write
from editor.storage.load_save import digest

Period = Callable[[datetime], Hashable]


def _minute(time: datetime) -> Hashable:
    return time.replace(second=0, microsecond=0)


def _hour(time: datetime) -> Hashable:
    return time.replace(minute=0, second=0, microsecond=0)


def _day(time: datetime) -> Hashable:
    return time.date()


def _week(time: datetime) -> Hashable:
    """Return the week of ISO 8601."""
    return time.isocalendar()[:2]


RULES: tuple[tuple[int, Period], ...] = ((60, _minute), (24, _hour), (30, _day), (52, _week))
"""Numbers of periods, counted back from now, whose newest version is retained."""


def retained_times(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return those of ``times``, all in one time zone, whose versions are retained.

    A time later than ``now`` comes from a clock that was or is wrong: it is retained, and does not
    count for its period.
    """
    unique = frozenset(times)
    past = sorted((time for time in unique if time <= now), reverse=True)
    result = {time for time in unique if time > now}
    for count, period in RULES:
        newest: dict[Hashable, datetime] = {}
        for time in past:
            newest.setdefault(period(time), time)
        result.update(islice(newest.values(), count))
    return frozenset(result)


_INDEX = "review.json"
_FORMAT = 1
_TIME = "%Y%m%dT%H%M%S.%fZ"
_DIGEST_DIGITS = 16
"""Hexadecimal digits of the digest in a file name."""
_FOREIGN = "-elsewhere"
_NAME = re.compile(
    rf"(?P<taken>\d{{8}}T\d{{6}}\.\d{{6}}Z)-(?P<digest>[0-9a-f]{{{_DIGEST_DIGITS}}})"
    rf"(?P<foreign>{_FOREIGN})?\.md"
)


@dataclass(frozen=True, slots=True)
class BackupVersion:
    """An earlier content of the file of a review."""

    path: Path
    """The review's file, which may have been deleted."""
    taken: datetime
    """When the version was stored, in UTC by the wall clock."""
    size: int
    """In bytes."""
    file: Path
    """The file of the version."""
    digest_start: str
    """The first digits of the digest of its content."""
    is_foreign: bool = False
    """Whether another program wrote it, and not Rezensent for this path."""

    def has_digest(self, digest: str) -> bool:
        """Return whether its content has the full ``digest``; False for an empty one."""
        return bool(digest) and digest.startswith(self.digest_start)


class Backups:
    """The versions of all reviews in one folder. The methods may be called on any thread.

    Processes need no lock: a version is written as a whole under a unique name, and removing one
    that has already been removed succeeds.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(
        self, path: Path, data: bytes, now: datetime | None = None, *, foreign: bool = False
    ) -> BackupVersion | None:
        """Store ``data``, the present or an earlier content of ``path``, and thin the older ones.

        The ``foreign`` versions, those that another program wrote, are thinned separately, lest a
        save within the same minute takes their place. Returns the version, None when it equals the
        latest one. Raises BackupError.
        """
        now = (now or datetime.now(UTC)).astimezone(UTC)
        versions = self.versions(path)
        latest = _latest(versions, now)
        if latest is not None and latest.has_digest(digest(data)):
            return None
        folder = self._folder_of(path)
        start = digest(data)[:_DIGEST_DIGITS]
        name = f"{now.strftime(_TIME)}-{start}{_FOREIGN if foreign else ''}.md"
        try:
            self._prepare(folder, path)
            atomic_write.replace_private(folder / name, data)
        except OSError as error:
            raise _unwritable_error(self._folder, error) from error
        new = BackupVersion(_absolute(path), now, len(data), folder / name, start, foreign)
        _thin([new, *(version for version in versions if version.is_foreign is foreign)], now)
        return new

    def versions(self, path: Path) -> tuple[BackupVersion, ...]:
        """Return the versions of ``path``, newest first; none where they cannot be listed."""
        return tuple(_versions(self._folder_of(path), _absolute(path)))

    def reviews(self) -> tuple[BackupVersion, ...]:
        """Return the newest version of each review that has any, newest first."""
        newest = (next(_versions(folder, path), None) for folder, path in self._all())
        versions = [version for version in newest if version is not None]
        return tuple(sorted(versions, key=lambda version: version.taken, reverse=True))

    def read(self, version: BackupVersion) -> bytes:
        """Return the content of ``version``. Raises BackupError for a missing or damaged file."""
        try:
            data = version.file.read_bytes()
        except OSError as error:
            reason = cause(error)
            raise _unreadable_error(version, reason.german, reason.english) from error
        if not version.has_digest(digest(data)):
            raise _unreadable_error(version, "beschädigt", "damaged")
        return data

    def shrink(self, max_bytes: int, now: datetime | None = None) -> None:
        """Remove the oldest versions until all of them together take at most ``max_bytes``.

        The newest version of each review always stays. Temporary files of killed processes are
        removed, too. Raises nothing: whatever cannot be removed is tried again next time.
        """
        now = (now or datetime.now(UTC)).astimezone(UTC)
        reviews = [tuple(_versions(folder, path)) for folder, path in self._all()]
        size = sum(version.size for versions in reviews for version in versions)
        spare = [version for versions in reviews for version in _spare(versions, now)]
        for version in sorted(spare, key=lambda version: version.taken):
            if size <= max_bytes:
                break
            _remove(version)
            size -= version.size
        self._remove_leftovers()

    def forget(self, path: Path) -> None:
        """Remove all versions of ``path``. Raises BackupError when some cannot be removed."""
        self._remove_folders([self._folder_of(path)])

    def clear(self) -> None:
        """Remove all versions of all reviews. Raises BackupError when some cannot be removed."""
        self._remove_folders(self._folders())

    def _folder_of(self, path: Path) -> Path:
        real = os.path.normcase(os.path.realpath(path))
        return self._folder / hashlib.sha256(os.fsencode(real)).hexdigest()[:32]

    def _folders(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return [folder for folder in self._folder.iterdir() if folder.is_dir()]
        return []

    def _all(self) -> Iterator[tuple[Path, Path]]:
        """Yield the folder of each review with the review's path."""
        for folder in self._folders():
            yield folder, _path_of(folder)

    def _prepare(self, folder: Path, path: Path) -> None:
        atomic_write.make_private_folder(self._folder)
        atomic_write.make_private_folder(folder)
        if _path_of(folder) != _absolute(path):
            stored = {"version": _FORMAT, "path": str(_absolute(path))}
            atomic_write.replace_private(folder / _INDEX, json.dumps(stored).encode())

    def _remove_leftovers(self) -> None:
        for folder in self._folders():
            atomic_write.remove_old_leftovers(folder)

    def _remove_folders(self, folders: Iterable[Path]) -> None:
        try:
            for folder in folders:
                if folder.is_dir():
                    shutil.rmtree(folder)
        except OSError as error:
            raise _unwritable_error(self._folder, error) from error


def _versions(folder: Path, path: Path) -> Iterator[BackupVersion]:
    """Yield the versions of ``path`` in ``folder``, newest first."""
    names: list[str] = []
    with contextlib.suppress(OSError):
        names = sorted((entry.name for entry in os.scandir(folder)), reverse=True)
    for name in names:
        with contextlib.suppress(OSError, ValueError):
            match = _NAME.fullmatch(name)
            if match is not None:
                taken = datetime.strptime(match["taken"], _TIME).replace(tzinfo=UTC)
                file = folder / name
                yield BackupVersion(
                    path,
                    taken,
                    file.stat().st_size,
                    file,
                    match["digest"],
                    is_foreign=match["foreign"] is not None,
                )


def _latest(versions: Iterable[BackupVersion], now: datetime) -> BackupVersion | None:
    """Return the newest version that is not in the future, or else the first of all."""
    candidates = tuple(versions)
    return next((version for version in candidates if version.taken <= now), None) or (
        candidates[0] if candidates else None
    )


def _spare(versions: tuple[BackupVersion, ...], now: datetime) -> list[BackupVersion]:
    """Return the versions of one review that may be removed to save space."""
    latest = _latest(versions, now)
    return [version for version in versions[1:] if version is not latest]


def _thin(versions: list[BackupVersion], now: datetime) -> None:
    retained = retained_times((version.taken for version in versions), now)
    for version in versions:
        if version.taken not in retained:
            _remove(version)


def _remove(version: BackupVersion) -> None:
    with contextlib.suppress(OSError):
        version.file.unlink(missing_ok=True)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links


def _path_of(folder: Path) -> Path:
    """Return the path that the index of ``folder`` names, or the folder's name without an index."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        match json.loads((folder / _INDEX).read_bytes()):
            case {"path": str(path)}:
                return Path(path)
    return Path(folder.name)


def _unreadable_error(version: BackupVersion, reason: str, english: str) -> BackupError:
    return BackupError(
        f"Die frühere Fassung {version.file} ist nicht lesbar ({reason}); bitte wählen Sie eine "
        "andere.",
        f"The earlier version {version.file} cannot be read ({english}); please choose "
        "another one.",
    )


def _unwritable_error(folder: Path, error: OSError) -> BackupError:
    reason = cause(error)
    return BackupError(
        f"Frühere Fassungen lassen sich in {folder} nicht behalten oder löschen "
        f"({reason.german}); bitte schaffen Sie dort Platz oder Schreibrechte.",
        f"Earlier versions cannot be kept or removed in {folder} ({reason.english}); please make "
        "room or give write permission there.",
    )
