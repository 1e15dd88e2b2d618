"""Moves of a selection keep the marks of formats in pairs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markdown.mark_edges import empty_formats
from editor.markdown.text_moves import copy_words, move_selection


@pytest.mark.parametrize(
    ("text", "target", "moved"),
    [
        ("ein [klein] Wort", 14, "ein Wort [klein]"),
        ("ein klein [Wort]", 0, "[Wort] ein klein"),
        ("ein **[fett]** Wort", 17, "ein Wort [**fett**]"),
        ("ein **[fett]** Wort", 0, "[**fett**] ein Wort"),
        ("ein ***[fett]*** Wort", 19, "ein Wort [***fett***]"),
        ("ein **fe[tt]er** Wort", 19, "ein **feer** Wort[tt]"),
        ("[ein] **fett** Wort", 6, "**[ein] fett** Wort"),
        # Whole words take no blank with them, whether or not one was selected.
        ("Das [rote ]Haus brennt.", 20, "Das Haus brennt [rote]."),
        ("Das[ rote] Haus brennt.", 0, "[rote] Das Haus brennt."),
        ("Das Haus brennt [rot].", 4, "Das [rot] Haus brennt."),
        ("Das Haus brennt [rot].", 3, "Das [rot] Haus brennt."),
        ("Er sagt „ja [doch]“.", 8, "Er sagt [doch] „ja“."),
        ("Er sagt „[doch] ja“.", 17, "Er sagt „ja“ [doch]."),
        ("- [eins] zwei\n- drei", 18, "- zwei\n- drei [eins]"),
        ("- [eins]\n- drei", 13, "- \n- drei [eins]"),
        ("Film-[Wort] da", 12, "Film- da[Wort]"),
        ("zwei [drei]  \neins", 16, "zwei   \neins [drei]"),
        ("    x [y]", 4, "    [y] x"),
        ("Ha[us] und", 8, "Ha und[us]"),
    ],
)
def test_selection_goes_to_its_target(text: str, target: int, moved: str) -> None:
    assert shown(text, target) == moved


@pytest.mark.parametrize("target", [4, 6, 8, 10, 12])
def test_selection_that_is_dropped_on_itself_stays(target: int) -> None:
    assert move_selection("ein **fett** Wort", 6, 10, target) is None


@settings(max_examples=60)
@given(st.text("ab *_`", max_size=14), st.data())
def test_no_letter_is_lost_or_doubled(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edit = move_selection(text, start, end, data.draw(st.integers(0, len(text))))
    if edit is not None:
        moved = edit.applied(text)
        assert letters(moved) == letters(text)
        assert letters(moved[slice(*edit.selection)]) == letters(text[start:end])


def test_words_are_copied_with_their_blanks() -> None:
    text = "Das rote Haus brennt."
    edit = copy_words(text, 4, 9, 20)
    assert edit is not None
    assert edit.applied(text) == "Das rote Haus brennt rote."
    assert edit.applied(text)[slice(*edit.selection)] == "rote"
    assert copy_words(text, 4, 6, 20) is None


def shown(text: str, target: int) -> str:
    """Move the part in brackets and return the text with brackets around it."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    edit = move_selection(plain, start, end, target)
    assert edit is not None
    moved, (low, high) = edit.applied(plain), edit.selection
    assert not empty_formats(moved, low)
    return f"{moved[:low]}[{moved[low:high]}]{moved[high:]}"


def letters(text: str) -> str:
    return "".join(sorted(character for character in text if character in "ab"))
