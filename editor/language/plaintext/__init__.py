"""Markdown → the plain text that a checker reads, with the way back to the writer's Markdown."""

from editor.language.plaintext.pieces import Kind
from editor.language.plaintext.text import PlainText, Segment, plain_text

__all__ = ["Kind", "PlainText", "Segment", "plain_text"]
