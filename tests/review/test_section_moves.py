"""Moving blocks and sections: what moves arrives whole, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown.blocks import blocks
from editor.review.form import load_form
from editor.review.model import Review
from editor.review.rating import with_rating
from editor.review.section_moves import (
    drop_text,
    move_block,
    reorder_sections,
    sections_off,
    shift_block,
    switch_off,
    switch_on,
)
from editor.storage.review_file import dumps, new_review, parse

EMPTY = new_review(load_form("series"))
IDS = [section.id for section in EMPTY.sections]


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in blocks(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Ein Absatz\nin zwei Zeilen", "Noch einer"],
        ["- eins\n\n- zwei\n\n    mehr davon\n- drei", "Absatz"],
        ["1. eins\n\n2. zwei", "- andere Liste"],
        ["> Zitat\n>\n> weiter\n\n> und weiter", "Absatz"],
        ["```python\nx = 1\n\n\ny = 2\n```", "Absatz"],
        ["~~~\n```\n\n~~~", "Absatz"],
        ["```\nohne Ende", "Absatz"],
        ['<details markdown="1"><summary>Spoiler</summary>\n\nEr stirbt.\n\n</details>', "Absatz"],
        ["<div>", "ohne Ende"],
        ["[^1]: Fußnote\n\n    weiter", "Absatz"],
        ["Begriff\n\n:   Erklärung\n\n:   Noch eine", "Absatz"],
        ["    Code\n\n    weiter", "Absatz"],
        ["### Überschrift\nText", "* * *", "- eins"],
        ["Absatz\n- keine Liste", "- Liste"],
    ],
)
def test_blocks(parts: list[str]) -> None:
    for gap in ("\n\n", "\n \n\n"):
        assert cut(gap.join(parts)) == parts
    assert cut("\n\n" + "\n\n".join(parts) + "\n") == parts


markdown = st.lists(
    st.sampled_from(
        [
            *("Wort 😀", "- a", "1. b", "> z", "```", "~~~", "    tief", "<div>", "</div>"),
            *("", "", "", "  ", "[^1]: n", ": d", "* * *", "# T", "\u00a0"),
        ]
    ),
    max_size=14,
).map("\n".join)


@given(markdown)
def test_only_blank_lines_are_between_blocks(text: str) -> None:
    place = 0
    for start, end in blocks(text):
        assert not text[place:start].strip()
        assert text[start:end].strip()
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end] == "\n"
        place = end
    assert not text[place:].strip()


def letters(review: Review) -> list[str]:
    return sorted("".join("".join(section.text for section in review.sections).split()))


@given(markdown, markdown, st.data())
def test_moved_block_arrives_whole(text: str, other: str, data: st.DataObject) -> None:
    review = EMPTY.with_text("plot", text).with_text("story", other)
    offset = data.draw(st.integers(0, len(text)))
    target = data.draw(st.sampled_from(["plot", "story", "cast"]))
    where = data.draw(st.sampled_from(["start", "end"]))
    result = move_block(review, "plot", offset, target, "start" if where == "start" else "end")
    assert letters(result.review) == letters(review)
    found = blocks(text)
    inside = [block for block in found if block.start <= offset < block.end]
    if inside:
        rest = result.review.text(result.section)[result.offset :]
        assert rest.startswith(text[offset : inside[0].end])


@given(markdown, st.data(), st.integers(-3, 3))
def test_shifted_block_takes_its_place_along(text: str, data: st.DataObject, by: int) -> None:
    review = EMPTY.with_text("plot", text)
    offset = data.draw(st.integers(0, len(text)))
    result = shift_block(review, "plot", offset, by)
    new = result.review.text("plot")
    assert sorted(new) == sorted(text)
    inside = [block for block in blocks(text) if block.start <= offset < block.end]
    if inside:
        assert new[result.offset :].startswith(text[offset : inside[0].end])


def test_shifting_up_and_down() -> None:
    review = EMPTY.with_text("plot", "eins\n\nzwei\n\n\ndrei")
    down = shift_block(review, "plot", 1, 1)
    assert (down.review.text("plot"), down.offset) == ("zwei\n\neins\n\n\ndrei", 7)
    assert shift_block(down.review, "plot", down.offset, -1).review == review
    assert shift_block(review, "plot", 0, -1).review is review
    assert shift_block(review, "plot", 8, 9).review.text("plot") == "eins\n\ndrei\n\n\nzwei"


def test_moving_to_another_section() -> None:
    review = EMPTY.with_text("plot", "eins\n\nzwei\n\ndrei").with_text("story", "da")
    result = move_block(review, "plot", 8, "story")
    assert result.review.text("plot") == "eins\n\ndrei"
    assert result.review.text("story") == "da\n\nzwei"
    assert (result.section, result.offset) == ("story", 6)
    assert move_block(review, "plot", 8, "story", "start").review.text("story") == "zwei\n\nda"
    assert (
        move_block(review, "plot", 8, "plot", "start").review.text("plot") == "zwei\n\neins\n\ndrei"
    )
    assert move_block(review, "plot", 0, "plot", "start").review is review


def test_nothing_to_move() -> None:
    assert move_block(EMPTY, "plot", 0, "story").review is EMPTY
    assert shift_block(EMPTY, "plot", 0, 1).review is EMPTY
    with pytest.raises(KeyError):
        move_block(EMPTY.with_text("plot", "x"), "plot", 0, "nichts")


FILE = """---
form: series
---

Am Anfang.

## Inhalt {#plot}

Inhalt.

## Die Story {#story}

Story.
"""


def test_order_of_sections_survives_the_file() -> None:
    review = parse(FILE)
    result = parse(dumps(reorder_sections(review, ["story", "introduction", "plot"])))
    written = [(s.id, s.text) for s in result.sections if s.text]
    assert written == [("story", "Story."), ("introduction", "Am Anfang."), ("plot", "Inhalt.")]
    assert "## Die Story {#story}" in dumps(result)
    assert dumps(reorder_sections(result, ["introduction", "plot", "story"])) == FILE


def test_order_that_is_the_same_changes_nothing() -> None:
    review = parse(FILE)
    assert reorder_sections(review, [*IDS, "unbekannt", "plot"]) is review


@given(
    st.permutations(IDS),
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(["Text", "a\n\nb", "## X {#plot}"])),
    st.booleans(),
)
def test_every_order_keeps_the_texts(ids: list[str], texts: dict[str, str], saved: bool) -> None:
    review = EMPTY
    for key, text in texts.items():
        review = review.with_text(key, text)
    if saved:
        review = parse(dumps(review))
    result = parse(dumps(reorder_sections(review, ids)))
    assert {s.id: s.text for s in result.sections} == {s.id: s.text for s in review.sections}
    assert [s.id for s in result.sections if s.text] == [key for key in ids if key in texts]


def test_text_written_into_an_introduction_behind_others_stays_there() -> None:
    review = reorder_sections(EMPTY.with_text("plot", "Inhalt."), ["plot", "introduction"])
    result = parse(dumps(review.with_text("introduction", "Später.")))
    assert (result.text("plot"), result.text("introduction")) == ("Inhalt.", "Später.")


def test_empty_section_is_switched_off_and_on() -> None:
    review = parse("---\nform: series\n---\n\n## Extras {#extras}\n")
    off = switch_off(review, "extras")
    assert off.refusal is None
    loaded = parse(dumps(off.review))
    assert sections_off(loaded) == {"extras"}
    assert "## Extras" not in dumps(off.review)
    assert sections_off(switch_on(loaded, "extras")) == frozenset()
    assert loaded.with_text("extras", "doch").fact("sections_off") == ["extras"]
    assert sections_off(loaded.with_text("extras", "doch")) == frozenset()


def test_section_with_text_or_rating_stays_on() -> None:
    for review in (EMPTY.with_text("extras", "Text"), with_rating(EMPTY, "extras", 5)):
        result = switch_off(review, "extras")
        assert result.review is review
        assert result.refusal is not None
        assert result.refusal.german
        assert result.refusal.english


@pytest.mark.parametrize("value", ["extras", "7", "{a: 1}", "[unbekannt, 3]"])
def test_foreign_list_of_sections_is_harmless(value: str) -> None:
    assert sections_off(parse(f"---\nsections_off: {value}\n---\n")) == frozenset()


@given(st.text(), st.text(), st.data())
def test_dropped_text_arrives_whole(story: str, verdict: str, data: st.DataObject) -> None:
    review = EMPTY.with_text("story", story).with_text("verdict", verdict)
    start = data.draw(st.integers(0, len(story)))
    end = data.draw(st.integers(start, len(story)))
    offset = data.draw(st.integers(0, len(verdict)))
    result = drop_text(review, ("story", start, end), "verdict", offset)
    arrived, dropped = (
        result.review.text("verdict"),
        slice(result.offset - result.length, result.offset),
    )
    assert bare(result.review.text("story")) == bare(story[:start] + story[end:])
    assert bare(arrived[dropped]) == bare(story[start:end])
    assert bare(arrived) == bare(verdict[:offset] + story[start:end] + verdict[offset:])
    copied = drop_text(review, ("story", start, end), "verdict", offset, copy=True)
    assert copied.review.text("story") == story
    assert copied.review.text("verdict") == arrived


def bare(text: str) -> str:
    """Return ``text`` without the blanks that may be mended."""
    return text.replace(" ", "").replace("\u00a0", "")


def test_words_that_are_dropped_mend_their_blanks() -> None:
    review = EMPTY.with_text("story", "Das rote Haus brennt.").with_text("verdict", "Ein Haus.")
    result = drop_text(review, ("story", 4, 9), "verdict", 4)
    assert result.review.text("story") == "Das Haus brennt."
    assert result.review.text("verdict") == "Ein rote Haus."
    assert (result.offset, result.length) == (8, 4)
    copied = drop_text(review, ("story", 4, 8), "verdict", 8, copy=True)
    assert copied.review.text("story") == "Das rote Haus brennt."
    assert copied.review.text("verdict") == "Ein Haus rote."
    part = drop_text(review, ("story", 4, 6), "verdict", 8)
    assert part.review.text("story") == "Das te Haus brennt."
    assert part.review.text("verdict") == "Ein Hausro."


def test_text_is_not_dropped_into_its_own_section() -> None:
    with pytest.raises(ValueError, match="story"):
        drop_text(EMPTY, ("story", 0, 0), "story", 0)
