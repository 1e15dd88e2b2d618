"""Words that are set apart: alone in italics, bold type, quotation marks, or as a link."""

import re

_OPENERS, _CLOSERS = frozenset('*_[„»«"‚“'), frozenset('*_]<“”»«"‘')
_TAG = re.compile(r"<(?:i|em|b|strong|cite|q|dfn|a|span)(?:\s[^<>]*)?>\Z", re.IGNORECASE)
_LONGEST_TAG = 200
"""Code points."""
_MARKS = re.compile(r"(?:[*_“”»«\"‘]|</\w+>)+")
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
