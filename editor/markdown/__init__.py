"""Everything that knows Markdown: the scanner, editing commands and plain text."""
