"""Rendering: the converter's extensions, and blank lines without number."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.extensions import extra

from editor.export.nodes.sanitize import valid_text
from editor.markdown.render import new_converter


def test_extra_still_consists_of_the_extensions_that_are_named() -> None:
    assert extra.extensions == [
        *("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html")
    ]


blank_lines = st.integers(1, 9).map(lambda count: "\n" * count)
marks = st.sampled_from(
    [
        *("a", "b\n", "- a\n", "* b\n", "1. a\n", "> a\n", ">\n", "    code\n", "\tcode\n"),
        *("        tief\n", "```\n", "~~~\n", "`", "    \n", "  \n", "\t\n", "  ", "    - c\n"),
        *("<div>\n", "</div>\n", "<pre>", "</pre>\n", '<div markdown="1">\n', "<!--", "-->"),
        *(
            "<details markdown='1'>\n<summary>x</summary>\n",
            "</details>\n",
            "<p>",
            "<b",
            "<?php",
        ),
        *("[^1]", "[^1]: Note\n", "*[FSK]: Frei\n", "FSK ", ": Sinn\n", "[a]: /b\n", "[a]"),
        *("| a | b |\n|---|---|\n| 1 | 2 |\n", "# H\n", "===\n", "---\n", "{: #id}\n", "\r"),
    ]
)


@settings(deadline=None)
@example("    a\n\n\n\n\n*[FSK]: Frei\n    b\n")
@example("    a\n\n[x]: /y\n\n\n\n\n\n[^z]: c\nd\n\n\n\n\n\n*[FSK]: Frei\n\n    b")
@given(
    st.lists(
        st.one_of(blank_lines, marks, st.tuples(marks, blank_lines, marks).map("".join)),
        max_size=14,
    ).map("".join)
)
def test_few_blank_lines_mean_the_same_as_many(text: str) -> None:
    few, many = new_converter(), new_converter()
    many.preprocessors.deregister("few-blank-lines")
    assert few.convert(valid_text(text)) == many.convert(valid_text(text))


@pytest.mark.parametrize("blank", ["", "  ", "\t"])
def test_hundred_thousand_blank_lines_are_left_out(blank: str) -> None:
    text = "Eins\n" + f"{blank}\n" * 100_000 + "Zwei"
    converter = new_converter()
    lines = text.split("\n")
    for step in converter.preprocessors:
        lines = step.run(lines)
    assert len(lines) < 10
    assert new_converter().convert(text) == "<p>Eins</p>\n<p>Zwei</p>"
