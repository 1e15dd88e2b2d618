"""The writer's choices of typography: actions, settings, and what they come to."""

from editor.gui.actions import Actions
from editor.language.typography import Typography
from editor.settings import Settings

QUOTES = {"quotes_german": "„“", "quotes_book": "»«", "quotes_swiss": "«»"}
"""Verbs of actions and the style of quotation marks that each chooses."""
KINDS = (
    "typography_quotes",
    "typography_dashes",
    "typography_ellipsis",
    "typography_spaces",
)
"""Verbs of actions that switch a kind on and off, and the settings of the same names."""


def typography_of(settings: Settings) -> Typography:
    """Return what ``settings`` ask for."""
    return Typography(
        style=settings.quotes,
        quotes=settings.typography_quotes,
        dashes=settings.typography_dashes,
        ellipsis=settings.typography_ellipsis,
        spaces=settings.typography_spaces,
    )


def show_choices(actions: Actions, settings: Settings) -> None:
    """Check the actions as ``settings`` are."""
    for verb, style in QUOTES.items():
        actions[verb].setChecked(style == settings.quotes)
    for verb in KINDS:
        actions[verb].setChecked(getattr(settings, verb))
