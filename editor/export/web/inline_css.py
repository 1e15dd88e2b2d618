"""Inline styles, for fragments in systems that accept no style sheet."""

from functools import cache

import css_inline

from editor.export.options import ExportOptions
from editor.export.themes.page_theme import PageTheme
from editor.export.web.style import colors_with_accent
from editor.paths import resource

_SHEET = "inline.css"


def inline_styles(html: str, theme: PageTheme, options: ExportOptions) -> str:
    """Return the fragment ``html`` with style attributes, in the light colours of a theme.

    Fonts and text colours are left to the page around it. A theme may have a style sheet of its own
    for this, named ``inline.css``.
    """
    colors = colors_with_accent(theme, "light", options.accent)
    tokens = "".join(f"--{name}: {value};" for name, value in colors.items())
    # The inliner takes one tree, and the tokens have to be declared in it.
    inlined = _inliner().inline_fragment(f"<div>{html}</div>", f"* {{ {tokens} }}\n{_sheet(theme)}")
    return inlined.removeprefix("<div>").removesuffix("</div>")


def _sheet(theme: PageTheme) -> str:
    folders = (*theme.folders, resource("templates"))
    return next(
        path.read_text("utf-8") for folder in folders if (path := folder / _SHEET).is_file()
    )


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, resolve_css_variables=True)
