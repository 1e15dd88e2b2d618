"""Front matter in YAML, TOML or JSON, recognised by the same marks as in Hugo.

A file keeps its syntax. Entries from a file in another syntax are written anew.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.review.model import FrontMatterEntry, Syntax
from editor.storage import json_front_matter, toml_front_matter

_YAML = re.compile(
    r"(?P<open>---[ \t]*\n)(?P<inside>(?:.*\n)*?)(?P<close>(?:---|\.\.\.)[ \t]*(?:\n|\Z))"
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter at the beginning of a text."""

    syntax: Syntax
    fences: tuple[str, str]
    source: str
    """Text between the fences."""
    end: int
    """Offset of the text behind it, in code points."""

    def entries(self, name: str = "") -> tuple[FrontMatterEntry, ...]:
        """Return the entries of the file ``name``. Raises ReviewFileError when it is broken."""
        return _parser(self.syntax)(self.source, name)


def find_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter at the beginning of ``text``, None when there is none."""
    matches: tuple[tuple[Syntax, re.Match[str] | None], ...] = (
        ("yaml", _YAML.match(text)),
        ("toml", toml_front_matter.match_front_matter(text)),
        ("json", json_front_matter.match_front_matter(text)),
    )
    for syntax, match in matches:
        if match is not None:
            fences = match["open"], match["close"]
            return FrontMatter(syntax, fences, match["inside"] or "", match.end())
    return None


def looks_like_text(entries: Iterable[FrontMatterEntry], syntax: Syntax) -> bool:
    """Return whether ``entries`` would not be recognised as front matter in ``syntax`` again.

    Empty braces are text, and so is a line between “+++” that may be a heading.
    """
    entries = list(entries)
    if any(entry.key or entry.value is not None for entry in entries):
        return False
    lines = "".join(entry.source or "" for entry in entries)
    return not lines if syntax == "json" else "#" in lines


def dumps(entries: Iterable[FrontMatterEntry], syntax: Syntax) -> str:
    """Return the text between the fences of a front matter with ``entries``."""
    # Entries of another syntax that only hold comments are left out.
    written = [e for e in entries if e.syntax == syntax or e.key or e.value is not None]
    if syntax == "toml":
        return toml_front_matter.dumps(written)
    if syntax == "json":
        return json_front_matter.dumps(written)
    from editor.storage import yaml_front_matter  # noqa: PLC0415 - as in _parser

    text = yaml_front_matter.dumps(written)
    return f"{text}\n" if text and not text.endswith("\n") else text


def _parser(syntax: Syntax) -> Callable[[str, str], tuple[FrontMatterEntry, ...]]:
    if syntax == "toml":
        return toml_front_matter.parse
    if syntax == "json":
        return json_front_matter.parse
    # PyYAML takes 10 ms to import: a window is on the screen before its review is read.
    from editor.storage import yaml_front_matter  # noqa: PLC0415

    return yaml_front_matter.parse
