"""Deletion of a selection: the marks of what remains stay in pairs."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.export.html import render_section
from editor.export.image_sources import no_images
from editor.markdown.mark_deletion import delete_selection
from editor.markdown.mark_edges import move_blanks
from editor.markdown.selection import CommandEdit
from tests.markdown.commands import marked, run


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ein |**zwei dr|ei**", "ein |**ei**"),
        ("**zwei d|rei** vi|er", "**zwei d|**er"),
        ("**zwei |drei** vier|", "**zwei |**"),
        ("|ein **zwei| drei**", "| **drei**"),
        ("**|zwei|** drei", "| drei"),
        ("**|zwei** drei|", "|"),
        ("ein |**zwei|** drei", "ein | drei"),
        ("**a|b** c **d|e**", "**a|e**"),
        ("**a|b** c *d|e*", "**a|***e*"),
        ("**a|b**\n\nc **d|e**", "**a|e**"),
        ("**zwei|**| drei", "zwei| drei"),
        ("**zwei*|*| drei", "zwei| drei"),
        ("|**|zwei** drei", "|zwei drei"),
        ("`a|b` c|", "`a|`"),
        ("***a|b*** c|", "***a|***"),
        ("*a*| |*b*", "*a|b*"),
        ("*a|bc d* *c* |*ab* x", "*a|ab* x"),
        ("**a *b|c* d** e|", "**a *b|***"),
    ],
)
def test_deletion(before: str, after: str) -> None:
    assert run(delete_selection, before) == after


@pytest.mark.parametrize("source", ["**a|b|c**", "ein |**Wort**| hier", "ein |Wo|rt", "a|* b|"])
def test_without_marks_there_is_nothing_to_keep(source: str) -> None:
    assert delete_selection(*marked(source)) is None


def tidied(text: str, at: int) -> str:
    """Return ``text`` with the blanks around the cursor ``at`` outside of marks."""
    behind = at + len(text[at:]) - len(text[at:].lstrip(" "))
    edit = move_blanks(text, at) or move_blanks(text, behind)
    return edit.applied(text) if edit else text


_WORDS = st.lists(
    st.tuples(st.sampled_from(["", "*", "**"]), st.sampled_from(["ab", "abc d", "c"])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150)
@given(_WORDS, st.data())
def test_marks_stay_in_pairs(words: list[tuple[str, str]], data: st.DataObject) -> None:
    text = "x " + " ".join(f"{mark}{word}{mark}" for mark, word in words) + " x"
    start = data.draw(st.integers(2, len(text) - 2))
    end = data.draw(st.integers(start, len(text) - 2))
    edit = delete_selection(text, start, end)
    edit = edit or CommandEdit(start, end, "", (start, start))
    new = tidied(edit.applied(text), edit.selection[0])
    cut = re.sub(r"[*]", "", text[:start]) + re.sub(r"[*]", "", text[end:])
    assert re.sub(r"[*\s]", "", new) == re.sub(r"\s", "", cut)
    if not re.fullmatch(r"[*]*", text[start:end]):
        html = re.sub(r"<[^>]*>", "", render_section(new, "story", no_images))
        assert "*" not in html, (text, start, end, new)
