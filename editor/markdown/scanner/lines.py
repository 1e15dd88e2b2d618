"""Marks of single lines: headings, fences, list items, quotes, rules and definitions.

Two readings: that of CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), which the editing
commands read and write, and that of Python-Markdown, which renders the page and decides what the
checker reads as prose. Where both agree, as for everything that the commands write, a pattern is
shared. Once the renderer follows CommonMark, ``PYTHON_MARKDOWN`` can go.

All patterns expect ``match`` at the start of a line.
"""

import re
from dataclasses import dataclass

INDENT = "    "
"""Begins a line of indented code, and puts an item of a list one level deeper."""

_MARK = r"(?P<mark>[-*+]|(?P<number>\d{1,9})(?P<dot>[.)]))"


@dataclass(frozen=True, slots=True)
class LineSyntax:
    """Patterns of one reading of Markdown for lines that begin or end a block."""

    heading: re.Pattern[str]
    """ATX heading; groups ``indent`` and ``marks``, and the match ends where its text begins."""
    underline: re.Pattern[str]
    """Underline that makes a heading of the line above it, as far as the end of the line."""
    rule: re.Pattern[str]
    """Thematic break, as far as the end of the line."""
    quote: re.Pattern[str]
    """Mark of a block quote, with the space after it."""
    bullet: re.Pattern[str]
    """Mark of a bulleted item that no other item is around."""
    number: re.Pattern[str]
    """Mark of a numbered item that no other item is around."""
    fence: re.Pattern[str]
    """Opening code fence, as far as the end of the line; group ``fence``."""
    fence_end: re.Pattern[str]
    """Closing code fence, as far as the end of the line; group ``fence``."""
    same_fence: bool
    """Whether a fence is closed only by one of the same length, not by a longer one."""


COMMONMARK = LineSyntax(
    heading=re.compile(r"(?P<indent> {0,3})(?P<marks>#{1,6})(?:[ \t]+|$)", re.MULTILINE),
    underline=re.compile(r" {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE),
    rule=re.compile(r" {0,3}(?P<sign>[-*_])(?:[ \t]*(?P=sign)){2,}[ \t]*$", re.MULTILINE),
    quote=re.compile(r" {0,3}> ?"),
    bullet=re.compile(r" {0,3}[-*+](?:[ \t]+|$)", re.MULTILINE),
    number=re.compile(r" {0,3}\d{1,9}[.)](?:[ \t]+|$)", re.MULTILINE),
    fence=re.compile(r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$", re.MULTILINE),
    fence_end=re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[ \t]*$", re.MULTILINE),
    same_fence=False,
)
"""CommonMark. Sections 4.2, 4.3, 4.1, 5.1, 5.2, 5.2, 4.5."""

PYTHON_MARKDOWN = LineSyntax(
    # A line of which the end is escaped by a backslash is not a heading.
    heading=re.compile(r"(?P<indent>)(?P<marks>#{1,6})(?!(?:.*[^\\])?\\(?:\\\\)*$)"),
    underline=re.compile(r"(?:=+|-+) *$"),
    rule=re.compile(r" {0,3}(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,}) *$"),
    quote=re.compile(r" *> *$| {0,3}> ?"),
    bullet=re.compile(r" {0,3}[*+-] +"),
    number=re.compile(r" {0,3}\d+\. +"),
    fence=re.compile(r"^(?P<fence>~{3,}+|`{3,}+) *+(?:\{[^\n]*\}|\.?[\w#.+-]*+ *+)$", re.MULTILINE),
    fence_end=re.compile(r"^(?P<fence>~{3,}+|`{3,}+) *$", re.MULTILINE),
    same_fence=True,
)
"""Python-Markdown 3.11 with the extensions of ``editor.markdown.render``, after normalisation.

It wants headings, underlines and fences at the very start of a line, no space after the hashes, and
spaces where CommonMark takes tabs (which it has replaced by then).
"""

ITEM = re.compile(rf"(?P<indent>[ \t]*){_MARK}(?P<gap>[ \t]+|$)", re.MULTILINE)
"""Item of a list at any depth, as far as its text; ``number`` and ``dot`` where it is numbered."""
QUOTES = re.compile(r"(?: {0,3}> ?)*")
"""Marks of all the quotes that a line is in, perhaps none."""
PREFIX = re.compile(r"[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)*")
"""Everything before the text of a line: indent, marks of quotes, of an item and of a heading."""
FOOTNOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]\n]*)\]: *")
"""Definition of a footnote, as far as its text (Python-Markdown's extension)."""
LINK_DEFINITION = re.compile(r" {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:")
"""Definition of a link, without its target."""
ABBREVIATION = re.compile(r" {0,3}\*\[(?P<abbreviation>[^\]\n]+)\] ?:")
"""Definition of an abbreviation, without its meaning (Python-Markdown's extension)."""
DEFINITION = re.compile(r" {0,3}: {1,3}")
"""Mark of a definition under its term, as far as its text (Python-Markdown's extension)."""
DIV = re.compile(r" {0,3}(?P<fence>:{3,})")
"""Fence of a container, as pandoc and other programs know it. The renderer does not."""
TABLE_DELIMITER = re.compile(r"^[ \t|]*:?-+:?[ \t]*\|[ \t|:-]*$", re.MULTILINE)
"""Row of dashes under the header of a table of two columns or more."""

_PARTS_OF_A_BLOCK = (
    r" {4}|\t"  # code
    rf"|[ \t]*{_MARK}(?:[ \t]|$)"
    r"| {0,3}(?:[>|<]|: |`{3}|~{3}|\*?\[[^\]\n]+\] ?:)"  # quote, table, HTML, definitions, fences
)
CONTINUES_BLOCK = re.compile(_PARTS_OF_A_BLOCK, re.MULTILINE)
"""Start of a line after which a line feed means more than the end of a line of text."""
STARTS_BLOCK = re.compile(rf"{_PARTS_OF_A_BLOCK}|#| {{1,3}}#{{1,6}}(?:[ \t]|$)", re.MULTILINE)
"""Start of a line that is more than a line of a paragraph: the same, or a heading."""

# Possessive, so that a line of a million spaces is looked at once.
SECTION_HEADING = re.compile(
    r"^ {0,3}##[ \t]++(?P<heading>(?:[^\n]*?[^ \t\n])??)[ \t]*+"
    r"(?P<hidden>\n<!-- *+)?\{#(?P<id>[\w-]++)(?P<guard> *+)\}(?(hidden) *+-->)"
    r"[ \t]*+#*+[ \t]*+(?:\n|\Z)",
    re.MULTILINE,
)
"""Heading of level 2 with an id, which begins a section of a review file; with its line feed.

It does so wherever it is, in code as well: a file must not change its sections with a fence that is
yet to be closed. ``editor.storage.review_file`` marks one that is only text by spaces (``guard``).
"""
