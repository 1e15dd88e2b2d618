"""Pairs of guillemets in a paragraph, including those next to a bracket or a dash.

LanguageTool's ``DE_UNPAIRED_QUOTES`` takes the first mark of „(»Nein!«)“ for a closing one, because
German uses guillemets in both directions: »…« in books, «…» in Switzerland.
"""

from itertools import pairwise

_KINDS = ("»«", "›‹")
_BEFORE = "([{/„“‚‘»«›‹–—-"
"""Characters other than white space that may stand before an opening mark."""
_AFTER = ")]}/.,;:!?…“”‘’»«›‹–—-"
"""Characters other than white space that may stand after a closing mark."""


def is_paired(paragraph: str, position: int) -> bool:
    """Tell whether the guillemet at ``position`` of ``paragraph`` has its counterpart.

    ``position`` is in code points. Returns False for other characters. Takes time in proportion to
    the length of the paragraph.
    """
    for kind in _KINDS:
        if paragraph[position] in kind:
            return any(position in pair for pair in _pairs(paragraph, kind))
    return False


def _pairs(paragraph: str, kind: str) -> list[tuple[int, int]]:
    """Return the positions of the two marks of each pair of one ``kind``, in order."""
    marks = [at for at, letter in enumerate(paragraph) if letter in kind]
    pairs: list[tuple[int, int]] = []
    for start, end in pairwise(marks):
        is_free = not pairs or pairs[-1][1] < start
        is_pair = paragraph[start] != paragraph[end] and _opens(paragraph, start)
        if is_free and is_pair and _closes(paragraph, end):
            pairs.append((start, end))
    return pairs


def _opens(paragraph: str, mark: int) -> bool:
    before, after = paragraph[max(0, mark - 1) : mark], paragraph[mark + 1 : mark + 2]
    return (not before or before.isspace() or before in _BEFORE) and not (after or " ").isspace()


def _closes(paragraph: str, mark: int) -> bool:
    before, after = paragraph[mark - 1], paragraph[mark + 1 : mark + 2]
    return (not after or after.isspace() or after in _AFTER) and not before.isspace()
