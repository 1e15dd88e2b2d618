"""TOML front matter between two lines of “+++”, as in Hugo, as a list of entries.

A key, or a table with all its contents, is an entry with its own stretch of the file. Dates and
times become texts in ISO form, as in YAML. See https://toml.io/en/v1.0.0. tomlkit also preserves
every byte, but only within a document of its own: an entry of a review needs its stretch by itself,
to be compared, restored from an earlier version or written in another syntax.
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
_KEY_LINE = re.compile(
    rf"^[ \t]*(?:(?:{_KEY}\.[ \t]*+)*+{_KEY}=|\[\[?[ \t]*(?:{_KEY}\.[ \t]*+)*+{_KEY}\])",
    re.MULTILINE,
)
"""A line with a key or a table: without one, the text between “+++” is not front matter."""
_PATH = re.compile(rf"(?<![\w-])(?:{_KEY}\.[ \t]*+){{100}}")
"""Keys nested more deeply than anyone writes; tomllib takes time and memory by their square."""
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
    """Match the front matter at the beginning of ``text``: groups "open", "inside" and "close"."""
    match = _FENCED.match(text)
    if match is None or (match["inside"].strip() and _KEY_LINE.search(match["inside"]) is None):
        return None
    return match


def parse(source: str, name: str = "") -> tuple[FrontMatterEntry, ...]:
    """Return the entries of ``source``, the lines between the fences of the file ``name``.

    Raises ReviewFileError when it is not valid TOML.
    """
    check_length(source, name)
    try:
        return tuple(_entries(source, _values(source)))
    except (ValueError, RecursionError) as error:
        line = _LINE.search(str(error))
        # The front matter begins on the second line of the file, and lines count from 1.
        raise syntax_error("TOML", int(line[1]) + 1 if line else None, name) from error


def dumps(entries: Iterable[FrontMatterEntry]) -> str:
    """Return the lines of ``entries``: their source where they were not edited, else new ones.

    New keys precede the first table: behind it, they would belong to it.
    """
    lines: list[str] = []
    tables: list[str] = []
    written_anew: set[str] = set()
    for entry in entries:
        source = entry.source if entry.syntax == "toml" else None
        # A key in two places of the file has two entries, of which the first one was edited.
        if entry.name in written_anew or (source is None and entry.value is None):
            continue
        if source is None:
            written_anew.add(entry.name)
        is_table = source is not None and source.lstrip(" \t").startswith("[")
        (tables if is_table else lines).append(_stretch(entry, source))
    return "".join(lines + tables)


# -- reading --------------------------------------------------------------------------------------


def _values(source: str) -> dict[str, Any]:
    if _PATH.search(source):
        raise tomllib.TOMLDecodeError("too many keys within keys")
    values = tomllib.loads(source, parse_float=_finite)
    return {key: _plain(value) for key, value in values.items()}


def _entries(source: str, values: dict[str, Any]) -> Iterator[FrontMatterEntry]:
    """Yield the entries of the valid ``source``; joined, their stretches are ``source`` again."""
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
    """Yield the start of every entry with its key; consecutive statements of a key are one entry.

    Everything behind the header of a table belongs to the table, up to the next header.
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
    """Yield the statements of ``source`` with their offsets; one may take several lines."""
    start = depth = 0
    for token in _TOKEN.finditer(source):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if token[0] == "\n" and depth == 0:
            yield start, source[start : token.end()]
            start = token.end()


def _without_trail(lines: str) -> tuple[str, str]:
    """Split blank lines and comments off the end: they are kept when the value is replaced."""
    end = len(lines)
    while BLANK_LINE.fullmatch(lines, start := lines.rfind("\n", 0, end - 1) + 1, end) and start:
        end = start
    return lines[:end], lines[end:]


def _finite(text: str) -> float | str:
    # NaN does not equal itself, so that a review with it would always count as changed.
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


def _stretch(entry: FrontMatterEntry, source: str | None) -> str:
    value = entry.value
    if source is None:
        # A date is written without quotes, as it is in YAML.
        text = value if isinstance(value, str) and is_date(value) else _dump_value(value)
        source = f"{_key(entry.name)} = {text}\n"
    return f"{entry.lead}{source}{entry.trail}" if entry.syntax == "toml" else source


def _dump_value(value: Any) -> str:
    if isinstance(value, dict):
        pairs = [f"{_key(str(k))} = {_dump_value(v)}" for k, v in value.items() if v is not None]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_dump_value(item) for item in value if item is not None)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else _quoted(str(value))


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    # A basic string of TOML is one of JSON, except that DEL must be escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
