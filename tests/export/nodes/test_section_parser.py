import pytest

from editor.export.html import render_section
from editor.export.image_sources import no_images
from tests.export.reviews import story


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ocean's 27\" – *so*", "<p>Ocean's 27\" – <em>so</em></p>"),
        ("```py\na < b\n```", '<pre><code class="language-py">a &lt; b\n</code></pre>'),
        ("Wort\n: Sinn", "<dl>\n<dt>Wort</dt>\n<dd>Sinn</dd>\n</dl>"),
        ("*[FSK]: Frei\n\nFSK", '<p><abbr title="Frei">FSK</abbr></p>'),
        ("Absatz {: .leise }", "<p>Absatz {: .leise }</p>"),
        ("Absatz\n{: .leise }", '<p class="leise">Absatz</p>'),
        ("<div markdown='1'>*a*</div>", "<div>\n<p><em>a</em></p>\n</div>"),
        ("1. a\n\n- b", "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>"),
    ],
)
def test_markdown_is_what_writers_know(text: str, html: str) -> None:
    assert render_section(text, "s", no_images) == html


def test_footnotes_count_in_the_order_of_the_text() -> None:
    found = story("a[^b] c[^a]\n\n[^a]: Eins\n[^x]: Niemand\n[^b]: Zwei")
    assert found.texts("sup") == ["1", "2"]
    assert found.texts("li") == ["Zwei\xa0↩\ufe0e", "Eins\xa0↩\ufe0e"]
    assert found.named("a")[2].attributes["title"] == "Zurück zu Fußnote 1 im Text"


@pytest.mark.parametrize(
    "text",
    [
        "a[^2] b[^1]\n\n[^1]:\n[^2]: x",
        "a[^1]\n\n[^1]: [^1]: x",
        "a[^1]\n\n[^1]: [^2]: x",
        'a[^2] b[^1]\n\n[^1]: x\n[^2]: y\n\n<div class="footnote" markdown="1">\n1. a\n</div>',
    ],
)
def test_a_footnote_that_is_being_typed_breaks_nothing(text: str) -> None:
    assert story(text).texts("sup")[:1] == ["1"]


def test_a_footnote_of_another_section_without_a_reference_is_not_shown() -> None:
    assert render_section("Text.\n\n[^1]: Niemand", "s", no_images).strip() == "<p>Text.</p>"


def test_blank_lines_of_code_stay() -> None:
    for code in ("```\na\n\n\n\n\n\nb\n```", "    a\n\n\n\n\n\n    b"):
        assert render_section(code, "s", no_images).endswith("a\n\n\n\n\n\nb\n</code></pre>")
