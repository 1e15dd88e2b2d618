"""Title of the window: the review with its season, its file, and whether it can be edited."""

from pathlib import Path
from typing import Any

import pytest

from editor.gui.layout.window_title import window_title
from editor.review.form import load_form
from editor.storage import review_file


@pytest.mark.parametrize(
    ("form", "facts", "path", "expected"),
    [
        ("series", {"title": "Missions", "season": 2}, None, "Missions – Staffel 2[*] – Rezensent"),
        ("series", {"title": "Missions"}, Path("a/m.md"), "Missions[*] – Rezensent"),
        ("series", {"title": "Dark", "season": "Finale"}, None, "Dark – Finale[*] – Rezensent"),
        ("film", {"title": "Solaris", "season": 2}, None, "Solaris[*] – Rezensent"),
        ("film", {}, Path("a/solaris.md"), "solaris.md[*] – Rezensent"),
        ("series", {"season": 2}, Path("a/m.md"), "m.md[*] – Rezensent"),
        ("film", {}, None, "Rezension ohne Titel[*] – Rezensent"),
        ("film", {"title": "Zwei\nZeilen"}, None, "Zwei Zeilen[*] – Rezensent"),
        ("film", {"title": "A[*]B"}, None, "A[*][*]B[*] – Rezensent"),
        ("film", {"title": 1917}, None, "1917[*] – Rezensent"),
    ],
)
def test_title_says_what_is_open(
    form: str, facts: dict[str, Any], path: Path | None, expected: str
) -> None:
    review = review_file.new_review(load_form(form), list(facts.items()))
    assert window_title(review, path, held=False) == expected


def test_title_says_that_a_review_can_only_be_read() -> None:
    review = review_file.new_review(load_form("film"), [("title", "Solaris")])
    assert window_title(review, None, held=True) == "Solaris (nur lesen)[*] – Rezensent"
