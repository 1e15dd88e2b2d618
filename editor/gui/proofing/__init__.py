"""Checking in the window: findings, style, decisions about them, and the engine behind it."""
