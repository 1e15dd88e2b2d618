"""TOML front matter, as Hugo writes it between two lines of „+++“, as a list of entries.

A key, or a table with all that is in it, is an entry with its own stretch of the file. Dates and
times are the text that was typed in ISO form, as they are in YAML. See https://toml.io/en/v1.0.0.
"""

import datetime
import json
import math
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

from editor.review.model import FrontMatterEntry
from editor.storage.front_matter_base import (
    BLANK_LINE,
    MAX_DIGITS,
    bounded,
    check_length,
    is_date,
    split_prefix,
    syntax_error,
)

_FENCED = re.compile(
    r"(?P<open>\+\+\+[ \t]*\n)(?P<inside>(?:.*\n)*?)(?P<close>\+\+\+[ \t]*(?:\n|\Z))"
)
_KEY = r"(?:[\w-]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')[ \t]*+"
_MEANT = re.compile(
    rf"^[ \t]*(?:(?:{_KEY}\.[ \t]*+)*+{_KEY}=|\[\[?[ \t]*(?:{_KEY}\.[ \t]*+)*+{_KEY}\])",
    re.MULTILINE,
)
"""A line that only TOML has: between other lines of „+++“ may stand whatever a writer likes."""
_PATH = re.compile(rf"(?<![\w-])(?:{_KEY}\.[ \t]*+){{100}}")
"""Keys within keys that nobody writes; tomllib takes for them the square of the time and room."""
_TOKEN = re.compile(
    r"""
    \"{3}(?:[^"\\]|\\.|""?(?!"))*+"{3,5}  # texts of several lines
    |'{3}(?:[^']|''?(?!'))*+'{3,5}
    |"(?:[^"\\\n]|\\.)*+"               # texts of one line
    |'[^'\n]*+'
    |\#[^\n]*+
    |[^"'\#\[\]{}\n]++
    |.                                    # brackets, line ends
    """,
    re.DOTALL | re.VERBOSE,
)
_LINE = re.compile(r"line (\d+)")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def match_front_matter(text: str) -> re.Match[str] | None:
    """Return the front matter at the beginning of ``text``: „open“, „inside“ and „close“."""
    match = _FENCED.match(text)
    if match is None or (match["inside"].strip() and _MEANT.search(match["inside"]) is None):
        return None
    return match


def parse(source: str, name: str = "") -> tuple[FrontMatterEntry, ...]:
    """Return the entries of ``source``, the lines between its two fences.

    ``name`` is what the file is called. Raises ReviewFileError when it is not TOML.
    """
    check_length(source, name)
    try:
        return tuple(_entries(source, _values(source)))
    except (ValueError, RecursionError) as error:
        found = _LINE.search(str(error))
        # The front matter begins on the second line of the file, and lines count from 1.
        raise syntax_error("TOML", int(found[1]) + 1 if found else None, name) from error


def dumps(entries: Iterable[FrontMatterEntry]) -> str:
    """Return the lines of ``entries``: their own where they were not edited, new ones otherwise.

    What is new stands ahead of the first table, which it would be a part of otherwise.
    """
    lines: list[str] = []
    tables: list[str] = []
    made: set[str] = set()
    for entry in entries:
        own = entry.source if entry.syntax == "toml" else None
        # A key in two places of the file is two entries; the first one is what was edited.
        if entry.name in made or (own is None and entry.value is None):
            continue
        if own is None:
            made.add(entry.name)
        is_table = own is not None and own.lstrip(" \t").startswith("[")
        (tables if is_table else lines).append(_stretch(entry, own))
    return "".join(lines + tables)


# -- reading --------------------------------------------------------------------------------------


def _values(source: str) -> dict[str, Any]:
    if _PATH.search(source):
        raise tomllib.TOMLDecodeError("too many keys within keys")
    values = tomllib.loads(source, parse_float=_finite)
    return {key: _plain(value) for key, value in values.items()}


def _entries(source: str, values: dict[str, Any]) -> Iterator[FrontMatterEntry]:
    """Yield the entries of ``source``, which is valid; joined, their stretches are ``source``."""
    starts = list(_starts(source))
    if not starts:
        yield FrontMatterEntry("", None, source, syntax="toml")
        return
    stops = [*(place for place, _ in starts[1:]), len(source)]
    lead = source[: starts[0][0]]
    for (start, key), stop in zip(starts, stops, strict=True):
        body, trail = _without_trail(source[start:stop])
        value = bounded(values[key])
        prefix, name = split_prefix(key)
        yield FrontMatterEntry(name, value, body, lead, trail, "toml", prefix)
        lead = ""


def _starts(source: str) -> Iterator[tuple[int, str]]:
    """Yield where an entry begins, and its key; parts of one that follow each other are one.

    Tables are parts of their own: nothing but what belongs to them can stand behind them.
    """
    last, in_table = None, False
    for place, statement in _statements(source):
        is_header = statement.lstrip(" \t").startswith("[")
        if BLANK_LINE.fullmatch(statement) or (in_table and not is_header):
            continue
        (key,) = tomllib.loads(statement)
        if key != last or is_header != in_table:
            yield place, key
        last, in_table = key, is_header


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of ``source`` with their places; a value of several lines is one."""
    start = depth = 0
    for token in _TOKEN.finditer(source):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if token[0] == "\n" and depth == 0:
            yield start, source[start : token.end()]
            start = token.end()


def _without_trail(lines: str) -> tuple[str, str]:
    """Split blank lines and comments off the end: they stay when the value is replaced."""
    end = len(lines)
    while BLANK_LINE.fullmatch(lines, start := lines.rfind("\n", 0, end - 1) + 1, end) and start:
        end = start
    return lines[:end], lines[end:]


def _finite(text: str) -> float | str:
    # What is no number equals nothing, itself included, and nothing can be counted with it.
    number = float(text)
    return number if math.isfinite(number) else text


def _plain(value: Any) -> Any:
    """Return ``value`` in the types that YAML has, too."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**MAX_DIGITS:
        return str(value)
    return value


# -- writing --------------------------------------------------------------------------------------


def _stretch(entry: FrontMatterEntry, own: str | None) -> str:
    value = entry.value
    if own is None:
        # A date is written without quotes, as it is in YAML.
        text = value if isinstance(value, str) and is_date(value) else _written(value)
        own = f"{_key(entry.name)} = {text}\n"
    return f"{entry.lead}{own}{entry.trail}" if entry.syntax == "toml" else own


def _written(value: Any) -> str:
    if isinstance(value, dict):
        pairs = [f"{_key(str(k))} = {_written(v)}" for k, v in value.items() if v is not None]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_written(item) for item in value if item is not None)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else _quoted(str(value))


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    # A text of TOML is one of JSON, except for what „delete“ once was.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
