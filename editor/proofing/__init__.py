"""Proofreading: names, vocabulary, style, typography, and the filter over findings."""
