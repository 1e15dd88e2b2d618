"""The dialects of Markdown, as other programs read them and as Rezensent reads them back."""

import datetime
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from editor.errors import ExportError
from editor.export.markdown import render_markdown
from editor.export.markdown_dialects.front_matter import DIALECTS
from editor.export.options import RenderOptions
from editor.export.registry import EXPORT_FORMATS, export_review
from editor.paths import sample_path
from editor.review.facts import format_items
from editor.review.model import Review
from editor.review.rating import rating_of, scale_of, with_rating
from editor.storage import review_file
from tests.export import golden
from tests.export.reviews import review

LINES = st.one_of(
    st.text(alphabet="ab #*-{}\\`äß😀 \t:'\"", max_size=12),
    st.sampled_from(
        [
            *("", "## Story", "## Story {#story}", "## Fazit\n<!-- {#verdict} -->", "---", "```"),
            *("<!-- {#cast} -->", "## Fazit {#verdict }", "<!--", "-->", "<details>", "{#story}"),
            *("## X\n<!-- {#cast } -->", "## \n<!-- {#plot} -->", "## Eigenes", "title: x"),
        ]
    ),
)
TEXTS = st.dictionaries(
    st.sampled_from(["introduction", "plot", "story", "cast", "verdict"]),
    st.lists(LINES, max_size=8).map("\n".join),
    max_size=4,
)
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).map(
    str.strip
)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS,
        "original_title": WORDS,
        "medium": st.sampled_from(["Blu-ray", "NO", "0800", "a: b", "# c", "[d]"]),
        "cast": st.lists(st.fixed_dictionaries({"name": WORDS}, optional={"role": WORDS})),
        "director": st.lists(WORDS),
        "year": st.integers(1900, 2100),
        "url": st.just("https://www.example.org/kritik"),
        "date": st.sampled_from(["2026-11-22", "22.11.2026", "im Herbst", 2026]),
        "draft": st.booleans(),
        "tags": st.lists(WORDS),
        "slug": st.just("der-film"),
        "unbekannt": WORDS | st.dictionaries(WORDS, WORDS) | st.integers(),
    },
)


def made(dialect: str, of: Review, **choices: Any) -> str:
    return render_markdown(of, RenderOptions(dialect=dialect, **choices))


def front_matter(file: str) -> dict[str, Any]:
    """Return the front matter as another reader of YAML understands it."""
    found = yaml.safe_load(file.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def texts(of: Review) -> dict[str, str]:
    return {section.id: section.text for section in of.sections if section.text}


def same_facts(before: Review, after: Review) -> bool:
    return all(
        format_items(after.fact(entry.key)) == format_items(entry.value)
        if isinstance(entry.value, list)
        else str(after.fact(entry.key)) == str(entry.value)
        for entry in before.entries
    )


@pytest.mark.parametrize("dialect", DIALECTS)
@given(facts=FACTS, written=TEXTS, rating=st.none() | st.integers(0, 10))
def test_our_loader_reads_the_same_review_back(
    dialect: str, facts: dict[str, Any], written: dict[str, str], rating: int | None
) -> None:
    before = with_rating(review(texts=written, **facts), "story", rating)
    plain = review_file.parse(review_file.dumps(before))
    after = review_file.parse(made(dialect, before))
    assert texts(after) == texts(plain)
    assert [s.heading for s in after.sections] == [s.heading for s in plain.sections]
    assert same_facts(before, after)
    assert rating_of(after, "story") == rating_of(before, "story")
    assert scale_of(after) == scale_of(before)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_review_that_came_back_can_be_edited_and_exported_again(dialect: str) -> None:
    before = review_file.parse(sample_path().read_text("utf-8"))
    file = made(dialect, before)
    back = review_file.parse(file)
    assert review_file.dumps(back) == file
    assert made(dialect, back) == file
    edited = review_file.parse(review_file.dumps(back.with_text("story", "Neu.\n\n## Fazit")))
    assert texts(edited) == {**texts(before), "story": "Neu.\n\n## Fazit"}
    assert back.fact("url") == before.fact("url")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_another_reader_of_yaml_agrees(dialect: str) -> None:
    of = review(
        title="Ja: [Nein] #1", medium="NO", country=["NO", "12:30"], date="2026-11-22", draft=True
    )
    file = made(dialect, of)
    found = front_matter(file)
    assert found["title"] == "Ja: [Nein] #1"
    assert found["country"] == ["NO", "12:30"]
    assert found["medium"] == "NO"
    assert found["date"] == datetime.date(2026, 11, 22)
    assert found["draft"] is True
    assert found["tags"] == ["Rezension", "Film", "NO"]


def test_a_file_for_jekyll_has_no_byte_order_mark_and_plain_fences() -> None:
    of = review_file.parse("\ufeff---\r\ntitle: Ä\r\n...\r\nText\r\n")
    assert made("jekyll", of).startswith("---\r\ntitle: Ä\r\n")
    assert "\r\n---\r\n" in made("jekyll", of)


def test_what_each_program_looks_for() -> None:
    of = review(
        texts={"introduction": "Ein *Anfang*."},
        title="Titel",
        original_title="Title",
        author="A. Büchner",
        date="22.11.2026",
        image="bilder/a b.png",
        image_alt="Ein Bild",
        url="https://www.example.org/x",
        cast=[{"name": "A", "role": "B"}, {"name": "C (D)"}, {"name": "E", "note": "F"}],
        ratings={"story": 7},
        verdict_rating=7.5,
    )
    hugo = front_matter(made("hugo", of))
    assert hugo["cover"] == {"image": "bilder/a b.png", "alt": "Ein Bild"}
    assert (hugo["images"], hugo["authors"]) == (["bilder/a b.png"], ["A. Büchner"])
    assert "url" not in hugo  # Hugo refuses one with https:
    jekyll = front_matter(made("jekyll", of))
    assert (jekyll["layout"], jekyll["published"]) == ("post", True)
    assert (jekyll["image"], jekyll["lang"]) == ("bilder/a b.png", "de-DE")
    astro = front_matter(made("astro", of))
    assert astro["pubDate"] == datetime.date(2026, 11, 22)
    assert astro["heroImage"] == "./bilder/a b.png"
    obsidian = front_matter(made("obsidian", of))
    assert obsidian["aliases"] == ["Title"]
    assert obsidian["cast"] == ["A (B)", {"name": "C (D)"}, {"name": "E", "note": "F"}]
    assert (obsidian["rating"], obsidian["rating_best"]) == (7.5, 10)
    for found in (hugo, jekyll, astro):
        assert found["description"] == "Ein Anfang."
    assert hugo["draft"] is astro["draft"] is False
    assert hugo["date"] == datetime.date(2026, 11, 22)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_key_that_the_writer_has_set_stays(dialect: str) -> None:
    of = review(title="T", tags=["eigen"], description="Meine.", lang="de-CH", pubDate="2020-01-02")
    found = front_matter(made(dialect, of))
    assert (found["tags"], found["description"], found["lang"]) == (["eigen"], "Meine.", "de-CH")
    assert found["pubDate"] == datetime.date(2020, 1, 2)


def test_ids_stand_where_the_program_knows_them() -> None:
    of = review(texts={"introduction": "Los.", "story": "Gut."})
    for dialect in ("hugo", "jekyll"):
        assert "\n## Story {#story}\n\nGut.\n" in made(dialect, of)
    for dialect in ("astro", "obsidian"):
        assert "\n## Story\n<!-- {#story} -->\n\nGut.\n" in made(dialect, of)
        assert made(dialect, of, headings=False).endswith("---\n\nLos.\n\nGut.\n")
        assert made(dialect, of, fragment=True) == "Los.\n\n## Story\n<!-- {#story} -->\n\nGut.\n"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_independent_parser_reads_the_same_words(dialect: str) -> None:
    before, after = made("", golden.review()), made(dialect, golden.review())
    assert front_matter(after)["title"] == "Der stille Kanal"
    assert structure(after) == structure(before)


def structure(file: str) -> list[tuple[str, str]]:
    body = re.sub(r" \{#\w+\}$", "", file.split("---\n", 2)[2], flags=re.MULTILINE)
    tree = SyntaxTreeNode(MarkdownIt("commonmark").parse(body))
    kinds = ("heading", "em", "strong", "link", "paragraph")
    return [(n.type, said(n)) for n in tree.walk() if n.type in kinds]


def said(node: SyntaxTreeNode) -> str:
    href = str(node.attrs.get("href", ""))
    return href + "".join(n.content for n in node.walk() if n.type in ("text", "code_inline"))


def test_every_dialect_has_a_name_and_can_be_written() -> None:
    ids = [key for key, _ in EXPORT_FORMATS["md"].dialects]
    assert ids == ["", *DIALECTS, "commonmark"]
    for key in ids:
        assert export_review(golden.review(), "md", RenderOptions(dialect=key))


def test_an_unknown_dialect_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ExportError) as caught:
        made("wiki", review())
    assert "hugo, jekyll, astro, obsidian, commonmark" in caught.value.german
