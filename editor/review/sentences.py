"""Words and sentences of German plain text, in code points.

A full stop ends a sentence only where a new one can begin: never after “z. B.” or “Dr.”, and after
“3.” or “90 Min.” only before a word that has a capital for no other reason.
"""

import re

WORD = re.compile(
    r"(?:\d+(?:[.,:]\d+)+|[^\W_](?:[^\W_]|[\u0300-\u036f])*)"
    r"(?:[’'‐‑-][^\W_](?:[^\W_]|[\u0300-\u036f])*)*"
)
"""A word with its hyphens and apostrophes, or a number with its decimals."""

_GAP = r"\n[^\S\n]*\n\s*"
_END = re.compile(rf"{_GAP}|(?<![.!?…])(?P<mark>[.!?…]++)[“”\"’‘»«)\]]*+(?=\s|\Z)")
_NEXT = re.compile(r"[\s„“”\"»«‚‘’'(\[–—-]*+(?P<word>[^\W_]*)")
_BEFORE = re.compile(r"(?P<pair>\b[^\W\d_]\.\s?)?(?P<token>\b[^\W_]+)\Z")
_REACH = 24
"""Code points before a full stop that are searched for an abbreviation."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INSIDE = _words(
    "abb art bd bspw bzw ca dipl dr dt engl ep evtl exkl frz geb gest ggf hr hrsg ing inkl jh kap "
    "max mr mrs ms nr orig prof resp sog st str vgl vol zzgl"
)
_PERHAPS = _words("co inc jr ltd min mio mrd sek sr std tsd")
_PERHAPS_LETTERS = "aä"
"""Last letters of “u. a.” and “o. Ä.”, which may end a sentence, unlike “z. B.” and “d. h.”."""
_ORDINAL = 3
"""Most digits of a number that may be an ordinal; a year has more."""
_STARTERS = _words(
    "aber alle alles allerdings als am an auch auf aus außerdem bei beim da dabei damit danach "
    "dann darum das dass dazu dem den denn dennoch der des deshalb die diese dieser dieses doch "
    "dort durch ebenso ein eine einem einen einer er es für gegen gerade hier hinzu ich ihr ihre "
    "im immerhin in insgesamt jedoch kein keine leider man mit nach noch nun nur ob obwohl ohne "
    "schon sein seine selbst sie so trotzdem um und unter viele vom von vor was weil wenn wer wie "
    "wir wo während zu zudem zum zur über"
)
"""Words that have a capital only at the beginning of a sentence."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences, without the white space between them.

    An empty line also ends a sentence, so that a heading or a list item counts as one. A stretch
    without a word does not count. The time is proportional to the length.
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        if match["mark"] is None or _is_end(text, match, start):
            spans.append((start, match.end() if match["mark"] else match.start()))
            start = match.end()
    spans.append((start, len(text)))
    return [_trimmed(text, *span) for span in spans if WORD.search(text, *span)]


def _is_end(text: str, match: re.Match[str], start: int) -> bool:
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    if word[:1].islower():
        return False
    if match["mark"] != "." or not word:
        return True
    stop = match.start()
    before = _BEFORE.search(text[max(start, stop - _REACH) : stop])
    return before is None or _may_end(before) or (_is_open(before) and word.lower() in _STARTERS)


def _may_end(before: re.Match[str]) -> bool:
    """Return whether the full stop after this word certainly does not belong to an abbreviation."""
    token = before["token"].lower()
    if token.isdigit():
        return len(token) > _ORDINAL
    return len(token) > 1 and token not in _INSIDE and token not in _PERHAPS


def _is_open(before: re.Match[str]) -> bool:
    """Return whether an abbreviation or an ordinal may end a sentence."""
    token = before["token"].lower()
    if before["pair"]:
        return token in _PERHAPS_LETTERS
    return token not in _INSIDE


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
