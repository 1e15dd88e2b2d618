import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.document import build_document
from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.export.structured_data import build_structured_data
from editor.paths import sample_path
from editor.review.model import Review
from editor.review.rating import PERCENT, SCHOOL_GRADES, RatingScale, with_rating, with_scale
from editor.storage.review_file import parse
from tests.export import golden
from tests.export.reviews import review, shown

_SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "schema_org.json").read_text("utf-8"))
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_PLAIN: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("Text", "URL", "Date", "Duration"), (str,)),
    "Number": (int, float),
    "Integer": (int,),
}


def _data(made: Review, **choices: Any) -> dict[str, Any]:
    """Return the data as a search engine reads it from the page."""
    found = _SCRIPT.findall(render_page(made, RenderOptions(**choices)))
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def _faults(value: dict[str, Any], played: str = "") -> list[str]:
    """Return types, properties and values that the definitions of schema.org do not contain.

    A role carries the property that it stands for: https://schema.org/docs/extension.html#role
    """
    types = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
    unknown = [f"type {name}" for name in types if name not in _SCHEMA["types"]]
    known = {ancestor for name in types for ancestor in _SCHEMA["types"].get(name, [])}
    return unknown + [
        fault
        for key, items in value.items()
        if not key.startswith("@") and key != played
        for item in (items if isinstance(items, list) else [items])
        for fault in _value_faults(known, key, item)
    ]


def _value_faults(known: set[str], key: str, item: Any) -> list[str]:
    definition = _SCHEMA["properties"].get(key)
    if definition is None or not known & set(definition["domains"]):
        return [f"{key} of {sorted(known)}"]
    ranges = definition["ranges"]
    if isinstance(item, dict):
        types = item["@type"] if isinstance(item["@type"], list) else [item["@type"]]
        family = {ancestor for name in types for ancestor in _SCHEMA["types"].get(name, [])}
        role = "Role" in family
        fits = role or bool(family & set(ranges))
        return [*([] if fits else [f"{key}: {types}"]), *_faults(item, key if role else "")]
    kinds = tuple(kind for name in ranges for kind in _PLAIN.get(name, ()))
    fits = isinstance(item, kinds) and not isinstance(item, bool)
    return [] if fits else [f"{key}: {item!r}"]


_FULL = (
    parse(sample_path().read_text("utf-8"))
    .with_fact("positive_notes", ["Bilder", "Ton <leise>"])
    .with_fact("negative_notes", ["Länge & Breite"])
    .with_fact("gtin13", "4006381333931")
    .with_fact("url", "https://example.org/salzarchiv")
    .with_fact("image", "https://example.org/cover.jpg")
)


@pytest.mark.parametrize("made", [_FULL, golden.review(), review(), review("disc", title="Disc")])
@pytest.mark.parametrize("headings", [True, False])
def test_the_data_is_what_schema_org_defines(made: Review, headings: bool) -> None:
    data = _data(made, headings=headings)
    assert _faults(data) == []
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "Review"
    assert data["itemReviewed"]["name"]
    assert data["name"]


def test_the_check_itself_finds_faults() -> None:
    data = build_structured_data(_FULL, build_document(_FULL, RenderOptions()), RenderOptions())
    assert _faults({**data, "seasonNumber": 2})
    assert _faults({**data, "author": {"@type": "Country", "name": "X"}})
    assert _faults({**data, "reviewRating": {"@type": "Rating", "ratingValue": True}})
    assert _faults({**data, "@type": "Kritik"})


def test_a_season_names_its_series_its_number_and_its_people() -> None:
    work = _data(_FULL)["itemReviewed"]
    assert work["@type"] == ["TVSeason", "Product"]
    assert (work["seasonNumber"], work["numberOfEpisodes"]) == (2, 8)
    assert work["partOfSeries"] == {
        "@type": "TVSeries",
        "name": "Das Salzarchiv",
        "alternateName": "Saltarkivet",
    }
    assert work["director"][0] == {"@type": "Person", "name": "Ingvild Torstad"}
    assert work["actor"][0]["actor"]["name"] == "Solveig Brenn"
    assert work["actor"][0]["characterName"] == "Runa Eide"


def test_a_film_is_a_movie_with_its_length() -> None:
    work = _data(golden.review())["itemReviewed"]
    assert work["@type"] == "Movie"
    assert work["duration"] == "PT112M"
    assert "partOfSeries" not in work


def test_ratings_are_numbers_with_their_scale() -> None:
    data = _data(golden.review())
    assert data["reviewRating"]["ratingValue"] == 7.5
    assert (data["reviewRating"]["worstRating"], data["reviewRating"]["bestRating"]) == (0, 10)
    aspects = {item["reviewAspect"]: item["reviewRating"] for item in data["associatedReview"]}
    assert aspects["Darsteller"]["ratingValue"] == 9
    assert "Fazit" not in aspects


def test_without_a_rating_there_is_none() -> None:
    data = _data(review(title="Titel", texts={"story": "Text."}))
    assert "reviewRating" not in data
    assert "associatedReview" not in data
    assert "reviewRating" not in _data(with_scale(golden.review(), None))


def test_percent_count_to_a_hundred() -> None:
    made = with_rating(with_scale(review(title="T"), PERCENT), "verdict", 81)
    assert _data(made)["reviewRating"]["bestRating"] == 100


def test_grades_have_a_best_below_the_worst() -> None:
    rating = _data(with_rating(with_scale(review(title="T"), SCHOOL_GRADES), "verdict", 1.5))
    found = rating["reviewRating"]
    assert (found["ratingValue"], found["bestRating"], found["worstRating"]) == (1.5, 1, 6)


def test_number_outside_its_scale_is_no_rating() -> None:
    made = with_scale(review(title="T"), RatingScale(6))
    data = _data(with_rating(with_rating(made, "verdict", 8), "story", 8))
    assert "8" not in json.dumps(data)


def test_pros_and_cons_are_lists() -> None:
    data = _data(_FULL)
    assert [item["name"] for item in data["positiveNotes"]["itemListElement"]] == [
        "Bilder",
        "Ton <leise>",
    ]
    assert data["negativeNotes"]["itemListElement"][0]["position"] == 1


@pytest.mark.parametrize(
    "ean", ["4006381333932", "400638133393", "4006381333931x", "٤006381333931"]
)
def test_an_article_number_with_a_wrong_digit_is_left_out(ean: str) -> None:
    work = _data(_FULL.with_fact("gtin13", ean))["itemReviewed"]
    assert "gtin13" not in work
    assert work["@type"] == "TVSeason"


@given(st.text(max_size=40), st.text("</script>&\"'\\\u2028", max_size=20))
def test_no_text_ends_the_block_and_every_text_is_read_back(title: str, rest: str) -> None:
    made = review(title=f"A{title}{rest}B", texts={"story": f"{rest}"})
    assert _faults(_data(made)) == []


def test_a_fragment_carries_no_data() -> None:
    assert "<script" not in render_page(_FULL, RenderOptions(fragment=True))


def test_open_graph_needs_both_addresses() -> None:
    def properties(made: Review) -> dict[str, str]:
        metas = shown(made, RenderOptions(variant="de-AT")).named("meta")
        return {
            str(meta.attributes["property"]): str(meta.attributes["content"])
            for meta in metas
            if "property" in meta.attributes
        }

    found = properties(_FULL)
    assert found["og:url"] == "https://example.org/salzarchiv"
    assert found["og:image"] == "https://example.org/cover.jpg"
    assert found["og:locale"] == "de_AT"
    assert found["og:title"] == "Das Salzarchiv – Staffel 2"
    for missing in (("url", ""), ("image", "cover.jpg"), ("url", "javascript:alert(1)")):
        assert properties(_FULL.with_fact(*missing)) == {}


def test_pros_and_cons_stand_below_the_text() -> None:
    html = render_page(_FULL, RenderOptions())
    assert html.index('id="verdict"') < html.index(">Stärken<") < html.index(">Schwächen<")
    assert "<dd>Ton &lt;leise&gt;</dd>" in html
