"""Headings, quotes and lists, and Enter within them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.markdown import line_commands
from editor.markdown.selection import line_spans
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.storage.review_file import dumps, new_review, parse
from tests.markdown.commands import Command, marked, run, selected, shown

LINES: tuple[Command, ...] = (
    line_commands.quote,
    line_commands.bullets,
    line_commands.numbers,
    lambda text, start, end: line_commands.heading(text, start, end, 3),
    lambda text, start, end: line_commands.heading(text, start, end, 4),
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ti|tel", "### Ti|tel"),
        ("### Ti|tel", "#### Ti|tel"),
        ("#### Ti|tel", "Ti|tel"),
        ("## Ti|tel {#story}", "### Ti|tel {#story}"),
        ("|", "### |"),
        ("a\n|b\nc|\nd", "a\n### |b\n### c|\nd"),
    ],
)
def test_next_heading_cycles(before: str, after: str) -> None:
    assert run(line_commands.next_heading, before) == after


@pytest.mark.parametrize("level", [0, 1, 2, 7])
def test_heading_that_would_begin_a_section_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match=str(level)):
        line_commands.heading("Text", 0, 0, level)


@given(st.text("#ab {}story\n", max_size=40), st.integers(0, 40))
def test_no_heading_ever_begins_a_section(text: str, at: int) -> None:
    edit = line_commands.next_heading(text, min(at, len(text)), min(at, len(text)))
    if edit is not None:
        assert edit.text.count("\n## ") + edit.text.startswith("## ") <= text.count("## ")


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (line_commands.quote, "|eins\n\nzwei|", "> |eins\n>\n> zwei|"),
        (line_commands.quote, "> |eins\n>\n> zwei|", "|eins\n\nzwei|"),
        (line_commands.quote, "> a\n|b|", "> a\n> |b|"),
        (line_commands.bullets, "|eins\nzwei|", "- |eins\n- zwei|"),
        (line_commands.bullets, "- |eins\n- zwei|", "|eins\nzwei|"),
        (line_commands.bullets, "1. |eins\n2. zwei|", "- |eins\n- zwei|"),
        (line_commands.bullets, "Text\n|eins|\nmehr", "Text\n\n- |eins|\n\nmehr"),
        (line_commands.bullets, "- a\n|eins|", "- a\n- |eins|"),
        (line_commands.bullets, "|", "- |"),
        (line_commands.numbers, "|eins\n\nzwei|", "1. |eins\n\n2. zwei|"),
        (line_commands.numbers, "1. |eins\n2. zwei|", "|eins\nzwei|"),
        (line_commands.numbers, "3. a\n|b|", "3. a\n4. |b|"),
        (line_commands.numbers, "- |a|", "1. |a|"),
        (line_commands.indent, "- a\n- b|", "- a\n    - b|"),
        (line_commands.outdent, "- a\n    - b|", "- a\n- b|"),
    ],
)
def test_lines(command: Command, before: str, after: str) -> None:
    assert run(command, before) == after


def test_only_lists_are_indented() -> None:
    assert line_commands.indent("Absatz", 2, 2) is None
    assert line_commands.outdent("Absatz", 2, 2) is None


@pytest.mark.parametrize("command", LINES)
@given(case=selected())
def test_a_line_command_twice_changes_nothing(command: Command, case: tuple[str, int, int]) -> None:
    text, start, end = case
    # A list asks for blank lines around it; they stay when it is none any more.
    text = "\n".join(line.strip(" -.,") or "a" for line in text.split("\n"))
    text, start, end = text.replace("\n", "\n\n"), min(start, len(text)), min(end, len(text))
    assume(text[slice(*line_spans(text, start, end)[0])])
    edit = command(text, start, end)
    assert edit is not None
    back = command(edit.applied(text), *edit.selection)
    assert back is not None
    assert back.applied(edit.applied(text)) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- eins|", "- eins\n- |"),
        ("- ei|ns", "- ei\n- |ns"),
        ("9. neun|", "9. neun\n10. |"),
        ("2) zwei|", "2) zwei\n3) |"),
        ("    * tief|", "    * tief\n    * |"),
        ("> Zitat|", "> Zitat\n> |"),
        ("> - a|", "> - a\n> - |"),
        ("- eins\n- |", "- eins\n\n|"),
        ("- eins\n    - |", "- eins\n- |"),
        ("> Zitat\n> |", "> Zitat\n\n|"),
        ("- |", "|"),
    ],
)
def test_enter_continues_and_ends(before: str, after: str) -> None:
    text, at, _ = marked(before)
    assert shown(text, line_commands.enter(text, at)) == after


@pytest.mark.parametrize(
    "source", ["Text|", "|- a", "* * *|", "-|", "--- |", "#1 a|", "3.5 Punkte|"]
)
def test_enter_elsewhere_is_a_line_feed(source: str) -> None:
    text, at, _ = marked(source)
    assert line_commands.enter(text, at) is None


def test_sections_of_a_review_stay_apart() -> None:
    review = new_review(load_form(DEFAULT_FORM_ID)).with_text("story", "Text {#cast}")
    edit = line_commands.next_heading("Text {#cast}", 0, 0)
    assert edit is not None
    written = dumps(review.with_text("story", edit.applied("Text {#cast}")))
    assert parse(written).text("story") == "### Text {#cast}"


def test_tags_of_spoilers_get_no_marks() -> None:
    head, foot = '<details markdown="1"><summary>Spoiler</summary>\n\n', "\n\n</details>"
    text = f"Vor\n\n{head}Er.{foot}\n\nNach"
    edit = line_commands.bullets(text, 0, len(text))
    assert edit is not None
    assert edit.applied(text) == "- Vor\n\n" + head + "- Er." + foot + "\n\n- Nach"
