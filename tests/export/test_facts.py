import datetime
from typing import Any

import pytest

from editor.export.facts import FactRow, build_byline, fact_rows, fact_text, page_title
from editor.review.form import load_form
from tests.export.reviews import review

FILM, SERIES = load_form("film"), load_form("series")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  139\n Min. ", "139 Min."),
        (2015, "2015"),
        (2.35, "2,35"),
        (8.0, "8"),
        (0, "0"),
        (True, "ja"),
        (False, "nein"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        ("2015-11-20", "20. November 2015"),
        (datetime.date(2015, 3, 1), "1. März 2015"),
        (datetime.datetime(2015, 3, 1, 12, tzinfo=datetime.UTC), "1. März 2015"),
        ("2026-11-22T08:30:00+01:00", "22. November 2026"),
        ("2015-13-45", "2015-13-45"),
        ("20151120", "20151120"),
        ("2015-W12", "2015-W12"),
        ("139\xa0Min.", "139\xa0Min."),
        (["Ada", " ", None, "Bo"], "Ada, Bo"),
        ([{"name": "Ada", "role": "Vik"}, {"name": "Bo"}, "Cy"], "Ada (Vik), Bo, Cy"),
        ({"name": ["Ada"], "role": 7}, "Ada (7)"),
        ({"role": "Vik"}, ""),
        ({"name": "Ada", "jahr": 2}, "name: Ada, jahr: 2"),
        ([], ""),
        ({}, ""),
        (b"x", "b'x'"),
        ("A\x00B\ud800", "AB"),
    ],
)
def test_any_value_is_shown_as_line_of(value: Any, text: str) -> None:
    assert fact_text(value) == text


def test_a_list_that_contains_itself_ends() -> None:
    value: list[Any] = ["Ada"]
    value += [value, value]
    assert fact_text(value).startswith("Ada, Ada")


@pytest.mark.parametrize(
    ("variant", "text"), [("de-AT", "5. Jänner 2026"), ("de-DE", "5. Januar 2026")]
)
def test_january_has_another_name_in_austria(variant: str, text: str) -> None:
    assert fact_text("2026-01-05", variant) == text


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({}, "Rezension"),
        ({"season": 2}, "Rezension"),
        ({"title": "Titel"}, "Titel"),
        ({"title": " \n"}, "Rezension"),
        ({"title": 1917}, "1917"),
        ({"title": "Zwei\nZeilen", "season": 2}, "Zwei Zeilen – Staffel 2"),
        ({"title": "Titel", "season": "2–3"}, "Titel – Staffel 2–3"),
        ({"title": "Titel", "season": "Miniserie"}, "Titel – Miniserie"),
    ],
)
def test_the_title_names_the_season(facts: dict[str, Any], title: str) -> None:
    assert page_title(review("series", **facts), SERIES) == title


def test_a_film_has_no_season() -> None:
    assert page_title(review(title="Titel", season=2), FILM) == "Titel"


def test_the_box_holds_what_is_filled_and_stands_nowhere_else() -> None:
    made = review(
        "series",
        title="Titel",
        original_title="Title",
        season=2,
        episodes=8,
        medium="DVD",
        director=[],
        runtime=" ",
        author="Ada",
        release_date="2015-11-20",
        unknown="x",
    )
    assert fact_rows(made, SERIES, "de-DE") == (
        FactRow("Originaltitel", "Title"),
        FactRow("Folgen", "8"),
        FactRow("Erscheint am", "20. November 2015"),
    )


def test_an_original_title_that_is_the_title_is_not_repeated() -> None:
    assert fact_rows(review(title="Titel", original_title="Titel"), FILM, "de-DE") == ()


def test_a_date_for_machines_only_where_there_is_one() -> None:
    assert build_byline(review(date="2026-11-22"), "de-DE").iso == "2026-11-22"
    assert build_byline(review(date="Herbst 2026"), "de-DE").iso == ""
