"""h-review of a page as other programs read it, https://microformats.org/wiki/h-review."""

from importlib import import_module
from typing import Any

import pytest

from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.export.themes.theme_registry import SHIPPED_THEMES
from editor.review.model import Review
from tests.export import golden
from tests.export.reviews import review

parse = import_module("mf2py").parse


def read(made: Review, options: RenderOptions) -> dict[str, Any]:
    """Return the properties of the one review in the page."""
    [item] = parse(doc=render_page(made, options))["items"]
    assert item["type"] == ["h-review"]
    properties: dict[str, Any] = item["properties"]
    return properties


@pytest.mark.parametrize("theme", SHIPPED_THEMES.ids())
def test_a_page_is_read_as_a_review(theme: str) -> None:
    found = read(golden.review(), RenderOptions(theme=theme))
    assert found["name"] == ["Der stille Kanal"]
    assert [item["type"] for item in found["item"]] == [["h-item"]]
    assert found["item"][0]["properties"]["name"] == ["Der stille Kanal"]
    for key in ("author", "reviewer"):  # the word of today, and the one before
        assert [card["type"] for card in found[key]] == [["h-card"]]
        assert found[key][0]["properties"]["name"] == ["Petra Lüders"]
    assert found["published"] == found["reviewed"] == ["2026-11-22"]
    assert (found["rating"], found["best"], found["worst"]) == (["7.5"], ["10"], ["0"])


@pytest.mark.parametrize("theme", SHIPPED_THEMES.ids())
def test_the_whole_text_is_its_content(theme: str) -> None:
    [content] = read(golden.review(), RenderOptions(theme=theme))["content"]
    assert content["value"].startswith("Zwei Menschen, ein Funkgerät")
    assert "Freiwillige Selbstkontrolle" in content["html"]
    assert "der lange nachklingt." in content["value"]


def test_what_is_not_known_is_not_there() -> None:
    found = read(
        review(title="Eins", texts={"story": "Gut."}, ratings={"story": 3}), RenderOptions()
    )
    assert found.keys() == {"name", "item", "content", "description"}


def test_percent_is_a_rating_of_a_hundred() -> None:
    scale = {"best": 100, "step": 1, "unit": "%"}
    found = read(review(rating_scale=scale, verdict_rating=74), RenderOptions())
    assert (found["rating"], found["best"]) == (["74"], ["100"])


def test_number_outside_its_scale_is_text_and_no_rating() -> None:
    made = review(rating_scale={"best": 6}, verdict_rating=8)
    assert "rating" not in read(made, RenderOptions())
    page = render_page(made, RenderOptions())
    assert '<span class="score">8</span>' in page
    assert "8/6" not in page


def test_a_fragment_is_plain() -> None:
    html = render_page(golden.review(), RenderOptions(fragment=True))
    assert "<h1>Der stille Kanal</h1>" in html
    assert parse(doc=html)["items"] == []
