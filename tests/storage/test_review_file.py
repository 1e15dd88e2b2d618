"""The file format: nothing is lost, whatever is in the file."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.errors import ReviewFileError
from editor.paths import sample_path
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage import review_file

SERIES = load_form("series")
IDS = [section.id for section in SERIES.sections]

lines = st.one_of(
    st.text(alphabet="ab #*-{}\\`äß😀 \t", max_size=12),
    st.sampled_from(
        [
            *("", "## Story {#story}", "## Fazit {#verdict}", "## Was auch immer {#cast} ##"),
            *("## Einleitung {#introduction}", "## Eigenes", "## Fremd {#fremd}", "---", "```"),
            *("## Story {#story }", "## Fazit {#verdict  }", "   ## Inhalt {#plot}", "..."),
            *("title: Ein Titel", "# Kommentar", "    ## Story {#story}", "### Story {#story}"),
        ]
    ),
)
bodies = st.lists(lines, max_size=14).map("\n".join)


def texts(review: Review) -> dict[str, str]:
    return {section.id: section.text for section in review.sections if section.text}


def without_outer_blank_lines(text: str) -> str:
    kept = text.rstrip().split("\n")
    while kept and not kept[0].strip(" \t"):
        kept = kept[1:]
    return "\n".join(kept)


@given(bodies)
def test_body_survives_load_and_save(body: str) -> None:
    assume(not body.startswith("---"))
    assert review_file.dumps(review_file.parse(body)) == body


@given(bodies)
def test_file_with_front_matter_survives(body: str) -> None:
    text = f"---\ntitle: Ein Titel # so\n\n# Ende\n---\n{body}"
    assert review_file.dumps(review_file.parse(text)) == text


@given(st.dictionaries(st.sampled_from(IDS), bodies, max_size=4))
def test_any_text_in_any_section_comes_back(written: dict[str, str]) -> None:
    review = review_file.new_review(SERIES)
    for section_id, text in written.items():
        review = review.with_text(section_id, text)
    back = review_file.parse(review_file.dumps(review))
    wanted = {key: without_outer_blank_lines(text) for key, text in written.items()}
    assert texts(back) == {key: text for key, text in wanted.items() if text}


@given(bodies, st.sampled_from(IDS), bodies)
def test_edit_of_one_section_leaves_the_others_alone(body: str, edited: str, text: str) -> None:
    review = review_file.parse(f"---\ntitle: X\n---\n{body}")
    back = review_file.parse(review_file.dumps(review.with_text(edited, text)))
    others = {key: value for key, value in texts(review).items() if key != edited}
    assert {key: value for key, value in texts(back).items() if key != edited} == others


def test_sample_is_byte_identical() -> None:
    text = sample_path().read_bytes().decode()
    assert review_file.dumps(review_file.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "\n\n", "Text", "---\ntitle: X\n---", "---\n---\n", "---\nnie geschlossen\n"),
        *("\ufeff---\ntitle: X\n---\nText", "---\r\ntitle: X\r\n---\r\n\r\nText\r\n"),
        *("gemischt\r\nund\nso", "## Story {#story}", "## Story {#story}\n## Fazit {#verdict}"),
        "---\nfoo: !!python/object:os.system x\nbar: &a [1]\nbaz: *a\n---\nText\n",
        "---\ntitle: >\n  gefaltet\n  weiter\ncast:\n- {name: A}\n\n...\nText\n",
        "---\ntitle: eins\ntitle: zwei\n---\n",
    ],
)
def test_unchanged_file_is_byte_identical(text: str) -> None:
    assert review_file.dumps(review_file.parse(text)) == text


def test_text_before_the_first_section_is_the_introduction() -> None:
    review = review_file.parse("Vorweg.\n\n## Story {#story}\n\nGut.\n")
    assert texts(review) == {"introduction": "Vorweg.", "story": "Gut."}


def test_only_known_ids_on_level_two_begin_a_section() -> None:
    review = review_file.parse("# Story {#story}\n## Gag {#gag}\n### X {#cast}\n## D {#effects}\nY")
    assert texts(review) == {
        "introduction": "# Story {#story}\n## Gag {#gag}\n### X {#cast}",
        "effects": "Y",
    }


def test_second_section_of_an_id_stays_text() -> None:
    review = review_file.parse("## S {#story}\neins\n## S {#story}\nzwei\n")
    assert texts(review) == {"story": "eins\n## S {#story}\nzwei"}


def test_all_sections_of_the_form_are_there_in_its_order() -> None:
    assert [section.id for section in review_file.parse("").sections] == IDS


def test_sections_keep_the_order_of_the_file() -> None:
    review = review_file.parse("## F {#verdict}\nA\n## S {#story}\nB")
    order = [section.id for section in review.sections]
    assert order.index("verdict") < order.index("story")


def test_new_section_goes_to_its_place_with_its_heading() -> None:
    review = review_file.parse("---\ntitle: X\n---\n\nVorweg.\n\n## Fazit {#verdict}\n\nGut.\n")
    assert review_file.dumps(review.with_text("story", "Neu.")) == (
        "---\ntitle: X\n---\n\nVorweg.\n\n"
        "## Story {#story}\n\nNeu.\n\n## Fazit {#verdict}\n\nGut.\n"
    )


def test_edited_section_keeps_the_heading_of_the_file() -> None:
    review = review_file.parse("## Die Handlung {#story}\n\nAlt.\n")
    assert (
        review_file.dumps(review.with_text("story", "Neu.")) == "## Die Handlung {#story}\n\nNeu.\n"
    )


def test_edited_fact_changes_only_its_own_lines() -> None:
    text = "---\n# oben\ntitle:   'Alt'   # so\n\n# unten\nfremd: {a: 1,   b: 2}\n---\nText\n"
    edited = review_file.dumps(review_file.parse(text).with_fact("title", "Neu: anders"))
    assert edited == text.replace("title:   'Alt'   # so", "title: 'Neu: anders'")


def test_new_review_looks_like_the_documented_file() -> None:
    review = review_file.new_review(SERIES, [("title", "Beispiel"), ("director", ["A B", "C"])])
    review = review.with_fact("cast", [{"name": "A", "role": "B"}]).with_fact("date", "2026-11-22")
    assert review_file.dumps(review.with_text("introduction", "Los.")) == (
        "---\nrezensent: 1\nform: series\ntitle: Beispiel\ndirector: [A B, C]\ncast:\n"
        "  - {name: A, role: B}\ndate: 2026-11-22\n---\n\nLos.\n"
    )


@pytest.mark.parametrize(
    ("source", "value"),
    [
        *(("NO", "NO"), ("12:30", "12:30"), ("0800", 800), ("2026-11-22", "2026-11-22")),
        *(("7.5", 7.5), ("true", True), ("ja", "ja"), ("'1917'", "1917"), ("~", None), ("", None)),
        *(("1e3", "1e3"), ("1" * 200, "1" * 200)),
    ],
)
def test_scalars_follow_yaml_1_2(source: str, value: object) -> None:
    assert review_file.parse(f"---\nx: {source}\n---\n").fact("x") == value


@given(st.text(min_size=1, max_size=40))
def test_any_text_can_be_a_fact(value: str) -> None:
    review = review_file.new_review(SERIES).with_fact("title", value)
    legal = value.isprintable() or not any(0xD800 <= ord(c) < 0xE000 for c in value)
    if legal:
        assert review_file.parse(review_file.dumps(review)).fact("title") == value


@pytest.mark.parametrize("source", ["a: [1", "- nur\n- Liste", "a: b: c", "\t- x: [", "{" * 5000])
def test_broken_front_matter_is_one_clear_sentence(source: str) -> None:
    with pytest.raises(ReviewFileError, match="kein gültiges YAML") as caught:
        review_file.parse(f"---\n{source}\n---\nText\n")
    assert "\n" not in caught.value.german
    assert "text editor" in caught.value.english


def test_broken_front_matter_names_the_line_of_the_file() -> None:
    with pytest.raises(ReviewFileError, match=r"Zeile 3"):
        review_file.parse("---\ntitle: gut\ncast: [offen\n---\n")


@pytest.mark.parametrize("ends", [["\n"], ["\r\n"], ["\r"], ["\r\n", "\n", "\r"]])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_places_point_into_the_file(ends: list[str], bom: str) -> None:
    text = "---\ntitle: Ä\n---\n\nVorweg 😀 hier.\n\n## Story {#story}\n\nEins\nzwei drei\n"
    file = bom + "".join(map(str.__add__, text.splitlines(), itertools.cycle(ends)))
    review = review_file.parse(file)
    for section_id, word in (("introduction", "hier"), ("story", "drei")):
        offset = review.text(section_id).index(word)
        place = review_file.FileOffsets(review).in_file(section_id, offset)
        assert file[place : place + 4] == word


def test_places_count_the_guard_of_a_heading() -> None:
    file = "## S {#story}\nText\n## F {#verdict }\nhier\n## F {#verdict}\nEnde\n"
    review = review_file.parse(file)
    assert review.text("story") == "Text\n## F {#verdict}\nhier"
    offset = review.text("story").index("hier")
    assert file[review_file.FileOffsets(review).in_file("story", offset) :].startswith("hier")


def test_unedited_review_equals_itself_loaded_again() -> None:
    text = sample_path().read_text("utf-8")
    assert review_file.parse(text) == review_file.parse(text)
    assert replace(review_file.parse(text), entries=()) != review_file.parse(text)


@pytest.mark.parametrize("text", ["0800", "012", "1e3", "NO", "0x1F", "~", "true", "2026-11-22"])
def test_a_text_that_looks_like_something_else_comes_back_as_text(text: str) -> None:
    review = review_file.new_review(load_form("film")).with_fact("medium", text)
    assert review_file.parse(review_file.dumps(review)).fact("medium") == text


def test_a_control_character_in_the_front_matter_is_an_error_and_no_accident() -> None:
    with pytest.raises(ReviewFileError):
        review_file.parse("---\ntitle: \x1f\n---\n")


def test_a_key_that_another_program_would_take_comes_back_as_ours() -> None:
    file = "---\nrezensent_url: https://www.example.org/\nrezensent_: 1\n---\n"
    review = review_file.parse(file)
    assert review.fact("url") == "https://www.example.org/"
    assert review_file.dumps(review) == file


def test_an_id_may_be_hidden_below_its_heading() -> None:
    file = "---\nform: film\n---\n\n## Worum es geht\n<!-- {#story} -->\n\nGut.\n"
    review = review_file.parse(file)
    assert review.section("story").heading == "Worum es geht"
    assert review.text("story") == "Gut."
    assert review_file.dumps(review) == file
    inside = review.with_text("story", "## Fazit\n<!-- {#verdict} -->")
    assert review_file.parse(review_file.dumps(inside)).text("story") == inside.text("story")
