"""Markdown dialects."""
