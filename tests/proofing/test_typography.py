"""German typography: right while typing and for whole texts, and nothing else is touched."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.proofing.quotes import QUOTE_STYLES
from editor.proofing.typography import (
    NO_TYPOGRAPHY,
    Typography,
    edit_while_typing,
    typeset,
    typeset_part,
)

ALL = Typography()
SWISS = Typography(style="«»")
BOOK = Typography(style="»«")


def keyed(text: str, options: Typography = ALL) -> str:
    """Type ``text`` character by character."""
    result = ""
    for character in text:
        result += character
        edit = edit_while_typing(result, len(result), options)
        if edit:
            result = result[: edit.start] + edit.text + result[edit.end :]
    return result


BOTH = [
    ('Er sagt: "Ja."', "Er sagt: „Ja.“"),
    ("\"Das ist 'gut' so.\"", "„Das ist ‚gut‘ so.“"),
    ('"Er sagte "nein" dazu", so.', "„Er sagte ‚nein‘ dazu“, so."),
    ('"Missions"-Fan', "„Missions“-Fan"),
    ('("so")', "(„so“)"),
    ('"Aber –" sagt er', "„Aber –“ sagt er"),
    ('"... und"', "„… und“"),
    ("Fiennes' Rolle", "Fiennes’ Rolle"),
    ("Wie geht's?", "Wie geht’s?"),
    ("„‚Wie geht's noch'“", "„‚Wie geht’s noch‘“"),
    ("Im Mai '68 war's", "Im Mai ’68 war’s"),
    ("'s ist 'ne Wucht", "’s ist ’ne Wucht"),
    ("die 80's", "die 80’s"),
    ('Ein 27" Schirm', "Ein 27″ Schirm"),
    ('"Ein Film von 5"', "„Ein Film von 5“"),
    ('**"Titel"** und *"Titel"*', "**„Titel“** und *„Titel“*"),
    ('"`code`" und "[x](y)"', "„`code`“ und „[x](y)“"),
    ("gut - nein", "gut – nein"),
    ("gut--nein", "gut–nein"),
    ("gut---nein", "gut—nein"),
    ("und so...", "und so…"),
    ("z. B. und d. h. und u. a. so", "z.\u00a0B. und d.\u00a0h. und u.\u00a0a. so"),
    ("i. d. R. so", "i.\u00a0d.\u00a0R. so"),
    ("120 min, 24 fps und 50 % so", "120\u00a0min, 24\u00a0fps und 50\u00a0% so"),
    ("Dr. Mabuse, Nr. 5", "Dr.\u00a0Mabuse, Nr.\u00a05"),
    ("5 mehr und 3 Männer", "5 mehr und 3 Männer"),
    ('- "eins" - zwei', "- „eins“ – zwei"),
    ('- a\n\n    - "b"', "- a\n\n    - „b“"),
    ('| "a" | - |\n|---|---|\n| x | y |', "| „a“ | - |\n|---|---|\n| x | y |"),
    ('Text[^1]\n\n[^1]: "so"', "Text[^1]\n\n[^1]: „so“"),
    ('> "so" - ja', "> „so“ – ja"),
    ('Grüße 😀 "ja" 😀', "Grüße 😀 „ja“ 😀"),
]


@pytest.mark.parametrize(("source", "expected"), BOTH)
def test_while_typing(source: str, expected: str) -> None:
    assert keyed(source) == expected


@pytest.mark.parametrize(("source", "expected"), BOTH)
def test_whole_text(source: str, expected: str) -> None:
    assert typeset(source, ALL) == expected


LITERAL = [
    '`"a" -- b...`',
    '```\n"x" -- y...\n```',
    '~~~\n"x"\n\n"y"\n~~~',
    '<a href="x--y" title="z. B.">x</a>',
    '<!-- "x" -- y... -->',
    "https://a.b/c--d...e",
    "www.a.de/x--y",
    '[a](u--v "t - i")',
    '[a]: http://b/c--d "t\'i"',
    "Titel\n---",
    "Titel\n-----",
    "* * *",
    "- - -",
    "---",
    "--",
    "----",
    "| a |\n|---|\n| b |",
    r"\"a\" und \--",
    "a <!-- b -->",
    "- Punkt",
    "../x.png",
    "Ein-Mann-Film",
    "2.000 m² z.B.",
]


@pytest.mark.parametrize("source", LITERAL)
def test_what_is_no_prose_is_left(source: str) -> None:
    assert typeset(source, ALL) == source
    assert keyed(source) == source


def test_more_than_three_dots_are_left() -> None:
    assert typeset("so....", ALL) == "so...."


@pytest.mark.parametrize(
    ("options", "expected"), [(SWISS, "«a ‹b› c», geht’s"), (BOOK, "»a ›b‹ c«, geht’s")]
)
def test_styles(options: Typography, expected: str) -> None:
    source = "\"a 'b' c\", geht's"
    assert typeset(source, options) == expected
    assert keyed(source, options) == expected


MIXED = '"a" - b... 50 % \'68'


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("quotes", "„a“ - b... 50 % ’68"),
        ("dashes", '"a" – b... 50 % \'68'),
        ("ellipsis", '"a" - b… 50 % \'68'),
        ("spaces", '"a" - b... 50\u00a0% \'68'),
    ],
)
def test_each_kind_by_itself(kind: str, expected: str) -> None:
    options = Typography(
        quotes=kind == "quotes",
        dashes=kind == "dashes",
        ellipsis=kind == "ellipsis",
        spaces=kind == "spaces",
    )
    assert typeset(MIXED, options) == expected
    assert keyed(MIXED, options) == expected


@pytest.mark.parametrize(
    ("before", "character"),
    [
        ('<a href="', "x"),
        ("<a href=", '"'),
        ("`code ", '"'),
        ("[a](b ", '"'),
        ("```\nx = ", '"'),
        ("<pre>\n\nx = ", '"'),
        ("<!-- a\n\n", '"'),
        ('"', '"'),
        ("\\", '"'),
    ],
)
def test_what_is_still_being_written(before: str, character: str) -> None:
    text = before + character
    assert edit_while_typing(text, len(text), ALL) is None


def test_quote_follows_the_one_that_the_writer_left_straight() -> None:
    text = 'Er sagt "ja"'
    assert edit_while_typing(text, len(text), ALL) is None


def test_typing_in_the_middle_reads_what_stands_before() -> None:
    text = 'Er sagt " und geht.'
    edit = edit_while_typing(text, 9, ALL)
    assert edit is not None
    assert (edit.start, edit.end, edit.text) == (8, 9, "„")


def test_part_is_read_with_what_stands_around_it() -> None:
    text = '„Er sagt: "ja" `"x"` und "nein"“'
    start, end = text.index('"ja'), text.index(" und")
    assert typeset_part(text, start, end, ALL) == '‚ja‘ `"x"`'
    assert typeset_part("[a](b--c)", 4, 8, ALL) == "b--c"
    assert typeset_part('`a "b" c`', 3, 6, ALL) == '"b"'


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *("\"'-. \n*_`<>()[]{}#|:\\“„‚‘’–—…»«5a"),
            *("Wort", " - ", "--", "---", "...", "z. B.", "120 min", "\n\n", "](", "<b>", "</b>"),
            *('<a href="x">', "<!--", "-->", "```\n", "{#id}", "https://a.b/", "    ", "'68", "- "),
        ]
    ),
    max_size=25,
).map("".join)


@given(FRAGMENTS)
def test_twice_is_as_once(text: str) -> None:
    once = typeset(text, ALL)
    assert typeset(once, ALL) == once


@given(FRAGMENTS)
def test_nothing_switched_on_changes_nothing(text: str) -> None:
    assert typeset(text, NO_TYPOGRAPHY) == text
    assert edit_while_typing(text, len(text), NO_TYPOGRAPHY) is None


@given(FRAGMENTS, st.sampled_from(["quotes", "dashes", "ellipsis", "spaces"]))
def test_only_characters_of_the_kind_change(text: str, kind: str) -> None:
    options = Typography(
        quotes=kind == "quotes",
        dashes=kind == "dashes",
        ellipsis=kind == "ellipsis",
        spaces=kind == "spaces",
    )
    own = {
        "quotes": r"[\"'„“‚‘’″]",
        "dashes": "[-–—]+",
        "ellipsis": r"\.+|…",
        "spaces": "[ \u00a0]",
    }
    assert re.sub(own[kind], "", typeset(text, options)) == re.sub(own[kind], "", text)


@given(st.lists(st.text() | FRAGMENTS).map("".join), st.integers(0, 99))
def test_a_key_changes_what_is_just_before_it(text: str, at: int) -> None:
    position = min(at, len(text))
    edit = edit_while_typing(text, position, ALL)
    if edit is not None:
        assert 0 <= edit.start < edit.end <= position
        assert position - edit.start <= 48
        assert edit.text != text[edit.start : edit.end]


@given(FRAGMENTS)
def test_code_and_addresses_stay(text: str) -> None:
    literal = '`"x" -- y...` https://a.b/c--d <a title="z. B.">'
    assert typeset(f"{literal}\n\n{text}", ALL).startswith(literal)


PLAIN = st.lists(st.sampled_from(["Wort", "geht's", "Film,", "ja.", "27"]), min_size=1, max_size=3)
NESTED = st.recursive(
    PLAIN.map(" ".join),
    lambda inner: st.lists(inner.map(lambda s: f'"{s}"'), min_size=1, max_size=3).map(
        lambda parts: "so " + " und ".join(parts) + " eben"
    ),
    max_leaves=4,
)


@given(NESTED, st.sampled_from([ALL, SWISS, BOOK]))
def test_balanced_quotes_stay_balanced(text: str, options: Typography) -> None:
    new = typeset(text, options)
    assert keyed(text, options).count("’") == new.count("’")
    assert '"' not in new
    style = QUOTE_STYLES[options.style]
    stack: list[str] = []
    partners = {style.open: style.close, style.inner_open: style.inner_close}
    for character in new:
        if character in partners:
            stack.append(partners[character])
        elif character in partners.values():
            assert stack.pop() == character
    assert stack == []


def test_a_key_costs_a_paragraph_and_not_the_section() -> None:
    paragraph = "Ein Satz über einen Film, der „gut“ ist, mit *Titel* und mehr. " * 8
    short, long = f'{paragraph} "', f'{(paragraph + chr(10) * 2) * 100}{paragraph} "'

    def seconds(text: str) -> float:
        best = 1.0
        for _ in range(7):
            start = time.perf_counter()
            edit_while_typing(text, len(text), ALL)
            best = min(best, time.perf_counter() - start)
        return best

    # A hundred times the text.
    assert seconds(long) < 20 * seconds(short)
