"""Code and comments become spaces; everything else stays at its position."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown.scanner import blank_literals


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("a `b` c", "a     c"),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("```\nTODO\n```\nb", "   \n    \n   \nb"),
        ("```\nTODO", "   \n    "),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("a <!-- b", "a <!-- b"),
        ("`<!--` a -->", "       a -->"),
    ],
)
def test_literals_are_blanked(text: str, bare: str) -> None:
    assert blank_literals(text) == bare


@given(st.lists(st.sampled_from(["`", "```", "\n", "a", " ", "<!--", "-->", "~~~"])).map("".join))
def test_positions_and_lines_stay(text: str) -> None:
    bare = blank_literals(text)
    assert [len(line) for line in bare.split("\n")] == [len(line) for line in text.split("\n")]


def test_unclosed_comments_cost_no_more_than_others() -> None:
    assert blank_literals("--> " + "<!-- " * 100_000).startswith("--> <!-- ")
