"""Markdown export: CommonMark, front matter of site generators, spoiler removal."""
