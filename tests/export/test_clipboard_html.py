"""HTML that a word processor and a web editor get from the clipboard."""

import re

import pytest

from editor.export.clipboard_html import rich_text
from editor.export.document import extract_section
from editor.export.options import RenderOptions
from editor.export.registry import EXPORT_FORMATS, export_review
from tests.export.reviews import review

MADE = review(
    title="Salz",
    texts={
        "story": "Das ist **fett** und *kursiv* [hier][ort].\n\n- eins\n- zwei",
        "verdict": "Ende.\n\n[ort]: https://example.org/",
    },
)


def test_structure_stays_and_everything_of_a_page_is_gone() -> None:
    html = rich_text(MADE, RenderOptions(contents=True))
    for piece in ("<h1>Salz</h1>", "<h2>Story</h2>", "<strong>fett</strong>", "<em>kursiv</em>"):
        assert piece in html
    assert '<a href="https://example.org/">hier</a>' in html
    assert "<li>eins</li>" in html
    assert not re.search(r'\s(id|class|style|title|aria-hidden)="', html)
    assert "<section" not in html


def test_a_section_has_no_title_and_its_own_heading() -> None:
    html = rich_text(MADE, RenderOptions(), "story")
    assert "<h1" not in html
    assert "<strong>fett</strong>" in html
    assert "Ende." not in html


def test_a_section_without_text_is_nothing() -> None:
    assert rich_text(MADE, RenderOptions(), "cast") == ""


@pytest.mark.parametrize(
    "format_id", [key for key in ("md", "txt", "bbcode") if key in EXPORT_FORMATS]
)
def test_an_excerpt_is_the_section_and_what_it_needs(format_id: str) -> None:
    found = export_review(
        extract_section(MADE, "story"), format_id, RenderOptions(fragment=True)
    ).decode()
    assert "fett" in found
    assert "https://example.org/" in found
    assert "Salz" not in found
    assert "Ende." not in found


def test_a_section_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        extract_section(MADE, "gibt-es-nicht")
