"""The checklist before publication: what is missing is said once, at its place, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.paths import sample_path
from editor.review import rating
from editor.review.form import load_form
from editor.review.lint import defined_labels, find_spoilers, lint
from editor.review.readiness import ChecklistItem, checklist, is_begun
from editor.review.section_moves import switch_off
from editor.storage import load_save
from editor.storage.review_file import new_review

FORM = load_form("series")
READY = load_save.load_review(sample_path()).review


def kinds(items: tuple[ChecklistItem, ...]) -> list[tuple[str, str | None]]:
    return [(item.kind, item.fact or item.section) for item in items]


def test_finished_review_is_ready() -> None:
    assert checklist(READY, FORM) == ()


def test_empty_review_lacks_facts_and_sections_in_reading_order() -> None:
    items = checklist(new_review(FORM), FORM)
    assert kinds(items) == [
        *(("fact", key) for key in ("title", "season", "medium", "cast", "year", "author", "date")),
        *(("text", key) for key in ("story", "cast", "effects", "picture_sound", "verdict")),
        ("overall", "verdict"),
    ]
    assert all(
        item.severity == "open" and item.message.german and item.message.english for item in items
    )
    assert {item.fact is None for item in items if item.kind == "text"} == {True}


def test_section_that_is_switched_off_is_not_missed() -> None:
    review = READY.with_text("effects", "")
    review = rating.with_rating(review, "effects", None)
    assert kinds(checklist(review, FORM)) == [("text", "effects")]
    assert checklist(switch_off(review, "effects").review, FORM) == ()


def test_open_findings() -> None:
    items = checklist(READY, FORM, {"story": 2, "cast": 1, "plot": 0, "unbekannt": 4})
    assert [(item.section, item.message.german) for item in items] == [
        ("story", "2 Hinweise der Prüfung sind offen."),
        ("cast", "Ein Hinweis der Prüfung ist offen."),
    ]


def test_rating_outside_the_scale_is_open_until_it_is_decided() -> None:
    review = rating.with_scale(READY, rating.RatingScale(6))
    review = rating.with_rating(rating.with_rating(review, "story", 8), "cast", 6)
    items = [item for item in checklist(review, FORM) if item.section == "story"]
    assert kinds(tuple(items)) == [("scale", "story")]
    assert (
        items[0].message.german
        == "Die Wertung 8 von „Story“ liegt nicht auf der Skala von 0 bis 6."
    )
    right = rating.with_rating(review, "story", 5)
    assert ("scale", "story") not in kinds(checklist(right, FORM))


def test_grade_far_from_the_others_is_a_hint() -> None:
    review = rating.with_scale(new_review(FORM), rating.SCHOOL_GRADES)
    for section, grade in (("story", 1), ("cast", 1.5), ("verdict", 3)):
        review = rating.with_rating(review, section, grade)
    assert ("overall", "verdict") in kinds(checklist(review, FORM))
    near = rating.with_rating(review, "verdict", 2)
    assert ("overall", "verdict") not in kinds(checklist(near, FORM))


def test_rating_without_text_and_text_without_rating() -> None:
    review = rating.with_rating(READY.with_text("extras", ""), "story", None)
    assert kinds(checklist(review, FORM)) == [("rating", "story"), ("text", "extras")]


def test_review_with_an_overall_rating_only_is_ready() -> None:
    assert checklist(READY.with_fact("ratings", None), FORM) == ()


def test_review_without_ratings_is_ready() -> None:
    review = rating.with_scale(READY.with_fact("ratings", None), None)
    assert checklist(review.with_fact("verdict_rating", None), FORM) == ()


@pytest.mark.parametrize(
    ("overall", "kind"), [(4.7, ["overall"]), (4.8, []), (9.8, []), (9.9, ["overall"])]
)
def test_overall_rating_far_from_the_others(overall: float, kind: list[str]) -> None:
    # The section ratings of the sample have a mean of 7.3; a quarter of the scale is 2.5.
    items = checklist(rating.with_rating(READY, "verdict", overall), FORM)
    assert [item.kind for item in items] == kind
    assert all(item.severity == "hint" for item in items)


@pytest.mark.parametrize(
    ("key", "value", "severity", "german"),
    [
        ("date", "31.02.2026", "open", "„31.02.2026“ ist kein Datum."),
        ("date", "demnächst", "open", "„demnächst“ ist kein Datum."),
        ("season", "zwei", "hint", "„zwei“ ist keine Zahl."),
        ("runtime", "lang", "hint", "„lang“ ist keine Laufzeit."),
    ],
)
def test_fact_that_is_none_of_its_kind(key: str, value: str, severity: str, german: str) -> None:
    items = checklist(READY.with_fact(key, value), FORM)
    assert [(item.kind, item.fact, item.severity) for item in items] == [("misread", key, severity)]
    assert items[0].message.german.endswith(german)
    assert items[0].message.english.endswith(".")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("date", value) for value in ("2026-11-22", "Nov 2026", "Herbst 2026", "2026")),
        *(("year", value) for value in (2015, "2015–2017", "2015–")),
        *(("runtime", value) for value in ("105 Min.", "8 × 45 Min.")),
        ("season", 2),
    ],
)
def test_fact_of_its_kind_is_no_item(key: str, value: object) -> None:
    assert checklist(READY.with_fact(key, value), FORM) == ()


def test_placeholder_in_a_fact() -> None:
    items = checklist(READY.with_fact("label", "TODO"), FORM)
    assert kinds(items) == [("placeholder", "label")]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Noch TODO hier", "placeholder", "TODO"),
        ("XXX", "placeholder", "XXX"),
        ("Und dann […] Schluss", "placeholder", "[…]"),
        ("Und dann [...] Schluss", "placeholder", "[...]"),
        ("Lorem ipsum dolor", "placeholder", "Lorem ipsum"),
        ("Wer spielt???", "placeholder", "???"),
        ("![](bild.png)", "image", "![]"),
        ("![ ][bild]", "image", "![ ]"),
        ('<img src="x.png">', "image", '<img src="x.png">'),
        ('<img src="x.png" alt="">', "image", '<img src="x.png" alt="">'),
        ("Ein [Link]() da", "link", "[Link]()"),
        ("Ein [Link](#) da", "link", "[Link](#)"),
        ("Ein [Link][fehlt] da", "link", "[Link][fehlt]"),
        ('<a href="">x</a>', "link", '<a href="">'),
        ("![Ein Bild]()", "link", "[Ein Bild]()"),
        ("### Eins\n\n##### Drei", "heading", "##### Drei"),
        ("#### Vier", "heading", "#### Vier"),
    ],
)
def test_flaws_in_a_text(text: str, kind: str, place: str) -> None:
    review = READY.with_text("story", f"😀 Davor.\n\n{text}")
    found = checklist(review, FORM)
    (item,) = [item for item in found if item.kind == kind]
    assert item.span is not None
    assert review.text("story")[slice(*item.span)] == place
    assert item.severity == ("hint" if kind == "heading" else "open")


@pytest.mark.parametrize(
    "text",
    [
        "`TODO` und ``[…]`` sind Code",
        "```\nTODO ![](x)\n\n```\n",
        "~~~\n[x]()\n~~~",
        "<!-- TODO -->",
        "Er sagte: „Ich […] gehe.“",
        "> Ein Zitat […] geht weiter",
        "![Ein Bild](bild.png) und [Link](https://example.org) und [eins][zwei]\n\n[zwei]: x",
        '<img alt="Ein Bild" src="x">',
        "Fußnoten[^1][^2]\n\n[^1]: a\n[^2]: b",
        "### Eins\n\n#### Zwei\n\n### Drei",
        "Ach was?! Die Methode xXx",
    ],
)
def test_text_without_flaws(text: str) -> None:
    assert lint(text, defined_labels([text])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Runa stirbt",
        "Er entpuppt sich als",
        "Am Ende siegt",
        "Der Mörder ist",
        "Der Twist",
        "am Ende",
    ],
)
def test_spoilers_are_a_hint_where_they_are_not_expected(text: str) -> None:
    review = READY.with_text("plot", f"Ein Satz. {text} sie.")
    (item,) = checklist(review, FORM)
    assert (item.kind, item.severity, item.section) == ("spoiler", "hint", "plot")
    assert checklist(READY.with_text("story", text), FORM) == ()


@pytest.mark.parametrize(
    "text",
    [
        '<details markdown="1"><summary>Spoiler</summary>\n\nRuna stirbt.\n\n</details>',
        "Sie ||stirbt|| nie",
        ">!Der Mörder ist er!<",
        "[spoiler]stirbt[/spoiler]",
        "::: spoiler\nstirbt\n:::\n",
        "Am Ende der ersten Staffel war er noch da",
        "Die Endstation",
    ],
)
def test_marked_spoilers_are_fine(text: str) -> None:
    assert find_spoilers(text) == []


@given(st.text("a[]()!`<>|#\n …-TODO", max_size=60))
def test_flaws_are_in_order_and_inside(text: str) -> None:
    found = lint(text)
    assert [flaw.start for flaw in found] == sorted(flaw.start for flaw in found)
    assert all(0 <= flaw.start < flaw.end <= len(text) for flaw in found)


def test_review_is_begun_with_its_first_word_or_rating() -> None:
    review = new_review(FORM, [("author", "Hanna")])
    assert not is_begun(review)
    assert not is_begun(review.with_fact("title", "Salz"))
    assert not is_begun(review.with_text("story", " \n"))
    assert is_begun(review.with_text("story", "Gut."))
    assert is_begun(rating.with_rating(review, "verdict", 7))
