"""Unknown words that stand together are one name."""

import re
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.joined_names import joined_names
from editor.proofing.proposals.proposal import Place, Proposal


def unknown(texts: Mapping[str, str], *words: str) -> list[Proposal]:
    """Return a proposal for each of ``words``, with its places in ``texts``."""
    return [
        Proposal(
            VOCABULARY_KEY,
            word,
            places=tuple(
                Place(section, *match.span())
                for section, text in texts.items()
                for match in re.finditer(rf"\b{word}\b", text)
            ),
        )
        for word in words
    ]


def test_first_and_family_name_are_one_with_all_their_places() -> None:
    texts = {"story": "Es spielt Sharlto Copley. Auch Copley lacht.", "plot": "Sharlto Copley!"}
    names = unknown(texts, "Sharlto", "Copley", "Wikus")
    joined, other = joined_names(names, texts)
    assert joined.value == "Sharlto Copley"
    assert [texts[p.section][p.start : p.end] for p in joined.places] == [
        "Sharlto Copley",
        "Copley",
        "Sharlto Copley",
    ]
    assert other.value == "Wikus"


def test_words_that_meet_by_chance_stay_two_names() -> None:
    texts = {"story": "Landa jagt Miri. Wenn Landa Miri findet? Landa sucht, Landa/Miri."}
    assert [item.value for item in joined_names(unknown(texts, "Landa", "Miri"), texts)] == [
        "Landa",
        "Miri",
    ]


def test_a_name_of_three_words_that_was_found_backwards_is_one() -> None:
    texts = {"story": "Es singt Ana Paula Viseu."}
    names = unknown(texts, "Viseu", "Paula", "Ana")
    assert [item.value for item in joined_names(names, texts)] == ["Ana Paula Viseu"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["Aba", "Bob", "Cic", "und", "."]), max_size=14))
def test_no_name_and_no_place_gets_lost(words: list[str]) -> None:
    texts = {"story": " ".join(words)}
    names = [item for item in unknown(texts, "Aba", "Bob", "Cic") if item.places]
    joined = [*joined_names(names, texts)]
    assert sorted(word for item in joined for word in item.value.split()) == [
        item.value for item in names
    ]
    covered = {offset for item in joined for p in item.places for offset in range(p.start, p.end)}
    assert covered >= {
        offset for item in names for p in item.places for offset in range(p.start, p.end)
    }
