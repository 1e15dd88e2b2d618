"""Undo and redo in the order of the edits, in steps that a writer expects."""

from hypothesis import given
from hypothesis import strategies as st

from editor.review.form import load_form
from editor.review.history import History, ReviewEdit
from editor.review.model import Review
from editor.storage.review_file import new_review

EMPTY = new_review(load_form("series"))


def typed(history: History, section: str, text: str) -> History:
    """Type ``text`` key by key, as the editor reports it."""
    for index, character in enumerate(text):
        before = text[index - 1] if index else " "
        boundary = before.isspace() and not character.isspace()
        edit = ReviewEdit(f"section.{section}", typing=True, boundary=boundary)
        old = history.review.text(section)
        history = history.with_edit(history.review.with_text(section, old + character), edit)
    return history


def test_undo_takes_back_a_word() -> None:
    history = typed(History(EMPTY), "story", "ein Wort mehr")
    assert history.undo().review.text("story") == "ein Wort "
    assert history.undo().undo().review.text("story") == "ein "


def test_redo_brings_it_again() -> None:
    history = typed(History(EMPTY), "story", "ein Wort")
    assert history.undo().redo().review == history.review


def test_undo_goes_through_all_fields_in_order() -> None:
    history = typed(History(EMPTY), "story", "Satz")
    history = history.with_edit(
        history.review.with_fact("title", "T"), ReviewEdit("fact.title", typing=True)
    )
    history = typed(history, "plot", "x")
    assert history.undo().review.fact("title") == "T"
    assert history.undo().undo().review.fact("title") is None
    assert history.undo().undo().review.text("story") == "Satz"
    assert history.undo().undo().undo().review == EMPTY


def test_other_field_begins_a_step() -> None:
    history = typed(History(EMPTY), "story", "ab")
    edit = ReviewEdit("section.plot", typing=True)
    history = history.with_edit(history.review.with_text("plot", "c"), edit)
    assert history.undo().review.text("story") == "ab"


def test_pause_begins_a_step() -> None:
    history = typed(History(EMPTY), "story", "ab").seal()
    edit = ReviewEdit("section.story", typing=True)
    history = history.with_edit(history.review.with_text("story", "abc"), edit)
    assert history.undo().review.text("story") == "ab"


def test_new_edit_forgets_what_was_taken_back() -> None:
    history = typed(History(EMPTY), "story", "alt").undo()
    history = typed(history, "story", "neu")
    assert history.redo() is history


def test_ends_are_quiet() -> None:
    history = History(EMPTY)
    assert history.undo() is history
    assert history.redo() is history


edits = st.lists(
    st.tuples(
        st.sampled_from(["story", "plot"]), st.text("ab ", max_size=3), st.booleans(), st.booleans()
    ),
    max_size=30,
)


@given(edits)
def test_undo_to_the_beginning_and_redo_to_the_end(
    steps: list[tuple[str, str, bool, bool]],
) -> None:
    history = History(EMPTY)
    for section, text, typing, boundary in steps:
        edit = ReviewEdit(f"section.{section}", typing, boundary)
        history = history.with_edit(history.review.with_text(section, text), edit)
    last: Review = history.review
    while history.done:
        history = history.undo()
    assert history.review == EMPTY
    while history.undone:
        history = history.redo()
    assert history.review == last


def test_change_to_all_steps_is_none_itself() -> None:
    history = typed(History(EMPTY), "story", "alt und alt").undo()
    new = history.map_reviews(lambda r: r.with_text("story", r.text("story").replace("alt", "neu")))
    assert new.review.text("story") == "neu und "
    assert new.redo().review.text("story") == "neu und neu"
    assert new.undo().review.text("story") == "neu "
    assert (len(new.done), len(new.undone)) == (len(history.done), len(history.undone))
    assert new.undo().redo().review == new.review


def test_an_edit_that_takes_back_all_of_a_step_takes_the_step_away() -> None:
    history = typed(History(EMPTY), "story", "ab ")
    begins = ReviewEdit("section.story", typing=True, boundary=True)
    joined = ReviewEdit("section.story", typing=True)
    pair = history.with_edit(history.review.with_text("story", "ab ****"), begins).seal()
    left = pair.with_edit(pair.review.with_text("story", "ab "), joined)
    assert left.undo().review == EMPTY


def test_a_fact_that_is_deleted_after_a_pause_comes_back() -> None:
    edit = ReviewEdit("fact.title", typing=True)
    history = History(EMPTY).with_edit(EMPTY.with_fact("title", "T"), edit).seal()
    empty = history.with_edit(history.review.with_fact("title", None), edit)
    assert empty.undo().review.fact("title") == "T"
