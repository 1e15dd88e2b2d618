"""Marks of single lines: what both readings share, and where they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from editor.markdown.scanner.lines import (
    COMMONMARK,
    CONTINUES_BLOCK,
    ITEM,
    PREFIX,
    PYTHON_MARKDOWN,
    STARTS_BLOCK,
)


@given(st.text(alphabet="#- *_>1.)\ta", max_size=8))
def test_single_lines_are_those_of_commonmark(line: str) -> None:
    tokens = MarkdownIt("commonmark").parse(line)
    first = tokens[0].type if tokens else ""
    heading, rule = COMMONMARK.heading.match(line), COMMONMARK.rule.match(line)
    assert (first == "heading_open") == bool(heading)
    if heading:
        assert tokens[0].tag == f"h{len(heading['marks'])}"
    assert (first == "hr") == bool(rule)
    assert (first == "blockquote_open") == bool(COMMONMARK.quote.match(line))
    assert (first == "bullet_list_open") == bool(not rule and COMMONMARK.bullet.match(line))
    assert (first == "ordered_list_open") == bool(COMMONMARK.number.match(line))


@pytest.mark.parametrize(
    ("line", "commonmark", "python_markdown"),
    [("# a", True, True), ("#a", False, True), ("  # a", True, False), ("#\ta", True, True)],
)
def test_the_readings_of_a_heading(line: str, commonmark: bool, python_markdown: bool) -> None:
    assert bool(COMMONMARK.heading.match(line)) is commonmark
    assert bool(PYTHON_MARKDOWN.heading.match(line)) is python_markdown


@pytest.mark.parametrize(
    ("line", "text"),
    [("> - ## a", "a"), ("    1. a", "a"), ("- [ ] a", "[ ] a"), ("-a", "-a"), ("#a", "#a")],
)
def test_prefix_ends_where_the_text_begins(line: str, text: str) -> None:
    match = PREFIX.match(line)
    assert match is not None
    assert line[match.end() :] == text


@pytest.mark.parametrize(
    ("line", "number"), [("- a", None), ("  12) a", "12"), ("-", None), ("3.", "3")]
)
def test_items(line: str, number: str | None) -> None:
    match = ITEM.match(line)
    assert match is not None
    assert match["number"] == number


@pytest.mark.parametrize("line", ["a", "-a", "1.a", "*a*", "[a](b)", "`a`", "$", " a", "::: x"])
def test_lines_of_a_paragraph(line: str) -> None:
    assert STARTS_BLOCK.match(line) is None


@pytest.mark.parametrize(
    "line",
    ["- a", "1. a", "> a", "| a", "<p>", "    a", "\ta", "```", "~~~", ": a", "[a]: /b", "[^1]: a"],
)
def test_lines_that_continue_a_block(line: str) -> None:
    assert CONTINUES_BLOCK.match(line)
    assert STARTS_BLOCK.match(line)


@pytest.mark.parametrize("line", ["# a", "#a", "  ## a", "######"])
def test_headings_start_a_block_and_continue_none(line: str) -> None:
    assert STARTS_BLOCK.match(line)
    assert CONTINUES_BLOCK.match(line) is None
