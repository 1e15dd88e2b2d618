"""The title of the work in the headline of a post."""

import pytest

from editor.proofing.names.headline import without_headline
from editor.proofing.names.name_index import NameIndex
from editor.review.form import load_form
from editor.storage import review_file


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Open Windows – Review + Verlosung", "Open Windows"),
        ("Filmkritik: Der Pass", "Der Pass"),
        ("Kritik zu: Der Pass – Blu-ray-Test", "Der Pass"),
        ("Der Pass: Rezension", "Der Pass"),
        ("Der Pass - Filmtipp der Woche", "Der Pass"),
        ("Test – Review", "Review"),
        ("Der Test – Review", "Der Test"),
        ("Test Pilot Pirx", "Test Pilot Pirx"),
        ("Mission: Impossible – Fallout", "Mission: Impossible – Fallout"),
        ("Der Pass: Testament", "Der Pass: Testament"),
        ("Kritik", "Kritik"),
        ("", ""),
    ],
)
def test_what_calls_the_text_a_review_is_no_part_of_the_title(headline: str, title: str) -> None:
    assert without_headline(headline) == title


def test_words_of_a_headline_are_no_names() -> None:
    review = review_file.new_review(load_form("film"))
    review = review.with_fact("title", "Quarzinsel – Review + Give-Away")
    names = NameIndex.of(review, ())
    assert names.accepts("Quarzinsel")
    assert not names.accepts("Give-Away")
