"""The writer's options in the style sheet of a page."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.options import ColorScheme, ExportOptions
from editor.export.themes.page_theme import COLORS, LEVELS, TEXT_PAIRS, PageTheme
from editor.export.themes.theme_registry import DEFAULT_THEME, SHIPPED_THEMES, ThemeRegistry
from editor.export.web.style import colors_with_accent, contrast_ratio, style_sheet
from editor.paths import resource

THEMES = {theme_id: SHIPPED_THEMES.find(theme_id).theme for theme_id in SHIPPED_THEMES.ids()}
ALL = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
ACCENTS = st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SHEETS = sorted(resource("themes").glob("*/style.css"))


def faults(colors: dict[str, str], least: float) -> list[tuple[str, str, float]]:
    """Return unreadable pairs: text colour, background, and their contrast."""
    pairs = [(a, b, contrast_ratio(colors[a], colors[b])) for a, b in TEXT_PAIRS]
    return [pair for pair in pairs if pair[2] < least]


def root(sheet: str, before: str = "") -> dict[str, str]:
    """Return the properties of the first :root that follows ``before``."""
    place = sheet.index(before)
    block = re.compile(r":root \{\n(.*?)\n\}", re.DOTALL).search(sheet, place)
    assert block
    return dict(re.findall(r"^\s*([\w-]+): (.*);$", block[1], re.MULTILINE))


@ALL
@SCHEMES
def test_all_text_of_a_theme_can_be_read(theme: PageTheme, scheme: str) -> None:
    least = LEVELS["AAA"] if theme.id == "contrast" else LEVELS["AA"]
    assert theme.contrast == least
    assert faults(colors_with_accent(theme, scheme, ""), least) == []


@ALL
@SCHEMES
@given(accent=ACCENTS)
def test_a_page_can_be_read_with_any_accent(theme: PageTheme, scheme: str, accent: str) -> None:
    assert faults(colors_with_accent(theme, scheme, accent), theme.contrast) == []


@SCHEMES
def test_an_accent_that_can_be_read_stays_as_it_is(scheme: str) -> None:
    chosen = {"light": "#0b6623", "dark": "#66ddaa"}[scheme]
    assert colors_with_accent(THEMES[DEFAULT_THEME], scheme, chosen)["accent"] == chosen


def test_yellow_is_made_darker_on_light_paper_only_as_far_as_it_must() -> None:
    colors = colors_with_accent(THEMES[DEFAULT_THEME], "light", "#ffd800")
    red, green, blue = (int(colors["accent"][at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue  # still a yellow, or what dark yellow is called
    worst = min(
        contrast_ratio(colors["accent"], colors[g]) for g in ("paper", "ground", "accent-ground")
    )
    assert 4.5 <= worst < 4.8


def test_the_ground_that_is_tinted_has_the_hue_of_the_accent() -> None:
    green = colors_with_accent(THEMES[DEFAULT_THEME], "light", "#0b6623")["accent-ground"]
    assert green != dict(THEMES[DEFAULT_THEME].light)["accent-ground"]
    assert int(green[3:5], 16) > max(int(green[1:3], 16), int(green[5:7], 16))


@pytest.mark.parametrize("accent", ["", "red", "#12345", "#1234567", "#12345g", "#123456;}"])
def test_what_is_no_colour_changes_nothing(accent: str) -> None:
    assert style_sheet(THEMES[DEFAULT_THEME], ExportOptions(accent=accent)) == style_sheet(
        THEMES[DEFAULT_THEME], ExportOptions()
    )


def test_an_accent_stands_in_the_sheet_light_and_dark() -> None:
    sheet = style_sheet(THEMES[DEFAULT_THEME], ExportOptions(accent="#0000ff"))
    assert root(sheet)["--accent"] == "#0000ff"
    dark = root(sheet, "(prefers-color-scheme: dark)")
    assert (
        dark["--accent"]
        == colors_with_accent(THEMES[DEFAULT_THEME], "dark", "#0000ff")["accent"]
        != "#0000ff"
    )


def test_a_theme_without_room_for_any_accent_is_not_refused(tmp_path: Path) -> None:
    grey = "".join(f'{name} = "#808080"\n' for name in COLORS)
    (tmp_path / "grau").mkdir()
    (tmp_path / "grau" / "theme.toml").write_text(f'level = "AAA"\n[light]\n{grey}', "utf-8")
    theme = ThemeRegistry(tmp_path).find("grau").theme
    assert colors_with_accent(theme, "light", "#ff0000")["accent"] == "#000000"


@pytest.mark.parametrize(
    ("scheme", "screen", "dark"),
    [("both", "light dark", True), ("light", "light", False), ("dark", "dark", True)],
)
def test_the_scheme_decides_on_the_colours_of_a_screen(
    scheme: ColorScheme, screen: str, *, dark: bool
) -> None:
    sheet = style_sheet(THEMES[DEFAULT_THEME], ExportOptions(scheme=scheme))
    assert root(sheet, "@media screen {")["color-scheme"] == screen
    assert (dict(THEMES[DEFAULT_THEME].dark)["paper"] in sheet) == dark


@pytest.mark.parametrize("scheme", ["both", "light", "dark"])
def test_paper_is_white_and_its_ink_dark_whatever_the_scheme(scheme: ColorScheme) -> None:
    sheet = style_sheet(THEMES[DEFAULT_THEME], ExportOptions(scheme=scheme))
    assert root(sheet)["color-scheme"] == "light"
    assert root(sheet)["--ink"] == dict(THEMES[DEFAULT_THEME].light)["ink"]
    assert root(sheet, "@media print") == {"--paper": "#ffffff"}
    for query in re.findall(r"@media ([^{]*)\{\n:root \{\n  --ground", sheet):
        assert query.startswith("screen")


def test_a_chosen_font_comes_first_and_the_theme_s_own_remain() -> None:
    chosen = ExportOptions(text_font="Source Serif 4", heading_font="sans-serif")
    fonts = root(style_sheet(THEMES[DEFAULT_THEME], chosen))
    own = dict(THEMES[DEFAULT_THEME].fonts)
    assert fonts["--text-font"] == f'"Source Serif 4", {own["text-font"]}'
    assert fonts["--heading-font"] == f"sans-serif, {own['heading-font']}"
    assert fonts["--label-font"] == own["label-font"]


@pytest.mark.parametrize(
    "name", ['a"; } body { display: none } x {', "a\nb", "</style>", "x" * 101]
)
def test_a_font_that_is_no_name_is_left_out(name: str) -> None:
    chosen = ExportOptions(text_font=name, heading_font=name)
    assert style_sheet(THEMES[DEFAULT_THEME], chosen) == style_sheet(
        THEMES[DEFAULT_THEME], ExportOptions()
    )


@pytest.mark.parametrize("sheet", _SHEETS, ids=lambda path: path.parent.name)
def test_a_sheet_writes_text_only_in_colours_that_are_measured(sheet: Path) -> None:
    css = _COMMENT.sub("", sheet.read_text("utf-8"))
    texts = {value.strip() for value in re.findall(r"[{;]\s*color:([^;}]*)", css)}
    grounds = {value.strip() for value in re.findall(r"background(?:-color)?:([^;}]*)", css)}
    assert texts <= {"inherit", *(f"var(--{text})" for text, _ in TEXT_PAIRS)}
    assert grounds <= {"none", *(f"var(--{ground})" for _, ground in TEXT_PAIRS)}
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl|opacity", css)


@pytest.mark.parametrize("sheet", _SHEETS, ids=lambda path: path.parent.name)
def test_a_sheet_loads_nothing_moves_nothing_and_grows_with_the_reader_s_type(sheet: Path) -> None:
    css = _COMMENT.sub("", sheet.read_text("utf-8"))
    assert not re.search(r"url\(|@import|@font-face", css)
    assert not re.search(r"(?:animation|transition):(?! none !important)", css)
    assert {int(px) for px in re.findall(r"([\d.]+)px", css)} <= {1, 2, 3, 4}  # lines, no sizes
    assert css.count("{") == css.count("}")


@ALL
def test_a_sheet_is_ready_for_paper_and_for_eyes_that_choose_their_own_colours(
    theme: PageTheme,
) -> None:
    sheet = style_sheet(theme, ExportOptions())
    for needed in (
        *("orphans: 3", "widows: 3", "break-inside: avoid", "::details-content", "attr(href)"),
        *("(forced-colors: active)", "(prefers-reduced-motion: reduce)", ".spoiler-note"),
        *(":lang(de-CH)", "hyphens: auto"),
    ):
        assert needed in sheet
