"""Differences of two texts, word by word."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\s*[^\W_]+|\s*[\W_]|\s+")
_MAX_COMPARED = 10_000
"""Most lines or words that are compared one by one: memory grows with the square, to 12 MB."""


class DiffSide(Enum):
    """Which of the two texts a piece belongs to."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A stretch of one text or of both."""

    side: DiffSide
    text: str


def diff_texts(old: str, new: str) -> tuple[DiffPiece, ...]:
    """Return the pieces of both texts in order.

    Those of ``DiffSide.BOTH`` and ``DiffSide.OLD``, joined, are ``old``; those of ``DiffSide.BOTH``
    and ``DiffSide.NEW`` are ``new``. Lines are matched first, then the words of lines that differ.
    """
    pieces = _matched(_LINE.findall(old), _LINE.findall(new), by_words=True)
    return tuple(_joined(pieces))


def _matched(old: Sequence[str], new: Sequence[str], *, by_words: bool) -> Iterator[DiffPiece]:
    i = k = 0
    for a, b, size in _equal_blocks(old, new):
        before, after = "".join(old[i:a]), "".join(new[k:b])
        if by_words and before and after:
            words = _WORD.findall(before), _WORD.findall(after)
            yield from _matched(*words, by_words=False)
        else:
            yield DiffPiece(DiffSide.OLD, before)
            yield DiffPiece(DiffSide.NEW, after)
        yield DiffPiece(DiffSide.BOTH, "".join(old[a : a + size]))
        i, k = a + size, b + size


def _equal_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield what both have in common in order: its start in ``old`` and in ``new``, and its length.

    The last block is at the end of both.
    """
    # The library is loaded with the first comparison, after the window is on the screen.
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield 0, 0, head
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(map(len, middle)) <= _MAX_COMPARED:
        for block in LCSseq.editops(*middle).as_matching_blocks():
            yield head + block.a, head + block.b, block.size
    yield len(old) - tail, len(new) - tail, tail


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))


def _joined(pieces: Iterable[DiffPiece]) -> Iterator[DiffPiece]:
    """Yield ``pieces`` without empty ones, and with neighbours of one side joined."""
    last: DiffPiece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and last.side is piece.side:
            last = DiffPiece(last.side, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


class ChangedSpan(NamedTuple):
    """The only change between two texts: ``old[start:old_end]`` became ``new[start:new_end]``.

    The offsets count code points.
    """

    start: int
    old_end: int
    new_end: int


def changed_span(old: str, new: str) -> ChangedSpan:
    """Return the shortest stretch whose replacement turns ``old`` into ``new``."""
    shorter = min(len(old), len(new))
    start = _longest_equal(shorter, lambda n: old[:n] == new[:n])
    tail = _longest_equal(shorter - start, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return ChangedSpan(start, len(old) - tail, len(new) - tail)


def _longest_equal(limit: int, equal: Callable[[int], bool]) -> int:
    """Return the largest length up to ``limit`` for which ``equal`` holds, by bisection.

    In Python, comparing slices is faster than comparing single characters.
    """
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if equal(middle) else (low, middle - 1)
    return low
