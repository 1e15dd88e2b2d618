"""The style sheet of a page: what the writer has chosen, in the tokens of a theme."""

import re

from editor.export.options import Choices
from editor.export.themes import Theme

_END_TAG = re.compile(r"</(?=style)", re.IGNORECASE)
_FAMILY = re.compile(r"[\w .-]{1,100}")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def style_sheet(theme: Theme, choices: Choices) -> str:
    """Return the whole style sheet of a page in ``theme``: its tokens and what uses them."""
    dark = f"@media screen and {_DARK[choices.scheme]} {{\n{_root(_dark(theme, choices))}}}\n"
    light = {"color-scheme": _SCHEMES[choices.scheme], **_light(theme, choices)}
    sheet = f"{_root({**light, **_fonts(theme, choices)})}\n{dark}\n{theme.style}"
    # A theme of the writer's own may hold anything, but nothing that ends the element.
    return _END_TAG.sub(r"<\/", sheet)


_DARK = {
    "both": "(prefers-color-scheme: dark)",
    "light": "(max-width: 0)",
    "dark": "(min-width: 0)",
}
"""When the dark colours apply."""
_SCHEMES = {"both": "light dark", "light": "light", "dark": "dark"}


def _root(tokens: dict[str, str]) -> str:
    lines = "".join(
        f"  {name if name == 'color-scheme' else f'--{name}'}: {value};\n"
        for name, value in tokens.items()
    )
    return f":root {{\n{lines}}}\n"


def _light(theme: Theme, choices: Choices) -> dict[str, str]:
    return _accented(dict(theme.light), choices.accent)


def _dark(theme: Theme, choices: Choices) -> dict[str, str]:
    return _accented(dict(theme.dark), choices.accent)


def _accented(colors: dict[str, str], accent: str) -> dict[str, str]:
    if _COLOR.fullmatch(accent):
        colors["accent"] = accent
    return colors


def _fonts(theme: Theme, choices: Choices) -> dict[str, str]:
    """Return the lists of families, the writer's choice in front of the theme's."""
    fonts = dict(theme.fonts)
    for name, chosen in (("text-font", choices.text_font), ("heading-font", choices.heading_font)):
        if _FAMILY.fullmatch(chosen):
            fonts[name] = f'"{chosen}", {fonts[name]}'
    return fonts
