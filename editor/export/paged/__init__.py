"""Paged."""
