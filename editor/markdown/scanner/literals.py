"""Code and comments of a text, in which no mark means anything."""

import re
from collections.abc import Iterator
from itertools import pairwise

from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.fences import fences

_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_COMMENT, _COMMENT_END = "<!--", "-->"


def blank_literals(text: str) -> str:
    """Return ``text`` with spaces in place of code and comments, so that positions stay the same.

    Fenced code may still lack its end. Indented code stays, since a writer may be about to make an
    item of a list of it.
    """
    if "`" not in text and "~~~" not in text and "<!--" not in text:
        return text
    text = _blanked(text, [(fence.start, fence.end) for fence in fences(text, until_end=True)])
    text = _blanked(text, _code_spans(text))
    return _blanked(text, list(_comments(text)))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (start := text.find(_COMMENT, end)) >= 0:
        closing = text.find(_COMMENT_END, start + len(_COMMENT))
        if closing < 0:
            return
        end = closing + len(_COMMENT_END)
        yield start, end


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Return the code spans of all paragraphs of ``text``."""
    breaks = [0, *(match.end() for match in _BLANK_LINE.finditer(text)), len(text)]
    return [
        (start + low, start + high)
        for start, stop in pairwise(breaks)
        if "`" in text[start:stop]
        for low, high in code_spans(text[start:stop])[0]
    ]


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += text[last:start], re.sub(r"[^\n]", " ", text[start:end])
        last = end
    return "".join([*parts, text[last:]])
