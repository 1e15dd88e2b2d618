"""Marks at the cursor: stepping over them, deleting them, and blanks at their edges."""

import pytest

from editor.markdown import inline_commands
from editor.markdown.mark_edges import (
    beyond,
    delete_mark,
    empty_formats,
    insert_pair,
    move_blanks,
    off_mark,
    over_mark,
    split_marks,
)
from editor.markdown.selection import CommandEdit
from tests.markdown.commands import marked, run, shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**Wort|** hier", "**Wort**| hier"),
        ("**Wort**| hier", "**Wort|** hier"),
        ("**|Wort** hier", "|**Wort** hier"),
        ("|**Wort** hier", "**|Wort** hier"),
        ("__Wort|__", "__Wort__|"),
        ("***Wort|***", "***Wort**|*"),
        ("**a *b|***", "**a *b***|"),
        ("ein Wort|", "ein Wort**|**"),
        ("|ein Wort", "**|**ein Wort"),
        ("ein **|** Wort", "ein | Wort"),
        ("ein ***|*** Wort", "ein *|* Wort"),
        ("**eins  |  zwei**", "eins  |  zwei"),
    ],
)
def test_bold_steps_over_its_marks(before: str, after: str) -> None:
    assert run(inline_commands.bold, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("`Wort|` hier", "`Wort`| hier"),
        ("``a`b|``", "``a`b``|"),
        ("`Wort`|", "`Wort|`"),
        ("Wort|", "Wort`|`"),
        ("Wo|rt", "`Wo|rt`"),
        ("`Wo|rt`", "Wo|rt"),
        ("`|`", "|"),
    ],
)
def test_code_steps_over_its_marks(before: str, after: str) -> None:
    assert run(inline_commands.code, before) == after


@pytest.mark.parametrize("source", ["`ein |Wort`", "ein \\|", "```\nein |\n```"])
def test_no_pair_where_it_means_nothing(source: str) -> None:
    text, at, _ = marked(source)
    assert insert_pair(text, at, "bold") is None


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("ein **|**", -1, "ein |"),
        ("ein **|**", 1, "ein |"),
        ("ein `|`", -1, "ein |"),
        ("ein ***|***", -1, "ein *|*"),
        ("ein **Wort**|", -1, "ein Wort|"),
        ("ein **|Wort**", -1, "ein |Wort"),
        ("ein **Wort|**", 1, "ein Wort|"),
        ("ein |**Wort**", 1, "ein |Wort"),
        ("ein *Wort*|", -1, "ein Wort|"),
        ("ein `Wort`|", -1, "ein Wort|"),
        ("***Wort***|", -1, "**Wort**|"),
    ],
)
def test_a_mark_is_deleted_with_its_partner(before: str, by: int, after: str) -> None:
    assert run(lambda text, at, _: delete_mark(text, at, by), before) == after


@pytest.mark.parametrize("source", ["ein **Wor|t**", "2 *| 3", "ein \\*|", "snake_|case"])
def test_what_is_no_mark_is_not_deleted(source: str) -> None:
    text, at, _ = marked(source)
    assert delete_mark(text, at, -1) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**Wort |** hier", "**Wort** | hier"),
        ("** |Wort** hier", " **|Wort** hier"),
        ("ein** |**", "ein **|**"),
        ("***Wort |***", "***Wort*** |"),
        ("*** |**Wort*", " ***|**Wort*"),
        ("**a *b |***", "**a *b*** |"),
        ("**Wort  |** hier", "**Wort**  | hier"),
    ],
)
def test_a_blank_goes_outside(before: str, after: str) -> None:
    assert run(lambda text, at, _: move_blanks(text, at), before) == after


@pytest.mark.parametrize("source", ["**ein |Wort**", "`ein |`", "`` |``", "ein |Wort", "2 * |3"])
def test_a_blank_between_words_stays(source: str) -> None:
    text, at, _ = marked(source)
    assert move_blanks(text, at) is None


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("**Wort|**", 1, "**Wort**|"),
        ("|**Wort**", 1, "**|Wort**"),
        ("**Wort**|", -1, "**Wort|**"),
        ("**|Wort**", -1, "|**Wort**"),
        ("Wo|rt", 1, "Wo|rt"),
        ("2 ** |3", -1, "2 ** |3"),
    ],
)
def test_the_cursor_never_stops_within_a_mark(before: str, by: int, after: str) -> None:
    text, at, _ = marked(before)
    place = over_mark(text, at, by)
    assert shown(text, CommandEdit(at, at, "", (place, place))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**Wort*|*", "**Wort|**"),
        ("*|*Wort**", "**|Wort**"),
        ("***Wort*|**", "***Wort*|**"),
        ("**Wort**|", "**Wort**|"),
        ("**|**", "**|**"),
        ("*|*", "*|*"),
        ("2 *|* 3", "2 *|* 3"),
    ],
)
def test_a_cursor_within_a_mark_goes_to_its_inner_edge(before: str, after: str) -> None:
    text, at, _ = marked(before)
    place = off_mark(text, at)
    assert f"{text[:place]}|{text[place:]}" == after


def test_halves_of_a_mark_are_no_empty_pair() -> None:
    text, at, _ = marked("**Wort*|*")
    assert empty_formats(text, at) == []


def test_beyond_all_marks() -> None:
    text, at, _ = marked("**a *b|*** c")
    assert text[beyond(text, at, 1) :] == " c"
    assert beyond(text, at, -1) == at


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**ei|ns**", "**ei**|**ns**"),
        ("**eins |zwei**", "**eins** |**zwei**"),
        ("**eins| zwei**", "**eins**| **zwei**"),
        ("**a *b|c* d**", "**a *b***|***c* d**"),
        ("**eins|**", "**eins**|"),
        ("**|eins**", "|**eins**"),
        ("ein **|**", "ein |"),
        ("**a*|***", "**a**|"),
        ("` |a`", "|` a`"),
        ("`a| `", "`a `|"),
        ("ein |Wort", "ein |Wort"),
    ],
)
def test_formats_end_and_begin_anew_where_a_text_is_split(before: str, after: str) -> None:
    text, at, _ = marked(before)
    new, place = split_marks(text, at)
    assert f"{new[:place]}|{new[place:]}" == after
