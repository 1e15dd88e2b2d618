"""Index of the facts of earlier reviews, for suggestions while typing."""

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
"""Most reviews that are read: the newest ones."""
MAX_BYTES = 64 * 1024
"""Bytes of a file that are read: front matter is much shorter, the text is not needed."""
_MAX_EXAMINED = 5_000
"""Most files of a folder that are examined: a downloads folder may have any number."""
_SUFFIXES = (".md", ".markdown")
_CREDITS = frozenset({"director", "writers", "cast", "music", "camera", "editing"})
_UNIQUE_FACTS = frozenset({"title", "original_title", "image_alt", "gtin13", "identifier"})
"""Facts whose values are unique to a review, so that they are not suggested."""


@dataclass(frozen=True, slots=True)
class EarlierFacts:
    """The values of earlier reviews by key, the most frequent and newest first."""

    by_key: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    """Names of all people in the credits, without their roles."""

    def for_field(self, fact: FactField) -> tuple[str, ...]:
        """Return the suggestions for the field ``fact``. All credits share their people."""
        if not fact.kind.suggested or fact.key in _UNIQUE_FACTS:
            return ()
        values = self.by_key.get(fact.key, ())
        people = self.people if isinstance(fact.kind, PeopleKind) or fact.key in _CREDITS else ()
        return tuple(dict.fromkeys((*values, *people)))


class FactIndex:
    """Reads earlier reviews, every file only again when it has changed.

    Must not be used by two threads at the same time.
    """

    def __init__(self) -> None:
        self._read: dict[Path, tuple[tuple[int, int], dict[str, Any]]] = {}

    def read(self, folders: Iterable[Path], leave_out: Path | None = None) -> EarlierFacts:
        """Return the facts of the reviews directly in ``folders``, except those of ``leave_out``.

        Files that cannot be read are skipped: suggestions are not worth an error message.
        """
        stamps = _newest(folders)
        cache = self._read
        self._read = {
            path: cache[path]
            if path in cache and cache[path][0] == stamp
            else (stamp, _facts(path))
            for path, stamp in stamps
        }
        return collect_facts(facts for path, (_, facts) in self._read.items() if path != leave_out)


def collect_facts(reviews: Iterable[Mapping[str, Any]]) -> EarlierFacts:
    """Return the values of ``reviews``, newest first; every review counts once for each value."""
    by_key: dict[str, Counter[str]] = {}
    people: Counter[str] = Counter()
    for review in reviews:
        named: set[str] = set()
        for key, value in review.items():
            by_key.setdefault(key, Counter()).update(dict.fromkeys(_texts(value), 1))
            named |= set(_names(key, value))
        people.update(dict.fromkeys(sorted(named), 1))
    # Among equal counts the first one added leads, which is the newest.
    return EarlierFacts({key: _ranked(counts) for key, counts in by_key.items()}, _ranked(people))


def _ranked(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in counts.most_common())


def _texts(value: Any) -> list[str]:
    return [text for text in format_items(value) if text and "\n" not in text]


def _names(key: str, value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item if key in _CREDITS else None
        if isinstance(name, str) and name:
            yield name


def _newest(folders: Iterable[Path]) -> list[tuple[Path, tuple[int, int]]]:
    """Return the newest reviews of ``folders`` with the time and the size of each."""
    stamps = {path: stamp for folder in dict.fromkeys(folders) for path, stamp in _files(folder)}
    newest = sorted(stamps.items(), key=lambda item: (-item[1][0], item[0]))
    return newest[:MAX_FILES]


def _files(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    try:
        with os.scandir(folder) as listing:
            for _, item in zip(range(_MAX_EXAMINED), listing, strict=False):
                if item.name.lower().endswith(_SUFFIXES) and item.is_file():
                    status = item.stat()
                    yield Path(item.path), (status.st_mtime_ns, status.st_size)
    except OSError:
        return


def _facts(path: Path) -> dict[str, Any]:
    """Return the front matter of a review, nothing for any other file."""
    try:
        with path.open("rb") as file:
            head = file.read(MAX_BYTES).decode("utf-8", "ignore")
        entries = parse_front_matter(head)
    except (OSError, ReviewFileError):
        return {}
    facts = {entry.key: entry.value for entry in entries}
    return facts if "rezensent" in facts else {}
