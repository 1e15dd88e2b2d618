"""Wheel and sdist: their hooks, their build, and their trial in fresh environments."""
