"""Small reviews for tests."""

from typing import Any

from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.review_file import new_review
from tests.export.pages import Page


def review(form: str = "film", texts: dict[str, str] | None = None, **facts: Any) -> Review:
    """Return a review on ``form`` with the sections' ``texts`` and with ``facts``."""
    made = new_review(load_form(form))
    for key, value in facts.items():
        made = made.with_fact(key, value)
    for section_id, text in (texts or {}).items():
        made = made.with_text(section_id, text)
    return made


def story(text: str, **facts: Any) -> Page:
    """Return the page of a review with nothing but ``text`` in its section “Story”."""
    return shown(review(texts={"story": text}, **facts))


def shown(made: Review, options: RenderOptions = RenderOptions()) -> Page:  # noqa: B008 - frozen
    """Return the page of a review; the test fails if it has faults."""
    found = Page(render_page(made, options))
    assert found.faults == []
    return found
