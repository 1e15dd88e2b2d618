"""Reports about unexpected exceptions, without a word of what was being written.

The message of an exception, its arguments and the values of variables may hold words of a review,
so a report leaves them out. It has the type of the exception and the lines of code it came through.
"""

import platform
import re
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Self

from editor import __version__
from editor.installation import current_installation

_PACKAGE = Path(__file__).resolve().parent
_ELSEWHERE = ("site-packages", "lib-dynload")
_LIBRARIES = ("PySide6", "Markdown", "language-tool-python", "nh3", "jinja2")
_FILE = re.compile(r'File "([^"\n]*)"')
_DEEPEST = 30
"""Innermost calls of one exception that a report lists."""


@dataclass(frozen=True, slots=True)
class CrashReport:
    """An unexpected exception: its type and its calls."""

    kind: str
    """Type of the exception: “KeyError”."""
    calls: tuple[str, ...]
    """Calls like “editor/gui/main_window.py:120 _edited”, the innermost last."""
    cause: "CrashReport | None" = None
    """The exception that it was raised from, or while handling."""

    @classmethod
    def of(cls, error: BaseException) -> Self:
        """Return the report of ``error`` and of its chain of causes."""
        return cls._of(error, frozenset())

    @classmethod
    def _of(cls, error: BaseException, seen: frozenset[int]) -> Self:
        frames = traceback.extract_tb(error.__traceback__, limit=-_DEEPEST)
        before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        # A chain of causes can be a circle.
        seen |= {id(error)}
        return cls(
            type(error).__qualname__,
            tuple(f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames),
            None if before is None or id(before) in seen else cls._of(before, seen),
        )

    def lines(self) -> Iterator[str]:
        """Yield the type of the exception, its calls, the innermost first, and its cause."""
        yield self.kind
        yield from (f"  {call}" for call in reversed(self.calls))
        if self.cause is not None:
            yield "because of"
            yield from self.cause.lines()


def format_reports(reports: Iterable[CrashReport]) -> str:
    """Return a text about the program, the machine and ``reports``, to be sent by the writer."""
    parts = [f"Rezensent {__version__}", _machine(), _versions()]
    return "\n".join([*parts, *("\n" + "\n".join(item.lines()) for item in reports)]) + "\n"


def without_folders(text: str) -> str:
    """Return a dump of ``faulthandler`` with the folders of the machine left out of its paths."""
    return _FILE.sub(lambda match: f'File "{_place(match[1])}"', text)


def _place(filename: str) -> str:
    """Return the path of a source file without the folders of the machine."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return f"editor/{path.relative_to(_PACKAGE).as_posix()}"
    if not path.is_absolute():
        # Code in a bundle has no folders of a machine.
        return path.as_posix()
    for name in _ELSEWHERE:
        if name in path.parts:
            return "/".join(path.parts[path.parts.index(name) + 1 :])
    return path.name


def _machine() -> str:
    python = f"Python {platform.python_version()}"
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"{python}, {current_installation().kind}, {system}"


@cache
def _versions() -> str:
    return ", ".join(_installed())


def _installed() -> Iterator[str]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # a bundle carries no records of what it is made of
            continue
