"""The style sheet of a page: what the writer has chosen, in the tokens of a theme."""

import re
from collections.abc import Mapping
from functools import lru_cache

from editor.export.nodes.characters import legal
from editor.export.options import Choices
from editor.export.web.color import contrast, mixed
from editor.export.web.theme import TEXT_PAIRS, Theme

_END_TAG = re.compile(r"</(?=style)", re.IGNORECASE)
_FAMILY = re.compile(r"[\w .-]{1,100}")
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_BLACK, _WHITE = "#000000", "#ffffff"
_TINT = 0.14
"""Share of the accent in the ground that is tinted with it."""
_STEPS = 64
_LOOK = ("scheme", "accent", "text_font", "heading_font")
"""Fields of Choices that a style sheet depends on."""
_REMEMBERED = 8
"""Style sheets that are kept: thousands of pages share one."""
_DARK = {"both": "screen and (prefers-color-scheme: dark)", "dark": "screen"}
"""When the dark colours apply: never on paper."""
COLOR_SCHEMES = {"both": "light dark", "light": "light", "dark": "dark"}
"""What each scheme is called in CSS."""


def style_sheet(theme: Theme, choices: Choices) -> str:
    """Return the whole style sheet of a page in ``theme``: its tokens and what uses them."""
    return _sheet(theme, Choices(**{name: getattr(choices, name) for name in _LOOK}))


@lru_cache(maxsize=_REMEMBERED)
def _sheet(theme: Theme, choices: Choices) -> str:
    scheme = {"color-scheme": COLOR_SCHEMES[choices.scheme]}
    light = _properties(accented(theme, "light", choices.accent)) | _properties(
        fonts_of(theme, choices)
    )
    blocks = [_root({"color-scheme": "light", **light}), _media("screen", _root(scheme))]
    if query := _DARK.get(choices.scheme):
        dark = _properties(accented(theme, "dark", choices.accent))
        blocks.append(_media(query, _root(dark)))
    blocks.append(_media("print", _root({"--paper": _WHITE})))
    # A theme of the writer's own may hold anything, but nothing that ends the element or that a
    # browser would read as something else: the policy of the page names the sheet by its hash.
    return _END_TAG.sub(r"<\/", legal("\n".join([*blocks, theme.style])))


def accented(theme: Theme, scheme: str, accent: str) -> dict[str, str]:
    """Return the colours of ``theme`` in ``scheme`` ("light" or "dark") with the writer's accent.

    It is made darker on light paper and lighter on dark paper, as far as the theme's contrast
    needs, and its ground is tinted with it; its hue stays. Without a colour „#rrggbb“ the theme's
    own is taken.
    """
    colors = dict(theme.dark if scheme == "dark" else theme.light)
    if not _COLOR.fullmatch(accent):
        return colors
    paper = colors["paper"]
    end = max((_BLACK, _WHITE), key=lambda color: contrast(color, paper))
    for step in range(_STEPS + 1):
        own = mixed(accent, end, step / _STEPS) if step else accent.lower()
        colors |= {"accent": own, "accent-ground": mixed(paper, own, _TINT)}
        if _readable(colors, theme.contrast):
            break
    return colors


def _readable(colors: Mapping[str, str], least: float) -> bool:
    return all(
        contrast(colors[text], colors[ground]) >= least
        for text, ground in TEXT_PAIRS
        if text == "accent" or ground == "accent-ground"
    )


def fonts_of(theme: Theme, choices: Choices) -> dict[str, str]:
    """Return the lists of families, the writer's choice in front of the theme's."""
    fonts = dict(theme.fonts)
    for name, chosen in (("text-font", choices.text_font), ("heading-font", choices.heading_font)):
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
