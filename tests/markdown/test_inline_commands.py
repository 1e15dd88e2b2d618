"""Formatting commands: what they make of a text, of what is selected, and back."""

from collections.abc import Callable

import markdown
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.markdown import inline_commands, line_commands, spoiler_commands
from editor.markdown.selection import CommandEdit, line_spans
from editor.review.form import DEFAULT_FORM_ID, load_form
from editor.storage.review_file import dumps, new_review, parse

Command = Callable[[str, int, int], CommandEdit | None]
INLINE: tuple[Command, ...] = (inline_commands.bold, inline_commands.italic, inline_commands.code)
LINES: tuple[Command, ...] = (
    line_commands.quote,
    line_commands.bullets,
    line_commands.numbers,
    lambda text, start, end: line_commands.heading(text, start, end, 3),
    lambda text, start, end: line_commands.heading(text, start, end, 4),
)


def marked(source: str) -> tuple[str, int, int]:
    """Read a text whose selection stands between two bars, a cursor as one bar."""
    start = source.index("|")
    rest = source[:start] + source[start + 1 :]
    end = rest.find("|")
    return (rest, start, start) if end < 0 else (rest[:end] + rest[end + 1 :], start, end)


def shown(text: str, edit: CommandEdit | None) -> str:
    """Return the text after the edit, its selection between bars."""
    assert edit is not None
    low, high = edit.selection
    new = edit.applied(text)
    assert 0 <= low <= high <= len(new)
    inside = f"{new[low:high]}|" if low < high else ""
    return f"{new[:low]}|{inside}{new[high:]}"


def done(command: Command, source: str) -> str:
    text, start, end = marked(source)
    return shown(text, command(text, start, end))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ein |Wort| hier", "ein **|Wort|** hier"),
        ("ein **|Wort|** hier", "ein |Wort| hier"),
        ("ein |**Wort**| hier", "ein |Wort| hier"),
        ("ein| Wort |hier", "ein| **Wort** |hier"),
        ("ein Wo|rt hier", "ein **Wo|rt** hier"),
        ("ein **Wo|rt** hier", "ein Wo|rt hier"),
        ("ein Wort|", "ein **Wort|**"),
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
    assert done(inline_commands.bold, before) == after


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
    assert done(inline_commands.italic, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ein |a b| hier", "ein `|a b|` hier"),
        ("ein `|a b|` hier", "ein |a b| hier"),
        ("|a`b|", "``|a`b|``"),
        ("|`b|", "|`b|"),
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
    assert done(inline_commands.code, before) == after


WORDS = st.text("abcäß 😀\n.,-„“", max_size=40)


@st.composite
def selected(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(WORDS)
    ends = st.integers(0, len(text))
    start, end = sorted((draw(ends), draw(ends)))
    return text, start, end


@pytest.mark.parametrize("command", INLINE)
@given(case=selected())
def test_twice_is_as_before(command: Command, case: tuple[str, int, int]) -> None:
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


@given(st.text("ab *_`\\\n", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_any_markup_keeps_its_words(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for command in INLINE:
        edit = command(text, start, end)
        if edit is not None:
            new = edit.applied(text)
            assert letters(new) == letters(text)
            assert 0 <= edit.selection[0] <= edit.selection[1] <= len(new)


def letters(text: str) -> str:
    return "".join(character for character in text if character in "ab")


@given(st.text("ab ", min_size=1).filter(str.strip), st.integers(0, 9), st.integers(0, 9))
def test_what_is_marked_is_marked_on_the_page(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edit = inline_commands.bold(text.strip("\n"), start, end)
    inside = text[start:end].strip()
    if edit is not None and inside and not text.startswith(" " * 4):
        assert f"<strong>{inside}</strong>" in markdown.markdown(edit.applied(text))


@pytest.mark.parametrize(
    ("before", "url", "after"),
    [
        ("ein |Text| hier", "https://a.b/c", "ein [Text](https://a.b/c)| hier"),
        ("ein |Text| hier", "", "ein [Text](|) hier"),
        ("|https://a.b|", "", "[|](https://a.b)"),
        ("hier |", "", "hier [|]()"),
        ("T|ext", "a b", "[Text](<a b>)|"),
    ],
)
def test_link(before: str, url: str, after: str) -> None:
    assert (
        done(lambda text, start, end: inline_commands.link(text, start, end, url), before) == after
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
def test_heading_goes_round(before: str, after: str) -> None:
    assert done(line_commands.next_heading, before) == after


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
    assert done(command, before) == after


def test_text_that_is_no_list_is_not_indented() -> None:
    assert line_commands.indent("Absatz", 2, 2) is None
    assert line_commands.outdent("Absatz", 2, 2) is None


@pytest.mark.parametrize("command", LINES)
@given(case=selected())
def test_lines_twice_are_as_before(command: Command, case: tuple[str, int, int]) -> None:
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
def test_enter_goes_on_and_ends(before: str, after: str) -> None:
    text, at, _ = marked(before)
    assert shown(text, line_commands.enter(text, at)) == after


@pytest.mark.parametrize(
    "source", ["Text|", "|- a", "* * *|", "-|", "--- |", "#1 a|", "3.5 Punkte|"]
)
def test_enter_elsewhere_is_a_line_feed(source: str) -> None:
    text, at, _ = marked(source)
    assert line_commands.enter(text, at) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ein **fe|tt** Wort", {"bold"}),
        ("ein |**fett** Wort", set()),
        ("ein ***a|b*** Wort", {"bold", "italic"}),
        ("|**eins**\n\n**zwei**|", {"bold"}),
        ("|**eins** zwei|", set()),
        ("`**a|b**`", set()),
        ("> - a|b", {"quote"}),
        ("|- a\n\n- b|", {"bullets"}),
        ("|- a\n1. b|", set()),
        ("1. a|", {"numbers"}),
        ("#### a|", {"heading"}),
        ("|", set()),
    ],
)
def test_formats_are_those_that_a_command_would_take_away(source: str, expected: set[str]) -> None:
    text, start, end = marked(source)
    found = inline_commands.inline_formats(text, start, end) | line_commands.line_formats(
        text, start, end
    )
    assert found == expected


def test_spoiler_without_a_selection_folds_the_paragraph_and_unfolds() -> None:
    text, start, end = marked("Vorher.\n\nDer |Gärtner\nwar es.\n\nNachher.")
    edit = spoiler_commands.spoiler(text, start, end)
    folded = edit.applied(text)
    assert folded == (
        'Vorher.\n\n<details markdown="1"><summary>Spoiler</summary>\n\n'
        "Der Gärtner\nwar es.\n\n</details>\n\nNachher."
    )
    assert folded[edit.selection[0] :].startswith("Gärtner\nwar")
    back = spoiler_commands.spoiler(folded, *edit.selection)
    assert back.applied(folded) == text
    assert back.selection == (start, end)


OPEN, CLOSED = '<details markdown="1"><summary>Spoiler</summary>\n\n', "\n\n</details>"


@pytest.mark.parametrize(
    ("source", "before", "inside", "after"),
    [
        ("Er kommt. |Er stirbt.|", "Er kommt.\n\n", "Er stirbt.", ""),
        ("Er kommt.| Er stirbt. |Sie lacht.", "Er kommt.\n\n", "Er stirbt.", "\n\nSie lacht."),
        ("|Er stirbt.| Sie lacht.", "", "Er stirbt.", "\n\nSie lacht."),
        ("Eins\n|zwei\n|drei", "Eins\n\n", "zwei", "\n\ndrei"),
        ("Ganz.\n\n|Eins.\n\nZwei.|\n\nDrei.", "Ganz.\n\n", "Eins.\n\nZwei.", "\n\nDrei."),
        ("Da **stirbt |er** heute|.", "Da\n\n", "**stirbt er** heute.", ""),
        ("„Der |Gärtner| war es.“", "„Der\n\n", "Gärtner", "\n\nwar es.“"),
        ("- eins\n- |zwei|", "- eins\n\n", "- zwei", ""),
    ],
)
def test_spoiler_folds_exactly_what_is_selected(
    source: str, before: str, inside: str, after: str
) -> None:
    text, start, end = marked(source)
    edit = spoiler_commands.spoiler(text, start, end)
    folded = edit.applied(text)
    assert folded == f"{before}{OPEN}{inside}{CLOSED}{after}"
    low, high = edit.selection
    assert folded[low:high].strip() == text[start:end].strip()


def test_spoiler_beside_text_gets_its_blank_lines() -> None:
    edit = spoiler_commands.spoiler("", 0, 0)
    new = edit.applied("")
    assert new[: edit.selection[0]].endswith("</summary>\n\n")
    html = markdown.markdown(
        spoiler_commands.spoiler("**x**", 1, 1).applied("**x**"), extensions=["extra"]
    )
    assert "<strong>x</strong>" in html


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_spoiler_twice_is_as_before(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edit = spoiler_commands.spoiler(text, start, end)
    back = spoiler_commands.spoiler(edit.applied(text), *edit.selection)
    assert back.applied(edit.applied(text)).split() == text.split()


def test_sections_of_a_review_stay_apart() -> None:
    review = new_review(load_form(DEFAULT_FORM_ID)).with_text("story", "Text {#cast}")
    edit = line_commands.next_heading("Text {#cast}", 0, 0)
    assert edit is not None
    written = dumps(review.with_text("story", edit.applied("Text {#cast}")))
    assert parse(written).text("story") == "### Text {#cast}"
