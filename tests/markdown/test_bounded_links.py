"""Hostile links: the time to read a page grows with its length."""

import sys
from types import FrameType
from typing import Any

import pytest

from editor.markdown.bounded_links import DEEPEST
from editor.markdown.render import new_converter


def steps(text: str) -> int:
    """Return how many lines of Python the conversion of ``text`` takes, on any machine."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    converter = new_converter()
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        converter.convert(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("part", ["[", "![", "[a](", '[a](" ', "[a](()", "[a", "[[a]", "[a]["])
def test_steps_grow_with_the_length_of_a_hostile_page(part: str) -> None:
    few, many = steps(part * 100), steps(part * 400)
    assert many < 6 * few


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("[a](b)", '<a href="b">a</a>'),
        ("[a [b] c](d)", '<a href="d">a [b] c</a>'),
        ("[a](b(c)d)", '<a href="b(c)d">a</a>'),
        ('[a](b "c (d) e")', '<a href="b" title="c (d) e">a</a>'),
        ("[a](<b c>)", '<a href="b c">a</a>'),
        ("![a](b 'c')", '<img alt="a" src="b" title="c" />'),
        ("[a][label]", '<a href="d">a</a>'),
        ("[label]", '<a href="d">label</a>'),
        ("![label][]", '<img alt="label" src="d" />'),
    ],
)
def test_links_are_read_as_before(text: str, page: str) -> None:
    assert new_converter().convert(f"{text}\n\n[label]: d") == f"<p>{page}</p>"


def test_a_link_may_be_nested_deeply() -> None:
    deep = DEEPEST - 1
    converted = new_converter().convert("[" * deep + "a" + "]" * deep + "(b)")
    assert "<a " in converted
