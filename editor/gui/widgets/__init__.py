"""Reusable widgets that know nothing about reviews."""
