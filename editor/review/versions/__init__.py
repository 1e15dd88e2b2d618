"""Comparison of two versions of a review, part by part, for people to read."""
