"""Markdown → the plain text that a checker reads, with the way back to the writer's Markdown."""

from editor.language.plaintext.pieces import Kind, Labels
from editor.language.plaintext.text import PlainText, Segment, defined, plain_text

__all__ = ["Kind", "Labels", "PlainText", "Segment", "defined", "plain_text"]
