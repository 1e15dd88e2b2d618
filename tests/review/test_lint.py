"""Flaws of a text are looked for where the renderer sees text, and headings where it sees them."""

import pytest

from editor.review.lint import defined_labels, lint


def kinds(text: str) -> list[tuple[str, str]]:
    return [(flaw.kind, text[flaw.start : flaw.end]) for flaw in lint(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`TODO\nTODO` TODO", [("placeholder", "TODO")]),
        ("```\nTODO\n````\nTODO", [("placeholder", "TODO")]),
        ("```a`b\nTODO", [("placeholder", "TODO")]),
        ("<!--\nTODO\n-->", []),
    ],
)
def test_code_and_comments_are_passed_over(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#### Vier", [("heading", "#### Vier")]),
        ("####Vier", [("heading", "####Vier")]),
        ("  #### kein Kopf", []),
        ("### Drei\n\n> ##### Fünf", [("heading", "##### Fünf")]),
        ("    #### Code", []),
        ("```\n#### Code\n```", []),
    ],
)
def test_headings_are_those_of_the_page(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


def test_labels_are_defined_where_the_renderer_takes_a_definition() -> None:
    texts = ["[A  b]: /x", "`[c]`: /y", "[d]:\n/z", "[^e]: Note", "```\n[f]: /w\n```"]
    assert defined_labels(texts) == {"a b", "d"}
