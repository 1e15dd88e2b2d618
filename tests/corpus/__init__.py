"""Measure of the checker on reviews with known errors: ``python -m tests.corpus [FOLDER…]``."""
