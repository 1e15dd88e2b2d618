"""Facts as lines for people: labels and values as they are typed, no marks of a data format."""

import pytest

from editor.localized import language_set_to
from editor.paths import sample_path
from editor.review.rating import with_rating
from editor.review.versions.fact_lines import fact_lines
from editor.storage import load_save
from editor.storage.review_file import parse

SAMPLE = load_save.load_review(sample_path()).review


def lines(front_matter: str) -> list[str]:
    return list(fact_lines(parse(f"---\nform: series\n{front_matter}\n---\n")))[:-1]


def test_sample_reads_like_a_form() -> None:
    found = list(fact_lines(SAMPLE))
    assert found[0] == "Titel: Das Salzarchiv"
    assert "Regie: Ingvild Torstad, Bjarne Lykke" in found
    assert "Rezension vom: 20.11.2026" in found
    assert "Skala: 10 Punkte in Schritten von 0,5" in found
    assert "Gesamtwertung: 8" in found
    assert any(line.startswith("Wertungen: Story 7,5, Darsteller 9") for line in found)
    assert "Formular: Serie" in found
    assert not [line for line in found if set(line) & set("{}[]") or "rezensent" in line]


def test_cast_has_roles() -> None:
    assert "Solveig Brenn (Runa Eide), " in next(
        line for line in fact_lines(SAMPLE) if line.startswith("Besetzung")
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("rating_scale: none", "Skala: keine Wertung"),
        ("rating_scale: {best: 100, step: 1, unit: '%'}", "Skala: 100 % in Schritten von 1"),
        ("rating_scale: {best: 5, step: 1, unit: }", "Skala: 5 in Schritten von 1"),
        (
            "rating_scale: {best: 1, worst: 6, step: 0.5, unit: Note}",
            "Skala: Note 6 bis 1 in Schritten von 0,5",
        ),
        ("sections_off: [effects, extras]", "Ausgeschaltete Abschnitte: Effekte, Extras"),
        ("section_target_words: {story: 200}", "Ziele der Abschnitte: Story 200"),
        ("hidden: [{rule: A, sentence: B}]", "Hier ausgeblendete Hinweise: 1"),
        ("draft: true", "Entwurf: ja"),
        ("layout: {side: links, wide: true}", "layout: side links, wide ja"),
        ("date: morgen oder so", "Rezension vom: morgen oder so"),
    ],
)
def test_values_of_the_program_and_of_others(source: str, line: str) -> None:
    found = list(fact_lines(parse(f"---\nform: series\n{source}\n---\n")))
    assert line in found


def test_order_is_that_of_the_form_whatever_the_file_has() -> None:
    found = lines("author: B\nspecial: 1\ntitle: A")
    assert found[:2] == ["Titel: A", "Rezensent: B"]


def test_overall_rating_stands_apart() -> None:
    found = list(fact_lines(with_rating(SAMPLE, "verdict", 9)))
    assert "Gesamtwertung: 9" in found
    assert sum("Gesamtwertung" in line for line in found) == 1


def test_language_of_the_interface() -> None:
    with language_set_to("en"):
        assert "Title: Das Salzarchiv" in list(fact_lines(SAMPLE))
