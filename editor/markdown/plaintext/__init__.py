"""Markdown as the plain text that a checker reads, with an offset map back to the Markdown."""

from editor.markdown.plaintext.text import PlainText, TextSegment, defined_labels, plain_text
from editor.markdown.plaintext.tokens import SegmentKind
from editor.markdown.scanner.tokens import DefinedLabels

__all__ = [
    "DefinedLabels",
    "PlainText",
    "SegmentKind",
    "TextSegment",
    "defined_labels",
    "plain_text",
]
