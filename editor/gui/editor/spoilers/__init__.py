"""Spoilers in a text field: blocks with a head and a margin line, which fold and unfold."""
