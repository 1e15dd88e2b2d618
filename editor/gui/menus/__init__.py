"""Menus of the window, with the declaration of every action."""
