"""Newer versions of the program: a small signed file that is asked for on request only."""
