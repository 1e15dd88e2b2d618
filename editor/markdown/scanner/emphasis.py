"""Marks of emphasis: asterisks and underscores that are not the writer's text.

After “Emphasis and strong emphasis” of CommonMark 0.31 (6.2).

A run of markers opens emphasis when no white space follows it and closes it when none precedes it;
an underscore does so at the edge of a word only. A closing run takes the nearest opening one.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_RUN = re.compile(r"\*+|_+|[\[\]]")


class EmphasisMarker(NamedTuple):
    """One or two characters that mark emphasis; with ``closes`` an element ends after them."""

    start: int
    end: int
    closes: bool


@dataclass(slots=True)
class _Run:
    """Markers in a row: ``start`` to ``end`` are not used yet, ``length`` counts all."""

    token: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int


def markers(
    text: str, opens: Container[int] = (), closes: Container[int] = ()
) -> Iterator[EmphasisMarker]:
    """Yield the markers of ``text`` in pairs, an opening and its closing one, inner pairs first.

    ``opens`` and ``closes`` are the positions of the brackets around the texts of links; markers
    are paired separately inside and outside of them. Code and escapes must be masked.
    """
    levels: list[list[_Run]] = [[]]
    for match in _RUN.finditer(text):
        if match.start() in opens:
            levels.append([])
        elif match.start() in closes:
            yield from _pair(levels.pop())
        elif match[0][0] in "*_":
            levels[-1].append(_run(text, match, opens, closes))
    for level in levels:
        yield from _pair(level)


def _run(text: str, match: re.Match[str], opens: Container[int], closes: Container[int]) -> _Run:
    start, end = match.span()
    before = "" if start - 1 in opens else text[start - 1 : start]
    after = "" if end in closes else text[end : end + 1]
    in_word = match[0][0] == "_"
    may_open = bool(after.strip()) and not (in_word and before.isalnum())
    may_close = bool(before.strip()) and not (in_word and after.isalnum())
    return _Run(match[0][0], start, end, may_open, may_close, end - start)


def _pair(runs: list[_Run]) -> Iterator[EmphasisMarker]:
    stack: list[_Run] = []
    # Before these positions no opening run of a kind is left: later runs need not search there,
    # which keeps a text of many unclosed markers linear.
    floors: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        if run.closes:
            yield from _close(run, stack, floors)
        if run.opens and run.start < run.end:
            stack.append(run)


def _close(
    run: _Run, stack: list[_Run], floors: dict[tuple[str, bool, int], int]
) -> Iterator[EmphasisMarker]:
    kind = (run.token, run.opens, run.length % 3)
    while run.start < run.end:
        index = _opener(run, stack, floors.get(kind, 0))
        if index is None:
            floors[kind] = run.start
            return
        del stack[index + 1 :]
        opener = stack[index]
        size = min(2, opener.end - opener.start, run.end - run.start)
        opener.end -= size
        run.start += size
        yield EmphasisMarker(opener.end, opener.end + size, closes=False)
        yield EmphasisMarker(run.start - size, run.start, closes=True)
        if opener.start == opener.end:
            stack.pop()


def _opener(run: _Run, stack: list[_Run], floor: int) -> int | None:
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].start < floor:
            return None
        if stack[index].token == run.token and not _odd_match(stack[index], run):
            return index
    return None


def _odd_match(opener: _Run, closer: _Run) -> bool:
    # The rule of three: in “*a**b*” the run in the middle could open or close, and does neither.
    if not closer.opens:
        return False
    total = opener.length + closer.length
    return total % 3 == 0 and (opener.length % 3 != 0 or closer.length % 3 != 0)
