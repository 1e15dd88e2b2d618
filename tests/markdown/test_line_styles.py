"""Looks of a line: which of its characters are marks, and what they make of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown.line_styles import LineStyle, line_styles

MARKS = {LineStyle.MARK, LineStyle.QUOTE_MARK}


def parts(line: str, *styles: LineStyle) -> str:
    spans = sorted(span for span in line_styles(line) if span.style in styles)
    return "|".join(line[span.start : span.end] for span in spans)


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("Ein **Film** von", "**|**"),
        ("Ein *Film* _hier_", "*|*|_|_"),
        ("***beides***", "*|**|**|*"),
        ("snake_case_name", ""),
        ("### Drei", "### "),
        ("> ## Zwei", "> |## "),
        ("#Ohne", ""),
        ("- Punkt", ""),
        ("`a *b* c`", "`|`"),
        ("``a`b``", "``|``"),
        (r"3 \* 4", "\\"),
        ("[Wort](https://x.de)", "[|](https://x.de)"),
        ("[Wort][x]", "[|][x]"),
        ("[Film](https://x.de/Film_(Begriff)) hier", "[|](https://x.de/Film_(Begriff))"),
        ("[](https://x.de)", ""),
        ("![Bild](bild.jpg)", ""),
        ("`[Wort](x)`", "`|`"),
        ("H<sub>2</sub>O", "<sub>|</sub>"),
        ("2 < 3 > 1", ""),
        ("ein [Wort]", ""),
    ],
)
def test_marks(line: str, marks: str) -> None:
    assert parts(line, *MARKS) == marks


@pytest.mark.parametrize(
    ("line", "style", "text"),
    [
        ("Ein **Film**", LineStyle.BOLD, "Film"),
        ("**a *b* c**", LineStyle.ITALIC, "b"),
        ("### Drei", LineStyle.HEADING, "Drei"),
        ("- Punkt", LineStyle.SOFT, "- "),
        ("12. Punkt", LineStyle.SOFT, "12. "),
        ("> Zitat", LineStyle.QUOTE, "Zitat"),
        ("`a`", LineStyle.CODE, "a"),
        ("[Wort](x)", LineStyle.LINK, "Wort"),
        ("[](x)", LineStyle.SOFT, "[](x)"),
        ("![](bild.jpg)", LineStyle.SOFT, "![](bild.jpg)"),
        ("a <!-- b -->", LineStyle.SOFT, "<!-- b -->"),
    ],
)
def test_looks(line: str, style: LineStyle, text: str) -> None:
    assert parts(line, style) == text


def test_code_that_a_shorter_run_of_backticks_closes_has_marks_of_that_length() -> None:
    assert parts("``a`", LineStyle.MARK) == "`|`"
    assert parts("``a`", LineStyle.CODE) == "`a"


@given(st.text("ab *_`[]()<>#!\\-1.", max_size=40))
def test_letters_of_the_text_are_no_marks_but_in_addresses_and_tags(line: str) -> None:
    for span in line_styles(line):
        assert 0 <= span.start < span.end <= len(line)
        if span.style is LineStyle.MARK and not set(line) & set("[<"):
            assert not set(line[span.start : span.end]) & set("ab")
