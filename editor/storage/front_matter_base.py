"""What the front matter of a review has in common in every syntax: names, limits, complaints."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from editor.errors import ReviewFileError
from editor.review.form import KEY_PREFIX

BLANK_LINE = re.compile(r"[ \t]*(#.*)?\n?")
"""A blank line or a comment."""
MAX_PARTS = 10_000
"""Parts that the value of an entry may have once its aliases are written out."""
MAX_DIGITS = 99
"""Digits of a number; what has more is none that anyone counts with, and is a text."""
_LONGEST = 500_000
"""Characters of a front matter; reading a longer one takes longer than anybody waits."""
_DEEPEST = 200
"""Levels of a value within a value; Python stops at a thousand, wherever it then is."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_STREAM = "-"
"""The name by which the command line calls standard input."""


def split_prefix(name: str) -> tuple[str, str]:
    """Return our prefix, where a key has it, and the rest of the key."""
    key = name.removeprefix(KEY_PREFIX)
    return (KEY_PREFIX, key) if key and key != name else ("", name)


def is_date(text: str) -> bool:
    """Return whether ``text`` is a date in ISO form, which needs no quotes."""
    if _ISO_DATE.fullmatch(text) is None:
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def check_length(source: str, name: str) -> None:
    """Raise ReviewFileError for a front matter of ``name`` that nobody would wait for."""
    if len(source) > _LONGEST:
        raise _too_long(name)


def bounded(value: Any) -> Any:
    """Return ``value``, None for one of too many parts or levels: it is kept as it is written."""
    parts, level = 0, [value]
    for _ in range(_DEEPEST):
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
    """Return what there is to say of a front matter of ``name`` that is not in ``language``.

    ``line`` is where, counted from 1 in the file, None where that is not known.
    """
    where_de, where_en = (f" (Zeile {line})", f" (line {line})") if line else ("", "")
    file_de, file_en = _called(name)
    return ReviewFileError(
        f"Die Angaben am Anfang {file_de} sind kein gültiges {language}{where_de}; bitte "
        "berichtigen Sie sie in einem Texteditor, die Datei bleibt unverändert.",
        f"The front matter of {file_en} is not valid {language}{where_en}; please correct it in a "
        "text editor, the file is left as it is.",
    )


def _too_long(name: str) -> ReviewFileError:
    file_de, file_en = _called(name)
    return ReviewFileError(
        f"Die Angaben am Anfang {file_de} sind länger als {_LONGEST // 1_000} 000 Zeichen; bitte "
        "kürzen Sie sie in einem Texteditor, die Datei bleibt unverändert.",
        f"The front matter of {file_en} is longer than {_LONGEST:,} characters; please shorten it "
        "in a text editor, the file is left as it is.",
    )


def _called(name: str) -> tuple[str, str]:
    if name == _STREAM:
        return "der Standardeingabe", "standard input"
    return (f"von {name}", name) if name else ("der Datei", "the file")
