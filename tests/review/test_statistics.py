"""Counting German prose; the formulas are worked by hand for texts that are easy to count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review.form import load_form
from editor.review.statistics import (
    Statistics,
    measure,
    target_progress,
    with_word_target,
    word_target,
)
from editor.storage.review_file import dumps, new_review, parse

TEXT = "Der Film ist gut. Die Inszenierung überzeugt auch!"


def test_counts() -> None:
    count = measure(TEXT)
    assert (count.words, count.sentences, count.long_words) == (8, 2, 2)
    # Der, Film, ist, gut, die, auch: one each; In-sze-nie-rung, ü-ber-zeugt: four and three.
    assert (count.syllables, count.polysyllables, count.monosyllables) == (13, 2, 6)


def test_formulas() -> None:
    count = measure(TEXT)
    assert count.lix == pytest.approx(8 / 2 + 100 * 2 / 8)
    assert count.flesch == pytest.approx(180 - 4 - 58.5 * 13 / 8)
    assert count.wiener == pytest.approx(
        0.1935 * 25 + 0.1672 * 4 + 0.1297 * 25 - 0.0327 * 75 - 0.875
    )


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        *(("Ein Satz ohne Punkt", 1), ("Eins. Zwei.", 2), ("Was? Ja! Gut …", 3)),
        *(
            ("Das dauert z. B. 90 Min. Danach ist Schluss.", 2),
            ("Dr. No von J. J. Abrams ist alt.", 1),
        ),
        *(("„Nein.“ Er ging.", 2), ("Absatz\n\nNoch einer", 2), ("Am 3. Mai.", 1)),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert measure(text).sentences == sentences


def test_text_without_words() -> None:
    assert measure(" … 😀 ") == Statistics(characters=5, letters=2)
    assert measure("").lix is None


@given(st.lists(st.text(max_size=40), max_size=4))
def test_counts_of_parts_add_up(texts: list[str]) -> None:
    total = sum(map(measure, texts), Statistics())
    assert total.words == sum(measure(text).words for text in texts)
    assert total.sentences >= (total.words > 0)
    assert total.syllables >= total.words


def test_reading_time_is_that_of_190_words_a_minute() -> None:
    assert Statistics(words=380).reading_seconds == 120


def test_targets_are_kept_in_the_file() -> None:
    review = with_word_target(new_review(load_form("series")), 700)
    review = with_word_target(with_word_target(review, 150, "story"), 90, "cast")
    loaded = parse(dumps(review))
    assert (word_target(loaded), word_target(loaded, "story")) == (700, 150)
    assert word_target(loaded, "plot") is None
    without = with_word_target(with_word_target(loaded, None), 0, "story")
    assert (word_target(without), word_target(without, "story")) == (None, None)
    assert word_target(without, "cast") == 90


@pytest.mark.parametrize("value", ["viel", "-3", "0", "true", "[1]", "7.5"])
def test_target_that_is_not_a_number_of_words_is_ignored(value: str) -> None:
    source = f"---\ntarget_words: {value}\nsection_target_words: {value}\n---\n"
    review = parse(source)
    assert word_target(review) is None
    assert word_target(review, "story") is None
    assert dumps(review) == source


def test_progress() -> None:
    review = with_word_target(new_review(load_form("series")), 200)
    state = target_progress(review, 250)
    assert state is not None
    assert (state.share, state.remaining) == (1.25, -50)
    assert target_progress(review, 250, "story") is None
