"""PDF export: pages in the colours and fonts of a page theme, typeset by Typst.

The PDF is tagged, PDF/UA-1 where its characters allow it, and contains title, author, language and
the date of the review. The text is passed as data to ``resources/typst/review.typ``.
"""

import datetime
import json
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from editor.export.document import ExportDocument, build_document
from editor.export.options import RenderOptions
from editor.export.paged import layout
from editor.export.paged.typst import TypstJob, compile_pdf
from editor.export.paged.typst_nodes import Json, TypstNodeWriter, allow_breaks, find_dicts
from editor.export.star_rating import StarRating
from editor.export.themes.theme_registry import DEFAULT_THEME, PageTheme
from editor.export.web.style import colors_with_accent, font_lists
from editor.paths import resource
from editor.review.model import VERDICT, Review

SECONDS = 60.0
"""Time limit for typesetting."""

_GENERIC = re.compile(r"(?:ui-.*|system-ui|serif|sans-serif|monospace|DejaVu .*)", re.IGNORECASE)
"""Families that Typst does not know, and those that were designed for screens only."""
_SANS = re.compile(r"\bsans-serif\b")
_SANS_FALLBACKS = ("Liberation Sans", "Nimbus Sans", "DejaVu Sans")
_SERIF_FALLBACKS = ("Libertinus Serif",)
"""Contained in Typst itself."""
_REGIONS = {"de-AT": "AT", "de-CH": "CH"}


def render_pdf(review: Review, options: RenderOptions) -> bytes:
    """Return ``review`` as a PDF; the same review, options and fonts give the same bytes.

    Raises FormError when the review's form is broken, ExportError when Typst cannot make the PDF.
    """
    document = build_document(review, options)
    data, files = template_data(document, options)
    template = resource("typst", "review.typ").read_bytes()
    return compile_pdf(TypstJob(template, json.dumps(data), files), seconds=SECONDS)


def template_data(
    document: ExportDocument, options: RenderOptions
) -> tuple[Json, dict[str, bytes]]:
    """Return the data for the template, and its images by name."""
    theme = options.themes.find(options.theme).theme
    sections = layout.paged_sections(document, options.variant)
    writer = TypstNodeWriter()
    cover = writer.image(document.cover.src, document.cover.alt) if document.cover else None
    chapters = [_section(section, writer, options.variant) for section in sections]
    _cut_broken_links(chapters, frozenset(_anchors(chapters)))
    day = datetime.date.fromisoformat(document.byline.iso) if document.byline.iso else None
    data = {
        "title": document.title,
        "author": [document.byline.author] if document.byline.author else [],
        "description": document.lead or None,
        "date": [day.year, day.month, day.day] if day else None,
        "region": _REGIONS.get(options.variant, "DE"),
        "byline": document.byline.text,
        "cover": cover,
        "facts": [[fact.label, allow_breaks(fact.text)] for fact in document.facts],
        "contents": options.contents and any(section.heading for section in sections),
        "chapters": chapters,
        "colors": colors_with_accent(theme, "light", options.accent),
        "fonts": _fonts(theme, options),
        "layout": _layout(theme),
    }
    return data, writer.files


def _fonts(theme: PageTheme, options: RenderOptions) -> dict[str, list[str]]:
    lists = font_lists(theme, options)
    return {name.removesuffix("-font"): font_families(fonts) for name, fonts in lists.items()}


def font_families(listed: str) -> list[str]:
    """Return a list of CSS font families as names for Typst, followed by fallbacks."""
    names = [name.strip().strip("\"'").strip() for name in listed.split(",")]
    fallbacks = _SANS_FALLBACKS if _SANS.search(listed) else _SERIF_FALLBACKS
    known_names = [name for name in names if name and not _GENERIC.fullmatch(name)]
    return list(dict.fromkeys([*known_names, *fallbacks]))


def _layout(theme: PageTheme) -> Json:
    """Return the page layout of a theme, or that of the nearest theme which it extends."""
    layouts = _layouts()
    ids = (theme.id, *(folder.name for folder in theme.folders))
    nearest = next((theme_id for theme_id in ids if theme_id in layouts), DEFAULT_THEME)
    return {**layouts[DEFAULT_THEME], **layouts[nearest]}


@lru_cache(maxsize=1)
def _layouts() -> dict[str, Json]:
    return tomllib.loads(resource("typst", "layouts.toml").read_text("utf-8"))


def _section(paged: layout.PagedSection, writer: TypstNodeWriter, variant: str) -> Json:
    section = paged.section
    scores = [
        [writer.nodes(layout.line_nodes(label, variant)), _score(score)]
        for label, score in section.scores
    ]
    return {
        "name": paged.name or None,
        "verdict": section.id == VERDICT,
        "heading": writer.nodes(paged.heading),
        "blocks": writer.nodes(paged.blocks),
        "score": _score(section.score),
        "overall": _score(section.overall),
        "scores": scores,
    }


def _anchors(value: Any) -> Iterator[str]:
    """Yield the names of all anchors in the data."""
    for item in find_dicts(value):
        yield from (
            item[key] for key in ("id", "name") if item.get(key) and item.get("t") != "note"
        )


def _cut_broken_links(value: Any, anchors: frozenset[str]) -> None:
    """Remove links to anchors that do not exist, which Typst refuses, and keep their text."""
    for item in find_dicts(value):
        if item.get("to") not in anchors:
            item.pop("to", None)


def _score(score: StarRating | None) -> Json | None:
    if score is None:
        return None
    return {"full": score.full, "half": score.half, "empty": score.empty, "words": score.words}
