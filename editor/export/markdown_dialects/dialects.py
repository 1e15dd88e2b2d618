"""What programs that make pages from Markdown expect of a file: data tables, one per program."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, cast

from editor.paths import resource

DIALECTS = ("hugo", "jekyll", "astro", "obsidian")
"""The programs, each with its table."""
PLAIN = "commonmark"
"""Markdown without any extension, for people; it needs no table."""

People = Literal["maps", "texts"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a program expects."""

    id: str
    keys: Mapping[str, str]
    """Front matter key → meaning, by the names in ``front_matter``."""
    fixed: Mapping[str, Any]
    """Keys that it reads → a value that is the same in every file."""
    renamed: frozenset[str] = frozenset()
    """Keys of ours that mean something else to it."""
    people: People = "maps"
    """Whether a person with a role is a map or a text, „Name (Rolle)“."""
    hidden_ids: bool = False
    """Whether it would show ``{#id}`` behind a heading."""


@cache
def dialect(dialect_id: str) -> Dialect:
    """Return one of DIALECTS."""
    table = tomllib.loads(resource("dialects", f"{dialect_id}.toml").read_text("utf-8"))
    return Dialect(
        dialect_id,
        MappingProxyType(table["keys"]),
        MappingProxyType(table.get("fixed", {})),
        frozenset(table.get("renamed", ())),
        cast("People", table.get("people", "maps")),
        table.get("hidden_ids", False),
    )
