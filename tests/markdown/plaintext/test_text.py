"""Markdown → plain text, checked against examples, properties and Python-Markdown itself."""

import re
import time
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markdown.plaintext import PlainText, SegmentKind, plain_text
from tests.markdown.plaintext.offset_map import check_map

EXAMPLES = [
    # Blocks
    ("", ""),
    ("Ein Satz.\n\nNoch einer.", "Ein Satz.\n\nNoch einer."),
    ("Ein Satz\nüber zwei Zeilen.", "Ein Satz über zwei Zeilen."),
    ("Hart  \numbrochen.", "Hart\numbrochen."),
    ("Mit\r\nWagenrücklauf.\r\n\r\nNeu.\rAlt.", "Mit Wagenrücklauf.\n\nNeu. Alt."),
    ("## Story {#story}\n\nText.", "Story\n\nText."),
    ("# Titel #\nText.", "Titel\n\nText."),
    ("####### Sieben", "# Sieben"),
    ("## C\\#", "C#"),
    ("## Teil ## {.klein #teil data-x='a b'}", "Teil"),
    ("Titel\n===\nText\n---\n", "Titel\n\nText"),
    ("Oben\n\n* * *\n\nUnten\n***", "Oben\n\nUnten"),
    ("- eins\n- zwei\n  geht weiter\n    - drei\n", "eins\n\nzwei geht weiter\n\ndrei"),
    ("- Punkt\n\n        code\n\nText.", "Punkt\n\nText."),
    ("- eins\n    - zwei\n    1. drei", "eins\n\nzwei 1. drei"),
    ("1. eins\n\n    noch ein Absatz\n\n2. zwei", "eins\n\nnoch ein Absatz\n\nzwei"),
    ("-\tmit Tabulator\n\t- darin", "mit Tabulator\n\ndarin"),
    ("- [ ] offen\n- [x] getan\n- [X] auch", "offen\n\ngetan\n\nauch"),
    ("Am 1. Mai\n2020 war es.", "Am 1. Mai 2020 war es."),
    (
        "> Ein Zitat\n> geht weiter\nund weiter.\n>\n> > Tief.",
        "Ein Zitat geht weiter und weiter.\n\nTief.",
    ),
    (">  \tZitat\n    >\n> Noch eins", "Zitat\n\nNoch eins"),
    ("> - Punkt\n> - Punkt zwei", "Punkt\n\nPunkt zwei"),
    (
        "| Rolle | Wer |\n|---|:-:|\n| *Ä* | `a|b` \\| c |\n| ü |",
        "Rolle\n\nWer\n\nÄ\n\nX1 | c\n\nü",
    ),
    ("a | b\n--|--\nc | d | zu viel", "a\n\nb\n\nc\n\nd"),
    ("Wort\n:   Erklärung\n\n:   Zweite\n    Zeile", "Wort\n\nErklärung\n\nZweite Zeile"),
    ("Wort\nNoch eins\n\n: Erklärung", "Wort\n\nNoch eins\n\nErklärung"),
    (
        "Ein Satz[^1].\n\n[^1]: Die *Note*.\n\n    Ihr zweiter Absatz.",
        "Ein Satz.\n\nDie Note.\n\nIhr zweiter Absatz.",
    ),
    ("[^a]: Eine\n[^b]: Andere\nZeile", "Eine\n\nAndere Zeile"),
    ("Der HDR-Film.\n\n*[HDR]: High Dynamic Range", "Der HDR-Film."),
    ("[Hier][z] und [z].\n\n[z]: https://example.org 'Titel'\n", "Hier und z."),
    ('[z]:\n  <https://example.org>\n  "Titel"\nText.', "Text."),
    ("[Anmerkung]: Das ist ein Satz.", "[Anmerkung]: Das ist ein Satz."),
    ("Text.\n\n```python\nx = 1\n\ny = 2\n```\nWeiter.", "Text.\n\nWeiter."),
    ("Text.\n\n    code = 1\n\nWeiter.", "Text.\n\nWeiter."),
    ("~~~\nnicht geschlossen", "~~~ nicht geschlossen"),
    ("Absatz.\n{: .klein}", "Absatz."),
    # Emphasis, links, images
    ("Das ist **so**weit, *ganz* __sicher__ und _gut_.", "Das ist soweit, ganz sicher und gut."),
    ("***Beides* zugleich**", "Beides zugleich"),
    ("**fett *und* schräg**", "fett und schräg"),
    ("„*Missions*“-Fan", "„Missions“-Fan"),
    ("snake_case_name und 5 * 3 * 2", "snake_case_name und 5 * 3 * 2"),
    ("*eins _zwei* drei_", "eins _zwei drei_"),
    ("Wort_teil und ende_ hier", "Wort_teil und ende_ hier"),
    ('[Hier](x "Titel :)") und [da](y [z](z))', "Hier und da"),
    ("*nicht **geschlossen", "*nicht **geschlossen"),
    ("\\*kein\\* Stern, 1\\. Platz, C:\\Filme", "*kein* Stern, 1. Platz, C:\\Filme"),
    ('[Hier](https://example.org/a_(b) "Der \\"Titel\\"") klicken', "Hier klicken"),
    ("[*Schräg*](<a b> 'T') und [a [b] c](x)", "Schräg und a [b] c"),
    ("[Kein Link] und [auch][nicht] (so)", "[Kein Link] und [auch][nicht] (so)"),
    ("*[Titel](x){target=_blank}*{: .gross} hier", "Titel hier"),
    ("Ein ![Stern](s.png) hier.", "Ein hier.\n\nStern"),
    ("Der ![*A*-Stern](s.png) ![](b.png) und `c`.", "Der und X1.\n\nA-Stern"),
    ("Der ![A `x`](s.png) und `c`.", "Der und X1.\n\nA X2"),
    ("![Das Cover](c.jpg){width=50%} Der Film ist gut.", "Der Film ist gut.\n\nDas Cover"),
    ("[![Das Cover](c.jpg)](gross.jpg)\nDer Film.", "Der Film.\n\nDas Cover"),
    ("- Der ![A](a.png) Film\n- ![B](b.png) Ton", "Der Film\n\nA\n\nTon\n\nB"),
    ("Der Film\n![Das Cover](c.jpg)\nist gut.", "Der Film\n\nist gut.\n\nDas Cover"),
    ("Siehe [![Das Cover](c.jpg)](gross.jpg)", "Siehe\n\nDas Cover"),
    # What is not checked
    ("Mit `rm -rf` und ``a`b`` geht es.", "Mit X1 und X2 geht es."),
    ("Siehe https://example.org/a_b_c. Gut.", "Siehe X1. Gut."),
    ("(https://de.wikipedia.org/wiki/Alien_(Film)) *http://a.de*", "(X1) X2"),
    ("Auf www.example.org, <https://a.de/> und post@example.org!", "Auf X1, X2 und X1!"),
    ("[https://a.de](https://a.de) www. und http:// und @du", "X1 www. und http:// und @du"),
    ("Die `Taste`-Funktion", "Die X1-Funktion"),
    # HTML
    ("Ein <b>fettes</b> <i class='x'>Wort</i><br>neu", "Ein fettes Wort\nneu"),
    ("H<sub>2</sub>O <!-- nicht\nlesen --> da", "H2O da"),
    ("Mit <code>x = 1</code> und <kbd>Strg</kbd>.", "Mit X1 und X2."),
    ("5 < 6 und a<b oder <3", "5 < 6 und a<b oder <3"),
    (
        "<div>\nRoh *so* &uuml;\n\nund so<p>Neu</p>\n</div>\nText *da*.",
        "Roh *so* ü und so\n\nNeu\n\nText da.",
    ),
    (
        '<details markdown="1"><summary>Spoiler</summary>\n**Er** stirbt.\n</details>',
        "Er stirbt.",
    ),
    (
        '<details markdown="1"><summary>Wer stirbt</summary>\n**Er** stirbt.\n</details>',
        "Wer stirbt\n\nEr stirbt.",
    ),
    (
        "<script>\nvar x = '<p>nein</p>';\n</script>\n\n<style>p {}</style>\n<pre>nein</pre>Ja.",
        "Ja.",
    ),
    ("<div>eins</div> zwei <p>drei *roh*</p>", "eins\n\nzwei\n\ndrei *roh*"),
    ("<div><script>x = '</div>'</script>\nroh *so*</div>", "roh *so*"),
    ('<div markdown="1">eins *zwei*</div> *drei*', "eins zwei\n\ndrei"),
    ("<!-- Notiz\n\nüber Absätze -->\nText.", "Text."),
    ("<p>nie geschlossen\n\n*roh*", "nie geschlossen *roh*"),
    (
        "45&nbsp;Minuten &amp; &uuml; &#8211; &#x20AC; &unsinn; &",
        "45\u00a0Minuten & ü – € &unsinn; &",
    ),
    # White space
    ("Ein [^1] Wort {x} da\n\n[^1]: Note", "Ein Wort {x} da\n\nNote"),
    ("Zwei  Leerzeichen bleiben.", "Zwei  Leerzeichen bleiben."),
    ("Tabulator\thier", "Tabulator\thier"),
    (
        "z.\u202fB.\u00a05 👩‍🚀 x\u0301 \u05e9\u05dc\u05d5\u05dd \ud800 \0.",
        "z.\u202fB.\u00a05 👩‍🚀 x\u0301 \u05e9\u05dc\u05d5\u05dd \ud800 \0.",
    ),
]


@pytest.mark.parametrize(("source", "expected"), EXAMPLES)
def test_prose_is_kept_and_markup_is_dropped(source: str, expected: str) -> None:
    plain = plain_text(source)
    assert plain.text == expected
    check_map(source, plain)


REVIEW = """## Geschichte {#story}

Nun ist es **so**weit: die *zweite* Staffel von [Missions](https://example.org/m "Serie") läuft
45&nbsp;Minuten 🚀 und steht auf `disc1` bereit[^1].

- [x] Ton: gut
- Bild: mäßig

> „Großes Kino“, schrieb
> jemand.

| Rolle | Darsteller |
|-------|------------|
| Renoir | **Noguerra** |

![Titelbild](cover.jpg)

[^1]: Jedenfalls hier.
"""


@pytest.mark.parametrize(
    "word",
    [
        *("Geschichte", "zweite", "Missions", "läuft", "45", "Minuten", "🚀", "bereit", "Ton"),
        *("mäßig", "Großes", "jemand", "Rolle", "Renoir", "Noguerra", "Titelbild", "Jedenfalls"),
    ],
)
def test_a_finding_is_mapped_to_its_exact_place(word: str) -> None:
    plain = plain_text(REVIEW)
    start = plain.text.index(word)
    assert slice_of(plain, start, start + len(word)) == word


def slice_of(plain: PlainText, start: int, end: int, source: str = REVIEW) -> str | None:
    span = plain.source_span(start, end)
    return None if span is None else source[slice(*span)]


@pytest.mark.parametrize(
    ("found", "source"),
    [
        ("soweit", "so**weit"),
        ("Missions läuft", 'Missions](https://example.org/m "Serie") läuft'),
        ("45\u00a0M", "45&nbsp;M"),
        ("\u00a0", "&nbsp;"),
        ("schrieb jemand", "schrieb\n> jemand"),
        ("gut\n\nBild", "gut\n- Bild"),
        ("\n\nBild", "Bild"),
        ("gut\n\n", "gut"),
        ("\n\nBild: mäßig\n\n", "Bild: mäßig"),
        ("\n\n", None),
        ("X1", None),
        ("auf X1 bereit", None),
        ("auf ", "auf "),
    ],
)
def test_a_span_runs_from_the_writers_first_to_the_last_character(
    found: str, source: str | None
) -> None:
    plain = plain_text(REVIEW)
    start = plain.text.index(found)
    assert slice_of(plain, start, start + len(found)) == source


def test_an_empty_span_is_a_place_behind_the_character_before_it() -> None:
    source = "**So** &amp; `x` da\n\nEnde"
    plain = plain_text(source)
    assert plain.text == "So & X1 da\n\nEnde"
    places = [plain.source_span(place, place) for place in range(len(plain.text) + 1)]
    found = [None if place is None else place[0] for place in places]
    assert found == [2, 3, 4, 7, 12, 13, None, 16, 17, 18, 19, None, 21, 22, 23, 24, 25]
    assert plain_text("").source_span(0, 0) is None


def test_a_place_in_the_markdown_is_found_in_the_plain_text_unless_it_is_markup() -> None:
    source = "Das **ist** &amp; [so](x)"
    plain = plain_text(source)
    assert plain.text == "Das ist & so"
    found = [plain.plain_offset(place) for place in range(len(source) + 1)]
    assert found == [
        *(0, 1, 2, 3, 4, None, 4, 5, 6, 7, None, 7),
        *(8, None, None, None, None, 9, 10, 10, 11, 12, *[None] * 4),
    ]  # fmt: skip


def test_a_long_line_and_deep_nesting_are_taken() -> None:
    line = "Wort *und* " * 10_000
    assert plain_text(line).text == "Wort und " * 9_999 + "Wort und"
    for mark in ("> ", "- ", "[", "*", "(", "<div>", "1. "):
        source = mark * 20_000 + "Wort"
        plain = plain_text(source)
        assert plain.text.endswith("Wort")
        check_map(source, plain)


# Properties


SIGNS = st.sampled_from(
    (
        *("*_`[]()!<>&#{}|\\\"':;~+-=.^@/ \t\n\r\u00a0\u202f\x02\x03\0ä1x😀\u0301\ud800"),
        *("**", "](", "![", "[^1]", "[^1]: ", "[a]: ", "*[a]: ", "\n\n", "\n    ", "\n> "),
        *("\n- ", "```", "~~~", "{: .x}", "<div>", "</div>", "<!--", "-->", "<code>", "</code>"),
        *("<p markdown=1>", "&uuml;", "&#0;", "http://", "www.x", "a@b.de", "\n---\n", "|-|"),
        *("1. ", ": ", "[ ] ", "![a](b)", "\n```\n", "&NotEqualTilde;"),
        *("{{", "}}", "{{<", ">}}", "{%", "%}", "{% raw %}", "{% endraw %}", "%%", "[[", "]]"),
        *("![[", "[!n]", "[b]", "[/b]", "\n^ab", "{.x}", "==", "~~", ":::", "<img alt='"),
        *("\u00ad", "\u200b", "\u200d", "\ufb01", "o\u0308", "\u1112\u1161"),
    )
)
ANY_TEXT = st.one_of(st.text(st.characters(exclude_categories=())), st.lists(SIGNS).map("".join))


@settings(max_examples=400, deadline=None)
@given(source=ANY_TEXT, data=st.data())
def test_any_text_is_mapped_soundly(source: str, data: st.DataObject) -> None:
    plain = plain_text(source)
    check_map(source, plain)
    places = st.integers(0, len(plain.text))
    start, end = sorted((data.draw(places), data.draw(places)))
    span = plain.source_span(start, end)
    if span is not None:
        assert 0 <= span[0] <= span[1] <= len(source)
        assert (span[0] == span[1]) == (start == end)


LETTERS = "abcdefgäöüßABCÄÖÜéñ中я"
PROSE_WORD = st.text(LETTERS + "’'-–—…%€°§", min_size=1).map("a{}".format)
QUOTED = st.sampled_from(["{}", "„{}“", "»{}«", "‚{}‘", "({})", '"{}"', "{},", "{}!", "{}?"])
PROSE = st.lists(st.builds(str.format, QUOTED, PROSE_WORD), min_size=1, max_size=12).map(
    lambda words: " ".join(words) + "."
)


@settings(deadline=None)
@given(st.lists(PROSE, min_size=1, max_size=5).map("\n\n".join))
def test_prose_without_markup_stays_as_it_is(source: str) -> None:
    plain = plain_text(source)
    assert plain.text == source
    for place in range(len(source) + 1):
        between = source[:place].endswith("\n") and source[place:].startswith("\n")
        assert plain.plain_offset(place) == (None if between else place)


# Python-Markdown as the oracle

WORD = st.text("abcdeäöüß", min_size=1, max_size=6)
EDGE = ("{}", "**{}**", "*{}*", "_{}_", "__{}__", "***{}***", "<b>{}</b>", "„{}“", "({}),", "{}.")
AROUND = (
    *("[{}](https://example.org)", '[{}](a_b "T t")', "[{}][z]", "[{}](<x y>){{.k}}", "\\*{}\\*"),
    *("**{}**teil", "vor `ko de` {}", "{} &amp; &uuml;", "{}<br>neu", "{}[^n]"),
    *("{} <https://a.de/b>", "{} <!-- stumm -->", "[*{}*][]"),
)


def marked(marks: tuple[str, ...], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(str.format, st.sampled_from(marks), inner)


INLINE = st.one_of(
    marked((*EDGE, "snake_{}_case"), WORD),
    marked(EDGE, marked(EDGE, WORD)),
    marked(AROUND, marked(EDGE, WORD)),
    marked(EDGE, marked((*AROUND, "![{}](b.png)", "[![{}](i.png)](z)"), WORD)),
)
LINE = st.lists(INLINE, min_size=1, max_size=5).map(" ".join)
TEXT = st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"a {x}" for x in lines))


def indented(text: str, indent: str, first: str) -> str:
    return first + text.replace("\n", "\n" + indent)


def table(rows: list[tuple[str, str]]) -> str:
    (left, right), *body = rows
    return "\n".join([f"| {left} | {right} |", "|---|:-:|", *(f"{a} | {b}" for a, b in body)])


LEAVES = st.one_of(
    TEXT,
    marked(("# {}", "## {} {{#id .x}}", "### {} ###", "{}\n===", "{}\n---"), LINE),
    st.sampled_from(["---", "* * *", "    ko de", "[z]: /u 'T'", "*[abc]: kurz"]),
    st.lists(st.tuples(WORD, LINE), min_size=1, max_size=3).map(table),
    st.builds("{}\n: {}".format, WORD, LINE),
)
# Python-Markdown knows these at the start of a line only, not in a list or a quote.
OUTER = st.one_of(
    marked(("{}\n{{: .klasse}}",), TEXT),
    st.sampled_from(["```\nko de\n\nko\n```", "~~~ {.x}\nko `de\n~~~", "<!-- stumm -->", "<hr>"]),
    marked(
        ("<div>*{}* <p>absatz</p></div>", "<p>{}</p> danach", '<div markdown="1">{} *a*</div>'),
        WORD,
    ),
    st.builds('<details markdown="1"><summary>{}</summary>\n{}\n</details>'.format, WORD, TEXT),
)


def containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        blocks.map(lambda texts: indented("\n\n".join(texts), "> ", "> ")),
        blocks.map(lambda texts: "\n".join(indented(text, "    ", "- ") for text in texts)),
        blocks.map(lambda texts: "\n\n".join(indented(text, "    ", "1. ") for text in texts)),
        blocks.map(lambda texts: indented("\n\n".join(texts), "    ", "+   ")),
    )


BLOCK = st.recursive(LEAVES, containers, max_leaves=5)
DOCUMENT = st.lists(BLOCK | OUTER, min_size=1, max_size=5).map(
    lambda blocks: "\n\n".join([*blocks, "[z]: https://example.org", "[^n]: note"])
)


INSIDE_WORDS = ("a", "b", "em", "strong", "abbr")
EMPTY = ("br", "hr", "img")


class Words(HTMLParser):
    """The words that a reader of the page sees, descriptions of images included."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.hidden: list[bool] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.text.append("" if tag in INSIDE_WORDS else f" {values.get('alt', '')} ")
        if tag not in EMPTY:
            is_note = values.get("class") == "footnote-backref"
            self.hidden.append(is_note or tag in ("code", "sup"))

    def handle_endtag(self, tag: str) -> None:
        self.text.append("" if tag in INSIDE_WORDS else " ")
        if tag not in EMPTY:
            self.hidden.pop()

    def handle_data(self, data: str) -> None:
        # Python-Markdown prints the attributes of a heading in an item of a tight list.
        shown = re.sub(r"https?://\S+|\{#id \.x\}", " ", data)
        self.text.append("" if any(self.hidden) else shown)


def in_order_of_the_source(plain: PlainText) -> str:
    """The words without placeholders, asides where they stand in the Markdown."""
    text, end = "", 0
    for part in sorted(plain.segments, key=lambda part: part.source):
        shown = "" if part.kind is SegmentKind.PLACEHOLDER else plain.text[part.start : part.end]
        text += shown if part.start == end and shown else f" {shown}"
        end = part.end
    return text


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


# The same documents every time: a new corner of Python-Markdown must not fail somebody's commit.
@settings(max_examples=300, deadline=None, derandomize=True)
@given(DOCUMENT)
def test_the_words_are_those_that_python_markdown_prints(source: str) -> None:
    plain = plain_text(source)
    check_map(source, plain)
    page = markdown.markdown(source, extensions=["extra", "sane_lists"])
    assert words(in_order_of_the_source(plain)) == words("".join(Words(page).text))


@pytest.mark.benchmark
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        *(
            ("*a", ""),
            ("_*", ""),
            (" _a", "b* "),
            ("`a``", "```"),
            ("[", "]"),
            ("[a](", ""),
            ("{", ""),
        ),
        *(('[a](b "', ""), ("![a](b) ", ""), ("<a b='", ""), ("<div>\n", "</p>"), ("<!--", "")),
        *(("{{", ""), ("{{< a", ""), ("{% raw %}", ""), ("[b]", "[/b]"), ("[[a", ""), ("%% a", "")),
        *(("==a", ""), ("[a b=c ", ""), ("{.x ", ""), ("\u00ad", "a\u0308"), ("^ab ", "")),
        *(("![a", "](b)"), ("a^[b", "]"), ("((a", ""), ("((a)) ", ""), ("<img alt='b'>", "")),
        *(("<img alt='", ""), ("[a=", ""), (":ab", ""), ("[pre]", "[/pre]")),
        *(("a@", ""), ("a\n===\n", ""), ("a|b\n-|-\n", ""), ("[a]: b\n", ""), ("[^a]: b\n\n", "")),
        *(("- a\n    - b\n", ""), ("> ", ""), (" ", "a"), ("<code>", "<code"), ("\\`", "`")),
    ],
)
def test_time_grows_with_the_length_and_not_with_its_square(opening: str, closing: str) -> None:
    def seconds(count: int) -> float:
        source = opening * count + closing * count
        taken = []
        for _ in range(3):
            start = time.process_time()
            plain_text(source)
            taken.append(time.process_time() - start)
        return min(taken)

    # 16 times the length: linear is 16, quadratic 256, and a busy machine lies between.
    assert seconds(12_800) < 80 * seconds(800) + 0.01
