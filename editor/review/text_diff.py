"""Two texts side by side, word by word."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\s*[^\W_]+|\s*[\W_]|\s+")
_MOST = 2_000
"""Lines or words up to which stretches are compared one by one; the time grows with the square."""


class DiffSide(Enum):
    """On which side a piece stands."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A stretch of one of the texts or of both."""

    side: DiffSide
    text: str


def diff_texts(old: str, new: str) -> tuple[DiffPiece, ...]:
    """Return the pieces of both texts in order.

    Those of ``Side.BOTH`` and ``Side.OLD``, joined, are ``old``; those of ``Side.BOTH`` and
    ``Side.NEW`` are ``new``. Lines are matched first, then the words of lines that differ.
    """
    pieces = _matched(_LINE.findall(old), _LINE.findall(new), by_words=True)
    return tuple(_joined(pieces))


def _matched(old: Sequence[str], new: Sequence[str], *, by_words: bool) -> Iterator[DiffPiece]:
    for kind, i, j, k, m in _steps(old, new):
        before, after = "".join(old[i:j]), "".join(new[k:m])
        if kind == "equal":
            yield DiffPiece(DiffSide.BOTH, before)
        elif by_words and before and after:
            words = _WORD.findall(before), _WORD.findall(after)
            yield from _matched(*words, by_words=False)
        else:
            yield DiffPiece(DiffSide.OLD, before)
            yield DiffPiece(DiffSide.NEW, after)


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[str, int, int, int, int]]:
    """Return the steps from ``old`` to ``new``; what both ends have in common is never searched."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    i, j, k, m = head, len(old) - tail, head, len(new) - tail
    yield "equal", 0, i, 0, k
    if j - i > _MOST or m - k > _MOST:
        yield "replace", i, j, k, m
    else:
        matcher = SequenceMatcher(None, old[i:j], new[k:m], autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            yield kind, i + a, i + b, k + c, k + d
    yield "equal", j, len(old), m, len(new)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))


def _joined(pieces: Iterable[DiffPiece]) -> Iterator[DiffPiece]:
    """Yield ``pieces`` without empty ones, neighbours of one side as one."""
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
    """``old[start:old_end]`` became ``new[start:new_end]``, in code points."""

    start: int
    old_end: int
    new_end: int


def changed_span(old: str, new: str) -> ChangedSpan:
    """Return the smallest stretch whose replacement turns ``old`` into ``new``."""
    shorter = min(len(old), len(new))
    start = _longest(shorter, lambda n: old[:n] == new[:n])
    tail = _longest(shorter - start, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return ChangedSpan(start, len(old) - tail, len(new) - tail)


def _longest(most: int, equal: Callable[[int], bool]) -> int:
    """Return the largest length up to ``most`` for which ``equal`` holds, by halving.

    Comparing slices costs less than comparing characters one by one in Python.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if equal(middle) else (low, middle - 1)
    return low
