"""Crash handling: reports about errors of the program itself."""
