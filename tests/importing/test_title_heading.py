"""The heading that a finished text begins with is its title."""

import pytest

from editor.importing.sectioning import propose
from editor.importing.title_heading import take_title
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.review_file import dumps_body


def imported(text: str, form_id: str = "series") -> Review:
    form = load_form(form_id)
    return take_title(propose(text, form).to_review(form))


def test_heading_becomes_the_title_and_leaves_the_text() -> None:
    review = imported("# Die Salzwasseruhr\n\nEin Anfang.\n\n## Fazit\n\nSehenswert.\n")
    assert review.title == "Die Salzwasseruhr"
    assert review.text("introduction") == "Ein Anfang."
    assert review.text("verdict") == "Sehenswert."


@pytest.mark.parametrize(
    "heading", ["Missions – Staffel 2", "Missions, Season 2", "Missions: Staffel 2"]
)
def test_season_after_the_title_is_a_fact_of_its_own(heading: str) -> None:
    review = imported(f"# {heading}\n\nEin Anfang.")
    assert (review.title, review.fact("season")) == ("Missions", 2)


def test_form_without_seasons_keeps_them_in_the_title() -> None:
    review = imported("# Missions – Staffel 2\n\nEin Anfang.", "film")
    assert (review.title, review.fact("season")) == ("Missions – Staffel 2", None)


@pytest.mark.parametrize(
    "text",
    [
        "Ein Anfang.\n\n# Eine Überschrift\n\nUnd weiter.",
        "# Erster Teil\n\nEin Anfang.\n\n# Zweiter Teil\n\nUnd weiter.",
        "# Ein [Verweis](https://example.org)\n\nEin Anfang.",
        "## Zweite Ebene\n\nEin Anfang.",
        "#ohneblank\n\nEin Anfang.",
        "",
    ],
)
def test_other_headings_stay_in_the_text(text: str) -> None:
    form = load_form("series")
    review = propose(text, form).to_review(form)
    assert take_title(review) == review


def test_review_with_a_title_keeps_it_and_the_heading() -> None:
    review = imported("Ein Anfang.").with_fact("title", "Der Titel")
    review = review.with_text("introduction", "# Ein anderer\n\nEin Anfang.")
    assert take_title(review) == review
    assert "# Ein anderer" in dumps_body(review)
