"""Running text → sections: every paragraph arrives, unchanged and in order."""

from hypothesis import example, given
from hypothesis import strategies as st

from editor.importing import sectioning
from editor.paths import sample_path
from editor.review.form import load_form
from editor.storage import review_file

FORM = load_form("series")


def texts(text: str) -> dict[str, str]:
    review = sectioning.import_text(text, FORM)
    return {section.id: section.text for section in review.sections if section.text}


def test_paragraph_that_names_a_section_begins_it() -> None:
    text = "Vorweg ein Wort.\n\nDie Story trägt. Und so weiter.\n\nNoch etwas.\n\nMein Fazit: ja."
    assert texts(text) == {
        "introduction": "Vorweg ein Wort.",
        "story": "Die Story trägt. Und so weiter.\n\nNoch etwas.",
        "verdict": "Mein Fazit: ja.",
    }


def test_lines_are_paragraphs_where_there_are_no_blank_lines() -> None:
    assert texts("Erster Absatz.\nDie Story geht weiter.\n") == {
        "introduction": "Erster Absatz.",
        "story": "Die Story geht weiter.",
    }


def test_wrapped_lines_stay_one_paragraph() -> None:
    assert texts("Erste Zeile ohne\nEnde, noch eine\n") == {
        "introduction": "Erste Zeile ohne\nEnde, noch eine"
    }


def test_headings_with_labels_begin_sections_in_any_order() -> None:
    text = "## Bild und Ton\n\nScharf.\n\nFazit:\n\nGut.\n\n**Story**\n\nSpannend."
    assert texts(text) == {"picture_sound": "Scharf.", "verdict": "Gut.", "story": "Spannend."}


def test_review_stays_as_it_is() -> None:
    text = sample_path().read_text("utf-8")
    assert review_file.dumps(sectioning.import_text(text, FORM)) == text


@given(st.lists(st.text("abSF .äß😀#*", min_size=1, max_size=20), max_size=8))
@example(["F", "F", "F", "F", "F", "FF. F"])
def test_every_line_arrives_whole_and_in_order(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    imported = (line.strip() for part in texts(text).values() for line in part.split("\n"))
    assert [line for line in imported if line] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]


def test_front_matter_of_another_program_comes_along() -> None:
    text = "---\ntitle: Hafen\nseason: 2\nlayout: post\n---\n\nVorweg.\n\n## Fazit\n\nGut.\n"
    review = sectioning.import_text(text, FORM)
    assert (review.title, review.fact("season"), review.fact("layout")) == ("Hafen", 2, "post")
    assert (review.form_id, review.text("verdict")) == ("series", "Gut.")
    assert review_file.parse(review_file.dumps(review)).fact("layout") == "post"
