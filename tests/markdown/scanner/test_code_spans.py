"""Code spans and escapes within a paragraph."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.markdown.render import new_converter
from editor.markdown.scanner import code_spans


def bare(code: str) -> str:
    """Return ``code`` without its marks and its padding, which may be backticks and spaces too."""
    return re.sub("[` ]", "", code)


@example("`a``b`")
@example("``a`")
@given(st.text(alphabet="ab `\\*", max_size=14))
def test_code_spans_are_those_of_the_renderer(text: str) -> None:
    text = f"x{text}x"
    spans, _ = code_spans(text)
    code = [bare(text[start:end]) for start, end in spans]
    rendered = re.findall(r"<code>(.*?)</code>", new_converter().convert(text), re.DOTALL)
    assert [bare(unescape(inside)) for inside in rendered] == code


@pytest.mark.parametrize(
    ("text", "spans", "escapes"),
    [
        ("a `b` c", [(2, 5)], []),
        (r"\`a` `b`", [(3, 6)], [0]),
        ("`a\nb`", [(0, 5)], []),
        ("`` ` ``", [(0, 7)], []),
        ("`offen", [], []),
    ],
)
def test_spans_and_escapes(text: str, spans: list[tuple[int, int]], escapes: list[int]) -> None:
    assert code_spans(text) == (spans, escapes)
