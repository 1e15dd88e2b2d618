"""Notations of plain text and of the BBCode dialects: one table of resources each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from editor.paths import resource

PLAIN_TEXT = "plain"
Delimiters = tuple[str, str]
"""The text before and the text after."""
_NOTHING: Delimiters = ("", "")


@dataclass(frozen=True, slots=True)
class BlockFrame:
    """The frame of a block: first line, last line, and the beginning of every line between."""

    head: str = ""
    foot: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Notation:
    """The markup of a text written in lines. Words in braces are placeholders."""

    id: str
    inline: Mapping[str, Delimiters]
    """By name of an HTML element."""
    headings: Mapping[str, Delimiters]
    """By "h1" to "h4"; lower levels are written like the last."""
    frames: Mapping[str, BlockFrame]
    """By "quote", "code", "spoiler", "list", "numbers" and "table"."""
    cells: Mapping[str, Delimiters]
    """By "tr", "th" and "td"; empty where there is no markup for tables."""
    link: str
    image: str
    item: str
    number: str
    term: Delimiters
    """Around the label of a fact and a term of a definition list."""
    rule: str
    row: str = " | "
    """Separates the cells of a row where there is no markup for tables."""
    plain: Delimiters = field(default=_NOTHING)
    """Around text that only looks like markup; empty strings where a WORD JOINER is used
    instead."""
    verbatim: frozenset[str] = frozenset()
    """Names of HTML elements whose tags contain no markup except their end tag."""

    @property
    def marked_up(self) -> bool:
        """Whether brackets in the text could be taken for markup."""
        return self.id != PLAIN_TEXT

    def around(self, tag: str) -> Delimiters:
        """Return the marks around an inline element."""
        return self.inline.get(tag, _NOTHING)

    def heading(self, tag: str) -> Delimiters:
        """Return the marks around a heading."""
        return self.headings.get(min(tag, "h4"), _NOTHING)

    def frame(self, name: str) -> BlockFrame:
        """Return the frame of a block."""
        return self.frames.get(name, BlockFrame())


@cache
def load_notation(notation_id: str) -> Notation:
    """Return the notation ``notation_id``. Raises KeyError when there is none."""
    path = resource("notations") / f"{notation_id}.toml"
    if notation_id not in notation_ids():
        raise KeyError(notation_id)
    table = tomllib.loads(path.read_text("utf-8"))
    block: dict[str, Any] = table["block"]
    inline = {key: _pair(value) for key, value in table["inline"].items() if _is_pair(value)}
    pairs = {key: _pair(value) for key, value in block.items() if _is_pair(value)}
    return Notation(
        id=notation_id,
        inline=inline,
        headings={key: pair for key, pair in pairs.items() if key[0] == "h"},
        frames={
            key: BlockFrame(**value) for key, value in block.items() if isinstance(value, dict)
        },
        cells={key: pairs[key] for key in ("tr", "th", "td") if key in pairs},
        link=table["inline"]["link"],
        image=table["inline"]["image"],
        item=block["item"],
        number=block["number"],
        term=pairs["term"],
        rule=block["rule"],
        row=block.get("row", " | "),
        plain=_pair(table.get("plain", _NOTHING)),
        verbatim=frozenset(table.get("verbatim", ())),
    )


@cache
def notation_ids() -> tuple[str, ...]:
    """Return the ids of all notations, sorted."""
    return tuple(sorted(path.stem for path in resource("notations").glob("*.toml")))


def _is_pair(value: object) -> bool:
    return isinstance(value, list)


def _pair(value: Any) -> Delimiters:
    before, behind = value
    return str(before), str(behind)
