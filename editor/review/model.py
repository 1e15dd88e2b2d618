"""The review: one immutable value that the form edits and everything else reads.

A review keeps what its file looked like beside what it means, piece by piece: a piece that is not
edited goes back into the file character by character, whatever else changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

from editor.review.form import Form, load_form
from editor.review.line_ends import LineEnds

Syntax = Literal["yaml", "toml", "json"]
"""In what a front matter is written."""

INTRODUCTION = "introduction"
VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class FrontMatterEntry:
    """One top-level key of the front matter with its value.

    ``source`` is the key and its value as the file has them, None once the value was edited;
    ``lead`` and ``trail`` are the comments and blank lines around it. All three are in ``syntax``,
    and mean nothing in a front matter of another one.
    """

    key: str
    value: Any
    source: str | None = None
    lead: str = ""
    trail: str = ""
    syntax: Syntax = "yaml"
    prefix: str = ""
    """What the file has ahead of ``key``, where that alone is another program's."""

    @property
    def name(self) -> str:
        """The key as the file has it."""
        return f"{self.prefix}{self.key}"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the text.

    ``text`` is the Markdown below the heading, without blank lines around it. ``opening`` is the
    heading line and the blank lines as the file has them, None when the file does not have this
    section; ``closing`` are the blank lines behind the text, None once the text was edited.
    """

    id: str
    heading: str = ""
    text: str = ""
    opening: str | None = None
    closing: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """What a file's bytes tell beyond its text."""

    bom: bool = False
    line_ends: LineEnds = field(default_factory=LineEnds)
    fences: tuple[str, str] = ("---\n", "---\n")
    """The lines around the front matter."""
    syntax: Syntax = "yaml"


@dataclass(frozen=True, slots=True)
class Review:
    """A review: facts and ratings in ``entries``, the text in ``sections``, both in file order."""

    entries: tuple[FrontMatterEntry, ...] = ()
    sections: tuple[Section, ...] = ()
    source_format: SourceFormat = SourceFormat()
    read_with: Form | None = field(default=None, compare=False, repr=False)
    """The form that the file was read with; it may be one of the writer's own."""

    @property
    def form(self) -> str:
        """The id of the form, empty when the file names none."""
        return str(self.fact("form") or "")

    @property
    def definition(self) -> Form:
        """The form itself; the core form where the one that is named is not there."""
        return self.read_with if self.read_with is not None else load_form(self.form)

    @property
    def title(self) -> str:
        """The title as text, empty when there is none."""
        title = self.fact("title")
        return "" if title is None else str(title)

    def fact(self, key: str) -> Any:
        """Return the value of the front matter key ``key``, None when it is not there.

        One with our prefix is meant rather than one without, which is another program's then.
        """
        entry = _meant(self.entries, key)
        return None if entry is None else entry.value

    def with_fact(self, key: str, value: Any) -> Self:
        """Return the review with ``key`` set to ``value``; None or an empty value removes it."""
        if value == self.fact(key):
            return self
        if value is None or value in ("", [], {}):
            return replace(self, entries=_without(self.entries, key))
        return replace(self, entries=_set(self.entries, key, value))

    def section(self, section_id: str) -> Section:
        """Return the section ``section_id``. Raises KeyError when the form does not have it."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def text(self, section_id: str) -> str:
        """Return the Markdown of the section ``section_id``. Raises KeyError as ``section``."""
        return self.section(section_id).text

    def with_text(self, section_id: str, text: str) -> Self:
        """Return the review with the section's Markdown replaced. Raises KeyError as above."""
        old = self.section(section_id)
        if old.text == text:
            return self
        new = replace(old, text=text, closing=None)
        return replace(self, sections=tuple(new if s is old else s for s in self.sections))


def nonempty_sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that have a text, in order."""
    return tuple(section for section in sections if section.text.strip())


def _meant(entries: tuple[FrontMatterEntry, ...], key: str) -> FrontMatterEntry | None:
    first = None
    for entry in entries:
        if entry.key == key:
            if entry.prefix:
                return entry
            first = first or entry
    return first


def _set(
    entries: tuple[FrontMatterEntry, ...], key: str, value: Any
) -> tuple[FrontMatterEntry, ...]:
    old = _meant(entries, key)
    if old is None:
        return (*entries, FrontMatterEntry(key, value))
    changed = replace(old, value=value, source=None)
    return tuple(changed if entry is old else entry for entry in entries)


def _without(entries: tuple[FrontMatterEntry, ...], key: str) -> tuple[FrontMatterEntry, ...]:
    """Return ``entries`` without ``key``; where its name is another program's too, it is empty."""
    gone = [entry for entry in entries if entry.key == key]
    if len({bool(entry.prefix) for entry in gone}) > 1:
        return _set(entries, key, "")
    for _ in gone:
        # Looked for anew: one may have got the comments of the one before.
        entries = _removed(entries, next(entry for entry in entries if entry.key == key))
    return entries


def _removed(
    entries: tuple[FrontMatterEntry, ...], gone: FrontMatterEntry
) -> tuple[FrontMatterEntry, ...]:
    """Return ``entries`` without ``gone``, whose comments go to a neighbour: most are about it."""
    place = next(index for index, entry in enumerate(entries) if entry is gone)
    before, after = entries[:place], entries[place + 1 :]
    comments = f"{gone.lead}{gone.trail}"
    if "#" not in comments:
        return before + after
    if after and after[0].syntax == gone.syntax:
        following = replace(after[0], lead=f"{comments}{after[0].lead}")
        return (*before, following, *after[1:])
    if before and before[-1].syntax == gone.syntax:
        return (*before[:-1], replace(before[-1], trail=f"{before[-1].trail}{comments}"), *after)
    return (*before, FrontMatterEntry("", None, comments, syntax=gone.syntax), *after)
