"""What one section defines for all: link addresses, abbreviations and footnotes.

Markdown lets a definition stand anywhere in a file, and many writers keep them at its end, which
is the last section here. Sections are rendered one by one, so each is told what it lacks.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_ONE_LINE = re.compile(
    r"^ {0,3}(?:\[(?!\^)[^\[\]\n]+\]:[ \t]*\S.*|\*\[[^\]\n]+\] ?:.*\S.*)$", re.MULTILINE
)
_FOOTNOTE = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\]\n]+)\]:.*"
    r"(?:\n(?!\s*$| {0,3}\[\^).*|(?:\n[ \t]*)+\n {4}.*\S.*)*",
    re.MULTILINE,
)


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
