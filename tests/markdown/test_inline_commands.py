"""Bold, italic and code: on, off, and on any text."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown import inline_commands, line_commands
from tests.markdown.commands import Command, marked, run, selected

INLINE: tuple[Command, ...] = (inline_commands.bold, inline_commands.italic, inline_commands.code)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ein |Wort| hier", "ein **|Wort|** hier"),
        ("ein **|Wort|** hier", "ein |Wort| hier"),
        ("ein |**Wort**| hier", "ein |Wort| hier"),
        ("ein| Wort |hier", "ein| **Wort** |hier"),
        ("ein Wo|rt hier", "ein **Wo|rt** hier"),
        ("ein **Wo|rt** hier", "ein Wo|rt hier"),
        ("ein Wor|t", "ein **Wor|t**"),
        ("**zwei Wor|te**", "zwei Wor|te"),
        ("hier: |", "hier: **|**"),
        ("hier: **|**", "hier: |"),
        ("*|kursiv|*", "***|kursiv|***"),
        ("***|beides|***", "*|beides|*"),
        ("__|Wort|__", "|Wort|"),
        ("|ein **Wort** hier|", "**|ein Wort hier|**"),
        ("**ein |Wort** hier|", "**ein |Wort hier|**"),
        ("*ein |Wort* hier|", "***ein |Wort* hier|**"),
        ("|eins\n\nzwei|", "**|eins**\n\n**zwei|**"),
        ("**|eins**\n\n**zwei|**", "|eins\n\nzwei|"),
        ("|- eins\n- zwei|", "|- **eins**\n- **zwei|**"),
        ("|> eins\nzwei|", "|> **eins\nzwei|**"),
        ("Gefühl 😀 |ja|", "Gefühl 😀 **|ja|**"),
        ("Fiennes’ geht’|s", "Fiennes’ **geht’|s**"),
        ("`co|de` hier", "**`co|de`** hier"),
        (r"\|*x|", r"**\|*x|**"),
    ],
)
def test_bold(before: str, after: str) -> None:
    assert run(inline_commands.bold, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ein |Titel| hier", "ein *|Titel|* hier"),
        ("**|Titel|**", "***|Titel|***"),
        ("***|Titel|***", "**|Titel|**"),
        ("_Ti|tel_", "Ti|tel"),
        ("2 * 3 |mal| 4 * 5", "2 * 3 *|mal|* 4 * 5"),
        ("|*a* und *b*|", "*|a und b|*"),
    ],
)
def test_italic(before: str, after: str) -> None:
    assert run(inline_commands.italic, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ein |a b| hier", "ein `|a b|` hier"),
        ("ein `|a b|` hier", "ein |a b| hier"),
        ("|ein **a| b** hier", "`|ein **a| b**` hier"),
        ("|a`b|", "``|a`b|``"),
        ("|`b|", "|`b|"),
        ("` `` a|b`", " `` a|b"),
        ("hier |", "hier `|`"),
        ("hier `|`", "hier |"),
        ("|eins\n\nzwei|", "`|eins`\n\n`zwei|`"),
        ("`|eins`\n\n`zwei|`", "|eins\n\nzwei|"),
        ("a ` b\n\nW|ort\n\nc ` d", "a ` b\n\n`W|ort`\n\nc ` d"),
    ],
)
def test_code(before: str, after: str) -> None:
    if before == "|`b|":
        text, start, end = marked(before)
        edit = inline_commands.code(text, start, end)
        assert edit is not None
        assert edit.applied(text) == "`` `b ``"
        return
    assert run(inline_commands.code, before) == after


@pytest.mark.parametrize("command", INLINE)
@given(case=selected())
def test_a_command_twice_changes_nothing(command: Command, case: tuple[str, int, int]) -> None:
    text, start, end = case
    edit = command(text, start, end)
    if edit is None:
        return
    once = edit.applied(text)
    assert once != text
    back = command(once, *edit.selection)
    assert back is not None
    assert back.applied(once) == text
    assert back.selection == (start, end)


def letters(text: str) -> str:
    return "".join(character for character in text if character in "ab")


@given(st.text("ab *_`\\\n", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_any_markup_keeps_its_words(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for command in INLINE:
        edit = command(text, start, end)
        if edit is not None:
            new = edit.applied(text)
            assert letters(new) == letters(text)
            assert 0 <= edit.selection[0] <= edit.selection[1] <= len(new)


@given(st.text("ab ", min_size=1).filter(str.strip), st.integers(0, 9), st.integers(0, 9))
def test_marked_text_is_marked_on_the_page(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edit = inline_commands.bold(text.strip("\n"), start, end)
    inside = text[start:end].strip()
    if edit is not None and inside and not text.startswith(" " * 4):
        assert f"<strong>{inside}</strong>" in markdown.markdown(edit.applied(text))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ein **fe|tt** Wort", {"bold"}),
        ("ein |**fett** Wort", set()),
        ("ein ***a|b*** Wort", {"bold", "italic"}),
        ("|**eins**\n\n**zwei**|", {"bold"}),
        ("|**eins** zwei|", set()),
        ("`**a|b**`", {"code"}),
        ("> - a|b", {"quote"}),
        ("|- a\n\n- b|", {"bullets"}),
        ("|- a\n1. b|", set()),
        ("1. a|", {"numbers"}),
        ("#### a|", {"heading"}),
        ("|", set()),
    ],
)
def test_formats_are_those_that_a_command_would_remove(source: str, expected: set[str]) -> None:
    text, start, end = marked(source)
    found = inline_commands.inline_formats(text, start, end) | line_commands.line_formats(
        text, start, end
    )
    assert found == expected


def test_tags_of_spoilers_get_no_marks() -> None:
    head, foot = '<details markdown="1"><summary>Spoiler</summary>\n\n', "\n\n</details>"
    text = f"Vor\n\n{head}Er.{foot}\n\nNach"
    edit = inline_commands.bold(text, 0, len(text))
    assert edit is not None
    assert edit.applied(text) == "**Vor**\n\n" + head + "**Er.**" + foot + "\n\n**Nach**"
