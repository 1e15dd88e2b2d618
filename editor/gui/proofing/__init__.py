"""Proofreading in the window: background checks, findings, style and decisions."""
