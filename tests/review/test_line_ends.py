"""Lines end in three ways, and a file keeps its own."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.review.line_ends import normalize_line_ends
from editor.review.model import Review
from editor.storage import review_file

LINES = st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(["\n", "\r\n", "\r"])))
FILES = st.builds(lambda lines, last: "".join(map("".join, lines)) + last, LINES, st.text("ab"))
MIXED = (
    "---\r\ntitle: Salz\n---\r\n\n## Story {#story}\r\n\nEins\r\nzwei\rdrei\n\n"
    "## Fazit {#verdict}\nEnde\r\n"
)


@given(FILES)
def test_a_text_without_changes_is_its_file(file: str) -> None:
    text, ends = normalize_line_ends(file)
    assert "\r" not in text
    assert ends.restore(text) == file


@example("\nb\r", "\nb\n\n")
@example("\n\n\r\r", "\n\n\n\n\n")
@given(FILES, FILES)
def test_an_edit_changes_no_text_but_its_own(file: str, other: str) -> None:
    _, ends = normalize_line_ends(file)
    text, _ = normalize_line_ends(other)
    assert normalize_line_ends(ends.restore(text))[0] == text


@given(FILES, st.data())
def test_places_point_to_the_same_character(file: str, data: st.DataObject) -> None:
    text, ends = normalize_line_ends(file)
    place = data.draw(st.integers(0, len(text)))
    there = ends.offset_map(text)(place)
    assert normalize_line_ends(file[:there])[0] == text[:place]
    assert file[there:][:1].replace("\r", "\n") == text[place:][:1]


def test_a_mixed_file_is_read_as_any_other_and_kept() -> None:
    review = review_file.parse(MIXED)
    assert review.title == "Salz"
    assert (review.text("story"), review.text("verdict")) == ("Eins\nzwei\ndrei", "Ende")
    assert review_file.dumps(review) == MIXED


@pytest.mark.parametrize(("before", "after"), [("Ende", "Schluss"), ("Salz", "Sand")])
def test_an_edit_leaves_the_other_lines_of_a_mixed_file_as_they_are(
    before: str, after: str
) -> None:
    review = review_file.parse(MIXED)
    review = (
        review.with_text("verdict", after) if before == "Ende" else review.with_fact("title", after)
    )
    lines, wanted = (
        review_file.dumps(review).splitlines(),
        MIXED.replace(before, after).splitlines(),
    )
    assert lines == wanted
    kept = [
        a == b for a, b in zip(keepends(review), keepends(review_file.parse(MIXED)), strict=True)
    ]
    assert kept.count(False) <= 2  # the line itself, and what was cut off at its end


def keepends(review: Review) -> list[str]:
    return review_file.dumps(review).splitlines(keepends=True)
