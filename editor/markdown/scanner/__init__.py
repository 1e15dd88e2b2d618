"""The scanner: the one place that says what is a block, a fence, a heading, a list or code.

``lines`` defines the marks of single lines, in CommonMark's reading and in the renderer's.
``fences``, ``html_blocks`` and ``code_spans`` find what no Markdown is read in, ``block_parser``
cuts a text into blocks as ``editor.markdown.render`` does. All positions are code points, and all
functions take time in proportion to the length of the text.
"""

from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.fences import Fence, fences, in_open_fence
from editor.markdown.scanner.lines import COMMONMARK, PYTHON_MARKDOWN, LineSyntax
from editor.markdown.scanner.literals import blank_literals
from editor.markdown.scanner.scan import Heading, ScannedText, headings, parse, scan_markdown
from editor.markdown.scanner.tokens import BlockKind, DefinedLabels, SourceLine, TextBlock

__all__ = [
    "COMMONMARK",
    "PYTHON_MARKDOWN",
    "BlockKind",
    "DefinedLabels",
    "Fence",
    "Heading",
    "LineSyntax",
    "ScannedText",
    "SourceLine",
    "TextBlock",
    "blank_literals",
    "code_spans",
    "fences",
    "headings",
    "in_open_fence",
    "parse",
    "scan_markdown",
]
