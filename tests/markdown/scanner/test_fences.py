"""Fenced code, in the reading of CommonMark and in that of the renderer."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from editor.markdown.render import new_converter
from editor.markdown.scanner import PYTHON_MARKDOWN, Fence, fences, in_open_fence

lines = st.sampled_from(
    [
        *(
            "",
            "Wort",
            "```",
            "````",
            "`````",
            "~~~",
            "~~~~",
            "```py",
            "~~~ a `b",
            "```a`b",
            "``` x y",
        ),
        *(" ```", "   ~~~", "    ```", "``", "~~", "``` ", "```\t", "~~~~ \t", "a ```", "{#x}"),
    ]
)
texts = st.lists(lines, max_size=10).map(lambda chosen: "\n".join(chosen).rstrip("\n"))


def spanned_lines(text: str, found: list[Fence]) -> list[tuple[int, int]]:
    return [(text.count("\n", 0, f.start), text.count("\n", 0, f.end) + 1) for f in found]


@example("```\n~~~\n````")
@example("~~~\n```\n\n~~~\nWort\n```")
@given(texts)
def test_fences_are_those_of_commonmark(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(text)
    wanted = [tuple(token.map or ()) for token in tokens if token.type == "fence"]
    assert spanned_lines(text, fences(text, until_end=True)) == wanted


@given(texts)
def test_fences_are_those_of_the_renderer(text: str) -> None:
    text = text.expandtabs(4).replace("    ```", "")  # which would be indented code
    found = fences(text, PYTHON_MARKDOWN)
    code = ["\n".join(text[fence.start : fence.end].split("\n")[1:-1]) for fence in found]
    html = new_converter().convert(text)
    rendered = re.findall(r"<pre><code[^>]*>(.*?)</code></pre>", html, re.DOTALL)
    assert [inside.strip() for inside in rendered] == [inside.strip() for inside in code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```\na\n```\nb", [Fence(0, 9)]),
        ("a\n\n~~~\nb", []),
        ("```\n\n~~~\na\n~~~", [Fence(5, 14)]),
    ],
)
def test_a_fence_without_an_end_is_text(text: str, found: list[Fence]) -> None:
    assert fences(text) == found


def test_a_fence_without_an_end_may_run_to_the_end() -> None:
    assert fences("a\n```\nb", until_end=True) == [Fence(2, 7, is_closed=False)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [("```\n|", True), ("```\na\n|```", True), ("```\na\n```\n|", False), ("```a`\n|", False)],
)
def test_code_that_is_being_typed_is_open(text: str, inside: bool) -> None:
    assert in_open_fence(text.replace("|", ""), text.index("|")) is inside


def test_hundred_thousand_fences_without_an_end_cost_no_more_than_others() -> None:
    text = "```a\n~~~b\n" * 50_000
    assert fences(text) == []
    assert fences("\n".join("`" * (3 + n) + "x" for n in range(1_000))) == []
