"""Ends of the program that the writer has not asked for in a window."""
