"""Style sheet of a page: a theme with the colours and fonts that the writer has chosen."""

import re
from collections.abc import Mapping
from functools import lru_cache

from editor.export.nodes.sanitize import valid_text
from editor.export.options import ExportOptions
from editor.export.themes.page_theme import TEXT_PAIRS, PageTheme

_Triple = tuple[float, float, float]
_Rows = tuple[_Triple, _Triple, _Triple]

_TO_LMS: _Rows = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: _Rows = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: _Rows = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS: _Rows = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_LUMINANCE: _Triple = (0.2126, 0.7152, 0.0722)


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours “#rrggbb”, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix_colors(color: str, other: str, share: float) -> str:
    """Return a mixture of two colours “#rrggbb” with ``share`` (0 to 1) of ``other``, in Oklab."""
    pairs = zip(_oklab(color), _oklab(other), strict=True)
    lightness, green_red, blue_yellow = (a + (b - a) * share for a, b in pairs)
    return _hex((lightness, green_red, blue_yellow))


def _luminance(color: str) -> float:
    """Return the relative luminance, 0 for black and 1 for white."""
    return _dot(_LUMINANCE, _linear(color))


def _oklab(color: str) -> _Triple:
    long, medium, short = (value ** (1 / 3) for value in _times(_TO_LMS, _linear(color)))
    return _times(_TO_LAB, (long, medium, short))


def _hex(lab: _Triple) -> str:
    long, medium, short = (value**3 for value in _times(_FROM_LAB, lab))
    return "#" + "".join(f"{_byte(v):02x}" for v in _times(_FROM_LMS, (long, medium, short)))


def _linear(color: str) -> _Triple:
    """Return red, green and blue as linear light, 0 to 1; see IEC 61966-2-1 for sRGB."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _byte(light: float) -> int:
    light = min(max(light, 0), 1)  # what lies beyond sRGB becomes the nearest that does not
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004
    return round(value * 255)


def _times(rows: _Rows, values: _Triple) -> _Triple:
    return _dot(rows[0], values), _dot(rows[1], values), _dot(rows[2], values)


def _dot(row: _Triple, values: _Triple) -> float:
    return row[0] * values[0] + row[1] * values[1] + row[2] * values[2]


_END_TAG = re.compile(r"</(?=style)", re.IGNORECASE)
_FAMILY = re.compile(r"[\w .-]{1,100}")
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_BLACK, _WHITE = "#000000", "#ffffff"
_TINT = 0.14
"""Share of the accent colour in a tinted background."""
_STEPS = 64
_LOOK = ("scheme", "accent", "text_font", "heading_font")
"""Fields of ExportOptions that a style sheet depends on."""
_REMEMBERED = 8
"""Number of style sheets that are cached. Thousands of pages of one export share one."""
_DARK = {"both": "screen and (prefers-color-scheme: dark)", "dark": "screen"}
"""Media queries of the dark colours, which never apply in print."""
COLOR_SCHEMES = {"both": "light dark", "light": "light", "dark": "dark"}
"""Values of the CSS property color-scheme."""


def style_sheet(theme: PageTheme, options: ExportOptions) -> str:
    """Return the style sheet of a page: the tokens of ``theme`` and the rules using them."""
    return _sheet(theme, ExportOptions(**{name: getattr(options, name) for name in _LOOK}))


@lru_cache(maxsize=_REMEMBERED)
def _sheet(theme: PageTheme, options: ExportOptions) -> str:
    scheme = {"color-scheme": COLOR_SCHEMES[options.scheme]}
    light = _properties(colors_with_accent(theme, "light", options.accent)) | _properties(
        font_lists(theme, options)
    )
    blocks = [_root({"color-scheme": "light", **light}), _media("screen", _root(scheme))]
    if query := _DARK.get(options.scheme):
        dark = _properties(colors_with_accent(theme, "dark", options.accent))
        blocks.append(_media(query, _root(dark)))
    blocks.append(_media("print", _root({"--paper": _WHITE})))
    # A writer's own theme may contain anything except what ends the element or is read differently
    # by a browser: the policy of the page names the style sheet by its hash.
    return _END_TAG.sub(r"<\/", valid_text("\n".join([*blocks, theme.style])))


def colors_with_accent(theme: PageTheme, scheme: str, accent: str) -> dict[str, str]:
    """Return the colours of ``theme`` in ``scheme`` ("light" or "dark") with the writer's accent.

    The accent is made darker on light paper and lighter on dark paper as far as the theme's
    contrast requires; its hue is kept. The accent background is tinted with it. For any ``accent``
    that is not “#rrggbb” the theme's own is used.
    """
    colors = dict(theme.dark if scheme == "dark" else theme.light)
    if not _COLOR.fullmatch(accent):
        return colors
    paper = colors["paper"]
    black_or_white = max((_BLACK, _WHITE), key=lambda color: contrast_ratio(color, paper))
    for step in range(_STEPS + 1):
        adjusted = mix_colors(accent, black_or_white, step / _STEPS) if step else accent.lower()
        colors |= {"accent": adjusted, "accent-ground": mix_colors(paper, adjusted, _TINT)}
        if _readable(colors, theme.contrast):
            break
    return colors


def _readable(colors: Mapping[str, str], least: float) -> bool:
    return all(
        contrast_ratio(colors[text], colors[ground]) >= least
        for text, ground in TEXT_PAIRS
        if text == "accent" or ground == "accent-ground"
    )


def font_lists(theme: PageTheme, options: ExportOptions) -> dict[str, str]:
    """Return the theme's lists of font families, each beginning with the writer's choice."""
    fonts = dict(theme.fonts)
    for name, chosen in (("text-font", options.text_font), ("heading-font", options.heading_font)):
        if _FAMILY.fullmatch(chosen):
            family = chosen if chosen in _GENERIC else f'"{chosen}"'
            fonts[name] = f"{family}, {fonts[name]}"
    return fonts


def _properties(tokens: Mapping[str, str]) -> dict[str, str]:
    return {f"--{name}": value for name, value in tokens.items()}


def _root(properties: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f":root {{\n{lines}}}\n"


def _media(query: str, rules: str) -> str:
    return f"@media {query} {{\n{rules}}}\n"
