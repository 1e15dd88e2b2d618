"""Two reviews compared part by part: headings, facts as lines, and texts as they are written."""

from editor.paths import sample_path
from editor.review.text_diff import DiffSide
from editor.review.versions.review_diff import diff_reviews, diff_sources, readable_text
from editor.storage import load_save

SAMPLE = load_save.load_review(sample_path()).review
OTHER = SAMPLE.with_text("story", "Neu.").with_fact("title", "Das Zuckerarchiv")


def test_every_part_has_its_heading_and_says_whether_it_differs() -> None:
    parts = diff_reviews(SAMPLE, OTHER)
    assert [part.heading for part in parts][:4] == [
        *("Angaben und Wertungen", "Einleitung", "Inhalt", "Story"),
    ]
    assert [part.heading for part in parts if part.changed] == ["Angaben und Wertungen", "Story"]


def test_pieces_of_a_part_are_its_text_then_and_now() -> None:
    story = next(part for part in diff_reviews(SAMPLE, OTHER) if part.heading == "Story")
    old = "".join(piece.text for piece in story.pieces if piece.side is not DiffSide.NEW)
    new = "".join(piece.text for piece in story.pieces if piece.side is not DiffSide.OLD)
    assert (old, new) == (SAMPLE.text("story"), "Neu.")


def test_section_that_only_one_of_them_has_is_shown_and_an_empty_one_is_not() -> None:
    bare = SAMPLE.with_text("extras", "")
    assert "Extras" in [part.heading for part in diff_reviews(bare, SAMPLE) if part.changed]
    assert "Extras" not in [part.heading for part in diff_reviews(bare, bare)]


def test_nothing_of_a_data_format_is_shown() -> None:
    text = "\n".join(piece.text for part in diff_reviews(SAMPLE, OTHER) for piece in part.pieces)
    assert not [mark for mark in ("---", "rating_scale", "cast:", "{", "title:") if mark in text]
    assert "Zuckerarchiv" in text


def test_texts_that_are_no_reviews_have_no_heading() -> None:
    (part,) = diff_sources("Alt", "Neu")
    assert part.heading == ""
    assert part.changed


def test_spoilers_have_lines_instead_of_tags() -> None:
    head = '<details markdown="1"><summary>{}</summary>\n\n{}\n\n</details>'
    old = SAMPLE.with_text("story", head.format("Spoiler", "Er stirbt."))
    new = old.with_text("story", head.format("Das Ende &amp; mehr", "Er lebt."))
    (story,) = (part for part in diff_reviews(old, new) if part.changed)
    then, now = (
        "".join(piece.text for piece in story.pieces if piece.side in (DiffSide.BOTH, side))
        for side in (DiffSide.OLD, DiffSide.NEW)
    )
    assert then == "Spoiler:\n\nEr stirbt.\n\nEnde des Spoilers"
    assert now == "Spoiler: Das Ende & mehr\n\nEr lebt.\n\nEnde des Spoilers"


def test_readable_text_has_all_that_is_written() -> None:
    text = readable_text(SAMPLE)
    assert text.startswith("Angaben und Wertungen\n\nTitel: Das Salzarchiv\n")
    assert all(section.text in text for section in SAMPLE.sections)
