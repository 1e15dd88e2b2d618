"""Right-to-left text on the page: each block in the direction of its first letter."""

import pytest

from editor.export.html import render_section
from editor.export.image_sources import no_images

HEBREW, ARABIC, GERMAN = "שלום עולם", "مرحبا بالعالم", "Guten Tag"


def page(markdown: str) -> str:
    return render_section(markdown, "story", no_images)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        (HEBREW, f'<p dir="auto">{HEBREW}</p>'),
        (f"„{ARABIC}!“ (2024)", f'<p dir="auto">„{ARABIC}!“ (2024)</p>'),
        (f"**{HEBREW}** {GERMAN}", f'<p dir="auto"><strong>{HEBREW}</strong> {GERMAN}</p>'),
        (f"{GERMAN} {HEBREW}", f"<p>{GERMAN} {HEBREW}</p>"),
        (GERMAN, f"<p>{GERMAN}</p>"),
        (f"### {HEBREW}", f'<h3 dir="auto">{HEBREW}</h3>'),
        (
            f"`x = 1` {HEBREW}",
            f'<p dir="auto"><code dir="ltr">x = 1</code> {HEBREW}</p>',
        ),
    ],
)
def test_paragraph_and_heading(markdown: str, html: str) -> None:
    assert html in page(markdown)


def test_list_of_one_direction_is_marked_as_a_whole() -> None:
    whole = page(f"- {HEBREW}\n- {ARABIC}")
    assert '<ul dir="auto">' in whole
    assert whole.count("dir=") == 1
    mixed = page(f"- {HEBREW}\n- {GERMAN}")
    assert "<ul>" in mixed
    assert f'<li dir="auto">{HEBREW}</li>' in mixed
    assert f"<li>{GERMAN}</li>" in mixed


def test_item_with_a_list_of_the_other_direction() -> None:
    found = page(f"- {HEBREW}\n    - {GERMAN}")
    assert found.count('dir="auto"') == 2
    assert '<ul dir="auto">\n<li>' + GERMAN in found


def test_table_and_quote() -> None:
    found = page(f"| {HEBREW} | {ARABIC} |\n|---|---|\n| {HEBREW} | 5 |\n\n> {ARABIC}")
    assert '<table dir="auto">' in found
    assert '<blockquote dir="auto">' in found
    mixed = page(f"| {GERMAN} | {HEBREW} |\n|---|---|\n| 1 | 2 |")
    assert "<table>" in mixed
    assert f'<th dir="auto">{HEBREW}</th>' in mixed


def test_code_stays_from_left_to_right() -> None:
    assert "dir" not in page(f"```\n{HEBREW}\n```")
    found = page(f"> {HEBREW}\n>\n>     x = 1")
    assert '<blockquote dir="auto">' in found
    assert '<pre dir="ltr">' in found


def test_direction_that_the_writer_has_chosen_stays() -> None:
    assert f'<p dir="rtl">{GERMAN}</p>' in page(f'<p dir="RTL">{GERMAN}</p>')
    assert f'<p dir="ltr">{HEBREW}</p>' in page(f"{HEBREW}\n{{: dir=ltr }}")
    assert "dir" not in page(f'<p dir="x" onclick="y">{GERMAN}</p>')
