"""What is particular to dialects of Markdown."""
