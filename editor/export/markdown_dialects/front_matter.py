"""Front matter of a review in the conventions of another program.

All keys of Rezensent are kept, so that it reads the same review back; keys that the program looks
for are added.
"""

import posixpath
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, cast

from editor.errors import ReviewFileError
from editor.export.document import build_document
from editor.export.facts import fact_text
from editor.export.image_sources import no_images
from editor.export.nodes.links import is_remote
from editor.export.options import RenderOptions
from editor.paths import resource
from editor.review.fact_kinds import PeopleKind
from editor.review.facts import format_items
from editor.review.form import KEY_PREFIX
from editor.review.german_notation import drop_zero_fraction, parse_date
from editor.review.model import VERDICT, FrontMatterEntry, Review
from editor.review.rating import rating_of, scale_of
from editor.storage import yaml_front_matter

DIALECTS = ("hugo", "jekyll", "astro", "obsidian")
"""Ids of the programs, each with a table in ``resources/dialects``."""
COMMONMARK = "commonmark"
"""Dialect of Markdown without any extension and without front matter; it needs no table."""

People = Literal["maps", "texts"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """Conventions of a program."""

    id: str
    keys: Mapping[str, str]
    """Front matter key → name of its content, see ``_CONTENT``."""
    fixed: Mapping[str, Any]
    """Keys with the same value in every file → that value."""
    renamed: frozenset[str] = frozenset()
    """Keys of Rezensent that have another meaning for the program."""
    people: People = "maps"
    """Whether a person with a role is a map or a text, “Name (Rolle)”."""
    hidden_ids: bool = False
    """Whether the program would show ``{#id}`` after a heading."""


@cache
def load_dialect(dialect_id: str) -> Dialect:
    """Return the dialect ``dialect_id``, one of DIALECTS."""
    table = tomllib.loads(resource("dialects", f"{dialect_id}.toml").read_text("utf-8"))
    return Dialect(
        dialect_id,
        MappingProxyType(table["keys"]),
        MappingProxyType(table.get("fixed", {})),
        frozenset(table.get("renamed", ())),
        cast("People", table.get("people", "maps")),
        table.get("hidden_ids", False),
    )


_TAG = "Rezension"


def dialect_entries(
    review: Review, options: RenderOptions, dialect: Dialect
) -> tuple[FrontMatterEntry, ...]:
    """Return the entries of ``review`` in the form of ``dialect``, followed by those that it adds.

    A key that the writer has set is never replaced. Raises FormError when the review's form is
    broken.
    """
    kept_entries = list(_review_entries(review, dialect))
    taken = {entry.name for entry in kept_entries}
    source = _ContentSource(review, options)
    added = [FrontMatterEntry(key, value) for key, value in dialect.fixed.items()]
    added += [FrontMatterEntry(key, _CONTENT[name](source)) for key, name in dialect.keys.items()]
    new_entries = (e for e in added if e.key not in taken and e.value not in (None, "", [], {}))
    return (*kept_entries, *new_entries)


# -- our own keys ---------------------------------------------------------------------------------


def _review_entries(review: Review, dialect: Dialect) -> Iterator[FrontMatterEntry]:
    """Yield the entries of the review, each key once: YAML allows no second, and the first counts.

    Where a file has a key with and without the prefix of Rezensent, the one without belongs to
    another program.
    """
    names = {entry.name for entry in review.entries}
    seen: set[str] = set()
    for entry in review.entries:
        if entry.name and entry.name in seen:
            continue
        seen.add(entry.name)
        foreign = f"{KEY_PREFIX}{entry.key}" in names and not entry.prefix
        shared = bool(entry.prefix) and entry.key in names
        if not foreign and (shared or entry.key in dialect.renamed or _no_date(entry)):
            yield FrontMatterEntry(entry.key, entry.value, prefix=KEY_PREFIX)
        else:
            value = _value(review, entry, dialect.people)
            yield _plain(replace(entry, value=value, prefix=""))


def _plain(entry: FrontMatterEntry) -> FrontMatterEntry:
    """Return ``entry`` as the YAML library writes it, which every reader of YAML understands alike.

    A value that would not be read back unchanged stays as the writer has typed it.
    """
    fresh = FrontMatterEntry(entry.key, entry.value)
    if entry.value is None or not entry.key:
        return entry
    try:
        (back,) = yaml_front_matter.parse(yaml_front_matter.dumps([fresh]))
    except (ReviewFileError, ValueError):
        return entry
    return fresh if back.value == entry.value else entry


def _no_date(entry: FrontMatterEntry) -> bool:
    return entry.key == "date" and entry.value != parse_date(str(entry.value))


def _value(review: Review, entry: FrontMatterEntry, people: People) -> Any:
    if entry.key == "title" and entry.value is not None:
        return str(entry.value)
    field = review.form.fact(entry.key)
    if people == "texts" and field is not None and isinstance(field.kind, PeopleKind):
        return _as_texts(field.kind, entry.value)
    return entry.value


def _as_texts(kind: PeopleKind, value: Any) -> Any:
    """Return people as “Name (Rolle)” where that keeps all of their data."""
    if not isinstance(value, list):
        return value
    return [_as_text(kind, person) for person in value]


def _as_text(kind: PeopleKind, person: Any) -> Any:
    if not isinstance(person, dict):
        return person
    texts = format_items(person)
    return texts[0] if kind.parse_items(texts) == [person] else person


# -- what is added --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _ContentSource:
    review: Review
    options: RenderOptions

    def text(self, key: str) -> str:
        return fact_text(self.review.fact(key))

    def description(self) -> str:
        """Return the beginning of the text, for search engines and lists of pages."""
        return build_document(self.review, replace(self.options, images=no_images)).lead

    def tags(self) -> list[str]:
        form = self.review.form.label.german
        return [tag for tag in (_TAG, form, self.text("medium")) if tag]

    def relative_image(self) -> str:
        """Return the image as a path that begins with “./”, which marks it as a file."""
        image = self.text("image")
        local = image and not is_remote(image) and not image.startswith(("/", "."))
        return f"./{posixpath.normpath(image)}" if local else image

    def cover(self) -> dict[str, str]:
        image, alt = self.text("image"), self.text("image_alt")
        return {"image": image, **({"alt": alt} if alt else {})} if image else {}

    def rating(self) -> float | int | None:
        value = rating_of(self.review, VERDICT)
        return None if value is None or scale_of(self.review) is None else drop_zero_fraction(value)

    def best(self) -> float | int | None:
        scale, rating = scale_of(self.review), self.rating()
        if scale is None or rating is None or not scale.contains(rating):
            return None
        return drop_zero_fraction(scale.best)


def _unless_empty(text: str) -> list[str]:
    return [text] if text else []


def _without_blanks(tags: Iterable[str]) -> list[str]:
    return ["-".join(tag.split()) for tag in tags]


_CONTENT: dict[str, Callable[[_ContentSource], Any]] = {
    "aliases": lambda source: _unless_empty(source.text("original_title")),
    "authors": lambda source: _unless_empty(source.text("author")),
    "best": _ContentSource.best,
    "cover": _ContentSource.cover,
    "date": lambda source: parse_date(str(source.review.fact("date"))),
    "description": _ContentSource.description,
    "draft": lambda source: source.review.fact("draft") is True,
    "image": lambda source: source.text("image"),
    "images": lambda source: _unless_empty(source.text("image")),
    "lang": lambda source: source.options.variant,
    "published": lambda source: source.review.fact("draft") is not True,
    "rating": _ContentSource.rating,
    "relative_image": _ContentSource.relative_image,
    "tags": _ContentSource.tags,
    "word_tags": lambda source: _without_blanks(source.tags()),
}
"""Contents of added keys by the names that the tables in ``resources/dialects`` use."""
