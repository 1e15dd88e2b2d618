"""Excerpts: the words of a proposal with the text around them, as a list shows them in a line."""

import re
from typing import NamedTuple

from editor.markdown.plaintext import PlainText

_AROUND = 60
"""Code points of the text at most before and after the words."""


class Excerpt(NamedTuple):
    """Words of a text with the text around them, without Markdown and line ends."""

    before: str
    words: str
    after: str


def excerpt(plain: PlainText, start: int, end: int) -> Excerpt:
    """Return the words from ``start`` to ``end``, code points of the Markdown, with what is around.

    It ends at whole words, and has „…“ where the text goes on. All of it is empty where the place
    is not in the plain text.
    """
    first, last = plain.plain_offset(start), plain.plain_offset(end)
    if first is None or last is None:
        return Excerpt("", "", "")
    near = _line(plain.text[max(0, first - _AROUND) : first])
    far = _line(plain.text[last : last + _AROUND])
    before = near if first <= _AROUND else f"… {near.partition(' ')[2]}"
    after = far if last + _AROUND >= len(plain.text) else f"{far.rpartition(' ')[0]} …"
    return Excerpt(before.lstrip(), _line(plain.text[first:last]), after.rstrip())


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
