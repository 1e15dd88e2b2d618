"""Running text → the pieces that are sorted into sections: paragraphs, headings, sentences."""

import re
from typing import NamedTuple

from editor.review import emphasis
from editor.review.blocks import blocks
from editor.review.sentences import sentences

_LINE_ENDS = tuple('.!?…:“”"’»«)')
_MARKED_UP = re.compile(
    r"^(?: {4}|\t|\s{0,3}(?:[-+*][ \t]|\d{1,9}[.)][ \t]|[#>|<`~:]|\[\^|!\[))", re.MULTILINE
)
_LINK = re.compile(r"!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?")
_SHORT_LINES = 2


class Piece(NamedTuple):
    """A stretch of the text with the white space behind it, and the paragraph it is of."""

    text: str
    paragraph: int


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of ``text`` with the white space behind each; joined they are it.

    A list, a quote, a table or code is one paragraph. Where there are no blank lines and every
    line is a paragraph, as in the text files of word processors, blank lines are put between.
    """
    text = _with_blank_lines(text)
    starts = [block.start for block in blocks(text)]
    if not starts:
        return [text] if text else []
    stops = [*starts[1:], len(text)]
    return [text[start:stop] for start, stop in zip([0, *starts[1:]], stops, strict=True)]


def parts(paragraph: str) -> list[str]:
    """Return the sentences of ``paragraph`` with the white space behind each; joined they are it.

    What is marked up as more than a line of text is one part, and no part ends within a link or
    within bold or italic words.
    """
    if _MARKED_UP.search(paragraph):
        return [paragraph]
    whole = [(span.start, span.end) for span in emphasis.spans(paragraph)]
    whole += [match.span() for match in _LINK.finditer(paragraph)]
    starts = [
        start
        for start, _ in sentences(paragraph)[1:]
        if not any(low < start < high for low, high in whole)
    ]
    stops = [*starts, len(paragraph)]
    return [paragraph[start:stop] for start, stop in zip([0, *starts], stops, strict=True)]


def _with_blank_lines(text: str) -> str:
    lines = text.strip("\n").split("\n")
    alone = all(line.rstrip().endswith(_LINE_ENDS) for line in lines)
    if len(lines) < _SHORT_LINES or not alone or _MARKED_UP.search(text):
        return text
    return "\n\n".join(lines) + text[len(text.rstrip("\n")) :]
