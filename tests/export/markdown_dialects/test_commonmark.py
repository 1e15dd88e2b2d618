"""CommonMark without extensions, as an independent parser reads it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from editor.export.document import build_document
from editor.export.markdown import render_markdown
from editor.export.nodes.tree import text_of
from editor.export.options import RenderOptions
from tests.export.reviews import review

PLAIN = st.text(alphabet="ab #*-_+=~.:!<>&;()[]{}\\`\"'1äß😀\n", max_size=40)


def made(story: str) -> str:
    return render_markdown(
        review(texts={"story": story}), RenderOptions(dialect="commonmark", headings=False)
    )


def story(source: str) -> str:
    return made(source).partition("# Rezension\n\n")[2].rstrip("\n")


def html(source: str) -> str:
    return str(MarkdownIt("commonmark").render(source))


def said(source: str) -> str:
    tree = SyntaxTreeNode(MarkdownIt("commonmark").parse(source))
    kinds = ("text", "code_inline", "fence", "code_block")
    return "".join(
        "".join((n.content if n.type in kinds else "").split())
        for n in tree.walk()
        if not (n.type == "text" and n.parent is not None and n.parent.type == "image")
    )


@given(PLAIN)
@example("_:*:1*:_")
@example("**_*_* 1*")
def test_another_reader_shows_the_same_words(source: str) -> None:
    of = review(texts={"story": source})
    (chapter, *_) = build_document(of, RenderOptions(headings=False, images=str)).sections or (
        None,
    )
    wanted = "Rezension" + ("".join(text_of(chapter.text.nodes).split()) if chapter else "")
    assert said(made(source).replace("<!-- -->", "")) == wanted


@given(
    st.lists(
        st.sampled_from(
            [
                "Ein Wort",
                "**fett**",
                "*schräg*",
                "***beides***",
                "**„Zitat“**e",
                "`Code`",
                "`` ` ``",
                "\n",
                "[Link](https://www.example.org/a_(b)?c=d&amp;e)",
                "Oh![L](https://x.example)",
                "\n\n- Punkt\n",
                "<sub>2</sub>",
                "\n\n> Zitat\n\n",
                "<del>weg</del>",
                "\n\n1. eins\n2. zwei\n\n",
                "1\\. x",
                "  \n",
                "\n\n```\nZ *a*\n\nB\n```\n\n",
                "\n\n    Code\n\n",
                "\n\n### Titel #\n\n",
                "_x_y",
                "a*b*c",
            ]
        ),
        max_size=7,
    ).map("".join)
)
def test_what_python_markdown_emphasises_is_said_in_other_words(source: str) -> None:
    of = review(texts={"story": source})
    (chapter, *_) = build_document(of, RenderOptions(headings=False, images=str)).sections or (
        None,
    )
    wanted = "Rezension" + ("".join(text_of(chapter.text.nodes).split()) if chapter else "")
    assert said(made(source).replace("<!-- -->", "")) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("So **wichtig**!", "So **wichtig**!"),
        ("**„So“**er", "<strong>„So“</strong>er"),
        ("***beides***", "__*beides*__"),
        ("a_b und 3 * 4", "a_b und 3 \\* 4"),
        ("1\\. Mai", "1\\. Mai"),
        (
            'Toll! [Link](https://www.example.org "Titel")',
            'Toll! [Link](https://www.example.org "Titel")',
        ),
        ("- a\n- b\n\n1. c\n2. d", "- a\n- b\n\n<!-- -->\n\n1. c\n2. d"),
        ("Satz[^1].\n\n[^1]: Note.", "Satz¹.\n\n¹ Note."),
        ("Wort\n: Bedeutung", "**Wort**\n\nBedeutung"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "- a: 1 · b: 2"),
        ("| | b |\n|---|---|\n| 1 | 2 |", "- 1 · b: 2"),
        ("### Titel {#anker .klasse}\n\n[dort](#anker)", "## Titel\n\ndort"),
        ("Absatz\n{: .klasse }", "Absatz"),
        (
            "<details><summary>Ende</summary>Er war es.</details>",
            "<details>\n<summary>Ende</summary>\n\nEr war es.\n\n</details>",
        ),
        ("FSK\n\n*[FSK]: Freiwillig", "FSK"),
        ("Zeile  \nZeile", "Zeile\\\nZeile"),
        ("    Code\n\n    ```", "````\nCode\n\n```\n````"),
    ],
)
def test_what_stands_for_what(source: str, wanted: str) -> None:
    assert story(source) == wanted


def test_nothing_is_left_of_the_front_matter_and_of_attributes() -> None:
    of = review(title="Titel", author="A", date="2026-11-22", texts={"story": "Gut."}, year=2026)
    assert render_markdown(of, RenderOptions(dialect="commonmark")) == (
        "# Titel\n\n*Rezension von A vom 22. November 2026*\n\n- **Jahr:** 2026\n\n## Story\n\n"
        "Gut.\n"
    )
    assert render_markdown(of, RenderOptions(dialect="commonmark", fragment=True)).startswith(
        "*Rezension von A"
    )


def test_a_picture_keeps_its_address() -> None:
    assert story("![Bild](bilder/a.png)") == "![Bild](bilder/a.png)"
    assert "<img" in html(story('![Bild](<bilder/a b.png> "Unterschrift")'))


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "Was!<span>[Link](https://x.example)</span>",
            '<p>Was!<a href="https://x.example">Link</a></p>\n',
        ),
        (
            "Was<span>!</span><span><span>[Link](https://x.example)</span></span>",
            '<p>Was!<a href="https://x.example">Link</a></p>\n',
        ),
        ("a &lt;<span>b&gt; c</span>", "<p>a &lt;b&gt; c</p>\n"),
        ("a &lt;<em></em>b&gt; c", "<p>a &lt;b&gt; c</p>\n"),
        ("a &amp;<span>auml</span>; c", "<p>a &amp;auml; c</p>\n"),
        ('a &lt;<a href="#ziel">b</a>&gt; c', "<p>a &lt;b&gt; c</p>\n"),
    ],
)
def test_characters_are_no_markup_however_they_are_put_together(source: str, wanted: str) -> None:
    assert html(story(source)) == wanted
