"""Markdown as the plain text that a checker reads, with an offset map back to the Markdown."""

from editor.markdown.plaintext.text import PlainText, Segment, defined, plain_text
from editor.markdown.plaintext.tokens import Kind, Labels

__all__ = ["Kind", "Labels", "PlainText", "Segment", "defined", "plain_text"]
