"""Running text → the pieces that are sorted into sections: paragraphs, headings, sentences."""

import re
from typing import NamedTuple

from editor.markdown import emphasis
from editor.markdown.blocks import blocks
from editor.markdown.scanner.lines import STARTS_BLOCK
from editor.review.sentences import sentence_spans

_LINE_ENDS = tuple('.!?…:“”"’»«)')
_MARKED_UP = re.compile(rf"^(?:{STARTS_BLOCK.pattern}| {{0,3}}!\[)", re.MULTILINE)
"""A line that is more than a line of text: the start of a block, or an image."""
_LINK = re.compile(r"!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?")
_MARK = 12
"""Code points that the longest mark of a line has."""
_SHORT_LINES = 2
_WORD_START = re.compile(r"(?<=\s)(?=\S)")
_CLAUSE = re.compile(
    r"(?<=[,;:])\s+(?=\S)|\s+(?=[–—]\s)|\s+(?=(?:und|oder|aber|sondern|doch|denn|jedoch)\b)",
    re.IGNORECASE,
)
"""Where a new clause may begin; commas count for most of what German grammar asks for."""


class TextPiece(NamedTuple):
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


def split_sentences(paragraph: str) -> list[str]:
    """Return the sentences of ``paragraph`` with the white space behind each; joined they are it.

    What is marked up as more than a line of text is one part, and no part ends within a link or
    within bold or italic words.
    """
    if _MARKED_UP.search(paragraph):
        return [paragraph]
    starts = _outside(paragraph, [start for start, _ in sentence_spans(paragraph)[1:]])
    stops = [*starts, len(paragraph)]
    return [paragraph[start:stop] for start, stop in zip([0, *starts], stops, strict=True)]


def split_positions(text: str) -> list[int]:
    """Return where a writer may divide ``text``, in code points: where a word begins.

    Lines of a list, a quote, a table or code stay whole, and so do links and emphasised words.
    """
    if _MARKED_UP.search(text):
        return [match.end() for match in re.finditer(r"\n+(?=[^\n]*\S)", text) if match.start()]
    words = (match.start() for match in _WORD_START.finditer(text.lstrip()))
    indent = len(text) - len(text.lstrip())
    # „- b“ or „1. b“ would be a list where a section begins with it.
    starts = [at + indent for at in words if not _MARKED_UP.match(text[at + indent :][:_MARK])]
    return _outside(text, starts)


def clause_starts(text: str) -> list[int]:
    """Return those of ``split_positions`` at which a new clause seems to begin."""
    starts = {match.end() for match in _CLAUSE.finditer(text)}
    return [place for place in split_positions(text) if place in starts]


def _outside(text: str, starts: list[int]) -> list[int]:
    """Return those of ``starts`` that are not within a link or within bold or italic words."""
    whole = [(span.start, span.end) for span in emphasis.emphasis_spans(text)]
    whole += [match.span() for match in _LINK.finditer(text)]
    return [start for start in starts if not any(low < start < high for low, high in whole)]


def _with_blank_lines(text: str) -> str:
    lines = text.strip("\n").split("\n")
    alone = all(line.rstrip().endswith(_LINE_ENDS) for line in lines)
    if len(lines) < _SHORT_LINES or not alone or _MARKED_UP.search(text):
        return text
    return "\n\n".join(lines) + text[len(text.rstrip("\n")) :]
