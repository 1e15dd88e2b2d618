"""Earlier versions of each review, outside its folder: what a save is about to replace, and more.

Every review has a folder of its own, called after its path. A version is a file that holds what
the review's file held, byte by byte, and its name tells when that was and whether it is whole:
``20261122T180500.000000Z-<start of its digest>.md``, with ``-elsewhere`` behind the digest where
somebody else wrote it. Beside them ``review.json`` names the path, so that the versions of a file
that was moved or is gone can still be found.
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
"""How many periods of each kind keep their newest version."""


def kept(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return those of ``times`` whose versions are kept; all of them are in one time zone.

    What is later than ``now`` was kept while the clock was wrong, or is: it stays, and takes
    nobody's place.
    """
    found = frozenset(times)
    past = sorted((time for time in found if time <= now), reverse=True)
    result = {time for time in found if time > now}
    for most, period in RULES:
        newest: dict[Hashable, datetime] = {}
        for time in past:
            newest.setdefault(period(time), time)
        result.update(islice(newest.values(), most))
    return frozenset(result)


_INDEX = "review.json"
_FORMAT = 1
_TIME = "%Y%m%dT%H%M%S.%fZ"
_SUM = 16
"""Hexadecimal digits of the digest that a name has."""
_ELSEWHERE = "-elsewhere"
_NAME = re.compile(
    rf"(?P<taken>\d{{8}}T\d{{6}}\.\d{{6}}Z)-(?P<sum>[0-9a-f]{{{_SUM}}})"
    rf"(?P<elsewhere>{_ELSEWHERE})?\.md"
)


@dataclass(frozen=True, slots=True)
class Version:
    """What the file of a review held once."""

    path: Path
    """The file, which may be gone."""
    taken: datetime
    """When it was kept, in UTC by the clock on the wall."""
    size: int
    """In bytes."""
    file: Path
    """Where it is kept."""
    sum: str
    """The first digits of the digest of what it holds."""
    elsewhere: bool = False
    """Whether another program wrote it, and not Rezensent for this path."""

    def holds(self, known: str) -> bool:
        """Return whether it is what has the digest ``known``; an empty one is nobody's."""
        return bool(known) and known.startswith(self.sum)


class Backups:
    """The versions of all reviews in one folder. Everything may be called on any thread.

    Windows do not wait for each other: a version is written as a whole under a name that no other
    has, and one that is gone already need not be removed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(
        self, path: Path, data: bytes, now: datetime | None = None, *, elsewhere: bool = False
    ) -> Version | None:
        """Keep ``data``, which the file ``path`` holds or held, and thin what is older.

        What was written ``elsewhere`` is thinned by itself: a save a moment later must not be the
        one that its minute keeps. Returns the version, None when it is what the last one holds.
        Raises BackupError.
        """
        now = (now or datetime.now(UTC)).astimezone(UTC)
        there = self.versions(path)
        latest = _latest(there, now)
        if latest is not None and latest.holds(digest(data)):
            return None
        folder = self._of(path)
        start = digest(data)[:_SUM]
        name = f"{now.strftime(_TIME)}-{start}{_ELSEWHERE if elsewhere else ''}.md"
        try:
            self._prepare(folder, path)
            atomic_write.replace_private(folder / name, data)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        new = Version(_absolute(path), now, len(data), folder / name, start, elsewhere)
        _thin([new, *(version for version in there if version.elsewhere is elsewhere)], now)
        return new

    def versions(self, path: Path) -> tuple[Version, ...]:
        """Return what is kept of ``path``, the newest first; what cannot be listed is not there."""
        return tuple(_versions(self._of(path), _absolute(path)))

    def reviews(self) -> tuple[Version, ...]:
        """Return the newest version of each review of which there are any, the newest first."""
        newest = (next(_versions(folder, path), None) for folder, path in self._all())
        found = [version for version in newest if version is not None]
        return tuple(sorted(found, key=lambda version: version.taken, reverse=True))

    def read(self, version: Version) -> bytes:
        """Return what ``version`` holds. Raises BackupError when it is gone or damaged."""
        try:
            data = version.file.read_bytes()
        except OSError as error:
            known = cause(error)
            raise _unreadable(version, known.german, known.english) from error
        if not version.holds(digest(data)):
            raise _unreadable(version, "beschädigt", "damaged")
        return data

    def shrink(self, most: int, now: datetime | None = None) -> None:
        """Remove the oldest versions of all reviews until they have ``most`` bytes together.

        The newest of each review stays in any case. What killed programs have left goes too.
        Raises nothing: what cannot be removed now can be at the next time.
        """
        now = (now or datetime.now(UTC)).astimezone(UTC)
        reviews = [tuple(_versions(folder, path)) for folder, path in self._all()]
        size = sum(version.size for versions in reviews for version in versions)
        spare = [version for versions in reviews for version in _spare(versions, now)]
        for version in sorted(spare, key=lambda version: version.taken):
            if size <= most:
                break
            _remove(version)
            size -= version.size
        self._clear_left()

    def forget(self, path: Path) -> None:
        """Remove all versions of ``path``. Raises BackupError when some of them stay."""
        self._drop([self._of(path)])

    def clear(self) -> None:
        """Remove all versions of all reviews. Raises BackupError when some of them stay."""
        self._drop(self._folders())

    # -- inside -----------------------------------------------------------------------------------

    def _of(self, path: Path) -> Path:
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
        atomic_write.private_folder(self._folder)
        atomic_write.private_folder(folder)
        if _path_of(folder) != _absolute(path):
            stored = {"version": _FORMAT, "path": str(_absolute(path))}
            atomic_write.replace_private(folder / _INDEX, json.dumps(stored).encode())

    def _clear_left(self) -> None:
        for folder in self._folders():
            atomic_write.clear_left(folder)

    def _drop(self, folders: Iterable[Path]) -> None:
        try:
            for folder in folders:
                if folder.is_dir():
                    shutil.rmtree(folder)
        except OSError as error:
            raise _unwritable(self._folder, error) from error


def _versions(folder: Path, path: Path) -> Iterator[Version]:
    """Yield the versions in ``folder``, the newest first."""
    names: list[str] = []
    with contextlib.suppress(OSError):
        names = sorted((entry.name for entry in os.scandir(folder)), reverse=True)
    for name in names:
        with contextlib.suppress(OSError, ValueError):
            match = _NAME.fullmatch(name)
            if match is not None:
                taken = datetime.strptime(match["taken"], _TIME).replace(tzinfo=UTC)
                file = folder / name
                elsewhere = match["elsewhere"] is not None
                yield Version(path, taken, file.stat().st_size, file, match["sum"], elsewhere)


def _latest(versions: Iterable[Version], now: datetime) -> Version | None:
    """Return the newest version that is not of the future, any where there is no other."""
    found = tuple(versions)
    return next((version for version in found if version.taken <= now), None) or (
        found[0] if found else None
    )


def _spare(versions: tuple[Version, ...], now: datetime) -> list[Version]:
    latest = _latest(versions, now)
    return [version for version in versions[1:] if version is not latest]


def _thin(versions: list[Version], now: datetime) -> None:
    stay = kept((version.taken for version in versions), now)
    for version in versions:
        if version.taken not in stay:
            _remove(version)


def _remove(version: Version) -> None:
    with contextlib.suppress(OSError):
        version.file.unlink(missing_ok=True)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  (what is no link stays none, .. goes)


def _path_of(folder: Path) -> Path:
    """Return the path that the index of ``folder`` names, the folder's own name without one."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        match json.loads((folder / _INDEX).read_bytes()):
            case {"path": str(path)}:
                return Path(path)
    return Path(folder.name)


def _unreadable(version: Version, reason: str, english: str) -> BackupError:
    return BackupError(
        f"Die frühere Fassung {version.file} ist nicht lesbar ({reason}); bitte wählen Sie eine "
        "andere.",
        f"The earlier version {version.file} cannot be read ({english}); please choose "
        "another one.",
    )


def _unwritable(folder: Path, error: OSError) -> BackupError:
    known = cause(error)
    return BackupError(
        f"Frühere Fassungen lassen sich in {folder} nicht behalten oder löschen "
        f"({known.german}); bitte schaffen Sie dort Platz oder Schreibrechte.",
        f"Earlier versions cannot be kept or removed in {folder} ({known.english}); please make "
        "room or give write permission there.",
    )
