"""Languagetool."""
