"""Facts in one line: what it names, what it leaves out, and how it counts."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.localized import Localized
from editor.review.fact_kinds import FACT_KINDS
from editor.review.fact_summary import fact_slips, fact_summary, filled_facts
from editor.review.form import FactField, Form, load_form
from editor.review.model import Review
from editor.storage.review_file import new_review

TODAY = datetime.date(2026, 11, 22)
SEASON = {
    "title": "Nordlicht-Station",
    "season": 2,
    "medium": "Blu-ray",
    "director": ["Maren Falkenried"],
    "cast": [{"name": "Jorun Askildsen", "role": "Vik"}],
    "country": ["Norwegen"],
    "date": "2026-11-22",
}


def review_of(form_id: str, **facts: object) -> Review:
    return new_review(load_form(form_id), facts.items())


def line(review: Review) -> list[str]:
    summary = fact_summary(review, review.form)
    return [summary.title, *(part.german for part in summary.parts), summary.counted.german]


def test_season_is_told_in_one_line() -> None:
    review = review_of("series", **SEASON)
    count = len(review.form.facts)
    assert line(review) == [
        *("Nordlicht-Station", "Staffel 2", "Blu-ray", "Maren Falkenried"),
        f"7 von {count}",
    ]


def test_line_is_english_in_an_english_window() -> None:
    summary = fact_summary(review_of("series", **SEASON), load_form("series"))
    assert summary.parts[0].english == "Season 2"
    assert summary.counted.english == f"7 of {summary.count}"


def test_year_of_a_film_needs_no_label() -> None:
    review = review_of("film", title="Hafen", year=1984, medium="Kino")
    assert line(review)[:-1] == ["Hafen", "Kino", "1984"]


def test_only_some_names_are_listed() -> None:
    review = review_of("film", title="Chor", director=["Ada Brenn", "Bo Lykke", "Cy Kvist"])
    assert line(review)[1] == "Ada Brenn, Bo Lykke u. a."
    two = review_of("film", director=["Ada Brenn", "Bo Lykke"])
    assert line(two)[1] == "Ada Brenn, Bo Lykke"


def test_new_review_has_no_parts() -> None:
    assert line(review_of("film"))[:-1] == [""]


def test_line_ends_and_empty_values_of_a_file_do_not_break_the_line() -> None:
    review = review_of("film", title="Eins\nzwei", medium="  ", director=["", " "], year=[])
    assert line(review) == ["Eins zwei", f"1 von {len(review.form.facts)}"]


def test_form_without_essential_facts_offers_all_of_them_first() -> None:
    fields = tuple(
        FactField(key, FACT_KINDS["text"], Localized(key)) for key in ("title", *"abcdefgh")
    )
    form = Form("own", Localized("Eigene"), fields, ())
    assert (form.essential_facts, form.further_facts) == (fields, ())
    review = review_of("film", title="T", **dict.fromkeys("abcdefgh", "x"))
    assert len(fact_summary(review, form).parts) == 6


@pytest.mark.parametrize("form_id", ["film", "series", "disc"])
def test_every_fact_is_either_essential_or_a_further_one(form_id: str) -> None:
    form = load_form(form_id)
    essential, further = form.essential_facts, form.further_facts
    assert {field.key for field in essential} >= {"title", "medium", "director", "cast"}
    assert len(essential) < len(further)
    assert {*essential, *further} == set(form.facts)
    assert not set(essential) & set(further)


def test_slips_are_found_by_fact() -> None:
    review = review_of("film", year=2205, date="31.02.2026", title="2205")
    assert set(fact_slips(review, review.form.facts, TODAY)) == {"year", "date"}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(facts=st.dictionaries(st.sampled_from([*SEASON, "year", "image"]), VALUES))
def test_whatever_a_file_holds_is_one_line_and_counted(facts: dict[str, object]) -> None:
    review = new_review(load_form("film"), ())
    for key, value in facts.items():
        review = review.with_fact(key, value)
    texts = line(review)
    assert not any(set(text) & {"\n", "\r", "\t"} for text in texts)
    assert all(texts[1:])
    assert 0 <= filled_facts(review, review.form.facts) <= len(review.form.facts)
