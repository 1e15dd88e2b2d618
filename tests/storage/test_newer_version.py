"""Reviews of a newer version: known by the number in their front matter."""

import pytest

from editor.storage import review_file
from editor.storage.newer_version import is_newer, read_only_notice, reading_notices


@pytest.mark.parametrize(
    ("number", "newer"),
    [
        ("1", False),
        ("2", True),
        ("1.5", True),
        ("99", True),
        ("0", False),
        ("true", False),
        ("zwei", False),
        ("[2]", False),
    ],
)
def test_number_of_the_format_tells(number: str, newer: bool) -> None:
    text = f"---\nrezensent: {number}\nform: film\ntitle: Salz\n---\n"
    review = review_file.parse(text)
    assert is_newer(review) is newer
    assert bool(reading_notices(review, "salz.md")) is newer
    assert review_file.dumps(review) == text


def test_review_without_a_number_is_not_newer() -> None:
    assert not is_newer(review_file.parse("Nur Text."))


def test_notices_name_the_file() -> None:
    newer = review_file.parse("---\nrezensent: 2\n---\n")
    (notice,) = reading_notices(newer, "salz.md")
    for sentence in (notice, read_only_notice("salz.md")):
        assert "salz.md" in sentence.german
        assert "neueren Version" in sentence.german
        assert "newer version" in sentence.english
