"""JSON front matter at the very beginning of a file, as in Hugo, as a list of entries.

A key with its value is an entry with its own stretch of the file.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from editor.review.model import FrontMatterEntry
from editor.storage.front_matter_base import (
    MAX_DIGITS,
    bounded,
    check_length,
    split_prefix,
    syntax_error,
)

_TEXT = r'"(?:[^"\\]|\\.)*+'
_OBJECT_START = re.compile(rf'\{{\s*+{_TEXT}"\s*+:', re.DOTALL)
"""Beginning of an object; any other text in braces is not front matter."""
_TOKEN = re.compile(rf'{_TEXT}(?:"|\Z)|[{{}}]', re.DOTALL)
_CUT = re.compile(r"(?P<open>\{)(?P<inside>.*\S)??(?P<close>\s*\}[ \t]*(?:\n|\Z))", re.DOTALL)
_BLANK = re.compile(r"[ \t\n\r]*+")
_COLON = re.compile(r"[ \t\n\r]*+:[ \t\n\r]*+")
_LEAD = "\n  "


def match_front_matter(text: str) -> re.Match[str] | None:
    """Match the front matter at the beginning of ``text``: groups "open", "inside" and "close".

    As in Hugo, it ends with the line in which all braces are closed.
    """
    if not text.startswith("{") or _OBJECT_START.match(text) is None:
        return None
    end = _end(text)
    line = text.find("\n", end) + 1 if end else 0
    return _CUT.fullmatch(text, 0, line or len(text)) if end else None


def parse(source: str, name: str = "") -> tuple[FrontMatterEntry, ...]:
    """Return the entries of ``source``, the text between the outermost braces of ``name``.

    Raises ReviewFileError when it is not valid JSON.
    """
    check_length(source, name)
    try:
        return tuple(_entries(source))
    except json.JSONDecodeError as error:
        raise syntax_error("JSON", error.lineno, name) from error
    except (ValueError, RecursionError) as error:
        raise syntax_error("JSON", None, name) from error


def dumps(entries: Iterable[FrontMatterEntry]) -> str:
    """Return the text between the braces: the source of unedited entries, else new members."""
    entries = list(entries)
    lead = next((entry.lead for entry in entries if entry.syntax == "json"), _LEAD)
    return ",".join(_member(entry, lead) for entry in entries)


def _end(text: str) -> int:
    """Return the end of the object at the beginning of ``text``, 0 when it has none."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] == "{") - (token[0] == "}")
        if depth == 0:
            return token.end()
    return 0


def _entries(source: str) -> Iterator[FrontMatterEntry]:
    """Yield the members of an object; joined by commas, their stretches are ``source`` again."""
    decoder = json.JSONDecoder(parse_float=_finite, parse_int=_number, parse_constant=_refused)
    place = -1
    while place < len(source):
        start = _end_of(_BLANK, source, place + 1)
        key, end = decoder.raw_decode(source, start)
        if not isinstance(key, str):
            raise json.JSONDecodeError("", source, start)
        value, end = decoder.raw_decode(source, _end_of(_COLON, source, end))
        lead, place = source[place + 1 : start], _end_of(_BLANK, source, end)
        if place < len(source) and source[place] != ",":
            raise json.JSONDecodeError("", source, place)
        (prefix, name), trail = split_prefix(key), source[end:place]
        yield FrontMatterEntry(name, bounded(value), source[start:end], lead, trail, "json", prefix)


def _end_of(pattern: re.Pattern[str], source: str, place: int) -> int:
    match = pattern.match(source, place)
    if match is None:
        raise json.JSONDecodeError("", source, place)
    return match.end()


def _member(entry: FrontMatterEntry, lead: str) -> str:
    is_json = entry.syntax == "json"
    before, behind = (entry.lead, entry.trail) if is_json else (lead, "")
    if is_json and entry.source is not None:
        return f"{before}{entry.source}{behind}"
    pair = (entry.name, entry.value)
    key, value = (json.dumps(part, ensure_ascii=False, default=str) for part in pair)
    return f"{before}{key}: {value}{behind}"


def _finite(text: str) -> float | str:
    number = float(text)
    return number if math.isfinite(number) else text


def _number(text: str) -> int | str:
    return int(text) if len(text) <= MAX_DIGITS else text


def _refused(_: str) -> NoReturn:
    raise ValueError
