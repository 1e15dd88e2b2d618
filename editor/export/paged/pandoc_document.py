"""pandoc document: a review as the tree from which pandoc writes office documents.

Custom styles of paragraphs are defined in the reference documents in ``resources/office``, which
are made from ``tools/office_styles.toml``.
"""

from collections.abc import Iterable
from itertools import chain

from editor.export.document import ExportDocument
from editor.export.nodes.tree import text_of
from editor.export.options import RenderOptions
from editor.export.paged import elements, layout
from editor.export.paged.data_images import decode_image
from editor.export.paged.pandoc_writer import (
    NOTHING,
    Json,
    PandocWriter,
    box,
    heading,
    image,
    placed,
    string,
    styled,
)
from editor.export.star_rating import StarRating

VERSION = (1, 23, 1)
"""Version of pandoc's API: the first one with figures, which later versions of pandoc read, too."""
FACT_LABEL, FACT, LAST_FACT = "FactLabel", "Fact", "LastFact"
RATING, CONTENTS = "Rating", "ContentsTitle"
"""Names of custom styles."""
OVERALL = "Gesamtwertung"

_COVER = (14.0, 8.0)
"""Maximum width and height of the cover in cm."""


def build_pandoc_document(document: ExportDocument, options: RenderOptions) -> Json:
    """Return ``document`` as a pandoc tree."""
    variant, contents = options.variant, options.contents
    sections = layout.paged_sections(document, variant, linked=contents)
    blocks = [block for section in sections for block in section.blocks]
    section_anchors = {section.name for section in sections if section.name}
    writer = PandocWriter(frozenset(section_anchors.union(elements.anchor_names(blocks))))
    return {
        "pandoc-api-version": list(VERSION),
        "meta": _meta(document, variant),
        "blocks": [
            *_cover(document),
            *_facts(document),
            *(_contents(sections) if contents else ()),
            *chain.from_iterable(_section(section, writer, variant) for section in sections),
        ],
    }


def rating_line(score: StarRating) -> str:
    """Return a rating as text: “★★★★☆ 4 von 5 Sternen”."""
    drawn = "★" * score.full + "½" * score.half + "☆" * score.empty
    return f"{drawn} {score.words}".lstrip()


def _meta(document: ExportDocument, variant: str) -> Json:
    byline = document.byline.text
    texts = {"title": document.title, "subtitle": byline, "description": document.lead}
    fields = {key: {"t": "MetaInlines", "c": [string(text)]} for key, text in texts.items() if text}
    return {**fields, "lang": {"t": "MetaString", "c": variant}}


def _cover(document: ExportDocument) -> list[Json]:
    if document.cover is None or decode_image(document.cover.src) is None:
        return []
    return [{"t": "Para", "c": [image(document.cover.src, document.cover.alt, _COVER)]}]


def _facts(document: ExportDocument) -> list[Json]:
    last = len(document.facts) - 1
    rows = [
        [
            styled(FACT_LABEL, [string(fact.label)]),
            styled(FACT if number < last else LAST_FACT, [string(fact.text)]),
        ]
        for number, fact in enumerate(document.facts)
    ]
    return [box(rows)] if rows else []


def _contents(sections: Iterable[layout.PagedSection]) -> list[Json]:
    """Return links to the sections. Unlike page numbers, they need no update in Word."""
    links = [
        {"t": "Link", "c": [NOTHING, [string(text_of(section.heading))], [f"#{section.name}", ""]]}
        for section in sections
        if section.heading
    ]
    if not links:
        return []
    title = styled(CONTENTS, [string("Inhaltsverzeichnis")])
    return [title, {"t": "BulletList", "c": [[{"t": "Plain", "c": [link]}] for link in links]}]


def _section(paged: layout.PagedSection, writer: PandocWriter, variant: str) -> Iterable[Json]:
    if paged.heading:
        yield heading(1, paged.name, writer.line(paged.heading))
    if paged.section.score:
        yield styled(RATING, [string(rating_line(paged.section.score))])
    blocks = writer.blocks(paged.blocks)
    yield from blocks if paged.heading or not paged.name else placed(paged.name, blocks)
    if paged.section.scores:
        yield box(
            [
                [
                    styled(FACT_LABEL, writer.line(layout.line_nodes(label, variant))),
                    styled(FACT, [string(rating_line(score))]),
                ]
                for label, score in paged.section.scores
            ]
        )
    if paged.section.overall:
        line = [string(f"{OVERALL}: {rating_line(paged.section.overall)}")]
        yield styled(RATING, [{"t": "Strong", "c": line}])
