"""Insertions into a section: links, images and formatted text."""
