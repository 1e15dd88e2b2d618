"""Acceptance: the packages as a writer meets them, on bare Debian systems without network."""
