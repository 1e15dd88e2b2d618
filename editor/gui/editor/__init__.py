"""The Markdown text editor: highlighting, typing assistance, paste and overlays."""
