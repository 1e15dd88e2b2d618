"""The writer's own themes: changes that they can make, and broken ones."""

import base64
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import ThemeError
from editor.export.html import render_page, render_parts, theme_problem
from editor.export.options import RenderOptions
from editor.export.themes.page_theme import COLORS, FONTS, MAX_BYTES
from editor.export.themes.theme_registry import DEFAULT_THEME, SHIPPED_THEMES, ThemeRegistry
from tests.export import golden
from tests.export.pages import Page
from tests.export.reviews import review

Make = Callable[..., RenderOptions]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that writes a theme and returns the options of a page in it."""

    def made(toml: str = "", name: str = "eigen", **files: str) -> RenderOptions:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "theme.toml").write_text(toml, "utf-8", newline="")
        for stem, text in files.items():
            suffix = "css" if stem == "style" else "html"
            (folder / f"{stem}.{suffix}").write_text(text, "utf-8", newline="")
        return RenderOptions(themes=ThemeRegistry(tmp_path), theme=name)

    return made


def sheet_of(options: RenderOptions) -> str:
    """Return the style sheet of a page, which the policy of the page must name by its hash."""
    found = Page(render_page(review(), options))
    [style] = found.named("style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in found.named("meta")[1].attributes["content"]
    return style.text


def problem_of(options: RenderOptions) -> str:
    """Return the sentence about the theme; the page and its parts are rendered all the same."""
    problem = theme_problem(golden.review(), options)
    assert isinstance(problem, ThemeError)
    for text in (problem.german, problem.english):
        assert re.fullmatch(r"[^\n]+\.", text)
        assert "Traceback" not in text
    found = Page(render_page(golden.review(), options))
    assert found.faults == []
    assert found.texts("h1") == ["Der stille Kanal"]
    assert all(html in found.source for html in render_parts(golden.review(), options).values())
    return problem.german


def broken_page_is_quiet(options: RenderOptions) -> str:
    """Return the sentence about an unreadable theme, which the default theme replaces."""
    assert render_page(golden.review(), options) == render_page(golden.review(), RenderOptions())
    return problem_of(options)


# Shipped themes


def test_four_themes_ship_and_the_quiet_one_comes_first() -> None:
    assert SHIPPED_THEMES.ids() == (DEFAULT_THEME, "book", "contrast", "magazine")


@pytest.mark.parametrize("theme_id", SHIPPED_THEMES.ids())
def test_a_theme_that_ships_is_whole(theme_id: str) -> None:
    found = SHIPPED_THEMES.find(theme_id)
    theme = found.theme
    assert found.problem is theme_problem(golden.review(), RenderOptions(theme=theme_id)) is None
    assert theme.id == theme_id
    assert all(
        (
            theme.label.german,
            theme.label.english,
            theme.description.german,
            theme.description.english,
        )
    )
    assert tuple(dict(theme.light)) == tuple(dict(theme.dark)) == COLORS
    assert tuple(dict(theme.fonts)) == FONTS
    assert (
        Page(render_page(golden.review(), RenderOptions(theme=theme_id, contents=True))).faults
        == []
    )


def test_themes_differ_in_more_than_their_colours() -> None:
    assert (
        len({SHIPPED_THEMES.find(theme_id).theme.style for theme_id in SHIPPED_THEMES.ids()}) == 4
    )


@pytest.mark.parametrize("theme_id", SHIPPED_THEMES.ids())
def test_a_fragment_is_the_same_in_every_theme_that_ships(theme_id: str) -> None:
    made = golden.review()
    assert render_page(made, RenderOptions(fragment=True, theme=theme_id)) == render_page(
        made, RenderOptions(fragment=True)
    )


# Possible changes in a writer's own theme


def test_an_empty_theme_is_the_quiet_one_under_another_name(make: Make) -> None:
    options = make()
    assert theme_problem(review(), options) is None
    assert sheet_of(options) == sheet_of(RenderOptions())
    assert options.themes.find("eigen").theme.label.german == "eigen"
    assert options.themes.ids()[-1] == "eigen"


def test_tokens_take_the_place_of_those_below(make: Make) -> None:
    options = make('[light]\npaper = "#ABCDEF"\n[fonts]\ntext-font = "Georgia, serif"\n')
    theme, quiet = options.themes.find("eigen").theme, SHIPPED_THEMES.find(DEFAULT_THEME).theme
    assert dict(theme.light) == {**dict(quiet.light), "paper": "#ABCDEF"}
    assert theme.dark == quiet.dark
    assert "--text-font: Georgia, serif;" in sheet_of(options)


def test_its_rules_come_after_and_above_those_of_what_it_extends(make: Make) -> None:
    options = make('extends = "magazine"', style="h1 { color: var(--gold); }")
    layers = sheet_of(options).split("@layer {")[1:]
    assert layers[-1].strip() == "h1 { color: var(--gold); }\n}"
    assert [".kicker" in layer for layer in layers] == [False, True, False]
    assert '<p class="kicker">' in render_page(golden.review(), options)


def test_a_template_takes_the_place_of_the_one_that_ships(make: Make) -> None:
    header = '{% extends "shipped/header.html" %}{% block kicker %}<p>Test</p>{% endblock %}'
    found = Page(render_page(review(title="A & B"), make(header=header)))
    assert found.texts("p") == ["Test"]
    assert found.texts("h1") == ["A & B"]


def test_what_is_changed_is_seen_at_the_next_look(make: Make, tmp_path: Path) -> None:
    before = render_page(review(), make(style="h1 { color: var(--gold); }"))
    options = make('[light]\npaper = "#abcdef"', style="h1 { margin: 0; }", header="<h1>Neu</h1>")
    for number, name in enumerate(("theme.toml", "style.css", "header.html"), 1):
        os.utime(tmp_path / "eigen" / name, ns=(number, number))
    after = render_page(review(), options)
    assert before != after
    assert all(text in after for text in ("#abcdef", "h1 { margin: 0; }", "<h1>Neu</h1>"))


def test_one_with_the_id_of_a_shipped_one_takes_its_place_and_may_extend_it(make: Make) -> None:
    options = make('extends = "magazine"', name="magazine", style="h1 { margin: 0; }")
    assert theme_problem(review(), options) is None
    assert ".kicker" in sheet_of(options)
    assert "h1 { margin: 0; }" in sheet_of(options)
    assert options.themes.ids() == SHIPPED_THEMES.ids()


def test_themes_that_ship_do_not_depend_on_the_writer_s_own(make: Make) -> None:
    options = make('[light]\npaper = "#abcdef"', name=DEFAULT_THEME)
    assert dict(options.themes.find(DEFAULT_THEME).theme.light)["paper"] == "#abcdef"
    assert options.themes.find("book").theme == SHIPPED_THEMES.find("book").theme


def test_the_level_is_that_of_what_it_extends(make: Make) -> None:
    assert make('extends = "contrast"').themes.find("eigen").theme.contrast == 7
    assert make('level = "AA"\nextends = "contrast"').themes.find("eigen").theme.contrast == 4.5


@pytest.mark.parametrize(
    "css",
    [
        "a::after { content: '</style><script>alert(1)</script>'; }",
        "</STYLE ><img src=x>",
        "a { }\r\nb { }\rc { }",
        "a::after { content: '\x00\ufeff'; }",
        "<!-- a { } -->",
        "a { } }",
        "a { color: red",
    ],
)
def test_no_style_ends_the_element_or_escapes_the_policy(make: Make, css: str) -> None:
    options = make(style=css)
    sheet_of(options)
    found = Page(render_page(review(), options))
    assert found.faults == []
    assert [tag.name for tag in found.tags if "head" in tag.parents][-1] == "style"


def test_what_a_style_would_load_is_left_to_the_policy(make: Make) -> None:
    options = make(style='@import "https://a.example/x.css";\nh1 { background: url(//b.example) }')
    sheet_of(options)
    policy = Page(render_page(review(), options)).named("meta")[1].attributes["content"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")


# Broken themes


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("label = ", "Zeile 1: kein gültiges TOML"),
        ("\n\n[light\n", "Zeile 3: kein gültiges TOML"),
        ("extends = 5", "extends ist kein Text"),
        ("extend = 'book'", "extend ist unbekannt; es gibt label, description, extends"),
        ("label = 5", "label ist kein Text"),
        ("label = {de = 5}", "label ist kein Text"),
        ("description = [1]", "description ist kein Text"),
        ("light = 'hell'", "light ist keine Tabelle"),
        ("[light]\npaper = 'white'", "[light] paper ist keine Farbe wie #1f5f8b"),
        ("[dark]\npaper = 0", "[dark] paper ist keine Farbe"),
        ("[dark]\npapier = '#ffffff'", "[dark] papier ist unbekannt; es gibt ground, paper"),
        ("[fonts]\ntext-font = 'a; } *{'", "[fonts] text-font ist keine Liste von Schriften"),
        ("level = 'A'", "level ist nicht AA oder AAA"),
        ("level = [7]", "level ist nicht AA oder AAA"),
        ("a = " + "[" * 5000, "kein gültiges TOML"),
    ],
)
def test_a_broken_file_is_named_with_its_reason(make: Make, toml: str, reason: str) -> None:
    sentence = broken_page_is_quiet(make(toml))
    assert sentence.startswith("Die Gestaltung ")
    assert reason in sentence
    assert "bitte berichtigen Sie die Datei" in sentence


def test_a_theme_that_is_not_there_is_named_with_its_folder(tmp_path: Path) -> None:
    for theme_id in ("fehlt", "../quiet", "a/b", "..", "\0", "x" * 300):
        options = RenderOptions(themes=ThemeRegistry(tmp_path), theme=theme_id)
        assert str(tmp_path) in broken_page_is_quiet(options)
    assert "„weg“ gibt es hier nicht" in broken_page_is_quiet(RenderOptions(theme="weg"))
    missing = RenderOptions(themes=ThemeRegistry(tmp_path / "kein Ordner"), theme=DEFAULT_THEME)
    assert render_page(review(), missing) == render_page(review(), RenderOptions())
    assert missing.themes.ids() == SHIPPED_THEMES.ids()


def test_a_theme_that_extends_one_that_is_not_there_is_broken(make: Make) -> None:
    assert "„weg“ gibt es hier nicht" in broken_page_is_quiet(make('extends = "weg"'))


def test_themes_cannot_extend_each_other(make: Make) -> None:
    make('extends = "eigen"', name="zwei")
    assert "„eigen“ baut auf sich selbst auf" in broken_page_is_quiet(make('extends = "zwei"'))
    assert "baut auf sich selbst auf" in broken_page_is_quiet(make('extends = "eigen"'))


def test_a_file_that_is_no_text_or_too_long_is_refused(make: Make, tmp_path: Path) -> None:
    options = make(style="x")
    (tmp_path / "eigen" / "style.css").write_bytes(b"\xff\xfe\xff")
    assert "style.css ist kein Text in UTF-8" in broken_page_is_quiet(options)
    (tmp_path / "eigen" / "style.css").write_bytes(b" " * (MAX_BYTES + 1))
    os.utime(tmp_path / "eigen" / "style.css", ns=(1, 1))
    assert "style.css ist zu lang" in broken_page_is_quiet(options)


@pytest.mark.parametrize("name", ["theme.toml", "style.css", "header.html"])
def test_a_link_out_of_the_folder_is_not_followed(make: Make, tmp_path: Path, name: str) -> None:
    options = make()
    secret = tmp_path / "geheim"
    secret.write_text("# geheim", "utf-8")
    (tmp_path / "eigen" / name).unlink(missing_ok=True)
    (tmp_path / "eigen" / name).symlink_to(secret)
    assert f"{name} liegt außerhalb" in problem_of(options)
    assert "geheim" not in render_page(review(), options)


def test_the_folder_itself_may_be_a_link(make: Make, tmp_path: Path) -> None:
    make(style="h1 { margin: 0; }", name="anderswo")
    (tmp_path / "verweis").symlink_to(tmp_path / "anderswo")
    options = RenderOptions(themes=ThemeRegistry(tmp_path), theme="verweis")
    assert theme_problem(review(), options) is None
    assert "h1 { margin: 0; }" in sheet_of(options)


def test_a_template_cannot_read_outside_its_folder(make: Make, tmp_path: Path) -> None:
    (tmp_path / "geheim.html").write_text("geheim", "utf-8")
    options = make(header='{% include "../geheim.html" %}')
    problem_of(options)
    assert "geheim" not in render_page(review(), options)


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ ''.__class__.__mro__ }}", "Zeile 1: access to attribute '__class__'"),
        ("{{ title.__init__.__globals__ }}", "Zeile 1: access to attribute '__init__'"),
        ("{{ ''['__class__'] }}", "__class__"),
        ("{{ facts.append(1) }}", "append"),
        ("<h1>{{ title }}</h1>\n{{ nichts }}", "Zeile 2: 'nichts' is undefined"),
        ("{{ title.nichts.mehr }}", "nichts"),
        ("{% for i in range(10**9) %}{% endfor %}", "Range too big"),
        ("{{ 'x' * 10**9 }}", "too large a number"),
        ("{{ 9**9**9**9 }}", "too large a number"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ title + 1 }}", "can only concatenate str"),
        ("{{ 'a'|int * none }}", "NoneType"),
        ("\n\n{% for %}", "Zeile 3: "),
        ("{% include 'weg.html' %}", "weg.html"),
        ("{% include 'header.html' %}", "recursion"),
        ("{% import os %}", "Zeile 1: "),
        ("{{ title|nichts }}", "Zeile 1: No filter named 'nichts'"),
    ],
)
def test_a_broken_template_is_left_out_and_named(make: Make, template: str, reason: str) -> None:
    sentence = problem_of(make(header=template, style="h1 { margin: 0; }"))
    assert sentence.startswith("Die Vorlage header.html der Gestaltung „eigen“ ist fehlerhaft (")
    assert reason in sentence


@pytest.mark.parametrize("name", ["page", "article", "sections", "header", "section"])
def test_whichever_template_is_broken_the_page_is_whole(make: Make, name: str) -> None:
    options = make(style="h1 { margin: 0; }", **{name: "{{ nichts }}"})
    assert "'nichts' is undefined" in problem_of(options)
    assert "h1 { margin: 0; }" in render_page(golden.review(), options)


def test_a_template_escapes_what_it_is_given(make: Make) -> None:
    found = render_page(review(title="<b>&"), make(header="<h1>{{ title }}</h1>"))
    assert "<h1>&lt;b&gt;&amp;</h1>" in found
