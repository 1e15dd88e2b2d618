"""Marks of other programs that no reader sees: template tags, shortcodes, comments, anchors.

Hugo, Liquid (Jekyll, Eleventy), kramdown, WordPress and BBCode, Obsidian, pandoc. The renderer
prints them as they are, since the program that publishes the text replaces them. They are masked
before the blocks are parsed, because one may run over several paragraphs.
"""

import re
from collections.abc import Iterator

from editor.markdown.scanner.literals import blank_literals
from editor.markdown.scanner.tokens import MARK

TEMPLATE = "\x03"
"""Stands for each character of a mark; never part of a normalised text."""
CAPTION = "\x04"
"""Stands for the first and the last character of a mark whose caption a reader sees."""
MASKED = re.compile(
    rf"(?P<line>^[ ]*+(?:{TEMPLATE}++[ ]*+)++$)|{TEMPLATE}+(?P<value>{MARK}+)?", re.MULTILINE
)
"""A masked line, or a masked part of one; ``value`` where the mark prints a value."""
CAPTIONED = re.compile(f"{CAPTION}[^{CAPTION}]*{CAPTION}")
"""A mark with its caption, all but its words masked."""
UNMASKED = re.compile(f"[^{TEMPLATE}{CAPTION}]+")
"""The words between masked characters."""
CALLOUT = re.compile(r" *\[!\w[\w-]*(?:\|[^\]\n]*)?\](?![(\[])[+-]?[ ]*")
"""Kind of a callout at the start of a quote, before its title (Obsidian, GitHub)."""

_SIGNS = re.compile(r"\{[{%:#]|%%|\[/?[A-Za-z][\w-]*[\]\s=/]|\^[\w-]|:::|:[a-z][\w+-]*:")
_VALUE = r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s\]"']++)"""
# No body has a brace or a bracket in it, so that the search ends where the next mark begins.
_TAG = re.compile(
    rf"""\{{\{{[<%]-?\s*+(?P<hugo>/?\s*+[\w-]*+)[^{{}}]*+(?<=[>%])\}}\}}
    | \{{\{{/\*[^{{}}]*+\}}\}}
    | (?P<value>\{{\{{(?![<%])[^{{}}]*+\}}\}})
    | \{{%-?\s*+(?P<liquid>\w*+)[^{{}}]*+(?<=%)\}}
    | \{{\#[^{{}}]*+(?<=\#)\}}
    | \{{:(?P<kramdown>[:/]\w++)[^{{}}\n]*+\}}
    | \\?\[(?P<bracket>/?[A-Za-z][\w-]*+)
      (?P<arguments>(?:=[^\[\]\n]*+|(?:[ \n]++[\w-]++={_VALUE})*+)[ \n]*+/?)\\?\](?![(\[:])
    | (?P<anchor>(?:(?<=[ ])|^)\^[A-Za-z0-9-]{{2,}}+[ ]*$)
    | (?P<div>^[ ]{{0,3}}:{{3,}}[^\n]*$)
    | (?P<emoji>(?<![\w:/]):[a-z][a-z0-9_+-]++:(?![\w:/]))""",
    re.VERBOSE | re.MULTILINE,
)
_COMMENT = re.compile(r"(?<!\S)%%(?!%)")
_COMMENT_END = re.compile(r"(?<!%)%%(?!%)")
_LINE_OF_ITS_OWN = re.compile(r"^ *(?P<tag>\[(?:[a-z][\w-]*|TOC)\]) *$", re.MULTILINE)
_CAPTION = re.compile(
    r"""(?<=[\s{%<])(?:caption|alt)\s*=\s*(?:"(?P<double>[^"\n]+)"|'(?P<single>[^'\n]+)')"""
)
# Names of pairs whose content is not prose.
_OPAQUE = frozenset(
    [
        "audio",
        "code",
        "comment",
        "embed",
        "gist",
        "highlight",
        "img",
        "katex",
        "math",
        "mermaid",
        "playlist",
        "pre",
        "raw",
        "video",
        "youtube",
    ]
)


def mask_templates(text: str) -> str:
    """Return the normalised ``text`` with every mark masked, so that positions stay the same.

    Code and comments are left as they are, and so are captions and alternative texts in a mark.
    """
    if not _SIGNS.search(text):
        return text
    bare = blank_literals(text)
    spans = sorted([*_tags(bare), *_comments(bare)])
    parts: list[str] = []
    last = 0
    for start, end, is_value in spans:
        if start >= last:
            parts += text[last:start], _masked(text[start:end], is_value=is_value)
            last = end
    return "".join([*parts, text[last:]])


def _masked(mark: str, *, is_value: bool) -> str:
    if "\n" in mark:
        return re.sub(r"[^\n]", TEMPLATE, mark)
    if is_value:
        return TEMPLATE + MARK * (len(mark) - 1)
    captions = [match.span(match.lastgroup or 0) for match in _CAPTION.finditer(mark)]
    if not captions:
        return TEMPLATE * len(mark)
    masked, last = CAPTION, 1
    for start, end in captions:
        masked += TEMPLATE * (start - last) + mark[start:end]
        last = end
    return masked + TEMPLATE * (len(mark) - last - 1) + CAPTION


def _comments(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the comments of Obsidian; one that is not closed is text."""
    position = 0
    while opening := _COMMENT.search(text, position):
        closing = _COMMENT_END.search(text, opening.end())
        if closing is None:
            return
        position = closing.end()
        yield opening.start(), position, False


def _tags(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the marks, an opaque pair with what is in it."""
    lines = {match.start("tag") for match in _LINE_OF_ITS_OWN.finditer(text)}
    tags = [*_TAG.finditer(text)]
    names = [_name(tag) for tag in tags]
    closings = {name: index for index, name in enumerate(names) if name.startswith("/")}
    openings = {name for name in names if not name.startswith("/")}
    position = 0
    while position < len(tags):
        tag, name = tags[position], names[position]
        end = position
        if name in _OPAQUE and closings.get(f"/{name}", -1) > position:
            end = names.index(f"/{name}", position)
        if tag["bracket"] is None or _is_shortcode(tag, name, closings, openings, lines):
            yield tag.start(), tags[end].end(), tag["value"] is not None
        position = end + 1


def _is_shortcode(
    tag: re.Match[str],
    name: str,
    closings: dict[str, int],
    openings: set[str],
    lines: set[int],
) -> bool:
    """Tell whether words in brackets are a tag of WordPress or BBCode: „[sic]“ is not."""
    if name.startswith("/"):
        return name[1:] in openings
    return bool(tag["arguments"].strip()) or f"/{name}" in closings or tag.start() in lines


def _name(tag: re.Match[str]) -> str:
    """Return the name of a tag in small letters, with a slash before it if it closes a pair."""
    name = tag["hugo"] or tag["bracket"] or tag["kramdown"] or tag["liquid"] or ""
    name = "".join(name.lower().split()).removeprefix(":")
    return "/" + name.removeprefix("end") if tag["liquid"] and name.startswith("end") else name
