"""Small words of several languages, which ship with the program."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from editor.paths import resource


@dataclass(frozen=True, slots=True)
class Languages:
    """Small words by which a language is told: no German one, and at least one of another."""

    german: frozenset[str]
    others: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    """Articles and the like of all languages."""


@cache
def shipped_languages() -> Languages:
    """Return the words of ``resources/vocabulary/languages.toml``; read once."""
    raw = tomllib.loads(resource("vocabulary", "languages.toml").read_text("utf-8"))
    lists = {name: frozenset(text.split()) for name, text in raw.items()}
    german, particles = lists.pop("german"), lists.pop("particles")
    return Languages(german, lists, particles)
