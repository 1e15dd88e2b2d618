"""What one section defines for all: link addresses, abbreviations and footnotes.

Markdown lets a definition stand anywhere in a file, and many writers keep them at its end, which
is the last section here. Sections are rendered one by one, so each is told what it lacks.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from markdown.util import BLOCK_LEVEL_ELEMENTS

_ONE_LINE = re.compile(
    r"^ {0,3}(?:\[(?!\^)[^\[\]\n]+\]:[ \t]*\S.*|\*\[[^\]\n]+\] ?:.*\S.*)$", re.MULTILINE
)
# An element that is a block of its own is none of a note's, even without a blank line before it.
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
    """The definitions of a whole review."""

    lines: tuple[str, ...] = ()
    footnotes: Mapping[str, str] = field(default_factory=dict)

    def added_to(self, text: str) -> str:
        """Return the Markdown ``text`` with what it lacks in front; its own definitions win."""
        own = {match["name"] for match in _FOOTNOTE.finditer(text)}
        notes = [
            note
            for name, note in self.footnotes.items()
            if name not in own and f"[^{name}]" in text
        ]
        return "\n\n".join([*notes, *self.lines, text])


def definitions(texts: Iterable[str]) -> Definitions:
    """Return what the sections' ``texts`` define."""
    whole = "\n\n".join(texts)
    return Definitions(
        tuple(match[0] for match in _ONE_LINE.finditer(whole)),
        {match["name"]: match[0] for match in _FOOTNOTE.finditer(whole)},
    )


def pruned(texts: Iterable[str]) -> list[str]:
    """Return the sections' ``texts`` without definitions that nothing in any of them uses."""
    texts = list(texts)
    used = _used("\n\n".join(texts))

    def kept(match: re.Match[str]) -> str:
        return match[0] if _name(match[0]) in used else ""

    return [_replaced(text, kept) for text in texts]


def _used(whole: str) -> set[str]:
    """Return the names that the text uses, or a definition that it uses."""
    found = [*_FOOTNOTE.finditer(whole), *_ONE_LINE.finditer(whole)]
    bodies = [(_name(match[0]), _HEAD.sub("", match[0])) for match in found]
    used: set[str] = set()
    reached = _replaced(whole, lambda _: "").casefold()
    while fresh := {name for name, _ in bodies if name not in used and name in reached}:
        used |= fresh
        reached = "\n".join(body for name, body in bodies if name in fresh).casefold()
    return used


def _name(definition: str) -> str:
    """Return what a text says to use ``definition``: „[name]“, „[^name]“ or an abbreviation."""
    head = _HEAD.match(definition)
    return (head["abbreviation"] or head["label"]).casefold() if head else ""


def _replaced(text: str, change: Callable[[re.Match[str]], str]) -> str:
    changed = _ONE_LINE.sub(change, _FOOTNOTE.sub(change, text))
    return text if changed == text else _GAPS.sub("\n\n", changed).strip("\n")
