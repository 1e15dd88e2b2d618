"""Lines of a block as Python-Markdown reads them: items, definitions, attribute lists."""

import re
from collections import deque
from collections.abc import Iterable, Iterator

from editor.markdown.scanner.lines import DEFINITION, FOOTNOTE, INDENT, PYTHON_MARKDOWN
from editor.markdown.scanner.tokens import MARK, SourceLine

TAB = INDENT

UNINDENTED = re.compile(r" {0,3}[^ :]")
QUOTE = re.compile(r" {0,3}>")
"""A line that begins a quote; inside of one ``PYTHON_MARKDOWN.quote`` is removed from each line."""
ITEMS = {"ol": PYTHON_MARKDOWN.number, "ul": PYTHON_MARKDOWN.bullet}
ABBREVIATION = re.compile(r"\*\[[^\\\]]+\] ?: *(.*)$")
LINK = re.compile(r" {0,3}\[([^\[\]]*)\]: *(.*)$")

MARKS = {
    "#": [("heading", PYTHON_MARKDOWN.heading)],
    "-": [("rule", PYTHON_MARKDOWN.rule)],
    "_": [("rule", PYTHON_MARKDOWN.rule)],
    "*": [("rule", PYTHON_MARKDOWN.rule), ("abbreviation", ABBREVIATION)],
    ":": [("definition", DEFINITION)],
    ">": [("quote", QUOTE)],
    "[": [("note", FOOTNOTE), ("link", LINK)],
}
"""Lines that mean something wherever they are in a block, by their first character."""

_INNER_ITEM = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
_TASK = re.compile(r"\[[ xX]\](?: +|$)")
_TITLE = r"""(?:"[^\n]*"|'[^\n]*'|\([^\n]*\)) *$"""
_LINK_TARGET = re.compile(rf" *+(\S++) *+(?P<title>{_TITLE})?$")
_LINK_TITLE = re.compile(rf" *{_TITLE}")
_ATTRIBUTES = re.compile(r"""(?:[^ =}]+(?:=(?:"[^"]*"|'[^']*'|[^ =}]+))?| )*+""")
_ATTRIBUTES_AFTER = re.compile(r"(?<! ) +\{:? *(?=[^} ])")
_ATTRIBUTES_LINE = re.compile(r" *\{:? *(?=[^} ])")


def split(text: str, start: int) -> list[SourceLine]:
    """Return the lines of ``text``, which begins at position ``start``."""
    lines = []
    for line in text.split("\n"):
        lines.append(SourceLine(start, line))
        start += len(line) + 1
    return lines


def blocks(lines: Iterable[SourceLine]) -> Iterator[list[SourceLine]]:
    """Yield the runs of lines that are not blank; a mark is a run of its own."""
    block: list[SourceLine] = []
    for line in lines:
        is_mark = line.text == MARK
        if line.text.strip(" ") and not is_mark:
            block.append(line)
            continue
        if block:
            yield block
        if is_mark:
            yield [line]
        block = []
    if block:
        yield block


def cut(pattern: re.Pattern[str], line: SourceLine) -> SourceLine:
    """Return the line without the match of ``pattern`` at its start."""
    match = pattern.match(line.text)
    return line.cut(match.end()) if match else line


def unindented(lines: Iterable[SourceLine], level: int = 1) -> list[SourceLine]:
    """Return the lines with ``level`` indents less; those that have fewer stay as they are."""
    indent = TAB * level
    return [line.cut(len(indent)) if line.text.startswith(indent) else line for line in lines]


def items(lines: list[SourceLine], pattern: re.Pattern[str]) -> list[list[SourceLine]]:
    """Return the items of a list; an indented item belongs to the one before it."""
    result: list[list[SourceLine]] = []
    for line in lines:
        if match := pattern.match(line.text):
            result.append([cut(_TASK, line.cut(match.end()))])
        elif _INNER_ITEM.match(line.text) and not result[-1][0].text.startswith(TAB):
            result.append([line])
        else:
            result[-1].append(line)
    return result


def note_continued(following: deque[list[SourceLine]]) -> Iterator[list[SourceLine]]:
    """Remove and yield the indented blocks that belong to the footnote before them."""
    while following and following[0][0].text.startswith(TAB):
        block = following.popleft()
        notes = (index for index, line in enumerate(block) if FOOTNOTE.match(line.text))
        end = next(notes, None)
        yield unindented(block[:end])
        if end is not None:
            following.appendleft(block[end:])
            return


def link_end(lines: list[SourceLine], index: int, high: int) -> int:
    """Return the index after the link definition that begins at ``index``, 0 if none does."""
    match = LINK.match(lines[index].text)
    rest, end = match[2] if match else "", index + 1
    if not rest and end < high:
        rest, end = lines[end].text, end + 1
    target = _LINK_TARGET.match(rest)
    if not target:
        return 0
    has_title = not target["title"] and end < high and _LINK_TITLE.match(lines[end].text)
    return end + 1 if has_title else end


def without_hashes(line: SourceLine) -> SourceLine:
    """Return a heading without its closing hashes; an escaped one stays."""
    line = line.strip()
    bare = line.text.rstrip("#")
    escapes = len(bare) - len(bare.rstrip("\\"))
    return line.head(len(bare) + escapes % 2).rstrip()


def without_attributes(line: SourceLine) -> SourceLine:
    """Return the line without the attribute list after its text."""
    match = _ATTRIBUTES_AFTER.search(line.text)
    return line.head(match.start()) if match and _are_attributes(line, match.end()) else line


def without_attributes_line(lines: list[SourceLine]) -> list[SourceLine]:
    """Return a paragraph without its last line if that is an attribute list."""
    match = _ATTRIBUTES_LINE.match(lines[-1].text)
    is_list = len(lines) > 1 and match and _are_attributes(lines[-1], match.end())
    return lines[:-1] if is_list else lines


def _are_attributes(line: SourceLine, start: int) -> bool:
    # The list must end the line, and no brace in it may be outside of quotes.
    text = line.rstrip().text
    end = _ATTRIBUTES.match(text, start, len(text) - 1)
    return text.endswith("}") and end is not None and "}" not in text[end.end() : -1]
