"""Exit statuses, and choices that several commands take from arguments and settings."""

import argparse

from editor.review.form_registry import FormRegistry
from editor.settings import Folders, load_settings

FOUND, FAILED = 1, 2
"""Exit statuses: there are findings; the command could not do its work."""


def user_forms() -> FormRegistry:
    """Return the forms that ship with the program and those of the writer."""
    return FormRegistry(Folders.default().config / "forms")


def german_variant(options: argparse.Namespace) -> str:
    """Return the variant of German: the argument's, or else the setting's."""
    return options.variant or load_settings(Folders.default().config)[0].variant
