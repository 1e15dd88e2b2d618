"""Edits of the Markdown that apply a replacement and keep the markup."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from editor.markdown.plaintext import PlainText, plain_text


class TextEdit(NamedTuple):
    """Replacement of the code points from ``start`` to ``end`` of a text by ``text``."""

    start: int
    end: int
    text: str


def correction_edits(markdown: str, start: int, end: int, replacement: str) -> list[TextEdit]:
    """Return the edits that turn the words from ``start`` to ``end`` into ``replacement``.

    They are ordered from the last to the first, so that each can be applied in turn. If there is
    markup within the words („**so**weit“), only the letters that differ are edited („**so**
    weit“): a replacement contains no markup and must not remove it.
    """
    plain = plain_text(markdown)
    low, high = plain.plain_offset(start), plain.plain_offset(end)
    if low is None or high is None or plain.text[low:high] == markdown[start:end]:
        return [TextEdit(start, end, replacement)]
    return list(_edits(plain, low, plain.text[low:high], replacement))[::-1]


def _edits(plain: PlainText, low: int, words: str, replacement: str) -> Iterator[TextEdit]:
    changes = SequenceMatcher(None, words, replacement, autojunk=False).get_opcodes()
    for kind, first, last, other, other_end in changes:
        text = replacement[other:other_end]
        if kind == "equal":
            continue
        if kind == "insert" and text[:1].isspace():
            # A blank is put behind the end of an emphasis: within, it would keep it from ending.
            span = plain.source_span(low + first, low + first + 1)
            span = (span[0], span[0]) if span else None
        else:
            span = plain.source_span(low + first, low + last)
        if span is not None:
            yield TextEdit(*span, text)
