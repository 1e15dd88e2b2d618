"""Definitions of links, footnotes and abbreviations, which hold for all sections of a review."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from markdown.util import BLOCK_LEVEL_ELEMENTS

from editor.markdown.scanner.lines import ABBREVIATION, LINK_DEFINITION

_ONE_LINE = re.compile(
    rf"^(?:{LINK_DEFINITION.pattern}[ \t]*\S.*|{ABBREVIATION.pattern}.*\S.*)$", re.MULTILINE
)
# A block element ends a footnote, even without a blank line before it.
_BLOCK = rf" {{0,3}}</?(?:{'|'.join(BLOCK_LEVEL_ELEMENTS)})\b"
_FOOTNOTE = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\]\n]+)\]:.*"
    rf"(?:\n(?!\s*$| {{0,3}}\[\^|{_BLOCK}).*|(?:\n[ \t]*)+\n {{4}}.*\S.*)*",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = re.compile(
    r" {0,3}(?:\*\[(?P<abbreviation>[^\]\n]+)\] ?|(?P<label>\[[^\]\n]+\])):", re.MULTILINE
)
_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Definitions:
    """The definitions of links, footnotes and abbreviations in a whole review."""

    lines: tuple[str, ...] = ()
    footnotes: Mapping[str, str] = field(default_factory=dict)

    def complete(self, text: str) -> str:
        """Return the Markdown ``text`` after the definitions that it needs; its own come first."""
        defined_here = {match["name"] for match in _FOOTNOTE.finditer(text)}
        notes = [
            note
            for name, note in self.footnotes.items()
            if name not in defined_here and f"[^{name}]" in text
        ]
        return "\n\n".join([*notes, *self.lines, text])


def begins_with_definition(text: str) -> bool:
    """Tell whether ``text`` begins with a definition of a link, a footnote or an abbreviation."""
    return _HEAD.match(text) is not None


def find_definitions(texts: Iterable[str]) -> Definitions:
    """Return the definitions in the ``texts`` of sections."""
    whole = "\n\n".join(texts)
    return Definitions(
        tuple(match[0] for match in _ONE_LINE.finditer(whole)),
        {match["name"]: match[0] for match in _FOOTNOTE.finditer(whole)},
    )


def prune_definitions(texts: Iterable[str]) -> list[str]:
    """Return the ``texts`` of sections without definitions that none of them uses."""
    texts = list(texts)
    used = _used("\n\n".join(texts))

    def used_or_empty(match: re.Match[str]) -> str:
        return match[0] if _name(match[0]) in used else ""

    return [_replaced(text, used_or_empty) for text in texts]


def _used(text: str) -> set[str]:
    """Return the names of definitions that the text uses, directly or indirectly."""
    matches = [*_FOOTNOTE.finditer(text), *_ONE_LINE.finditer(text)]
    bodies = [(_name(match[0]), _HEAD.sub("", match[0])) for match in matches]
    used: set[str] = set()
    reached = _replaced(text, lambda _: "").casefold()
    while fresh := {name for name, _ in bodies if name not in used and name in reached}:
        used |= fresh
        reached = "\n".join(body for name, body in bodies if name in fresh).casefold()
    return used


def _name(definition: str) -> str:
    """Return how a text refers to ``definition``: “[name]”, “[^name]” or the abbreviation."""
    head = _HEAD.match(definition)
    return (head["abbreviation"] or head["label"]).casefold() if head else ""


def _replaced(text: str, change: Callable[[re.Match[str]], str]) -> str:
    changed = _ONE_LINE.sub(change, _FOOTNOTE.sub(change, text))
    return text if changed == text else _GAPS.sub("\n\n", changed).strip("\n")
