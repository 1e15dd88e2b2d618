"""Guess at the form of a finished text: about a film or about a series."""

import re

_SERIES = re.compile(r"\b(?:Staffel|Serie|Folge|Episode|Season|Miniserie)n?\b")
_FILM = re.compile(r"\b\w*[Ff]ilm(?:e|en|s|es)?\b|\bKino\w*\b|\bRegisseur\w*\b")


def likely_form_id(text: str, otherwise: str) -> str:
    """Return "series" or "film", whichever ``text`` speaks of more, ``otherwise`` for a draw."""
    series, film = len(_SERIES.findall(text)), len(_FILM.findall(text))
    if series == film:
        return otherwise
    return "series" if series > film else "film"
