"""Proofing."""
