"""Words that a review repeats conspicuously often."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.languagetool.finding import FindingKind
from editor.markdown.plaintext import plain_text
from editor.proofing.names.name_index import NameIndex
from editor.proofing.repetitions import (
    Repetition,
    repeated_words,
    repetition_findings,
    repetitions,
)
from editor.proofing.word_lists import is_everyday, stem
from editor.storage import review_file

FAR = "Und so war es dann auch. " * 13
"""More than 60 everyday words: words on both sides of it are not near each other."""


def found(*texts: str, threshold: int = 4, known: NameIndex | None = None) -> dict[str, int]:
    sections = {str(number): plain_text(text) for number, text in enumerate(texts)}
    accepts = (known or NameIndex()).accepts
    return {item.word: item.count for item in repetitions(sections, threshold, accepts)}


def apart(*words: str) -> str:
    return FAR.join(f"Es ist {word}. " for word in words)


def test_word_of_several_sections_is_one_group_with_all_its_places() -> None:
    texts = {
        "story": "Der Held zögert abermals.\n\nEr geht, und *abermals* kommt er zurück.",
        "verdict": "Abermals ist das zu wenig. Man sieht es abermals gern.",
    }
    (group,) = repetitions({key: plain_text(text) for key, text in texts.items()}, 4)
    assert (group.word, group.count) == ("abermals", 4)
    said = [texts[key][item.start : item.end] for key, item in group.places]
    assert said == ["abermals", "abermals", "Abermals", "abermals"]
    assert [place.section for place in group.places] == ["story", "story", "verdict", "verdict"]
    finding = group.places[0].finding
    assert finding.message == "„abermals“ steht viermal in dieser Rezension."
    assert (finding.rule, finding.kind) == ("REPEATED_WORD", FindingKind.STYLE)


def test_inflections_count_together_and_the_shortest_is_shown() -> None:
    text = apart("großartige", "großartig", "großartiges", "großartigen")
    assert found(text) == {"großartig": 4}


def test_three_are_too_few_unless_they_stand_near_each_other() -> None:
    assert found(apart("famos", "famos", "famos")) == {}
    assert found("Es ist famos. " * 3) == {"famos": 3}
    assert found("Es ist famos. " * 2, threshold=3) == {}


def test_threshold_is_the_number_from_which_on_a_word_is_reported() -> None:
    text = apart(*["famos"] * 6)
    assert found(text, threshold=6) == {"famos": 6}
    assert found(text, threshold=7) == {}


def test_long_review_needs_more() -> None:
    short, long = apart(*["famos"] * 4), FAR * 60
    assert found(short) == {"famos": 4}
    assert found(short + long) == {}


def test_function_words_and_everyday_verbs_and_nouns_never_count() -> None:
    text = "Dieser Film hat Szenen, die man wieder sehen will, weil die Figuren so spielen. "
    assert found(text * 10) == {}


def test_names_from_the_facts_and_technical_terms_never_count() -> None:
    review = review_file.parse("---\nform: series\ndirector: [Ingvild Torstad]\n---\n")
    names = NameIndex.of(review)
    text = "Es ist von Torstad, von Torstads Cliffhanger und vom Gewölbe. " * 4
    assert found(text, known=names) == {"Gewölbe": 4}


def test_word_at_the_beginning_of_a_sentence_is_what_it_is_elsewhere() -> None:
    assert found("Durchaus schön. Es ist durchaus so. Durchaus! „Durchaus“, ja.") == {"durchaus": 4}
    assert found("Gewölbe ist da. Das Gewölbe. Im Gewölbe. Gewölbe!") == {"Gewölbe": 4}


def test_abbreviations_numbers_and_code_do_not_count() -> None:
    assert found("Es ist HDR10 in UHD mit `famos` und 2026. " * 5) == {}


def test_the_most_frequent_comes_first() -> None:
    text = "Es ist famos. " * 4 + "Es ist herrlich. " * 6 + "Es ist drollig. " * 4
    assert list(found(text)) == ["herrlich", "drollig", "famos"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("großartig", "großartiges"), ("überzeugt", "überzeugend"), ("Gewölbe", "Gewölben")],
)
def test_inflections_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("schon", "schön"), ("gelungen", "Lungen")])
def test_words_that_look_alike_have_two(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_everyday_nouns_have_their_capital() -> None:
    assert is_everyday("Filme")
    assert is_everyday("Auch")
    assert not is_everyday("folgerichtig")
    assert not is_everyday("Gewölbe")


WORDS = st.sampled_from(["famos", "famose", "*famos*", "Gewölbe", "Gewölben", "und", "Film", "UHD"])
TEXTS = st.lists(st.lists(WORDS, max_size=40).map(" ".join), min_size=1, max_size=3)


@given(TEXTS)
def test_what_is_shown_as_a_group_is_what_was_found(texts: list[str]) -> None:
    sections = {str(number): text for number, text in enumerate(texts)}
    groups = repetitions({key: plain_text(text) for key, text in sections.items()}, 4)
    findings = repetition_findings(groups)
    shown = repeated_words({key: (text, findings.get(key, ())) for key, text in sections.items()})
    assert shown == groups
    for group in groups:
        assert_places(group, sections)


def assert_places(group: Repetition, sections: dict[str, str]) -> None:
    assert group.count >= 3
    for section, finding in group.places:
        assert stem(sections[section][finding.start : finding.end]) == stem(group.word)
