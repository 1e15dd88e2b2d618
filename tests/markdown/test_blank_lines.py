"""Pasted Markdown between two texts: words stay in their line, blocks get blank lines."""

import pytest

from editor.markdown.blank_lines import with_blank_lines


@pytest.mark.parametrize(
    "pasted",
    ["Wörter", "<https://example.org/>", "<sub>2</sub>", ": nun ja", "[Verweis](https://a.de)"],
)
def test_words_stay_in_their_line(pasted: str) -> None:
    assert with_blank_lines(pasted, "Siehe ", " und mehr.") == pasted


@pytest.mark.parametrize(
    "pasted", ["# Titel", "- Punkt", "1. Punkt", "> Zitat", "| a |", "```\nCode\n```", "    Code"]
)
def test_block_gets_blank_lines(pasted: str) -> None:
    assert with_blank_lines(pasted, "Davor", "danach") == f"\n\n{pasted}\n\n"
    assert with_blank_lines(pasted, "Davor\n", "\ndanach") == f"\n{pasted}\n"
    assert with_blank_lines(pasted, "Davor\n\n", "") == pasted


def test_last_of_several_paragraphs_ends_before_the_text_after_it() -> None:
    assert with_blank_lines("eins\n\nzwei", "Davor ", " danach") == "eins\n\nzwei\n\n"
