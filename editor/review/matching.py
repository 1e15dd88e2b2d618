"""Matches regular expressions under a deadline.

Python's engine tries all ways to match and cannot be stopped: „(a+)+b“ takes minutes on a line of
thirty letters, and while it does, no other thread runs. So a pattern with repetitions is matched in
a process of its own, which costs some tenths of a second and is killed when time is up. A bundle
has to call ``multiprocessing.freeze_support`` first thing in its main module.
"""

import re
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from editor.errors import SearchError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Spans = tuple[tuple[int, int], ...]
"""A match: the span of the whole, then those of its groups, (-1, -1) for one that took no part."""

_REPEATS = re.compile(r"[*+{]")
_CHOICES = 8
"""Question marks that are quick to try: each may double the ways to match."""
_START = 10.0
"""Seconds that the process may take to start, on a busy machine; they are not the pattern's."""
_READY = "ready"
_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")
_REASONS = {
    "unterminated character set": "eine eckige Klammer ist nicht geschlossen",
    "missing ), unterminated subpattern": "eine runde Klammer ist nicht geschlossen",
    "unbalanced parenthesis": "eine runde Klammer ist nicht geöffnet",
    "nothing to repeat": "vor dem Wiederholungszeichen fehlt, was wiederholt wird",
    "multiple repeat": "zwei Wiederholungszeichen folgen aufeinander",
    "look-behind requires fixed-width pattern": "der Blick zurück braucht eine feste Länge",
}


def compiled(pattern: str, *, whole_words: bool, case: bool) -> re.Pattern[str]:
    """Return the pattern, in which ^ and $ stand for the ends of lines.

    Raises SearchError for one that is not valid.
    """
    flags = re.MULTILINE | (re.NOFLAG if case else re.IGNORECASE)
    found = _compiled(pattern, flags)
    if not whole_words:
        return found
    lead = _FLAGS.match(pattern)
    start = lead.end() if lead else 0
    # In the verbose mode a comment would take the closing bracket along.
    end = "\n" if found.flags & re.VERBOSE else ""
    return _compiled(rf"{pattern[:start]}(?<!\w)(?:{pattern[start:]}{end})(?!\w)", flags)


def matches(pattern: re.Pattern[str], texts: Sequence[str], seconds: float) -> list[list[Spans]]:
    """Return the matches of ``pattern`` in every text. Raises SearchError when it takes longer."""
    if not _may_run_away(pattern.pattern):
        return _matches(pattern, texts)
    # It brings sockets and pickles along, and most searches do without.
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    arguments = (sender, pattern.pattern, pattern.flags, texts)
    process = context.Process(target=_send, args=arguments, daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(_START) or receiver.recv() != _READY:
            raise _not_started()
        if not receiver.poll(seconds):
            raise _too_slow()
        return list(receiver.recv())
    except EOFError as error:
        raise _not_started() from error
    finally:
        process.kill()
        process.join()
        process.close()
        receiver.close()


def _send(sender: "Connection", pattern: str, flags: int, texts: Sequence[str]) -> None:
    sender.send(_READY)
    sender.send(_matches(_compiled(pattern, flags), texts))
    sender.close()


def _matches(pattern: re.Pattern[str], texts: Sequence[str]) -> list[list[Spans]]:
    groups = range(pattern.groups + 1)
    return [
        [tuple(match.span(group) for group in groups) for match in pattern.finditer(text)]
        for text in texts
    ]


def _may_run_away(pattern: str) -> bool:
    return bool(_REPEATS.search(pattern)) or pattern.count("?") > _CHOICES


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    try:
        with warnings.catch_warnings():
            # What a later Python may read otherwise is no concern of a writer's.
            warnings.simplefilter("ignore")
            return re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise _invalid(error) from error


def _invalid(error: Exception) -> SearchError:
    position = getattr(error, "pos", None)
    reason = _REASONS.get(getattr(error, "msg", ""), "")
    at_de, at_en = (
        (f" an Stelle {position + 1}", f" at {position + 1}") if position is not None else ("", "")
    )
    return SearchError(
        f"Der reguläre Ausdruck ist{at_de} nicht gültig{f': {reason}' if reason else ''}; bitte "
        "berichtigen Sie ihn oder suchen Sie ohne reguläre Ausdrücke.",
        f"The regular expression is not valid{at_en} ({error}); please correct it or search "
        "without regular expressions.",
    )


def _too_slow() -> SearchError:
    return SearchError(
        "Dieser reguläre Ausdruck braucht zu lange; bitte vermeiden Sie Wiederholungen in "
        "Wiederholungen wie in (a+)+.",
        "This regular expression takes too long; please avoid repetitions within repetitions, as "
        "in (a+)+.",
    )


def _not_started() -> SearchError:
    return SearchError(
        "Die Suche nach diesem regulären Ausdruck ließ sich nicht ausführen; bitte versuchen Sie "
        "es noch einmal oder suchen Sie ohne reguläre Ausdrücke.",
        "The search for this regular expression could not be run; please try again or search "
        "without regular expressions.",
    )
