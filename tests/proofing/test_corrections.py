"""Taking up a suggestion leaves markup where it is."""

import pytest

from editor.proofing.corrections import correction_edits


@pytest.mark.parametrize(
    ("markdown", "words", "replacement", "corrected"),
    [
        ("Nun ist es soweit.", "soweit", "so weit", "Nun ist es so weit."),
        ("Nun ist es **so**weit.", "so**weit", "so weit", "Nun ist es **so** weit."),
        ("Ein [Feler](x) hier", "Feler", "Fehler", "Ein [Fehler](x) hier"),
        ("der *grosse* Film", "grosse", "große", "der *große* Film"),
        ("das das Ende", "das das", "das", "das Ende"),
        ("😀 soweit", "soweit", "so weit", "😀 so weit"),
        ("wegen *dem* Film", "*dem* Film", "des Films", "wegen *des* Films"),
    ],
)
def test_correction(markdown: str, words: str, replacement: str, corrected: str) -> None:
    start = markdown.index(words)
    for edit in correction_edits(markdown, start, start + len(words), replacement):
        markdown = markdown[: edit.start] + edit.text + markdown[edit.end :]
    assert markdown == corrected
