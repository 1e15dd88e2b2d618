import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.export.document import build_document
from editor.export.nodes.structure import HEADINGS, PHRASING
from editor.export.nodes.tree import Element, Node, text_of, walk
from editor.export.office import render_docx
from editor.export.options import RenderOptions
from editor.export.paged.elements import definition_pairs, figure_parts, spoiler_title, table_parts
from editor.export.paged.layout import NOTE, PLAIN_LINE, PagedSection, paged_sections
from editor.export.paged.pandoc_document import build_pandoc_document
from tests.export.reviews import review
from tests.export.test_pdf import quick

LINES = HEADINGS | {"p", PLAIN_LINE, "summary", "pre"}
BLOCKS = [
    "p",
    "div",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "table",
    "details",
    "figure",
    "pre",
    "h2",
    "section",
]
NAMED = ["p", "ul", "td", "dd", "li", "summary", "code", "h3", "details", "figcaption", "mark"]
INSIDE = ["li", "dt", "dd", "tr", "td", "th", "summary", "figcaption", "caption", "tbody"]
INLINE = ["a href='#x'", "a href='https://a.example'", "em", "q", "sup", "code", "span id='x'"]


def leaf(text: str, variant: str = "de-DE") -> PagedSection:
    """Return the section “Story” with ``text``."""
    said = build_document(review(texts={"story": text}), RenderOptions(variant=variant))
    return next(found for found in paged_sections(said, variant) if found.section.id == "story")


def shape(nodes: tuple[Node, ...] | list[Node]) -> str:
    """Return the tags of ``nodes`` with their text: “p(Text, em(so))”."""
    return ", ".join(
        node if isinstance(node, str) else f"{node.tag}({shape(node.children)})" for node in nodes
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A  *b*\nc", "p(A , em(b),  c)"),
        ("- eins\n- zwei\n    - drei", "ul(li(plain(eins)), li(plain(zwei), ul(li(plain(drei)))))"),
        ("A  \nB  \n", "p(A, br(), B)"),
        ("    x  y\n     z", "pre(x  y\n z)"),
        ("<div>lose <p>Absatz</p> lose</div>", "plain(lose), p(Absatz), plain(lose)"),
        ("<div><a href='https://a.example'><p>A</p><p>B</p></a></div>", "p(a(A)), p(a(B))"),
        ("<em> a </em> b", "p(em(a ), b)"),
        ("***", "hr()"),
        ("<p> </p>", ""),
    ],
)
def test_blocks_hold_blocks_or_a_line(text: str, expected: str) -> None:
    assert shape(leaf(text).blocks) == expected


def test_a_footnote_stands_where_it_is_pointed_at() -> None:
    found = leaf("A[^1] B[^2] C[^1]\n\n[^1]: Eins\n[^2]: Zwei *so*\n\n    noch").blocks
    assert shape(found) == (
        "p(A, note(plain(Eins)),  B, note(plain(Zwei , em(so)), p(noch)),  C, note(plain(Eins)))"
    )
    notes = [element for element in walk(found) if element.tag == NOTE]
    assert ["again" in note.attributes for note in notes] == [False, False, True]


def test_a_footnote_within_a_footnote_is_told_in_brackets() -> None:
    found = leaf("A[^1]\n\n[^1]: Eins[^2]\n[^2]: Zwei[^1]").blocks
    assert shape(found) == "p(A, note(plain(Eins,  (, Zwei, ))))"


def test_quotations_have_the_marks_of_the_variant() -> None:
    text = "<q>A <q>b</q></q>"
    assert text_of(leaf(text).blocks) == "„A ‚b‘“"
    assert text_of(leaf(text, "de-CH").blocks) == "«A ‹b›»"


def test_only_places_that_something_links_to_have_names() -> None:
    found = leaf("### A {#a}\n\n### B {#b}\n\n[hin](#a) [Story](#story)")
    assert [e.attributes.get("id") for e in found.blocks if e.tag in HEADINGS] == ["story:a", None]
    assert found.name == "story"
    assert leaf("nichts").name == ""


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        ("Spoiler", "Spoiler"),
        ("Spoilerwarnung: Ende", "Spoilerwarnung: Ende"),
        ("Mehr", "Spoiler"),
        ("Das *Ende*", "Spoiler: Das Ende"),
    ],
)
def test_the_line_above_a_spoiler_says_that_it_is_one(summary: str, title: str) -> None:
    text = f"<details markdown='1'>\n<summary markdown='1'>{summary}</summary>\n\nX\n\n</details>"
    (spoiler,) = leaf(text).blocks
    assert text_of(spoiler_title(spoiler)) == title


def test_terms_share_what_explains_them() -> None:
    html = "<dl><dt>A</dt><dt>B</dt><dd>eins</dd><dd>zwei</dd><dt>C</dt><dd>drei</dd></dl>"
    (found,) = leaf(html).blocks
    assert [(text_of(term), shape(list(blocks))) for term, blocks in definition_pairs(found)] == [
        ("A, B", "plain(eins), plain(zwei)"),
        ("C", "plain(drei)"),
    ]


def test_a_table_has_a_head_and_rows_of_one_length() -> None:
    (found,) = leaf("| A | B |\n|---|---|\n| a | b |\n| c |\n").blocks
    parts = table_parts(found)
    assert (parts.columns, len(parts.head), [len(row) for row in parts.rows]) == (2, 1, [2, 2])


def test_a_figure_without_an_image_keeps_its_words() -> None:
    (found,) = leaf("<figure><p>A</p><figcaption>B</figcaption></figure>").blocks
    parts = figure_parts(found)
    assert parts.image is None
    assert (text_of(parts.rest), text_of(parts.caption)) == ("A", "B")


def html() -> st.SearchStrategy[str]:
    words = st.sampled_from(["Wort", " ", "zwei Wörter", "[^1]", "\n\n", "x[^2]"])

    def around(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
        named = [f"{tag} id='x'" for tag in NAMED]
        tags = st.sampled_from([*BLOCKS, *INSIDE, *INLINE, *named])
        return st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split(maxsplit=1)[0]}>", tags, inner
        )

    return st.recursive(words, lambda part: around(st.lists(part, max_size=4)), max_leaves=25).map(
        lambda text: f"Anfang\n\n{text}\n\nEnde\n\n[^1]: Note <em>eins</em>\n[^2]: Note[^1] zwei"
    )


@settings(max_examples=150, deadline=None)
@given(html())
def test_any_html_is_brought_into_order(text: str) -> None:
    blocks = leaf(text).blocks
    for element in [Element("body", {}, list(blocks)), *walk(blocks)]:
        inner = {child.tag for child in element.children if isinstance(child, Element)}
        if element.tag in LINES or element.tag in PHRASING:
            assert inner <= PHRASING | {NOTE}
        else:
            assert not any(isinstance(child, str) for child in element.children)
            assert not inner & (PHRASING | {NOTE})
    assert "↩" not in text_of(blocks)


@settings(max_examples=40, deadline=None)
@given(html())
def test_any_html_can_be_typeset(text: str) -> None:
    assert quick(review(texts={"story": text, "verdict": text})).startswith(b"%PDF-")


@settings(max_examples=10, deadline=None)
@given(html())
def test_any_html_can_be_a_document(text: str) -> None:
    assert render_docx(review(texts={"story": text}), RenderOptions()).startswith(b"PK")


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from([*BLOCKS, *INSIDE, *INLINE[:-1]]),
    st.sampled_from([*NAMED, *INLINE[:-1]]),
)
def test_a_link_leads_to_a_place_or_is_text(outer: str, tag: str) -> None:
    ends = [f"</{each.split(maxsplit=1)[0]}>" for each in (tag, outer)]
    text = f"<{outer}><{tag} id='x'>Ziel{''.join(ends)}\n\n<a href='#x'>hin</a>\n"
    made = review(texts={"story": text})
    assert quick(made).startswith(b"%PDF-")
    said = build_document(made, RenderOptions())
    tree = json.dumps(build_pandoc_document(said, RenderOptions()))
    assert ('"#story:x"' in tree) == ('"story:x"' in tree)
