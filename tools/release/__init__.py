"""Releases: what is checked before one, version and changelog, checksums and signatures."""
