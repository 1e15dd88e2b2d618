import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import ExportError
from editor.export.bbcode import DIALECTS, render_bbcode
from editor.export.lines.notation import load_notation, notation_ids
from editor.export.options import RenderOptions
from editor.export.registry import EXPORT_FORMATS
from editor.export.text import render_text
from tests.export import golden
from tests.export.reviews import review

_TAG = re.compile(r"\[(/?)([A-Za-z][A-Za-z0-9]*|\*)(?:[= ][^\[\]\n]*)?\]")
_EVERYTHING = """# Vorspann

Ein *leises* **Wort**, ~~kein~~ <u>lautes</u>, `Kode` und <mark>Licht</mark> ist da.[^1]
Zweite Zeile<br>
nach dem Umbruch. [Verleih](https://example.org/a'b), <post@example.org>

1. eins
2. zwei

    noch ein Absatz

> Zitat
>
> zwei Absätze

    print("[b]")

Begriff
:   Erklärung

| A | B |
| - | - |
| 1 | 2 |

***

![Ein Bild](fehlt.png)

![Plakat](https://example.org/p.jpg "Das Plakat")

<details markdown="1"><summary>Spoiler</summary>

Er war's.

</details>

[^1]: Die Note.
"""


def _plain(markdown: str, **choices: object) -> str:
    made = render_text(review(texts={"story": markdown}), RenderOptions(**choices))  # type: ignore[arg-type]
    return made.split("Story\n\n", 1)[-1]


def _forum(markdown: str, dialect: str) -> str:
    return render_bbcode(review(texts={"story": markdown}), RenderOptions(dialect=dialect))


def _unbalanced(made: str) -> list[str]:
    """Return the tags that are not closed in order. An item needs no closing tag."""
    opened: list[str] = []
    faults: list[str] = []
    code = ""
    for closing, name in _TAG.findall(made):
        if code:
            code = "" if closing and name == code else code
        elif name == "*":
            continue
        elif not closing:
            opened.append(name)
            code = name if name.lower() in {"code", "icode", "plain", "tt"} else ""
            if code:
                opened.pop()
        elif opened and opened[-1] == name:
            opened.pop()
        else:
            faults.append(name)
    return [*faults, *opened]


def test_text_keeps_every_word_and_no_markup() -> None:
    assert _plain(_EVERYTHING) == (
        "Vorspann\n"
        "\n"
        "Ein leises Wort, ~~kein~~ lautes, Kode und Licht ist da.[1] Zweite Zeile\n"
        "nach dem Umbruch. Verleih (https://example.org/a'b), post@example.org\n"
        "\n"
        "1. eins\n"
        "2. zwei\n"
        "\n"
        "   noch ein Absatz\n"
        "\n"
        "    Zitat\n"
        "\n"
        "    zwei Absätze\n"
        "\n"
        '    print("[b]")\n'
        "\n"
        "Begriff:\n"
        "Erklärung\n"
        "\n"
        "A | B\n"
        "1 | 2\n"
        "\n"
        "* * *\n"
        "\n"
        "Ein Bild\n"
        "\n"
        "Plakat (https://example.org/p.jpg)\n"
        "\n"
        "Spoiler\n"
        "    Er war's.\n"
        "\n"
        "[1] Die Note.\n"
    )


def test_without_headings_the_text_is_running_prose() -> None:
    assert "Story" not in render_text(
        review(texts={"story": "Wort."}), RenderOptions(headings=False)
    )


def test_a_fragment_has_no_title() -> None:
    made = review(title="Titel", texts={"story": "Wort."})
    assert render_text(made, RenderOptions()).startswith("Titel\n\n")
    assert "Titel" not in render_text(made, RenderOptions(fragment=True))
    assert "Titel" not in render_bbcode(made, RenderOptions(fragment=True))


@given(
    st.lists(st.text("abcäß- ", min_size=1, max_size=60), min_size=1, max_size=5),
    st.integers(30, 90),
)
def test_no_line_is_longer_than_the_width(words: list[str], width: int) -> None:
    markdown = "\n\n".join(f"- {line}\n\n    > {line}" for line in words)
    for line in _plain(markdown, width=width).split("\n"):
        assert len(line) <= width or len(line.split()) <= 2


def test_a_no_break_space_is_not_broken() -> None:
    assert "z.\xa0B." in _plain("Das ist ein Satz mit z.\xa0B. darin.", width=24)


def test_empty_reviews_say_nothing_but_their_name() -> None:
    assert render_text(review(), RenderOptions()) == "Rezension\n"
    assert render_bbcode(review(), RenderOptions(fragment=True)) == ""


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_tag_is_closed_in_order(dialect: str) -> None:
    assert _unbalanced(_forum(_EVERYTHING, dialect)) == []
    assert _unbalanced(render_bbcode(golden.review(), RenderOptions(dialect=dialect))) == []


@given(st.text("ab[]/*=\"' \n<>_-1.", max_size=80), st.sampled_from(DIALECTS))
def test_brackets_of_the_writer_are_never_markup(markdown: str, dialect: str) -> None:
    assert _unbalanced(_forum(markdown, dialect)) == []


@pytest.mark.parametrize(
    ("dialect", "wanted"),
    [
        ("xenforo", '[SPOILER="Spoiler"]\nEr war\'s.\n[/SPOILER]'),
        ("woltlab", "[spoiler='Spoiler']\nEr war's.\n[/spoiler]"),
        ("phpbb", "[b]Spoiler[/b]\n[quote]\nEr war's.\n[/quote]"),
    ],
)
def test_a_spoiler_is_what_the_forum_can_do(dialect: str, wanted: str) -> None:
    assert wanted in _forum(_EVERYTHING, dialect)


def test_marks_take_no_blanks_in() -> None:
    assert "so [b]fett [/b]" not in _forum("so <b>fett </b>weiter", "phpbb")
    assert "so [b]fett[/b] weiter" in _forum("so <b>fett </b>weiter", "phpbb")


def test_only_pictures_on_the_web_are_shown() -> None:
    made = _forum(_EVERYTHING, "woltlab")
    assert "[img]https://example.org/p.jpg[/img]" in made
    assert "fehlt.png" not in made
    assert "Ein Bild" in made


def test_an_unknown_dialect_is_an_error_that_names_the_known_ones() -> None:
    for dialect in ("vbulletin", "plain", "../plain"):
        with pytest.raises(ExportError) as caught:
            render_bbcode(review(), RenderOptions(dialect=dialect))
        assert "xenforo, woltlab, phpbb" in caught.value.german


def test_the_menu_names_the_dialects_there_are() -> None:
    named = [dialect for dialect, _ in EXPORT_FORMATS["bbcode"].dialects]
    assert tuple(named) == DIALECTS
    assert {*named, "plain"} == set(notation_ids())
    assert all(load_notation(name).around("b")[0] for name in named)


@pytest.mark.parametrize(
    ("dialect", "wanted"),
    [
        ("xenforo", "[ICODE][b]x[/b][/ICODE]"),
        ("woltlab", "[tt][b]x[/b][/tt]"),
    ],
)
@pytest.mark.parametrize("markdown", ["`[b]x[/b]`", "<kbd>[b]x<i>[/b]</i></kbd>"])
def test_code_is_written_as_it_is_where_the_forum_does_not_read_it(
    markdown: str, dialect: str, wanted: str
) -> None:
    assert _forum(markdown, dialect).endswith(f"{wanted}\n")


def test_code_without_a_tag_of_its_own_is_text() -> None:
    assert _forum("`[b]x[/b]`", "phpbb").endswith("\n[\u2060b]x[\u2060/b]\n")


@pytest.mark.parametrize(
    ("dialect", "wanted"),
    [
        ("xenforo", "[ICODE]a[\u2060/icode][b]x[/ICODE]"),
        ("woltlab", "[tt]a[/icode][b]x[/tt]"),
    ],
)
def test_code_does_not_end_itself(dialect: str, wanted: str) -> None:
    assert wanted in _forum("`a[/icode][b]x`", dialect)


@pytest.mark.parametrize("dialect", ["xenforo", "woltlab", "phpbb"])
def test_a_block_of_code_does_not_end_itself(dialect: str) -> None:
    assert "\nx[\u2060/Code]\ny\n[/" in _forum("    x[/Code]\n    y", dialect)


@pytest.mark.parametrize(
    "markdown",
    [
        "[<span>b</span>]fett",
        "[<b></b>b]fett",
        "<span>[</span>b]fett",
        "[<mark>b<span>]</span></mark>fett",
        '[<a href="#ziel">b</a>]fett',
        "[b<i> </i>x]fett",
    ],
)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_brackets_are_no_markup_however_they_are_put_together(markdown: str, dialect: str) -> None:
    assert _unbalanced(_forum(markdown, dialect)) == []


def test_a_linked_picture_stays_a_link() -> None:
    made = _forum("[![](https://a.example/b.png)](https://a.example)", "woltlab")
    assert "[url='https://a.example'][img]https://a.example/b.png[/img][/url]" in made
