"""An earlier version beside the review of now, and parts of it put back."""

from dataclasses import replace

import pytest

from editor.localized import language_set_to
from editor.review.form import load_form
from editor.review.rating import with_rating
from editor.review.versions import version_diff
from editor.review.versions.version_diff import FACTS
from editor.storage import review_file

THEN = (
    review_file.new_review(
        load_form("film"), [("title", "Salz"), ("cast", [{"name": "A", "role": "B"}])]
    )
    .with_text("story", "Ein Anfang.")
    .with_text("verdict", "Gut.")
)
NOW = with_rating(THEN, "cast", 7.5).with_text("story", "Ein Ende.").with_text("cast", "Neu.")


def test_every_part_says_whether_it_differs() -> None:
    found = {part.id: part for part in version_diff.review_parts(THEN, NOW)}
    assert {key for key, part in found.items() if part.changed} == {FACTS, "story", "cast"}
    assert (found["story"].then, found["story"].now) == ("Ein Anfang.", "Ein Ende.")
    assert found["verdict"].label == load_form("film").section("verdict").label  # type: ignore[union-attr]
    assert [label.german for label in version_diff.changed_labels(THEN, NOW)] == [
        "Angaben",
        *(part.label.german for key, part in found.items() if part.changed and key != FACTS),
    ]
    assert version_diff.changed_labels(NOW, NOW) == ()


def test_facts_are_lines_for_people_in_their_language() -> None:
    (facts, *_) = version_diff.review_parts(THEN, NOW)
    assert "Titel: Salz" in facts.then.splitlines()
    assert "A (B)" in facts.then
    assert "Wertungen: Darsteller 7,5" in facts.now.splitlines(), facts.now
    with language_set_to("en"):
        english = version_diff.review_parts(THEN, NOW)[0].now
    assert "Ratings: Cast 7,5" in english.splitlines(), english


def test_a_section_comes_back_and_nothing_else_changes() -> None:
    back = version_diff.restore_part(NOW, THEN, "story")
    assert back.text("story") == "Ein Anfang."
    assert back.text("cast") == "Neu."
    assert back.entries == NOW.entries
    gone = version_diff.restore_part(NOW, THEN, "cast")
    assert gone.text("cast") == ""
    with pytest.raises(KeyError):
        version_diff.restore_part(NOW, THEN, "gibt-es-nicht")


def test_facts_come_back_and_the_text_stays() -> None:
    back = version_diff.restore_part(NOW, THEN, FACTS)
    assert back.entries == THEN.entries
    assert back.sections == NOW.sections


def test_part_after_part_is_the_whole() -> None:
    text = review_file.dumps(THEN)
    review = review_file.parse(review_file.dumps(NOW))
    then = review_file.parse(text)
    for part in version_diff.review_parts(then, review):
        review = version_diff.restore_part(review, then, part.id)
    assert version_diff.changed_labels(review, then) == ()


def test_another_form_does_not_fit() -> None:
    series = review_file.new_review(load_form("series"), [("title", "Salz")])
    assert version_diff.have_same_form(THEN, NOW)
    assert version_diff.have_same_form(THEN, replace(NOW, loaded_form=None))
    assert not version_diff.have_same_form(THEN, series)
    assert version_diff.review_parts(series, NOW)


def test_words_are_those_of_all_sections() -> None:
    assert version_diff.word_count(THEN) == 3
