"""Tables as Python-Markdown reads them: a header row, a row of dashes, and rows of cells."""

import re
from collections.abc import Sequence

from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.tokens import SourceLine, mask

_PIPE = re.compile(r"\\.|\|")
_END = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_DASHES = frozenset("|:- ")


def cells(lines: Sequence[SourceLine], low: int, high: int) -> list[SourceLine]:
    """Return the cells of the table in the lines from ``low`` up to ``high``, row by row.

    Returns an empty list if the lines are not a table.
    """
    if low + 1 >= high or "|" not in lines[low].text or not set(lines[low + 1].text) <= _DASHES:
        return []
    first = lines[low].strip()
    bordered = _has_border(first)
    header = _split(first, bordered=bordered)
    if len(_split(lines[low + 1].strip(), bordered=bordered)) != len(header):
        return []
    if len(header) == 1 and not all(_has_border(lines[row].strip()) for row in range(low, high)):
        return []
    rows = (_split(lines[row].strip(), bordered=bordered) for row in range(low + 2, high))
    return [cell.strip() for row in (header, *rows) for cell in row[: len(header)]]


def _has_border(row: SourceLine) -> bool:
    return row.text.startswith("|") or bool(_END.search(row.text))


def _split(row: SourceLine, *, bordered: bool) -> list[SourceLine]:
    if bordered and row.text.startswith("|"):
        row = row.cut(1)
    if bordered and _END.search(row.text):
        row = SourceLine(row.start, row.text[:-1])
    cells_of_row, start = [], 0
    for match in _PIPE.finditer(mask(row.text, code_spans(row.text)[0])):
        if match[0] == "|":
            cells_of_row.append(SourceLine(row.start + start, row.text[start : match.start()]))
            start = match.end()
    return [*cells_of_row, row.cut(start)]
