"""Enter, Backspace and Delete between paragraphs, and the paragraphs of the page."""

import markdown
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.markdown import paragraph_commands
from editor.markdown.selection import CommandEdit
from tests.markdown.commands import marked, shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ein Satz.|", "Ein Satz.\n\n|"),
        ("Ein| Satz.", "Ein\n\n| Satz."),
        ("Ein| ganzer |Satz.", "Ein\n\n|Satz."),
        ("Eins.\n\n|", "Eins.\n\n|"),
        ("|", "|"),
        ("Eins.\n|", "Eins.\n\n|"),
        ("Eins.|\n\nZwei.", "Eins.\n\n|\n\nZwei."),
        ("Eins.|\nZwei.", "Eins.\n\n|\n\nZwei."),
        ("Eins.\n|\nZwei.", "Eins.\n\n|\n\nZwei."),
        ("Eins.\n\n|\n\nZwei.", "Eins.\n\n|\n\nZwei."),
        ("Eins.\n|Zwei.", "Eins.\n\n|Zwei."),
        ("Eins.\n\n|Zwei.", "Eins.\n\n\n\n|Zwei."),
        ("### Titel|", "### Titel\n\n|"),
        ("```\nx\n```\nText|", "```\nx\n```\nText\n\n|"),
        ("3.5 Punkte|", "3.5 Punkte\n\n|"),
        ("Kino | Fernsehen sagt er".replace(" | ", " ") + "|", "Kino Fernsehen sagt er\n\n|"),
    ],
)
def test_enter_begins_a_paragraph(before: str, after: str) -> None:
    text, start, end = marked(before)
    assert shown(text, paragraph_commands.enter(text, start, end)) == after


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("- eins zwei", 0),
        ("> Zitat", 0),
        ("```\ncode", 8),
        ("```\ncode\n\nmehr", 10),
        ("~~~ python\nx\n```\n", 16),
        ("    code", 8),
        ("| a | b |", 9),
        ("a | b\n--|--\n1 | 2", 17),
        ("<details>", 9),
        ("[1]: https://beispiel.example", 5),
    ],
)
def test_enter_is_a_line_feed_where_that_means_something(text: str, at: int) -> None:
    assert paragraph_commands.enter(text, at, at) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Eins|", "Eins  \n|"),
        ("Eins |zwei", "Eins  \n|zwei"),
        ("Eins| weg |zwei", "Eins  \n|zwei"),
        ("> Eins|", "> Eins  \n> |"),
        ("- Eins|", "- Eins  \n|"),
        ("Eins\n\n|", "Eins\n\n\n|"),
        ("### Titel|", "### Titel\n|"),
        ("```\ncode|", "```\ncode\n|"),
    ],
)
def test_shift_and_enter_break_the_line(before: str, after: str) -> None:
    text, start, end = marked(before)
    assert shown(text, paragraph_commands.line_break(text, start, end)) == after


@pytest.mark.parametrize("start", ["Eins", "> Eins", "- Eins"])
def test_broken_line_is_one_paragraph_with_a_break_on_the_page(start: str) -> None:
    edit = paragraph_commands.line_break(start, len(start), len(start))
    html = markdown.markdown(edit.applied(start) + "zwei")
    assert "Eins<br />\nzwei" in html


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("Eins\n\n|zwei", -1, "Eins|zwei"),
        ("Eins\n\n|", -1, "Eins|"),
        ("Eins|\n\nzwei", 1, "Eins|zwei"),
        ("Eins\n\n\n\n|zwei", -1, "Eins\n\n|zwei"),
    ],
)
def test_blank_line_is_deleted_in_one_step(before: str, by: int, after: str) -> None:
    text, at, _ = marked(before)
    assert shown(text, paragraph_commands.join(text, at, by)) == after


@pytest.mark.parametrize(
    ("before", "by"),
    [
        ("Eins\n|zwei", -1),
        ("Eins|", -1),
        ("Eins|", 1),
        ("|", -1),
        ("\n|", -1),
        ("Eins\n\n\n|zwei", -1),
        ("```\na\n\n|b\n```", -1),
        ("```\na|\n\nb\n```", 1),
    ],
)
def test_elsewhere_a_character_is_deleted(before: str, by: int) -> None:
    text, at, _ = marked(before)
    assert paragraph_commands.join(text, at, by) is None


TEXTS = st.text(st.sampled_from(list("ab  \n\n.#*-`>|1")), max_size=60)


def inverse(text: str, edit: CommandEdit) -> str | None:
    new = edit.applied(text)
    back = paragraph_commands.join(new, edit.selection[0], -1)
    return back.applied(new) if back else None


@given(st.text(st.sampled_from(list("ab .")), min_size=1), st.data())
def test_backspace_takes_enter_back(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(text)))
    edit = paragraph_commands.enter(text, at, at)
    assume(edit is not None and edit.text == "\n\n")
    assert edit is not None
    assert inverse(text, edit) == text


@given(TEXTS, st.data())
def test_nothing_but_the_selection_and_blank_lines_changes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for edit in (
        paragraph_commands.enter(text, start, end),
        paragraph_commands.line_break(text, start, end),
    ):
        if edit is not None:
            kept = (text[:start] + text[end:]).split()
            assert "".join(edit.applied(text).replace(">", "").split()) == "".join(kept).replace(
                ">", ""
            )
            assert 0 <= edit.selection[0] <= len(edit.applied(text))
