"""Edits of the facts of a review, and suggestions for them."""
