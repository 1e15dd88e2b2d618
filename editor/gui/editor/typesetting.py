"""What the writer's choices of typography come to."""

from editor.proofing.typography import Typography
from editor.settings import Settings


def typography_of(settings: Settings) -> Typography:
    """Return what ``settings`` ask for."""
    return Typography(
        style=settings.quotes,
        quotes=settings.typography_quotes,
        dashes=settings.typography_dashes,
        ellipsis=settings.typography_ellipsis,
        spaces=settings.typography_spaces,
    )
