"""Exporting: what is chosen, how it will look, where it goes, and what became of it."""
