"""Plaintext."""
