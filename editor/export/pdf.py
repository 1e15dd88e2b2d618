"""PDF export: pages in the colours and fonts of a page theme, typeset by Typst.

The PDF is tagged, PDF/UA-1 where its characters allow it, and contains title, author, language and
the date of the review. The text is passed as data to ``resources/typst/review.typ``.
"""

import datetime
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from editor.export.document import ExportDocument, build_document
from editor.export.nodes.structure import HEADINGS
from editor.export.nodes.tree import Element, Node, text_of
from editor.export.options import RenderOptions
from editor.export.paged import elements, layout
from editor.export.paged.data_images import decode_image
from editor.export.paged.typst import TypstJob, compile_pdf
from editor.export.star_rating import StarRating
from editor.export.themes.theme_registry import DEFAULT_THEME, PageTheme
from editor.export.web.style import colors_with_accent, font_lists
from editor.paths import resource
from editor.review.model import VERDICT, Review

Json = dict[str, Any]

SECONDS = 60.0
"""Time limit for typesetting."""

_GENERIC = re.compile(r"(?:ui-.*|system-ui|serif|sans-serif|monospace|DejaVu .*)", re.IGNORECASE)
"""Families that Typst does not know, and those that were designed for screens only."""
_SANS = re.compile(r"\bsans-serif\b")
_SANS_FALLBACKS = ("Liberation Sans", "Nimbus Sans", "DejaVu Sans")
_SERIF_FALLBACKS = ("Libertinus Serif",)
"""Contained in Typst itself."""
_LONGEST_ADDRESS = 2_000
"""Typst refuses links of more than 8,000 bytes, and encoding makes an address up to four times
longer."""
_LONGEST_WORD = 50
_UNBROKEN = re.compile(rf"\S{{{_LONGEST_WORD}}}")
_BREAK_HERE = "\u200b"
_IN_ADDRESS = "%:/?#[]@!$&'()*+,;=~"
_REGIONS = {"de-AT": "AT", "de-CH": "CH"}
_NAMES = {
    "i": "em", "cite": "em", "var": "em", "b": "strong", "del": "strike", "s": "strike",
    "ins": "underline", "u": "underline", "abbr": "span", "q": "span",
}  # fmt: skip
"""HTML elements that look the same in a PDF → kind of node in the template."""


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
    writer = _Writer()
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
        "facts": [[fact.label, _breakable(fact.text)] for fact in document.facts],
        "contents": options.contents and any(section.heading for section in sections),
        "chapters": chapters,
        "colors": colors_with_accent(theme, "light", options.accent),
        "fonts": {
            name.removesuffix("-font"): font_families(listed)
            for name, listed in font_lists(theme, options).items()
        },
        "layout": _layout(theme),
    }
    return data, writer.files


def font_families(listed: str) -> list[str]:
    """Return a list of CSS font families as names for Typst, followed by fallbacks."""
    names = [name.strip().strip("\"'").strip() for name in listed.split(",")]
    fallbacks = _SANS_FALLBACKS if _SANS.search(listed) else _SERIF_FALLBACKS
    known_names = [name for name in names if name and not _GENERIC.fullmatch(name)]
    return list(dict.fromkeys([*known_names, *fallbacks]))


def ascii_address(href: str) -> str:
    """Return an address in 7-bit ASCII, as ISO 32000-1, 12.6.4.7 requires."""
    parts = urlsplit(href)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    return quote(urlunsplit(parts._replace(netloc=host)), safe=_IN_ADDRESS)


def _layout(theme: PageTheme) -> Json:
    """Return the page layout of a theme, or that of the nearest theme which it extends."""
    layouts = _layouts()
    ids = (theme.id, *(folder.name for folder in theme.folders))
    nearest = next((theme_id for theme_id in ids if theme_id in layouts), DEFAULT_THEME)
    return {**layouts[DEFAULT_THEME], **layouts[nearest]}


@lru_cache(maxsize=1)
def _layouts() -> dict[str, Json]:
    return tomllib.loads(resource("typst", "layouts.toml").read_text("utf-8"))


def _section(paged: layout.PagedSection, writer: "_Writer", variant: str) -> Json:
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
    for item in _dicts(value):
        yield from (
            item[key] for key in ("id", "name") if item.get(key) and item.get("t") != "note"
        )


def _cut_broken_links(value: Any, anchors: frozenset[str]) -> None:
    """Remove links to anchors that do not exist, which Typst refuses, and keep their text."""
    for item in _dicts(value):
        if item.get("to") not in anchors:
            item.pop("to", None)


def _dicts(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _dicts(item)


def _score(score: StarRating | None) -> Json | None:
    if score is None:
        return None
    return {"full": score.full, "half": score.half, "empty": score.empty, "words": score.words}


def _breakable(text: str) -> str:
    """Allow breaks in words that are wider than any page."""
    return _UNBROKEN.sub(lambda match: match[0] + _BREAK_HERE, text)


@dataclass(slots=True)
class _Writer:
    """Writes nodes as JSON, and collects images."""

    files: dict[str, bytes] = field(default_factory=dict)

    def nodes(self, nodes: Iterable[Node]) -> list[Any]:
        """Return ``nodes`` as the template reads them."""
        written = [self._node(node) for node in nodes]
        return [node for node in written if node is not None]

    def image(self, src: str, alt: str) -> Json | None:
        """Return an image node, None for an image that cannot be shown."""
        picture = decode_image(src)
        if picture is None:
            return None
        name = f"{len(self.files) + 1}.{picture.suffix}"
        self.files[name] = picture.data
        return {"t": "img", "src": name, "alt": alt.strip()}

    def _node(self, node: Node) -> Any:
        if isinstance(node, str):
            return _breakable(node)
        kinds: dict[str, Callable[[Element], Any]] = {
            "a": self._link,
            "img": self._image,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "details": self._spoiler,
            "figure": self._figure,
            "table": self._table,
        }
        written = kinds.get(node.tag, self._other)(node)
        if isinstance(written, dict) and "id" in node.attributes and node.tag != layout.NOTE:
            written["id"] = node.attributes["id"]
        return written

    def _other(self, node: Element) -> Json:
        if node.tag == "pre" or node.tag in layout.CODE:
            return {"t": node.tag, "text": _breakable(text_of(node.children))}
        written: Json = {"t": _NAMES.get(node.tag, node.tag), "c": self.nodes(node.children)}
        if node.tag in HEADINGS:
            return {**written, "t": "h", "level": layout.heading_level(node)}
        if node.tag == layout.NOTE:
            return {**written, "name": node.attributes["id"], "again": "again" in node.attributes}
        return written

    def _link(self, node: Element) -> Json:
        """Return a link; its address follows in print, where it cannot be clicked."""
        link: Json = {"t": "a", "c": self.nodes(node.children)}
        # Typst resolves an anchor before the link around it is placed, and does not find it there.
        inner_anchors = [item for item in _dicts(link["c"]) if "id" in item]
        anchors = [{"t": "span", "id": item.pop("id"), "c": []} for item in inner_anchors]
        link_with_target = {**link, **self._address(node)}
        return {"t": "span", "c": [*anchors, link_with_target]} if anchors else link_with_target

    def _address(self, node: Element) -> Json:
        """Return the target of a link, and how its address is printed unless its text says so."""
        href = node.attributes.get("href", "")
        name = elements.link_target(node)
        if name is not None:
            return {"to": name}
        if not 0 < len(href) <= _LONGEST_ADDRESS:
            return {}
        address = href.removeprefix("mailto:")
        text_is_address = text_of(node.children).strip() in {href, address}
        return {
            "href": ascii_address(href),
            **({} if text_is_address else {"shown": _breakable(address)}),
        }

    def _image(self, node: Element) -> Any:
        alt = node.attributes.get("alt", "")
        return self.image(node.attributes.get("src", ""), alt) or alt

    def _list(self, node: Element) -> Json:
        items = elements.child_elements(node)
        return {
            "t": node.tag,
            "start": int(node.attributes.get("start", "1")),
            "tight": not elements.is_loose(items),
            "items": [{"c": self.nodes(item.children), **self._name(item)} for item in items],
        }

    def _name(self, node: Element) -> Json:
        return {"id": node.attributes["id"]} if "id" in node.attributes else {}

    def _definitions(self, node: Element) -> Json:
        items = [
            {"term": self.nodes(term), "c": self.nodes(meaning)}
            for term, meaning in elements.definition_pairs(node)
        ]
        return {"t": "dl", "items": items}

    def _spoiler(self, node: Element) -> Json:
        title = self.nodes(elements.spoiler_title(node))
        return {"t": "details", "title": title, "c": self.nodes(elements.spoiler_body(node))}

    def _figure(self, node: Element) -> Any:
        figure = elements.figure_parts(node)
        image = self._image(figure.image) if figure.image is not None else ""
        if isinstance(image, dict):
            return {"t": "figure", "image": image, "caption": self.nodes(figure.caption)}
        caption = [Element("p", {}, list(figure.caption))] if figure.caption else []
        return {"t": "div", "c": self.nodes([*figure.rest, *caption])}

    def _table(self, node: Element) -> Json:
        table = elements.table_parts(node)
        head = self._rows(table.head)
        return {
            "t": "table",
            "caption": self.nodes(table.caption),
            "columns": table.columns,
            "head": head,
            # Typst refuses an anchor on two pages, and a footnote would be printed twice.
            "repeat": not any("id" in item or item.get("t") == "note" for item in _dicts(head)),
            "rows": self._rows(table.rows),
        }

    def _rows(self, rows: Sequence[Sequence[Element]]) -> list[list[Json]]:
        return [
            [
                {"align": elements.alignment(cell) or "left", "c": self.nodes(cell.children)}
                for cell in row
            ]
            for row in rows
        ]
