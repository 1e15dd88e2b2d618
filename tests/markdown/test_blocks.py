"""Blocks that a writer moves as one piece; moving itself is tested with the sections."""

import pytest

from editor.markdown.blocks import blocks


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in blocks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```\na\n\nb\n```\n\nc", ["```\na\n\nb\n```", "c"]),
        ("```\na\n\nb\n`````\n\nc", ["```\na\n\nb\n`````", "c"]),
        ("```\na\n\n~~~\nb\n\nc\n~~~", ["```\na", "~~~\nb\n\nc\n~~~"]),
        ("```a`b\n\nc\n\n```", ["```a`b", "c", "```"]),
        (":::: x\na\n\nb\n::::\n\nc", [":::: x\na\n\nb\n::::", "c"]),
        ("- a\n\n-\n\n- b", ["- a\n\n-\n\n- b"]),
        ("---\n\n- a", ["---", "- a"]),
        ("Wort\n\n: Sinn\n\nText", ["Wort\n\n: Sinn", "Text"]),
        ("<details>\na\n\nb\n</details>\nc\n\nd", ["<details>\na\n\nb\n</details>\nc", "d"]),
    ],
)
def test_blocks_go_on_over_blank_lines(text: str, found: list[str]) -> None:
    assert pieces(text) == found
