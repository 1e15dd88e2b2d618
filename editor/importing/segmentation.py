"""Segmentation of a running text into paragraphs, sentences and clauses."""

import re
from typing import NamedTuple

from editor.markdown import emphasis
from editor.markdown.blocks import blocks
from editor.markdown.scanner.inline import LINK
from editor.markdown.scanner.lines import STARTS_BLOCK
from editor.review.sentences import sentence_spans

_LINE_ENDS = tuple('.!?…:“”"’»«)')
_MARKED_UP = re.compile(rf"^(?:{STARTS_BLOCK.pattern}| {{0,3}}!\[)", re.MULTILINE)
"""A line that is more than a line of text: the start of a block, or an image."""
_MARK = 12
"""Code points that the mark at the start of a line has at most."""
_SHORT_LINES = 2
_WORD_START = re.compile(r"(?<=\s)(?=\S)")
_CLAUSE = re.compile(
    r"(?<=[,;:])\s+(?=\S)|\s+(?=[–—]\s)|\s+(?=(?:und|oder|aber|sondern|doch|denn|jedoch)\b)",
    re.IGNORECASE,
)
"""Possible starts of a clause. In German most clauses begin after a comma."""


class TextPiece(NamedTuple):
    """A part of the text with the white space after it, and the number of its paragraph."""

    text: str
    paragraph: int


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of ``text``, each with the white space after it; joined they are it.

    A list, a quote, a table or code is one paragraph. Where there are no blank lines and every
    line is a paragraph, as in text files of word processors, blank lines are inserted.
    """
    text = _with_blank_lines(text)
    starts = [block.start for block in blocks(text)]
    if not starts:
        return [text] if text else []
    stops = [*starts[1:], len(text)]
    return [text[start:stop] for start, stop in zip([0, *starts[1:]], stops, strict=True)]


def split_sentences(paragraph: str) -> list[str]:
    """Return the sentences of ``paragraph``, each with the white space after it.

    A paragraph with lists, code or the like is one part. No part ends within a link or within bold
    or italic text.
    """
    if _MARKED_UP.search(paragraph):
        return [paragraph]
    starts = _outside(paragraph, [start for start, _ in sentence_spans(paragraph)[1:]])
    stops = [*starts, len(paragraph)]
    return [paragraph[start:stop] for start, stop in zip([0, *starts], stops, strict=True)]


def split_positions(text: str) -> list[int]:
    """Return the positions at which ``text`` may be split, in code points: starts of words.

    Lines of a list, a quote, a table or code stay whole, and so do links and emphasised text.
    """
    if _MARKED_UP.search(text):
        return [match.end() for match in re.finditer(r"\n+(?=[^\n]*\S)", text) if match.start()]
    words = (match.start() for match in _WORD_START.finditer(text.lstrip()))
    indent = len(text) - len(text.lstrip())
    # “- b” or “1. b” at the start of a section would become a list.
    starts = [at + indent for at in words if not _MARKED_UP.match(text[at + indent :][:_MARK])]
    return _outside(text, starts)


def clause_starts(text: str) -> list[int]:
    """Return those of ``split_positions`` at which a clause seems to begin."""
    starts = {match.end() for match in _CLAUSE.finditer(text)}
    return [place for place in split_positions(text) if place in starts]


def _outside(text: str, starts: list[int]) -> list[int]:
    """Return those of ``starts`` that are not within a link or within bold or italic text."""
    whole = [(span.start, span.end) for span in emphasis.emphasis_spans(text)]
    whole += [match.span() for match in LINK.finditer(text)]
    return [start for start in starts if not any(low < start < high for low, high in whole)]


def _with_blank_lines(text: str) -> str:
    lines = text.strip("\n").split("\n")
    alone = all(line.rstrip().endswith(_LINE_ENDS) for line in lines)
    if len(lines) < _SHORT_LINES or not alone or _MARKED_UP.search(text):
        return text
    return "\n\n".join(lines) + text[len(text.rstrip("\n")) :]
