"""The review: one immutable value that the form edits and everything else reads.

Beside its meaning, every part of a review keeps its source text. A part that is not edited is
written back to the file character by character, whatever else changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self

from editor.review.form import Form, load_form
from editor.review.line_ends import LineEnds

Syntax = Literal["yaml", "toml", "json"]
"""Languages of a front matter."""

INTRODUCTION = "introduction"
VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class FrontMatterEntry:
    """One top-level key of the front matter with its value.

    ``source`` is the key and its value as written in the file, None once the value was edited;
    ``lead`` and ``trail`` are the comments and blank lines around it. All three are in ``syntax``
    and are ignored in a front matter of another syntax.
    """

    key: str
    value: Any
    source: str | None = None
    lead: str = ""
    trail: str = ""
    syntax: Syntax = "yaml"
    prefix: str = ""
    """Put before ``key`` in the file where the bare key belongs to another program."""

    @property
    def name(self) -> str:
        """The key as written in the file."""
        return f"{self.prefix}{self.key}"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the text.

    ``text`` is the Markdown below the heading, without the blank lines around it. ``opening`` is
    the heading and the blank lines as written in the file, None when the file lacks this section;
    ``closing`` are the blank lines after the text, None once the text was edited.
    """

    id: str
    heading: str = ""
    text: str = ""
    opening: str | None = None
    closing: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """Properties of a review's file beyond its text."""

    bom: bool = False
    line_ends: LineEnds = field(default_factory=LineEnds)
    fences: tuple[str, str] = ("---\n", "---\n")
    """The lines around the front matter."""
    syntax: Syntax = "yaml"


@dataclass(frozen=True, slots=True)
class Review:
    """A review: facts and ratings in ``entries``, text in ``sections``, both in file order."""

    entries: tuple[FrontMatterEntry, ...] = ()
    sections: tuple[Section, ...] = ()
    source_format: SourceFormat = SourceFormat()
    loaded_form: Form | None = field(default=None, compare=False, repr=False)
    """Form that the file was read with, which may be a custom one."""

    @property
    def form_id(self) -> str:
        """Id of the form, empty when the file names none."""
        return str(self.fact("form") or "")

    @property
    def form(self) -> Form:
        """The form itself; the default form when the one that is named does not exist."""
        return self.loaded_form if self.loaded_form is not None else load_form(self.form_id)

    @property
    def title(self) -> str:
        """Title as text, empty when there is none."""
        title = self.fact("title")
        return "" if title is None else str(title)

    def fact(self, key: str) -> Any:
        """Return the value of the front matter key ``key``, None when it is missing.

        A key with our prefix takes precedence: the one without it belongs to another program then.
        """
        entry = _find_entry(self.entries, key)
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
        """Return the Markdown of the section ``section_id``.

        Raises KeyError when the form does not have it.
        """
        return self.section(section_id).text

    def with_text(self, section_id: str, text: str) -> Self:
        """Return the review with the Markdown of the section ``section_id`` replaced.

        Raises KeyError when the form does not have it.
        """
        old = self.section(section_id)
        if old.text == text:
            return self
        new = replace(old, text=text, closing=None)
        return replace(self, sections=tuple(new if s is old else s for s in self.sections))


def nonempty_sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that have text, in order."""
    return tuple(section for section in sections if section.text.strip())


def _find_entry(entries: tuple[FrontMatterEntry, ...], key: str) -> FrontMatterEntry | None:
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
    old = _find_entry(entries, key)
    if old is None:
        return (*entries, FrontMatterEntry(key, value))
    changed = replace(old, value=value, source=None)
    return tuple(changed if entry is old else entry for entry in entries)


def _without(entries: tuple[FrontMatterEntry, ...], key: str) -> tuple[FrontMatterEntry, ...]:
    """Return ``entries`` without ``key``.

    Where another program uses the same key, ours is emptied: without it, the other one would count.
    """
    removed = [entry for entry in entries if entry.key == key]
    if len({bool(entry.prefix) for entry in removed}) > 1:
        return _set(entries, key, "")
    for _ in removed:
        # Searched again, because an entry may have received the comments of the one before.
        entries = _removed(entries, next(entry for entry in entries if entry.key == key))
    return entries


def _removed(
    entries: tuple[FrontMatterEntry, ...], entry: FrontMatterEntry
) -> tuple[FrontMatterEntry, ...]:
    """Return ``entries`` without ``entry``; a neighbour takes over its comments."""
    index = next(index for index, other in enumerate(entries) if other is entry)
    before, after = entries[:index], entries[index + 1 :]
    comments = f"{entry.lead}{entry.trail}"
    if "#" not in comments:
        return before + after
    if after and after[0].syntax == entry.syntax:
        following = replace(after[0], lead=f"{comments}{after[0].lead}")
        return (*before, following, *after[1:])
    if before and before[-1].syntax == entry.syntax:
        return (*before[:-1], replace(before[-1], trail=f"{before[-1].trail}{comments}"), *after)
    return (*before, FrontMatterEntry("", None, comments, syntax=entry.syntax), *after)
