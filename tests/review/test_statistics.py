"""Counting German prose; the formulas are worked by hand for texts that are easy to count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review.statistics import Statistics, measure, syllable_count

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


@pytest.mark.parametrize(
    ("word", "count"), [("Haus", 1), ("Eule", 2), ("Mäuse", 2), ("Film", 1), ("Tja", 1), ("hm", 1)]
)
def test_syllables(word: str, count: int) -> None:
    assert syllable_count(word) == count


def test_text_without_words() -> None:
    assert measure(" … 😀 ") == Statistics(characters=5, letters=2)
    assert measure("").lix is None


@given(st.lists(st.text(max_size=40), max_size=4))
def test_counts_of_parts_add_up(texts: list[str]) -> None:
    total = sum(map(measure, texts), Statistics())
    assert total.words == sum(measure(text).words for text in texts)
    assert total.sentences >= (total.words > 0)
    assert total.syllables >= total.words
