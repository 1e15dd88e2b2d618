import base64
import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, Literal

import pytest

from editor.export.html import render_article, render_page, render_parts, render_section
from editor.export.image_sources import no_images
from editor.export.options import RenderOptions
from editor.export.themes.theme_registry import SHIPPED_THEMES
from editor.export.web.article import HEADER
from editor.review.model import Review
from tests.export import golden
from tests.export.pages import Page
from tests.export.reviews import review, shown, story

POINTS = {"best": 10, "step": 0.5, "unit": "Punkte"}


def test_an_empty_review_is_a_page_with_a_title_and_nothing_broken() -> None:
    found = shown(Review())
    assert found.texts("h1") == found.texts("title") == ["Rezension"]
    assert found.named("section") == found.named("dl") == found.named("p") == []


def test_an_empty_fragment_is_only_the_header() -> None:
    assert (
        render_page(Review(), RenderOptions(fragment=True))
        == "<header>\n<h1>Rezension</h1>\n</header>\n"
    )


@pytest.mark.parametrize(
    ("variant", "language"),
    [("de-DE", "de"), ("de-AT", "de-AT"), ("de-CH", "de-CH"), ('"><script>', "de")],
)
def test_the_page_names_its_german(variant: str, language: str) -> None:
    assert shown(review(), RenderOptions(variant=variant)).named("html")[0].attributes == {
        "lang": language
    }


def test_the_encoding_comes_first_and_nothing_may_be_loaded_but_the_style() -> None:
    found = shown(golden.review())
    first, policy = found.named("meta")[:2]
    assert first.attributes == {"charset": "utf-8"}
    digest = hashlib.sha256(found.named("style")[0].text.encode()).digest()
    assert policy.attributes["content"] == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{base64.b64encode(digest).decode()}'"
        "; base-uri 'none'; form-action 'none'"
    )


def test_the_preview_may_let_the_page_load_images_from_elsewhere() -> None:
    found = shown(review(), RenderOptions(image_origin="rezension:"))
    assert "img-src rezension:;" in found.named("meta")[1].attributes["content"]


def test_facts_are_text_whatever_they_hold() -> None:
    found = shown(review(title="<b>Fett</b> & {{ 7 * 7 }}", label='"><img src=x onerror=alert(1)>'))
    assert found.texts("h1") == ["<b>Fett</b> & {{ 7 * 7 }}"]
    assert found.texts("dd") == ['"><img src=x onerror=alert(1)>']


def test_no_line_of_the_title_begins_with_the_dash_before_the_season() -> None:
    found = shown(review("series", title="Salz", season=2))
    assert found.texts("h1") == ["Salz\N{NO-BREAK SPACE}– Staffel 2"]
    assert found.texts("title") == ["Salz – Staffel 2"]


def test_the_line_below_the_title_names_medium_author_and_date() -> None:
    found = shown(review(medium="Blu-ray", author="Petra Lüders", date="2026-11-22"))
    assert found.texts("p", "byline") == [
        "Blu-ray · Rezension von Petra Lüders vom 22. November 2026"
    ]
    assert found.named("time")[0].attributes["datetime"] == "2026-11-22"


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"medium": "DVD"}, ["DVD"]),
        ({"author": "Ada"}, ["Rezension von Ada"]),
        ({"date": "22.11.2026"}, ["Rezension vom 22.11.2026"]),
        ({"date": "im Herbst"}, ["Rezension, im Herbst"]),
        ({}, []),
    ],
)
def test_the_line_below_the_title_says_what_is_known(
    facts: dict[str, Any], line: list[str]
) -> None:
    assert shown(review(**facts)).texts("p", "byline") == line


def test_sections_follow_the_file_and_carry_its_headings() -> None:
    made = review(texts={"introduction": "Los.", "story": "Gut.", "verdict": "Ja."})
    sections = tuple(
        replace(s, heading="Die *Handlung* & <i>mehr</i>") if s.id == "story" else s
        for s in made.sections
    )
    found = shown(replace(made, sections=tuple(reversed(sections))))
    assert found.texts("h2") == ["Fazit", "Die Handlung & mehr"]
    assert [tag.text for tag in found.named("em")] == ["Handlung"]
    assert [tag.attributes.get("id") for tag in found.named("section")] == ["verdict", "story"]
    ids = [tag.attributes["id"] for tag in found.named("div") if "id" in tag.attributes]
    assert ids == ["introduction"]


def test_a_name_in_a_heading_is_dropped_because_the_text_may_use_it() -> None:
    made = review(texts={"story": "<b id=x>a</b>"})
    sections = tuple(replace(s, heading="<i id=x>Story</i>") for s in made.sections)
    found = shown(replace(made, sections=sections))
    assert found.named("i")[0].attributes == {}
    assert found.named("b")[0].attributes == {"id": "story:x"}


def test_a_section_without_text_is_left_out_unless_it_is_rated() -> None:
    found = shown(review(ratings={"cast": 8}, texts={"story": " \n", "effects": "<!-- -->"}))
    assert found.texts("h2") == ["Darsteller"]
    assert found.texts("span", "spoken") == ["8 von 10 Punkten"]


def test_stars_are_for_the_eye_and_words_for_the_ear() -> None:
    found = shown(review(rating_scale=POINTS, ratings={"story": 7.5}))
    assert found.texts("span", "stars") == ["★★★★★★★½☆☆"]
    spans = [tag for tag in found.named("span") if "hgroup" in tag.parents]
    hidden = {tag.text: tag.attributes.get("aria-hidden") for tag in spans}
    assert hidden == {"★★★★★★★½☆☆": "true", "½": None, "7,5/10": "true", "7,5 von 10 Punkten": None}


def test_a_fragment_shows_the_words_because_nothing_can_hide_them() -> None:
    made = review(rating_scale=POINTS, ratings={"story": 7.5})
    html = render_page(made, RenderOptions(fragment=True))
    assert "7,5 von 10 Punkten" in html
    assert "7,5/10" not in html
    assert "spoken" not in html


def test_percent_has_no_stars() -> None:
    made = review(rating_scale={"best": 100, "step": 1, "unit": "%"}, verdict_rating=74)
    found = shown(made)
    assert found.named("span", "stars") == []
    assert found.texts("span", "score") == ["74\xa0%"]


def test_a_review_without_ratings_shows_none() -> None:
    found = shown(review(rating_scale="none", ratings={"story": 7}, verdict_rating=8))
    assert found.named("section") == []


def test_the_overall_rating_stands_with_the_verdict() -> None:
    found = shown(review(verdict_rating=8, texts={"verdict": "Ansehen!"}))
    assert found.texts("p") == ["Ansehen!", "Gesamtwertung ★★★★★★★★☆☆ 8/10 8 von 10 Punkten"]


def test_running_prose_has_no_section_headings_and_all_ratings_at_the_end() -> None:
    texts = {"story": "# Eigene\n\nText.", "verdict": "Ende."}
    made = review(ratings={"story": 7, "cast": 8}, verdict_rating=8, texts=texts)
    found = shown(made, RenderOptions(headings=False))
    assert found.texts("h2") == ["Eigene"]
    assert found.texts("dt") == ["Story", "Darsteller"]
    assert list(render_parts(made, RenderOptions(headings=False))) == [HEADER, "story", "verdict"]


def test_own_headings_continue_below_the_heading_around_them() -> None:
    found = story("##### Tief\n\n# Hoch\n\n### Mitte\n\n## Darüber\n\n###### Ganz unten")
    levels = [(t.name, t.text) for t in found.tags if t.text and re.fullmatch("h[3-6]", t.name)]
    assert levels == [
        ("h3", "Tief"),
        ("h3", "Hoch"),
        ("h4", "Mitte"),
        ("h4", "Darüber"),
        ("h5", "Ganz unten"),
    ]


def test_own_headings_of_an_introduction_come_right_below_the_title() -> None:
    assert shown(review(texts={"introduction": "#### Vorab"})).texts("h2") == ["Vorab"]


def test_the_description_is_the_first_open_paragraph() -> None:
    hidden = "<details><summary>S</summary><p>Der Gärtner war es.</p></details>\n\n"
    found = story(hidden + "# X\n\n*Ruhig* erzählt.[^1] " + "Wort " * 60 + "\n\n[^1]: Note")
    [content] = [t.attributes["content"] for t in found.named("meta") if "description" in str(t)]
    assert content.startswith("Ruhig erzählt. Wort")
    assert content.endswith("Wort …")
    assert len(content) <= 160


def test_no_paragraph_gives_no_description() -> None:
    found = story("- nur\n- Liste")
    assert not [t for t in found.named("meta") if t.attributes.get("name") == "description"]


def test_names_of_two_sections_do_not_meet() -> None:
    text = "Wort[^1]\n{: #ort}\n\n[^1]: Note\n\n[hin](#ort) [Fazit](#verdict)"
    found = shown(review(texts={"story": text, "verdict": text}))
    ids = [t.attributes["id"] for t in found.tags if "id" in t.attributes]
    assert ids == [
        *("story", "story:ort", "story:fnref:1", "story:fn:1"),
        *("verdict", "verdict:ort", "verdict:fnref:1", "verdict:fn:1"),
    ]
    links = [t.attributes["href"] for t in found.named("a")]
    assert {link for link in links if link[1:] not in ids} == set()
    assert links.count("#verdict") == 2


def test_parts_are_what_the_page_consists_of() -> None:
    made = golden.review()
    options = RenderOptions(images=golden.IMAGES)
    found = render_parts(made, options)
    assert list(found) == [
        *(HEADER, "introduction", "plot", "story", "cast", "effects", "picture_sound", "verdict")
    ]
    whole = render_page(made, options)
    assert all(html in whole for html in found.values())
    assert render_article(made, options) in whole


@pytest.mark.parametrize("theme", SHIPPED_THEMES.ids())
def test_the_preview_finds_every_part_in_the_page_of_a_theme(theme: str) -> None:
    found = shown(golden.review(), RenderOptions(theme=theme))
    [text] = found.named("div", "e-description")
    assert text.parents[-1] == found.named("header")[0].parents[-1] == "article"
    ids = list(render_parts(golden.review(), RenderOptions()))[1:]
    sections = [tag for tag in found.tags if tag.attributes.get("id") in ids]
    assert [tag.attributes["id"] for tag in sections] == ids
    assert {tag.parents for tag in sections} == {(*text.parents, "div")}


def test_a_table_of_contents_leads_to_the_sections_that_have_a_heading() -> None:
    made = review(texts={"introduction": "Los.", "story": "Gut.", "verdict": "Ja."})
    found = shown(made, RenderOptions(contents=True))
    links = [tag for tag in found.named("a") if "nav" in tag.parents]
    assert [(tag.attributes["href"], tag.text) for tag in links] == [
        ("#story", "Story"),
        ("#verdict", "Fazit"),
    ]
    assert shown(made).named("nav") == []
    assert shown(made, RenderOptions(contents=True, headings=False)).named("nav") == []


def test_the_cover_stands_in_the_header_with_its_alternative_text() -> None:
    made = review(image="bilder/lene.png", image_alt='Lene & das „Funkgerät"')
    [cover] = shown(made, RenderOptions(images=golden.IMAGES)).named("img", "cover")
    assert cover.parents[-1] == "header"
    assert cover.attributes["alt"] == 'Lene & das „Funkgerät"'
    assert cover.attributes["src"].startswith("data:image/png;base64,")
    assert shown(made).named("img") == []


@pytest.mark.parametrize("scheme", ["both", "light", "dark"])
def test_the_page_says_which_colours_it_has(scheme: Literal["both", "light", "dark"]) -> None:
    found = shown(review(), RenderOptions(scheme=scheme))
    [told] = [t for t in found.named("meta") if t.attributes.get("name") == "color-scheme"]
    assert told.attributes["content"] == scheme.replace("both", "light dark")


def test_only_the_part_that_was_edited_changes() -> None:
    before = render_parts(golden.review(), RenderOptions())
    after = render_parts(golden.review().with_text("cast", "Neu."), RenderOptions())
    assert {key for key in before if before[key] != after[key]} == {"cast"}


def test_a_definition_at_the_end_of_the_file_serves_every_section() -> None:
    made = review(texts={"story": "[Seite][s], FSK", "verdict": "[s]: https://a.de\n*[FSK]: Frei"})
    found = shown(made)
    assert found.named("a")[0].attributes["href"] == "https://a.de"
    assert found.named("abbr")[0].attributes == {"title": "Frei"}
    assert list(render_parts(made, RenderOptions())) == [HEADER, "story"]


def test_section_html_is_safe_and_begins_below_a_heading() -> None:
    html = render_section("# Titel\n\n<b onclick=x>a</b>", "story", no_images)
    assert html == "<h3>Titel</h3>\n<p><b>a</b></p>"


def test_a_page_is_the_same_in_another_process() -> None:
    command = (
        "from tests.export import golden; from editor.export.html import render_page;"
        "from editor.export.options import RenderOptions; import sys;"
        "sys.stdout.buffer.write(render_page(golden.review(), RenderOptions()).encode())"
    )
    pages = {
        subprocess.run(
            [sys.executable, "-c", command],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert pages == {render_page(golden.review(), RenderOptions()).encode()}


def test_pages_can_be_made_in_several_threads_at_once() -> None:
    made = golden.review()
    with ThreadPoolExecutor(4) as pool:
        pages = set(pool.map(lambda _: render_page(made, RenderOptions()), range(12)))
    assert pages == {render_page(made, RenderOptions())}


def test_a_list_nested_beyond_reason_is_shown_as_it_is_written() -> None:
    text = "".join(f"{'    ' * depth}* x\n" for depth in range(400))
    assert Page(render_section(f"# T\n\n{text}", "s", no_images)).texts("pre")


def test_the_page_of_a_long_review_is_whole() -> None:
    found = story("Ein *langer* Satz mit [Verweis](https://a.de).\n\n" * 2000)
    assert len(found.named("em")) == 2000
