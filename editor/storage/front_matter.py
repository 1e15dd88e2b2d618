"""The front matter of a file: YAML, TOML or JSON, as Hugo tells them apart.

A file keeps the syntax that it has. What comes from a file of another syntax is written anew.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from editor.review.model import FrontMatterEntry, Syntax
from editor.storage import json_front_matter, toml_front_matter, yaml_front_matter

_YAML = re.compile(
    r"(?P<open>---[ \t]*\n)(?P<inside>(?:.*\n)*?)(?P<close>(?:---|\.\.\.)[ \t]*(?:\n|\Z))"
)
_PARSERS = {
    "yaml": yaml_front_matter.parse,
    "toml": toml_front_matter.parse,
    "json": json_front_matter.parse,
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter at the beginning of a text, as it stands there."""

    syntax: Syntax
    fences: tuple[str, str]
    source: str
    """What stands between the fences."""
    end: int
    """Where the text behind it begins, in code points."""

    def entries(self, name: str = "") -> tuple[FrontMatterEntry, ...]:
        """Return what it says. Raises ReviewFileError, which names ``name``, when it is broken."""
        return _PARSERS[self.syntax](self.source, name)


def find_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter at the beginning of ``text``, None where there is none."""
    cuts: tuple[tuple[Syntax, re.Match[str] | None], ...] = (
        ("yaml", _YAML.match(text)),
        ("toml", toml_front_matter.match_front_matter(text)),
        ("json", json_front_matter.match_front_matter(text)),
    )
    for syntax, match in cuts:
        if match is not None:
            fences = match["open"], match["close"]
            return FrontMatter(syntax, fences, match["inside"] or "", match.end())
    return None


def looks_like_text(entries: Iterable[FrontMatterEntry], syntax: Syntax) -> bool:
    """Tell whether ``entries`` would not be known for a front matter in ``syntax`` again.

    Nothing between braces is text, and so is a line that may be a heading between „+++“.
    """
    entries = list(entries)
    if any(entry.key or entry.value is not None for entry in entries):
        return False
    lines = "".join(entry.source or "" for entry in entries)
    return not lines if syntax == "json" else "#" in lines


def dumps(entries: Iterable[FrontMatterEntry], syntax: Syntax) -> str:
    """Return what stands between the fences of a front matter with ``entries``."""
    # What another syntax has for nothing but comments says nothing here.
    meant = [e for e in entries if e.syntax == syntax or e.key or e.value is not None]
    if syntax == "toml":
        return toml_front_matter.dumps(meant)
    if syntax == "json":
        return json_front_matter.dumps(meant)
    head = yaml_front_matter.dumps(meant)
    return f"{head}\n" if head and not head.endswith("\n") else head
