"""Headings of a text, with their levels and positions."""

import pytest

from editor.markdown.scanner import Heading, headings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Zwei\n\nText", [Heading(2, 0, 7)]),
        ("#Ohne", [Heading(1, 0, 5)]),
        ("Oben\n====", [Heading(1, 0, 4)]),
        ("a\r\n\r\n### Drei ###\r\n", [Heading(3, 5, 17)]),
        ("> ## In\n\n- # Ein", [Heading(2, 2, 7), Heading(1, 11, 16)]),
        (" # Text", []),
        ("```\n# Code\n```", []),
        ("    # Code", []),
        ("#", []),
        ("a\n=", [Heading(1, 0, 1)]),
        ("> a\n> ---", [Heading(2, 2, 3)]),
    ],
)
def test_headings_are_found_where_they_are(text: str, found: list[Heading]) -> None:
    assert headings(text) == found
