"""Markdown as a tree of sanitised HTML elements, the source of every export format."""
