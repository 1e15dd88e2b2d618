"""Words that are set apart: alone in italics, bold type, quotation marks, or as a link."""

import re

_OPENERS, _CLOSERS = frozenset('*_[„»«"‚“'), frozenset('*_]<“”»«"‘')
_TAG = re.compile(r"<(?:i|em|b|strong|cite|q|dfn|a|span)(?:\s[^<>]*)?>\Z", re.IGNORECASE)
_LONGEST_TAG = 200
"""Code points."""
_MARKS = re.compile(r"(?:[*_“”»«\"‘]|</\w+>)+")
_DASH = re.compile(r"\w[ \xa0][-–—][ \xa0]\Z")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_OPENED = re.compile(
    r"(?:[*_\[„»«\"‚“]|<(?:i|em|b|strong|cite)>|\((?=[A-ZÄÖÜ]))\w[^*_\]<>„“”»«\"‚‘()]*\Z"
)
_SENTENCE_END = re.compile(r"[.!?…](?:\s|\Z)")
_LONGEST_TITLE = 100
"""Code points."""
_LINE_MARKS = ' \t*_#>-„»«"‚“'


def is_set_apart(markdown: str, start: int, end: int) -> bool:
    """Tell whether the words from ``start`` to ``end`` alone are set apart.

    A label is not: „**Bild:**“, „**Bild**: gut“, „**Bild**“ on a line of its own. The target of a
    link does not matter, nor that of a wiki link: „[[Ziel|Wort]]“.
    """
    after = markdown[end : end + 1]
    is_opened = begins_set_apart(markdown, start) or markdown[start - 1 : start] + after == "|]"
    return is_opened and after in _CLOSERS and not _is_label(markdown, start, end)


def begins_set_apart(markdown: str, start: int) -> bool:
    """Tell whether italics, bold type, a quotation or a link begin at ``start``."""
    before = markdown[start - 1 : start]
    if before == ">":
        return _TAG.search(markdown, max(0, start - _LONGEST_TAG), start) is not None
    return before in _OPENERS


def continues_title(markdown: str, start: int) -> bool:
    """Tell whether the second part of a title begins at ``start``: „*Silo – Der Fall*“.

    It follows a dash, in a heading, in a line of its own that is no sentence, or in what is set
    apart.
    """
    line_start = markdown.rfind("\n", 0, start) + 1
    before = markdown[line_start:start]
    if not _DASH.search(before):
        return False
    line = markdown[line_start:].split("\n", 1)[0]
    if _HEADING.match(line) or _OPENED.search(before):
        return True
    is_alone = not markdown[:line_start].removesuffix("\n").rpartition("\n")[2].strip()
    return is_alone and len(line) <= _LONGEST_TITLE and not _SENTENCE_END.search(line)


def _is_label(markdown: str, start: int, end: int) -> bool:
    marks = _MARKS.match(markdown, end)
    if marks is None:
        return False
    if markdown[marks.end() : marks.end() + 1] == ":":
        return True
    line_end = markdown.find("\n", marks.end())
    rest = markdown[marks.end() :] if line_end < 0 else markdown[marks.end() : line_end]
    line = markdown[markdown.rfind("\n", 0, start) + 1 : start]
    return not rest.strip() and not line.strip(_LINE_MARKS)
