"""The settings window, and the actions that stand for settings."""
