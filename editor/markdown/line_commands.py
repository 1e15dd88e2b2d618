"""Line commands: headings, quotes and lists, and Enter within them.

Each command has the contract of ``editor.markdown.inline_commands``. Lists are indented by four
spaces and preceded by a blank line, because Python-Markdown reads no others.
"""

import re
from collections.abc import Callable, Mapping

from editor.markdown.scanner.lines import COMMONMARK, INDENT, ITEM, QUOTES
from editor.markdown.selection import CommandEdit, line_spans
from editor.markdown.spoiler_spans import is_spoiler_tag

_FIRST_LEVEL, _LAST_LEVEL = 3, 6
"""Levels that a writer's heading may have: 1 is the title, 2 begins a section of the review."""
_CONTINUED = re.compile(rf"(?P<quote>{QUOTES.pattern})(?:{ITEM.pattern}(?<=[ \t])|[ \t]*)")
"""Everything before the text of a line that Enter repeats in the next one."""
_OUTDENT = re.compile(r" {1,4}|\t")

_Change = Callable[[str], str]
_Test = Callable[[str], object]


def _bulleted(line: str) -> bool:
    match = ITEM.match(line)
    return match is not None and not match["number"]


def _numbered(line: str) -> bool:
    match = ITEM.match(line)
    return match is not None and bool(match["number"])


_FORMATS: Mapping[str, _Test] = {
    "heading": COMMONMARK.heading.match,
    "quote": COMMONMARK.quote.match,
    "bullets": _bulleted,
    "numbers": _numbered,
}


def heading(text: str, start: int, end: int, level: int) -> CommandEdit | None:
    """Toggle headings of ``level`` for the selected lines.

    Raises ValueError for a level other than 3 to 6.
    """
    if not _FIRST_LEVEL <= level <= _LAST_LEVEL:
        raise ValueError(level)
    marks = "#" * level
    on = _all(text, start, end, lambda line: _level_of(line) == level)

    def change(line: str) -> str:
        match = COMMONMARK.heading.match(line)
        indent, rest = (match["indent"], line[match.end() :]) if match else ("", line)
        return indent + rest if on else f"{indent}{marks} {rest}"

    return _changed(text, start, end, change)


def next_heading(text: str, start: int, end: int) -> CommandEdit | None:
    """Cycle the selected lines through text, heading of level 3, heading of level 4."""
    first, stop = line_spans(text, start, end)[0]
    level = _level_of(text[first:stop])
    if level == _FIRST_LEVEL:
        return heading(text, start, end, _FIRST_LEVEL + 1)
    return heading(text, start, end, max(level, _FIRST_LEVEL))


def quote(text: str, start: int, end: int) -> CommandEdit | None:
    """Toggle a block quote for the selected lines."""
    if _all(text, start, end, COMMONMARK.quote.match):
        return _changed(text, start, end, lambda line: line[_end_of(COMMONMARK.quote, line) :])
    return _changed(text, start, end, lambda line: f"> {line}".rstrip(" "), blank=True)


def bullets(text: str, start: int, end: int) -> CommandEdit | None:
    """Toggle a bulleted list for the selected lines."""
    if _all(text, start, end, _bulleted):
        return _changed(text, start, end, _without_mark)
    return _listed(text, start, end, lambda line: _marked(line, "-"))


def numbers(text: str, start: int, end: int) -> CommandEdit | None:
    """Toggle a numbered list for the selected lines."""
    if _all(text, start, end, _numbered):
        return _changed(text, start, end, _without_mark)
    number = _number_before(text, line_spans(text, start, end)[0][0])

    def change(line: str) -> str:
        nonlocal number
        number += 1
        return _marked(line, f"{number}.")

    return _listed(text, start, end, change)


def line_formats(text: str, start: int, end: int) -> frozenset[str]:
    """Return which of "heading", "quote", "bullets" and "numbers" apply to all selected lines."""
    return frozenset(name for name, test in _FORMATS.items() if _all(text, start, end, test))


def indent(text: str, start: int, end: int) -> CommandEdit | None:
    """Move the selected list items one level down."""
    if not _any_item(text, start, end):
        return None
    return _changed(text, start, end, lambda line: INDENT + line)


def outdent(text: str, start: int, end: int) -> CommandEdit | None:
    """Move the selected list items one level up."""
    if not _any_item(text, start, end):
        return None
    return _changed(text, start, end, lambda line: line[_end_of(_OUTDENT, line) :])


def enter(text: str, position: int) -> CommandEdit | None:
    """Return the edit of Enter at ``position``: a new item of a list, a new line of a quote.

    In an item without text it ends the list. Returns None elsewhere, where Enter is a line feed.
    """
    first, stop = line_spans(text, position, position)[0]
    line = text[first:stop]
    match = _CONTINUED.match(line)
    marked = match is not None and bool(match["quote"] or match["mark"])
    if match is None or not marked or COMMONMARK.rule.match(line) or position < first + match.end():
        return None
    if line[match.end() :].strip():
        new = "\n" + _next_prefix(match)
        cursor = position + len(new)
        return CommandEdit(position, position, new, (cursor, cursor))
    return _ended(text, first, stop, match)


# -- helpers --------------------------------------------------------------------------------------


def _level_of(line: str) -> int:
    """Return the level of the heading that ``line`` is, 0 for any other line."""
    match = COMMONMARK.heading.match(line)
    return len(match["marks"]) if match else 0


def _end_of(pattern: re.Pattern[str], line: str) -> int:
    match = pattern.match(line)
    return match.end() if match else 0


def _next_prefix(match: re.Match[str]) -> str:
    if not match["mark"]:
        return match[0]
    mark = f"{int(match['number']) + 1}{match['dot']}" if match["number"] else match["mark"]
    return f"{match['quote']}{match['indent']}{mark}{match['gap']}"


def _ended(text: str, first: int, stop: int, match: re.Match[str]) -> CommandEdit:
    """Move an empty item one level up, out of its list, or out of its quote."""
    if match["mark"] and match["indent"].startswith(INDENT):
        new = match["quote"] + match[0][len(match["quote"]) + len(INDENT) :]
    elif match["mark"] and match["quote"]:
        new = f"{match['quote'].rstrip()}\n{match['quote']}"
    else:
        # Without a blank line the next text would still belong to the item before it.
        new = "\n" if first and text[:first].strip() else ""
        new = "" if text[:first].endswith("\n\n") else new
    cursor = first + len(new)
    return CommandEdit(first, stop, new, (cursor, cursor))


def _all(text: str, start: int, end: int, test: _Test) -> bool:
    lines = [text[low:high] for low, high in line_spans(text, start, end)]
    written = [line for line in lines if line.strip() and not is_spoiler_tag(line)]
    return bool(written) and all(test(line) for line in written)


def _any_item(text: str, start: int, end: int) -> bool:
    return any(ITEM.match(text, *line) for line in line_spans(text, start, end))


def _marked(line: str, mark: str) -> str:
    match = ITEM.match(line)
    if match:
        return f"{match['indent']}{mark} {line[match.end() :]}"
    bare = line.lstrip(" ")
    return f"{line[: len(line) - len(bare)]}{mark} {bare}"


def _without_mark(line: str) -> str:
    match = ITEM.match(line)
    return match["indent"] + line[match.end() :] if match else line


def _number_before(text: str, first: int) -> int:
    """Return the number of the numbered item directly above a line, or 0."""
    above = (
        text[:first].rstrip("\n").rpartition("\n")[2] if not text[:first].endswith("\n\n") else ""
    )
    match = ITEM.match(above)
    return int(match["number"]) if match and match["number"] else 0


def _listed(text: str, start: int, end: int, change: _Change) -> CommandEdit | None:
    """Change the lines, and separate the new list from a paragraph above or below it."""
    edit = _changed(text, start, end, change)
    if edit is None:
        return None
    new = edit.text.split("\n")
    above = text[: edit.start].removesuffix("\n").rpartition("\n")[2]
    below = text[edit.end :].removeprefix("\n").partition("\n")[0]
    before = "\n" if new[0] and above.strip() and not ITEM.match(above) else ""
    joined = ITEM.match(below) or below.startswith(" ")
    after = "\n" if new[-1] and below.strip() and not joined else ""
    low, high = (place + len(before) for place in edit.selection)
    return CommandEdit(edit.start, edit.end, before + edit.text + after, (low, high))


def _changed(
    text: str, start: int, end: int, change: _Change, *, blank: bool = False
) -> CommandEdit | None:
    """Change each selected line but the tags of spoilers.

    Blank lines are changed only with ``blank`` or when all are blank.
    """
    lines = line_spans(text, start, end)
    blank = blank or not any(text[low:high].strip() for low, high in lines)
    old = [text[low:high] for low, high in lines]
    kept = [is_spoiler_tag(line) or not (blank or line.strip()) for line in old]
    new = [line if keep else change(line) for line, keep in zip(old, kept, strict=True)]
    if new == old:
        return None
    first, last = lines[0][0], lines[-1][1]
    low = _carried(start, lines, new)
    high = _carried(end, lines, new) if end <= last else end + len("\n".join(new)) - (last - first)
    return CommandEdit(first, last, "\n".join(new), (low, max(low, high)))


def _carried(place: int, lines: list[tuple[int, int]], new: list[str]) -> int:
    """Return the new offset of ``place``, which keeps its distance from the end of its line."""
    position = lines[0][0]
    for (low, high), line in zip(lines, new, strict=True):
        if place <= high:
            return position + max(0, len(line) - (high - max(low, place)))
        position += len(line) + 1
    return position - 1
