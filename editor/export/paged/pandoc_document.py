"""A review as the tree that pandoc writes documents from.

Paragraphs of ours carry the name of a style, which the reference documents in ``resources/office``
define; ``tools/office_styles.toml`` says what they look like.
"""

from collections.abc import Iterable
from itertools import chain

from editor.export.content import Content
from editor.export.nodes.tree import text_of
from editor.export.options import Options
from editor.export.paged import elements, layout
from editor.export.paged.data_images import picture
from editor.export.paged.pandoc_writer import (
    NOTHING,
    Json,
    Writer,
    box,
    heading,
    image,
    placed,
    string,
    styled,
)
from editor.export.stars import Score

VERSION = (1, 23, 1)
"""Of pandoc's tree: that of the first pandoc with figures, which later ones read too."""
FACT_LABEL, FACT, LAST_FACT = "FactLabel", "Fact", "LastFact"
RATING, CONTENTS = "Rating", "ContentsTitle"
"""Names of the styles of ours."""
OVERALL = "Gesamtwertung"

_COVER = (14.0, 8.0)
"""Width and height of the cover in cm."""


def document(said: Content, options: Options) -> Json:
    """Return ``said`` as a whole document."""
    variant, contents = options.variant, options.contents
    leaves = layout.leaves(said, variant, linked=contents)
    blocks = [block for leaf in leaves for block in leaf.blocks]
    named = {leaf.name for leaf in leaves if leaf.name}
    writer = Writer(frozenset(named.union(elements.names(blocks))))
    return {
        "pandoc-api-version": list(VERSION),
        "meta": _meta(said, variant),
        "blocks": [
            *_cover(said),
            *_facts(said),
            *(_contents(leaves) if contents else ()),
            *chain.from_iterable(_chapter(leaf, writer, variant) for leaf in leaves),
        ],
    }


def stars(score: Score) -> str:
    """Return a rating as text: „★★★★☆ 4 von 5 Sternen“."""
    drawn = "★" * score.full + "½" * score.half + "☆" * score.empty
    return f"{drawn} {score.words}".lstrip()


def _meta(said: Content, variant: str) -> Json:
    byline = said.byline.text
    texts = {"title": said.title, "subtitle": byline, "description": said.lead}
    fields = {key: {"t": "MetaInlines", "c": [string(text)]} for key, text in texts.items() if text}
    return {**fields, "lang": {"t": "MetaString", "c": variant}}


def _cover(said: Content) -> list[Json]:
    if said.cover is None or picture(said.cover.src) is None:
        return []
    return [{"t": "Para", "c": [image(said.cover.src, said.cover.alt, _COVER)]}]


def _facts(said: Content) -> list[Json]:
    last = len(said.facts) - 1
    rows = [
        [
            styled(FACT_LABEL, [string(fact.label)]),
            styled(FACT if number < last else LAST_FACT, [string(fact.text)]),
        ]
        for number, fact in enumerate(said.facts)
    ]
    return [box(rows)] if rows else []


def _contents(leaves: Iterable[layout.Leaf]) -> list[Json]:
    """Return links to the chapters; they need no program that brings page numbers up to date."""
    links = [
        {"t": "Link", "c": [NOTHING, [string(text_of(leaf.heading))], [f"#{leaf.name}", ""]]}
        for leaf in leaves
        if leaf.heading
    ]
    if not links:
        return []
    title = styled(CONTENTS, [string("Inhaltsverzeichnis")])
    return [title, {"t": "BulletList", "c": [[{"t": "Plain", "c": [link]}] for link in links]}]


def _chapter(leaf: layout.Leaf, writer: Writer, variant: str) -> Iterable[Json]:
    if leaf.heading:
        yield heading(1, leaf.name, writer.line(leaf.heading))
    if leaf.chapter.score:
        yield styled(RATING, [string(stars(leaf.chapter.score))])
    blocks = writer.blocks(leaf.blocks)
    yield from blocks if leaf.heading or not leaf.name else placed(leaf.name, blocks)
    if leaf.chapter.scores:
        yield box(
            [
                [
                    styled(FACT_LABEL, writer.line(layout.inline(label, variant))),
                    styled(FACT, [string(stars(score))]),
                ]
                for label, score in leaf.chapter.scores
            ]
        )
    if leaf.chapter.overall:
        line = [string(f"{OVERALL}: {stars(leaf.chapter.overall)}")]
        yield styled(RATING, [{"t": "Strong", "c": line}])
