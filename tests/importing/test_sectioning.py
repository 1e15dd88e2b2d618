"""Sectioning of a running text: a proposal that a writer can correct, in which nothing is lost."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.importing.sectioning import Sectioning, TextUnit, propose
from editor.importing.segmentation import clause_starts, split_paragraphs, split_positions
from editor.paths import sample_path
from editor.review.form import load_form
from editor.review.model import nonempty_sections
from editor.storage import review_file
from editor.storage.yaml_front_matter import parse

FORM = load_form("series")
OWN = Path(__file__).parents[1] / "data" / "running-text.txt"
MIXED = (
    "Vor zwei Jahren erschien die erste Staffel, nun legt der Sender die zweite Staffel nach.\n\n"
    "Kommissarin Brandt findet in einem Waldsee eine Leiche und begibt sich auf die Suche nach dem "
    "Mörder. Doch in der Nacht verschwindet auch ihr Bruder …\n\n"
    "Die Story wird geradlinig erzählt und hält die Spannung bis zum Finale. Langweilig wird sie "
    "trotz einer Leiche im Keller nie.\n\n"
    "Die Hauptdarstellerin spielt ihre Rolle mit viel Charisma.\n\n"
    "Bei den Effekten sieht man dem CGI das schmale Budget an.\n\n"
    "Das Bild ist scharf, und die Tonspur in Dolby Atmos nutzt alle Kanäle.\n\n"
    "Im Bonusmaterial steckt ein Making-of.\n\nInsgesamt eine klare Empfehlung."
)


def sections(text: str) -> list[tuple[str, str]]:
    return [(unit.section, unit.text.split(" ")[0]) for unit in propose(text, FORM).units]


def characters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def test_paragraphs_go_where_their_words_belong() -> None:
    assert sections(MIXED) == [
        ("introduction", "Vor"),
        ("plot", "Kommissarin"),
        ("story", "Die"),
        ("cast", "Die"),
        ("effects", "Bei"),
        ("picture_sound", "Das"),
        ("extras", "Im"),
        ("verdict", "Insgesamt"),
    ]


def test_paragraph_stays_whole_whatever_its_sentences_are_about() -> None:
    review = propose(OWN.read_text("utf-8"), FORM).to_review(FORM)
    introduction, story = OWN.read_text("utf-8").strip().split("\n")
    assert (review.text("introduction"), review.text("story")) == (introduction, story)


def test_text_does_not_go_back_to_a_section_that_it_has_left() -> None:
    back = "Kommissarin Brandt findet eine Leiche und begibt sich auf die Suche nach dem Mörder."
    assert sections(f"{MIXED}\n\n{back}")[-2:] == [
        ("verdict", "Insgesamt"),
        ("verdict", "Kommissarin"),
    ]


def test_sections_are_in_the_order_of_the_text() -> None:
    text = "Vorweg.\n\n## Fazit\n\nGut.\n\n## Bild und Ton\n\nScharf.\n\n## Story\n\nSpannend."
    proposal = propose(text, FORM)
    imported = review_file.parse(review_file.dumps(proposal.to_review(FORM)))
    assert [s.text for s in nonempty_sections(imported.sections)] == [
        *("Vorweg.", "Gut.", "Scharf.", "Spannend.")
    ]
    there = review_file.new_review(FORM).with_text("cast", "Vorher.")
    assert [s.id for s in nonempty_sections(proposal.into(there).sections)] == [
        *("introduction", "story", "cast", "picture_sound", "verdict")
    ]


@pytest.mark.parametrize(
    "line",
    [
        *("Darsteller: Mia Beispiel, Otto Muster", "Story: 8/10", "**Bild:** 2,39:1."),
        "Regie: Mia Beispiel\nDarsteller: Otto Muster",
    ],
)
def test_credits_and_ratings_stay_where_they_are(line: str) -> None:
    assert propose(f"Vorweg.\n\n{line}\n\nUnd weiter.", FORM).texts() == {
        "introduction": f"Vorweg.\n\n{line}\n\nUnd weiter."
    }


def test_most_of_the_sample_finds_its_section_without_headings() -> None:
    review = review_file.parse(sample_path().read_text("utf-8"))
    wanted = [(s.id, word) for s in nonempty_sections(review.sections) for word in s.text.split()]
    text = "\n\n".join(section.text for section in nonempty_sections(review.sections))
    found = [(u.section, word) for u in propose(text, FORM).units for word in u.text.split()]
    assert [word for _, word in found] == [word for _, word in wanted]
    right = sum(a == b for a, b in zip(found, wanted, strict=True))
    assert right / len(wanted) > 0.7


def test_paragraph_that_says_nothing_stays_with_the_one_before() -> None:
    text = (
        "Vorweg.\n\nDie Darsteller spielen ihre Rollen gut.\n\nSehr gut sogar.\n\n"
        "Die Effekte und das CGI nicht."
    )
    assert [unit.section for unit in propose(text, FORM).units] == [
        "introduction",
        "cast",
        "cast",
        "effects",
    ]


def test_note_stays_with_the_text_before_it() -> None:
    note = "[^1]: Siehe auch das Making-of im Bonusmaterial."
    assert propose(f"{MIXED}\n\n{note}", FORM).texts()["verdict"].endswith(note)


def test_first_unit_is_the_introduction_even_where_its_words_say_otherwise() -> None:
    assert sections("Die Story ist gut.") == [("introduction", "Die")]


def test_paragraph_of_one_section_is_one_unit() -> None:
    text = "Vorweg.\n\nDie Story ist spannend. Die Erzählung hat Tempo. Der Cliffhanger sitzt."
    assert len(propose(text, FORM).units) == 2


@pytest.mark.parametrize(
    "heading",
    ["## Darsteller", "### Darsteller {#cast}", "**Darsteller**", "Darsteller:", "# Cast #"],
)
def test_heading_with_a_label_decides_and_is_not_repeated(heading: str) -> None:
    text = f"Vorweg.\n\n{heading}\n\nDas Bild ist scharf, der Ton in Dolby Atmos.\n\nUnd weiter."
    sectioning = propose(text, FORM)
    assert sectioning.texts() == {
        "introduction": "Vorweg.",
        "cast": "Das Bild ist scharf, der Ton in Dolby Atmos.\n\nUnd weiter.",
    }
    assert sectioning.units[-1].confidence == 1


def test_other_name_of_a_section_decides_and_stays() -> None:
    text = "Vorweg.\n\n## Bild\n\nGanz gut.\n\n## Ton\n\nAuch gut.\n\n## Fazit\n\nJa."
    assert propose(text, FORM).texts() == {
        "introduction": "Vorweg.",
        "picture_sound": "## Bild\n\nGanz gut.\n\n## Ton\n\nAuch gut.",
        "verdict": "Ja.",
    }


def test_other_heading_stays_with_the_text_below_it() -> None:
    text = "Vorweg.\n\n### Was stört\n\nDie Darsteller spielen ihre Rollen schlecht."
    assert propose(text, FORM).texts()["cast"].startswith("### Was stört\n\nDie Darsteller")


def test_paragraph_that_begins_with_a_name_and_a_colon_decides_for_itself() -> None:
    text = "Vorweg.\n\n**Fazit:** Die Darsteller spielen die Rollen gut."
    assert propose(text, FORM).texts()["verdict"].startswith("**Fazit:**")


def test_heading_that_is_moved_elsewhere_is_text() -> None:
    sectioning = propose("Vorweg.\n\n## Fazit\n\nGut.", FORM).assigned(1, "story")
    assert sectioning.texts()["story"] == "## Fazit"


def test_lists_quotes_links_and_bold_words_are_not_torn() -> None:
    text = (
        "Vorweg.\n\n- Die Story trägt. Die Darsteller auch.\n- Das Bild.\n\n"
        "> Die Story trägt. Die Darsteller spielen.\n\n"
        "**Die Story ist erzählt. Die Darsteller spielen ihre Rolle.** [Das Bild. Der Ton](x). Ja."
    )
    texts = [unit.text for unit in propose(text, FORM).units]
    assert "".join(texts) == text
    assert all(unit.count("**") % 2 == 0 for unit in texts)
    assert all(unit.count("[") == unit.count("](") for unit in texts)
    assert any(unit.startswith("- Die Story") and "Bild" in unit for unit in texts)


def test_lines_of_a_word_processor_are_paragraphs() -> None:
    sectioning = propose("Vorweg ein Wort.\nDie Story ist spannend erzählt.\n", FORM)
    assert sectioning.texts() == {
        "introduction": "Vorweg ein Wort.",
        "story": "Die Story ist spannend erzählt.",
    }


def test_assigned_changes_the_chosen_units_only() -> None:
    sectioning = propose(MIXED, FORM)
    changed = sectioning.assigned([0, 1], "story")
    assert [unit.section for unit in changed.units[:4]] == ["story", "story", "story", "cast"]
    assert [unit.confidence for unit in changed.units[:2]] == [1, 1]
    assert sectioning.units[0].section == "introduction"


def test_neighbours_of_one_paragraph_stay_one_paragraph() -> None:
    sectioning = Sectioning(
        (
            TextUnit("Eins. ", 0, "story"),
            TextUnit("Zwei. ", 0, "story"),
            TextUnit("Drei.\n\n", 0, "cast"),
            TextUnit("Vier. ", 1, "story"),
            TextUnit("Fünf.", 1, "story"),
        )
    )
    assert sectioning.texts() == {"story": "Eins. Zwei.\n\nVier. Fünf.", "cast": "Drei."}


def test_split_makes_paragraphs_and_then_sentences() -> None:
    sectioning = Sectioning((TextUnit("Eins. Zwei.\n\nDrei.", 0, "story"),))
    paragraphs = sectioning.split(0)
    assert [unit.text for unit in paragraphs.units] == ["Eins. Zwei.\n\n", "Drei."]
    assert [unit.text for unit in paragraphs.split(0).units] == ["Eins. ", "Zwei.\n\n", "Drei."]
    assert paragraphs.split(1) == paragraphs


def test_divided_parts_a_sentence_where_the_writer_wants() -> None:
    sectioning = Sectioning(
        (TextUnit("## Story", 0, "story", label="story"), TextUnit("Gut, aber lang.", 1, "x"))
    )
    divided = sectioning.divided(1, 5)
    assert [unit.text for unit in divided.units[1:]] == ["Gut, ", "aber lang."]
    assert divided.joined(2) == sectioning
    assert [unit.label for unit in sectioning.divided(0, 3).units] == ["", "", ""]
    for place in (0, 15):
        with pytest.raises(ValueError, match=str(place)):
            sectioning.divided(1, place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" Gut, aber lang.\n", ["aber lang.\n", "lang.\n"]),
        ("Der **sehr gute** [Film von hier](x y) - so. 1. Mai", ["**s", "[F", "so", "Mai"]),
        ("- eins zwei\n- drei\n\n", ["- drei\n\n"]),
        ("Wort", []),
        ("", []),
    ],
)
def test_places_keep_whole_what_belongs_together(text: str, expected: list[str]) -> None:
    found = [text[place:] for place in split_positions(text)]
    assert len(found) == len(expected)
    assert all(rest.startswith(start) for rest, start in zip(found, expected, strict=True))


def test_clauses_begin_behind_commas_and_with_conjunctions() -> None:
    text = "Er sagt, sie kommt und geht – doch das war es; Ende"
    assert [text[place:].split(maxsplit=1)[0] for place in clause_starts(text)] == [
        *("sie", "und", "–", "doch", "Ende")
    ]


def test_joined_is_the_way_back_from_split() -> None:
    sectioning = Sectioning((TextUnit("Eins. Zwei. Drei.", 0, "story"),))
    assert sectioning.split(0).joined(2).joined(1) == sectioning
    assert sectioning.joined(0) == sectioning


def test_into_appends_and_keeps_what_is_there() -> None:
    review = review_file.new_review(FORM, [("title", "Meiner")]).with_text("story", "Vorher.")
    entries = parse("title: Anderer\nseason: 2\ntags: [a, b] # eigene\n")
    sectioning = Sectioning(
        (TextUnit("Nachher.", 0, "story"), TextUnit("Gut.", 1, "cast")), entries
    )
    result = sectioning.into(review)
    assert (result.text("story"), result.text("cast")) == ("Vorher.\n\nNachher.", "Gut.")
    assert (result.title, result.fact("season"), result.fact("tags")) == ("Meiner", 2, ["a", "b"])
    again = review_file.parse(review_file.dumps(result))
    assert (again.fact("tags"), again.text("story")) == (["a", "b"], result.text("story"))


def test_text_of_a_missing_section_is_added_to_the_first_one() -> None:
    review = review_file.new_review(replace(FORM, sections=FORM.sections[:2]))
    result = Sectioning((TextUnit("Gut.", 0, "verdict"),)).into(review)
    assert result.text("introduction") == "Gut."


TEXTS = st.text(
    st.one_of(
        st.characters(exclude_characters="\r\ufeff"), st.sampled_from(list("\n\n. #*-`>[]("))
    ),
    max_size=300,
)
PHRASES = st.lists(
    st.sampled_from(
        [
            *("Die Story trägt. ", "Das Bild. ", "Darsteller spielen. ", "Fazit: ja. ", "\n\n"),
            *("## Story\n\n", "## Fazit\n", "- a\n- b\n\n", "```\nx. Y\n```\n", "…", "Ja", "\n"),
        ]
    ),
    max_size=25,
).map("".join)


@example(".\n.\n\n")
@given(st.one_of(TEXTS, PHRASES))
def test_units_are_the_text(text: str) -> None:
    units = propose(text, FORM).units
    assert characters("".join(unit.text for unit in units)) == characters(text)
    # Without blank lines between its lines a text may get some.
    if "\n\n" in text.strip("\n"):
        assert "".join(unit.text for unit in units) == text


@given(st.one_of(TEXTS, PHRASES), st.data())
def test_no_character_is_lost_whatever_the_writer_does(text: str, data: st.DataObject) -> None:
    sectioning = propose(text, FORM)
    for _ in range(data.draw(st.integers(0, 4))):
        if not sectioning.units:
            break
        place = data.draw(st.integers(0, len(sectioning.units) - 1))
        section = data.draw(st.sampled_from([field.id for field in FORM.sections]))
        change = data.draw(st.sampled_from(["assigned", "split", "joined", "divided"]))
        if change == "divided":
            for cut in split_positions(sectioning.units[place].text)[:1]:
                sectioning = sectioning.divided(place, cut)
            continue
        arguments = (place, section) if change == "assigned" else (place,)
        sectioning = getattr(sectioning, change)(*arguments)
    told = "".join(unit.text for unit in sectioning.units if unit.label == unit.section)
    review = sectioning.to_review(FORM)
    kept = "".join(section.text for section in review.sections)
    assert characters(kept) + characters(told) == characters(text)


@given(
    st.lists(st.sampled_from(re.findall(r"\S.*?[.!?…](?=\s|$)", MIXED)), max_size=12),
    st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=12, max_size=12),
)
def test_text_without_headings_keeps_its_paragraphs_and_their_order(
    sentences: list[str], gaps: list[str]
) -> None:
    text = "".join(f"{sentence}{gap}" for sentence, gap in zip(sentences, gaps, strict=False))
    review = propose(text, FORM).to_review(FORM)
    kept = [section.text for section in nonempty_sections(review.sections)]
    assert split_paragraphs("\n\n".join(kept)) == split_paragraphs(text.rstrip())


@given(st.one_of(TEXTS, PHRASES))
def test_every_unit_has_a_section_of_the_form_and_a_probability(text: str) -> None:
    for unit in propose(text, FORM).units:
        assert FORM.section(unit.section) is not None
        assert 0 <= unit.confidence <= 1.000001
