"""Rezensent, an offline editor for German film, series and disc reviews."""

__version__ = "0.1.0"
