"""What the writer has put into earlier reviews, to be offered when the same is typed again."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor.errors import ReviewFileError
from editor.review.fact_kinds import PeopleKind
from editor.review.facts import format_items
from editor.review.form import FactField
from editor.storage.review_file import parse_front_matter

MAX_FILES = 300
"""Reviews that are read, the newest ones."""
MAX_BYTES = 64 * 1024
"""Front matter ends well before; the text behind it is not needed."""
_MAX_SEEN = 5_000
"""Files of a folder that are looked at: a downloads folder may hold any number."""
_SUFFIXES = (".md", ".markdown")
_PEOPLE = frozenset({"director", "writers", "cast", "music", "camera", "editing"})
_OF_ONE_REVIEW = frozenset({"title", "original_title", "image_alt", "gtin13", "identifier"})
"""Facts that no other review has."""


@dataclass(frozen=True, slots=True)
class EarlierFacts:
    """The values of earlier reviews by key, those used most and last first."""

    by_key: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    """Names of all who took part in anything, without their roles."""

    def for_field(self, fact: FactField) -> tuple[str, ...]:
        """Return what to offer in the field ``fact``; people are shared by all their fields."""
        if not fact.kind.suggested or fact.key in _OF_ONE_REVIEW:
            return ()
        own = self.by_key.get(fact.key, ())
        people = self.people if isinstance(fact.kind, PeopleKind) or fact.key in _PEOPLE else ()
        return tuple(dict.fromkeys((*own, *people)))


class FactIndex:
    """Reads earlier reviews; a file that has not changed is read once.

    Not for two threads at a time.
    """

    def __init__(self) -> None:
        self._read: dict[Path, tuple[tuple[int, int], dict[str, Any]]] = {}

    def read(self, folders: Iterable[Path], leave_out: Path | None = None) -> EarlierFacts:
        """Return what the reviews directly in ``folders`` hold, except in ``leave_out``.

        What cannot be read is passed over: nothing here is worth an interruption.
        """
        stamps = _newest(folders)
        known = self._read
        self._read = {
            path: known[path]
            if path in known and known[path][0] == stamp
            else (stamp, _facts(path))
            for path, stamp in stamps
        }
        return collect_facts(found for path, (_, found) in self._read.items() if path != leave_out)


def collect_facts(reviews: Iterable[Mapping[str, Any]]) -> EarlierFacts:
    """Return the values of ``reviews``, given newest first; a review counts once for each value."""
    by_key: dict[str, Counter[str]] = {}
    people: Counter[str] = Counter()
    for review in reviews:
        named: set[str] = set()
        for key, value in review.items():
            by_key.setdefault(key, Counter()).update(dict.fromkeys(_texts(value), 1))
            named |= set(_names(key, value))
        people.update(dict.fromkeys(sorted(named), 1))
    # Of equal counts the one met first leads, which is the newest.
    return EarlierFacts({key: _ranked(counts) for key, counts in by_key.items()}, _ranked(people))


def _ranked(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in counts.most_common())


def _texts(value: Any) -> list[str]:
    return [text for text in format_items(value) if text and "\n" not in text]


def _names(key: str, value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item if key in _PEOPLE else None
        if isinstance(name, str) and name:
            yield name


def _newest(folders: Iterable[Path]) -> list[tuple[Path, tuple[int, int]]]:
    """Return the newest reviews of ``folders`` with the time and the size of each."""
    found = {path: stamp for folder in dict.fromkeys(folders) for path, stamp in _files(folder)}
    newest = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    return newest[:MAX_FILES]


def _files(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    try:
        with os.scandir(folder) as listing:
            for _, item in zip(range(_MAX_SEEN), listing, strict=False):
                if item.name.lower().endswith(_SUFFIXES) and item.is_file():
                    status = item.stat()
                    yield Path(item.path), (status.st_mtime_ns, status.st_size)
    except OSError:
        return


def _facts(path: Path) -> dict[str, Any]:
    """Return the front matter of a review of ours, nothing for any other file."""
    try:
        with path.open("rb") as file:
            head = file.read(MAX_BYTES).decode("utf-8", "ignore")
        entries = parse_front_matter(head)
    except (OSError, ReviewFileError):
        return {}
    found = {entry.key: entry.value for entry in entries}
    return found if "rezensent" in found else {}
