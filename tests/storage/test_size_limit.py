"""How long a review may become: what can be saved can be opened again."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.errors import ReviewFileError
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage import front_matter_base, load_save, review_file, size_limit
from editor.storage.review_file import new_review

PATH = Path("salz.md")
EMPTY = new_review(load_form("film"))


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size_limit, "LONGEST", 200)
    monkeypatch.setattr(size_limit, "LONGEST_OPENED", 300)
    monkeypatch.setattr(size_limit, "MAX_LENGTH", 400)
    monkeypatch.setattr(front_matter_base, "MAX_LENGTH", 400)


def opened(review: Review) -> Review:
    """Return ``review`` as a file gives it back."""
    data = load_save.encode_utf8(review_file.dumps(review))
    read = review_file.parse(load_save.decode_text(data, PATH))
    size_limit.check_opened(read, PATH)
    return read


LONG = st.one_of(
    st.text(max_size=210),
    st.builds(
        lambda word, count: word * count,
        st.sampled_from(["a", "\n\nb", "## Story {#story}\n", "\u0001", "ä: '", "\\", "\t"]),
        st.integers(0, 250),
    ),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(["introduction", "plot", "verdict", "title", "studio"]), LONG),
        max_size=4,
    )
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
def test_every_review_that_edits_may_lead_to_opens_again(edits: list[tuple[str, str]]) -> None:
    review = EMPTY
    sections = {section.id for section in review.sections}
    for key, text in edits:
        after = review.with_text(key, text) if key in sections else review.with_fact(key, text)
        if size_limit.growth_problem(review, after) is None:
            review = after
    read = opened(review)
    assert read.fact("title") == review.fact("title")


def test_one_letter_more_than_the_limit_is_refused() -> None:
    full = EMPTY.with_text("plot", "a" * 150).with_text("verdict", "b" * 50)
    assert size_limit.growth_problem(EMPTY, full) is None
    problem = size_limit.growth_problem(full, full.with_text("plot", "a" * 151))
    assert problem is not None
    assert "Millionen" in problem.german


def test_too_long_a_review_may_become_shorter_and_be_edited() -> None:
    long = EMPTY.with_text("plot", "a" * 250)
    assert size_limit.growth_problem(long, long.with_text("plot", "b" * 250)) is None
    assert size_limit.growth_problem(long, long.with_text("plot", "a" * 249)) is None
    assert size_limit.growth_problem(long, long.with_fact("title", "Salz")) is None
    assert size_limit.growth_problem(long, long.with_text("plot", "a" * 251)) is not None


def test_facts_that_could_not_be_read_again_are_refused() -> None:
    some = EMPTY.with_fact("title", "a" * 100)
    assert size_limit.growth_problem(EMPTY, some) is None
    # Each of these takes six code points in the file.
    for long in ("a" * 400, "\u0001" * 90):
        after = some.with_fact("studio", long)
        problem = size_limit.growth_problem(some, after)
        assert problem is not None
        assert "Angaben" in problem.german
        with pytest.raises(ReviewFileError):
            opened(after)


def test_file_whose_headings_count_as_text_may_be_longer_than_a_review_can_grow() -> None:
    review = EMPTY.with_text("plot", "a" * 100).with_text("verdict", "b" * 100)
    text = review_file.dumps(review).replace("{#verdict}", "{#another}")
    read = review_file.parse(text)
    assert size_limit.text_length(read) > 200
    size_limit.check_opened(read, PATH)


def test_too_long_a_file_is_refused() -> None:
    with pytest.raises(ReviewFileError, match="zu lang"):
        size_limit.check_opened(EMPTY.with_text("plot", "a" * 301), PATH)
