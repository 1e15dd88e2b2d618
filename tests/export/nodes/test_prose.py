import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.extensions import extra

from editor.export.html import section_html
from editor.export.images import no_images
from editor.export.nodes import prose
from editor.export.nodes.sanitize import legal
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
    assert section_html(text, "s", no_images) == html


def test_the_bundle_that_we_spell_out_has_not_grown() -> None:
    assert extra.extensions == [
        *("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html")
    ]


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
    assert section_html("Text.\n\n[^1]: Niemand", "s", no_images).strip() == "<p>Text.</p>"


blank_lines = st.integers(1, 9).map(lambda count: "\n" * count)
marks = st.sampled_from(
    [
        *("a", "b\n", "- a\n", "* b\n", "1. a\n", "> a\n", ">\n", "    code\n", "\tcode\n"),
        *("        tief\n", "```\n", "~~~\n", "`", "    \n", "  \n", "\t\n", "  ", "    - c\n"),
        *("<div>\n", "</div>\n", "<pre>", "</pre>\n", '<div markdown="1">\n', "<!--", "-->"),
        *(
            "<details markdown='1'>\n<summary>x</summary>\n",
            "</details>\n",
            "<p>",
            "<b",
            "<?php",
        ),
        *("[^1]", "[^1]: Note\n", "*[FSK]: Frei\n", "FSK ", ": Sinn\n", "[a]: /b\n", "[a]"),
        *("| a | b |\n|---|---|\n| 1 | 2 |\n", "# H\n", "===\n", "---\n", "{: #id}\n", "\r"),
    ]
)


@settings(deadline=None)
@example("    a\n\n\n\n\n*[FSK]: Frei\n    b\n")
@example("    a\n\n[x]: /y\n\n\n\n\n\n[^z]: c\nd\n\n\n\n\n\n*[FSK]: Frei\n\n    b")
@given(
    st.lists(
        st.one_of(blank_lines, marks, st.tuples(marks, blank_lines, marks).map("".join)),
        max_size=14,
    ).map("".join)
)
def test_few_blank_lines_say_what_many_say(text: str) -> None:
    few, many = prose._new_converter(), prose._new_converter()
    many.preprocessors.deregister("few-blank-lines")
    assert few.convert(legal(text)) == many.convert(legal(text))


@pytest.mark.parametrize("blank", ["", "  ", "\t"])
def test_hundred_thousand_blank_lines_are_left_out(blank: str) -> None:
    text = "Eins\n" + f"{blank}\n" * 100_000 + "Zwei"
    converter = prose._new_converter()
    lines = text.split("\n")
    for step in converter.preprocessors:
        lines = step.run(lines)
    assert len(lines) < 10
    assert section_html(text, "s", no_images) == "<p>Eins</p>\n<p>Zwei</p>"


def test_blank_lines_of_code_stay() -> None:
    for code in ("```\na\n\n\n\n\n\nb\n```", "    a\n\n\n\n\n\n    b"):
        assert section_html(code, "s", no_images).endswith("a\n\n\n\n\n\nb\n</code></pre>")
