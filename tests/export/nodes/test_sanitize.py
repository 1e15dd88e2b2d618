from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.export.html import render_page, render_section
from editor.export.image_sources import no_images
from editor.export.options import RenderOptions
from editor.review.form import load_form
from editor.storage.review_file import new_review
from tests.export.pages import ATTRIBUTES, WRITERS, Page
from tests.export.reviews import review, shown, story

PIECES = [
    *("<", ">", "&", '"', "'", "`", "*", "_", "#", "[", "]", "(", ")", "!", "{", "}", ":", "|"),
    *(" ", "\n", "\n\n", "    ", "- ", "1. ", "> ", "# ", "#### ", "---\n", "```\n", "Wort"),
    *("<div>", "</div>", "<div markdown='1'>", '<div class="footnote" markdown>', "<p>", "</p>"),
    *("<ul>", "<ol start=x>", "<li>", "</ul>", "<dl>", "<dt>", "<dd>", "<h1>", "<h5>", "</h1>"),
    *("<table>", "<caption>", "<thead>", "<tr>", "<td>", "<th>", "</table>", "<td colspan=2>"),
    *("<details>", "<summary>", "</details>", "<figure>", "<figcaption>", "<em>", "<span>", "<a>"),
    *("<script>alert(1)</script>", "<style>*{}</style>", "<svg onload=alert(1)>", "<math>"),
    *("<img src=x onerror=alert(1)>", "<img src='https://a.de/x.png'>", "<iframe src=//a.de>"),
    *("<form action=x>", "<input autofocus onfocus=alert(1)>", "<object data=x>", "<template>"),
    *("<a href='javascript:alert(1)'>", "[a](javascript:alert(1))", "[a](data:text/html,x)"),
    *("[a](java&#10;script:x)", "[a](//a.de)", "[a](https://u:p@a.de)", "<https://[::1>"),
    *("{onclick=alert(1)}", "{: #a .b style=x onerror=x}", "{#a}", "{#}", "{: title='\"><b>'}"),
    *("[^1]", "[^1]: Note\n", "[^1]: ", "[^2]: x\n", "*[A]: b\n", "A", "///Footnotes Go Here///"),
    *("|a|b|\n|-|:-:|\n|1|2|\n", "Wort\n: Def\n", "![a](b.png 'T')", "![](http://a.de/b c)"),
    *("<!--", "-->", "<![CDATA[", "]]>", "<?php", "?>", "<!doctype", "</article>", "</section>"),
    *("<base href=//a.de>", "<meta http-equiv=refresh>", "<link rel=stylesheet href=x>"),
    *("שלום", "<p dir=rtl>", "<div dir=x>", "{dir=RTL}", "`x`"),
    *("&#1;", "&#x0;", "&lt;script&gt;", "\x00", "\x02", "\x03", "\x02klzzwxh:0\x03", "\ud800"),
    *("\u2028", "\ufeff", "\U0001f600", "\uffff", "„", "“", "ß", "<p id='a b'>", "<p id=a>"),
]
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
ANY_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | ANY_TEXT,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "role", "x", "best"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.booleans())
def test_no_text_gets_anything_onto_the_page_that_runs_loads_or_breaks_it(
    introduction: str, story_text: str, verdict: str, headings: bool
) -> None:
    texts = {"introduction": introduction, "story": story_text, "verdict": verdict}
    shown(review(texts=texts), RenderOptions(headings=headings))


FORM = load_form("series")
KEYS = [*(field.key for field in FORM.facts), "ratings", "rating_scale", "verdict_rating"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), ANY_VALUE))
def test_no_fact_breaks_the_page(facts: dict[str, object]) -> None:
    made = new_review(FORM)
    for key, value in facts.items():
        made = made.with_fact(key, value)
    shown(made)


class _Events(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[object] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, sorted((key, value or "") for key, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_a_browser_reads_exactly_what_was_written(text: str) -> None:
    html = render_section(text, "story", no_images)
    # nh3 parses as browsers do. With everything allowed it shows how a browser would read it.
    attributes = {tag: names for tag, names in ATTRIBUTES.items() if tag in WRITERS}
    read = nh3.clean(
        html,
        tags=WRITERS,
        attributes={"*": {"id", "class", "title", "dir"}, **attributes},
        link_rel=None,
    )
    assert _Events(read).tags == _Events(html).tags
    assert _Events(read).text.split() == _Events(html).text.split()


@pytest.mark.parametrize(
    "hostile",
    [
        "![x](y.png){onerror=alert(1)}",
        "Absatz\n{: onclick=alert(1) style=color:red }",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "[x](vbscript:alert(1))",
        "[x](  javascript:alert(1))",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<img src=1 href=1 onerror='alert(1)'>",
        "<p title='<script>alert(1)</script>' onmouseover=alert(1)>x</p>",
        "<details ontoggle=alert(1) open>x</details>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<form><button formaction=javascript:alert(1)>x</button></form>",
        "<link rel=stylesheet href=https://a.de/x.css><style>@import 'https://a.de'</style>",
        "<video src=https://a.de/x autoplay><source src=x onerror=alert(1)></video>",
        "<p style='background:url(https://a.de/x)'>x</p>",
        "<table background='https://a.de/x'><tr><td background=x>x</table>",
        "</section></article></main><script>alert(1)</script>",
        "```{.py onclick=alert(1)}\nx\n```",
        "*[x]: '\"><script>alert(1)</script>\nx",
    ],
)
def test_hostile_text_leaves_nothing_behind(hostile: str) -> None:
    found = story(hostile)
    code = [t for t in found.tags if t.name in {"svg", "form", "iframe", "link", "video"}]
    assert code == []
    assert len(found.named("style")) == len(found.named("script")) == 1
    assert not any(key.startswith("on") for tag in found.tags for key in tag.attributes)


@pytest.mark.parametrize(
    ("written", "shows"),
    [
        ("| a | b |\n|:-:|--:|\n| 1 | 2 |", '<td class="has-text-align-right">2</td>'),
        ("<p class='a  b' id=x>y</p>", '<p class="a b" id="s:x">y</p>'),
        ("<p id=x>a</p><p id=x>b</p>", '<p id="s:x">a</p>\n<p>b</p>'),
        ("[a](https://b.de/c d)", '<a href="https://b.de/c%20d" rel="noopener noreferrer">a</a>'),
        ("<a@b.de>", '<a href="mailto:a@b.de">a@b.de</a>'),
        ("[a](seite.html)", "<a>a</a>"),
        ("[](https://b.de/c)", ">https://b.de/c</a>"),
        ("[ ](https://b.de 'Zur Seite')", "> Zur Seite</a>"),
        ("3. drei", '<ol start="3">'),
        ("<ol start=x><li>a</ol>", "<ol><li>a</li></ol>"),
        ("<details open><summary>S</summary>x</details>", '<details open=""><summary>S</summary>'),
        ("<center>x</center>", "x"),
        (
            "![Plakat](https://b.de/p.png)",
            '<a href="https://b.de/p.png" rel="noopener noreferrer">',
        ),
        ("![](https://b.de/p.png)", ">Bild</a>"),
        ("[![Plakat](https://b.de/p.png)](https://c.de)", ">Plakat</a>"),
        ("![Plakat](p.png)", "<p>Plakat</p>"),
        ("![Plakat](data:image/png;base64,AA)", "<p>Plakat</p>"),
    ],
)
def test_what_a_writer_may_use_arrives(written: str, shows: str) -> None:
    assert shows in render_section(written, "s", no_images)


def test_an_image_alone_is_a_figure_with_its_title_as_caption() -> None:
    html = render_section('![Alt](a.png "Titel")', "s", lambda src: f"data:image/png,{src}")
    assert html == (
        '<figure><img alt="Alt" src="data:image/png,a.png"><figcaption>Titel</figcaption></figure>'
    )


def test_an_image_in_a_line_stays_there() -> None:
    html = render_section("Text ![](a.png)", "s", lambda _: "data:image/png,x")
    assert html == '<p>Text <img alt="" src="data:image/png,x"></p>'


def test_a_link_on_a_picture_without_words_has_a_name() -> None:
    html = render_section("Text [![](a.png)](https://b.de)", "s", lambda _: "data:image/png,x")
    assert '<img alt="Bild" src="data:image/png,x"></a>' in html


def test_forbidden_characters_do_not_reach_the_page() -> None:
    html = render_page(
        review(title="A\x00\x1b\ud800B", texts={"story": "C&#1;\x85D"}), RenderOptions()
    )
    assert Page(html).texts("h1") == ["AB"]
    assert "<p>CD</p>" in html
