"""Common parts of the front matter syntaxes: key prefix, limits, errors."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from editor.errors import ReviewFileError
from editor.review.form import KEY_PREFIX

BLANK_LINE = re.compile(r"[ \t]*(#.*)?\n?")
"""A blank line or a comment."""
MAX_PARTS = 10_000
"""Most parts of a value, with its aliases expanded."""
MAX_DIGITS = 99
"""Most digits of a number; a longer one is treated as text."""
MAX_LENGTH = 500_000
"""Characters of the longest front matter that is read; longer ones take too much time."""
_MAX_DEPTH = 200
"""Most levels of nested values; Python's recursion ends at a thousand."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_STREAM = "-"
"""The name by which the command line calls standard input."""


def split_prefix(name: str) -> tuple[str, str]:
    """Return our prefix, or "" for a key without it, and the rest of the key."""
    key = name.removeprefix(KEY_PREFIX)
    return (KEY_PREFIX, key) if key and key != name else ("", name)


def is_date(text: str) -> bool:
    """Return whether ``text`` is a date in ISO form, which is written without quotes."""
    if _ISO_DATE.fullmatch(text) is None:
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def check_length(source: str, name: str) -> None:
    """Raise ReviewFileError when the front matter of the file ``name`` is too long to be read."""
    if len(source) > MAX_LENGTH:
        raise _too_long_error(name)


def bounded(value: Any) -> Any:
    """Return ``value``, None when it has too many parts or levels; its source is kept anyway."""
    parts, level = 0, [value]
    for _ in range(_MAX_DEPTH):
        parts += len(level)
        if not level or parts > MAX_PARTS:
            break
        level = [inner for part in level for inner in _parts(part)]
    return None if level else value


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return (*value, *value.values())
    return value if isinstance(value, list) else ()


def syntax_error(language: str, line: int | None, name: str) -> ReviewFileError:
    """Return the error for a front matter of the file ``name`` that is not valid ``language``.

    ``line`` counts from 1 in the file, None when it is unknown.
    """
    where_de, where_en = (f" (Zeile {line})", f" (line {line})") if line else ("", "")
    file_de, file_en = _called(name)
    return ReviewFileError(
        f"Die Angaben am Anfang {file_de} sind kein gültiges {language}{where_de}; bitte "
        "berichtigen Sie sie in einem Texteditor, die Datei bleibt unverändert.",
        f"The front matter of {file_en} is not valid {language}{where_en}; please correct it in a "
        "text editor, the file is left as it is.",
    )


def _too_long_error(name: str) -> ReviewFileError:
    file_de, file_en = _called(name)
    return ReviewFileError(
        f"Die Angaben am Anfang {file_de} sind länger als {MAX_LENGTH // 1_000}.000 Zeichen; "
        "bitte kürzen Sie sie in einem Texteditor, die Datei bleibt unverändert.",
        f"The front matter of {file_en} is longer than {MAX_LENGTH:,} characters; please shorten "
        "it in a text editor, the file is left as it is.",
    )


def _called(name: str) -> tuple[str, str]:
    if name == _STREAM:
        return "der Standardeingabe", "standard input"
    return (f"von {name}", name) if name else ("der Datei", "the file")
