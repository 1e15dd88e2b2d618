r"""Regular expressions of the writer, matched under a deadline.

Python's ``re`` tries all ways to match and cannot be stopped: “(a+)+b” takes minutes on a line of
thirty letters, and no other thread runs meanwhile. So ``re`` only decides whether an expression is
valid, and ``regex`` matches it, with a timeout and without the interpreter's lock.

``regex`` differs in what it adds: “{e}” allows a mistake, “[[:alpha:]]” is a class, and “\w” also
matches combining marks and not “²”. ``_translate`` takes that back. What remains are the dotted and
the dotless i of Turkish, which ``re`` takes for the same letter when case does not count.
"""

import re
import time
import warnings
from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING

from editor.errors import SearchError

if TYPE_CHECKING:
    import regex

MatchSpans = tuple[tuple[int, int], ...]
"""A match in code points: the span of the whole, then those of its groups, (-1, -1) for a group
that took no part."""

_MAX_REPETITIONS = 10_000
"""``regex`` writes out counted repetitions when it compiles: “(?:a{1000}){1000}” takes 300 MB."""
_COUNT = re.compile(r"\{(\d+)")
_GLOBAL_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")
_WORD = r"\p{L}\p{N}_"
r"""What “\w” means to ``re``: letters, all numerals, and the low line."""
_TOKEN = re.compile(
    r"""
      (?P<name>\\N\{[^}]*\})
    | (?P<escape>\\.)
    | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
    | (?P<brace>\{(?!\d*,?\d*\}))
    """,
    re.DOTALL | re.VERBOSE,
)
_ESCAPES = {
    r"\w": rf"[{_WORD}]",
    r"\W": rf"[^{_WORD}]",
    r"\b": rf"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))",
    r"\B": rf"(?:(?<=[{_WORD}])(?=[{_WORD}])|(?<![{_WORD}])(?![{_WORD}]))",
}
_SET_PART = re.compile(r"\\.|\[", re.DOTALL)
_REASONS = {
    "unterminated character set": "eine eckige Klammer ist nicht geschlossen",
    "missing ), unterminated subpattern": "eine runde Klammer ist nicht geschlossen",
    "unbalanced parenthesis": "eine runde Klammer ist nicht geöffnet",
    "nothing to repeat": "vor dem Wiederholungszeichen fehlt, was wiederholt wird",
    "multiple repeat": "zwei Wiederholungszeichen folgen aufeinander",
    "look-behind requires fixed-width pattern": "der Blick zurück braucht eine feste Länge",
}


def compile_pattern(text: str, *, whole_words: bool, case: bool) -> "regex.Pattern[str]":
    """Return the expression ``text``, in which ^ and $ stand for the ends of lines.

    Raises SearchError for one that is not valid, and for one that would take too much memory.
    """
    # Importing it takes 20 ms, and most searches do without regular expressions.
    import regex  # noqa: PLC0415

    flags = re.MULTILINE | (re.NOFLAG if case else re.IGNORECASE)
    pattern = _validate(text, flags)
    if prod(max(1, int(count)) for count in _COUNT.findall(text)) > _MAX_REPETITIONS:
        raise _too_slow_error()
    translated = text if pattern.flags & re.ASCII else _translate(text)
    if whole_words:
        lead = _GLOBAL_FLAGS.match(translated)
        start = lead.end() if lead else 0
        # In the verbose mode a comment would take the closing bracket along.
        end = "\n" if pattern.flags & re.VERBOSE else ""
        inner = f"{translated[start:]}{end}"
        translated = f"{translated[:start]}(?<![{_WORD}])(?:{inner})(?![{_WORD}])"
    try:
        return regex.compile(translated, int(flags) | regex.VERSION0)
    except (regex.error, MemoryError, OverflowError, RecursionError) as error:
        raise _invalid_error(error) from error


def find_matches(
    pattern: "regex.Pattern[str]", texts: Sequence[str], seconds: float
) -> list[list[MatchSpans]]:
    """Return the matches of ``pattern`` in every text.

    Raises SearchError once it has taken about ``seconds`` for all of them together.
    """
    groups = range(pattern.groups + 1)
    deadline = time.monotonic() + seconds
    matches = []
    for text in texts:
        left = deadline - time.monotonic()
        if left <= 0:
            raise _too_slow_error()
        try:
            found = pattern.finditer(text, timeout=left, concurrent=True)
            matches.append([tuple(match.span(group) for group in groups) for match in found])
        except (TimeoutError, MemoryError) as error:
            raise _too_slow_error() from error
    return matches


def _translate(text: str) -> str:
    """Return what means to ``regex`` as a pattern what ``text`` means to ``re``."""
    return _TOKEN.sub(_translate_token, text)


def _translate_token(match: re.Match[str]) -> str:
    if match["set"]:
        head = 2 if match["set"].startswith("[^") else 1
        return match["set"][:head] + _SET_PART.sub(_translate_set_part, match["set"][head:])
    if match["brace"]:
        return r"\{"
    return _ESCAPES.get(match[0], match[0])


def _translate_set_part(match: re.Match[str]) -> str:
    return {"[": r"\[", r"\w": _WORD}.get(match[0], match[0])


def _validate(text: str, flags: int) -> re.Pattern[str]:
    try:
        with warnings.catch_warnings():
            # A warning is about what a later Python may read differently.
            warnings.simplefilter("ignore")
            return re.compile(text, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise _invalid_error(error) from error


def _invalid_error(error: Exception) -> SearchError:
    position = getattr(error, "pos", None) if isinstance(error, re.error) else None
    reason = _REASONS.get(getattr(error, "msg", ""), "")
    at_de, at_en = (
        (f" an Stelle {position + 1}", f" at {position + 1}") if position is not None else ("", "")
    )
    return SearchError(
        f"Das Suchmuster ist{at_de} nicht gültig{f': {reason}' if reason else ''}; bitte "
        "berichtigen Sie es oder suchen Sie ohne Suchmuster.",
        f"The regular expression is not valid{at_en} ({error}); please correct it or search "
        "without regular expressions.",
    )


def _too_slow_error() -> SearchError:
    return SearchError(
        "Dieses Suchmuster braucht zu lange; bitte vermeiden Sie Wiederholungen in "
        "Wiederholungen wie in (a+)+.",
        "This regular expression takes too long; please avoid repetitions within repetitions, as "
        "in (a+)+.",
    )
