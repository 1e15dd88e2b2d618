"""Mistakes of our own, told without a word of what was being written.

The message of an exception, its arguments and the values of variables may hold a review's words;
a report has none of them. It says what kind of error it was and through which lines of code.
"""

import platform
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from editor import __version__

_PACKAGE = Path(__file__).resolve().parent
_ELSEWHERE = ("site-packages", "lib-dynload")
_LIBRARIES = ("PySide6", "Markdown", "language-tool-python", "nh3", "jinja2")
_FILE = re.compile(r'File "([^"\n]*)"')
_DEEPEST = 30
"""Calls that are told of one error; the innermost count."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error that nobody has foreseen."""

    kind: str
    """Type of the exception, „KeyError“."""
    calls: tuple[str, ...]
    """„editor/gui/main_window.py:120 _edited“, the innermost last."""
    cause: "Mistake | None" = None

    def lines(self) -> Iterator[str]:
        """Yield the error and what it was raised for, the innermost call first."""
        yield self.kind
        yield from (f"  {call}" for call in reversed(self.calls))
        if self.cause is not None:
            yield "because of"
            yield from self.cause.lines()


def mistake(error: BaseException, _seen: frozenset[int] = frozenset()) -> Mistake:
    """Return what may be told of ``error``."""
    frames = traceback.extract_tb(error.__traceback__, limit=-_DEEPEST)
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    seen = _seen | {id(error)}
    return Mistake(
        type(error).__qualname__,
        tuple(f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames),
        mistake(before, seen) if before is not None and id(before) not in seen else None,
    )


def report(mistakes: Iterable[Mistake]) -> str:
    """Return a text about ``mistakes`` and the machine that a writer can send to us."""
    parts = [f"Rezensent {__version__}", _machine(), _versions()]
    return "\n".join([*parts, *("\n" + "\n".join(item.lines()) for item in mistakes)]) + "\n"


def without_folders(text: str) -> str:
    """Return what ``faulthandler`` has written without the folders of the machine."""
    return _FILE.sub(lambda match: f'File "{_place(match[1])}"', text)


def _place(filename: str) -> str:
    """Return a file of code without the folders of the machine it is on."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return f"editor/{path.relative_to(_PACKAGE).as_posix()}"
    for name in _ELSEWHERE:
        if name in path.parts:
            return "/".join(path.parts[path.parts.index(name) + 1 :])
    return path.name


def _machine() -> str:
    python = f"Python {platform.python_version()}"
    bundle = ", bundle" if getattr(sys, "frozen", False) else ""
    return f"{python}{bundle}, {platform.system()} {platform.release()} {platform.machine()}"


@cache
def _versions() -> str:
    return ", ".join(_installed())


def _installed() -> Iterator[str]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # a bundle carries no records of what it is made of
            continue
