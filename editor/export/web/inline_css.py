"""A fragment whose elements carry their style themselves: for systems that take no style sheet."""

from functools import cache

import css_inline

from editor.export.options import ExportOptions
from editor.export.themes.page_theme import PageTheme
from editor.export.web.style import colors_with_accent
from editor.paths import resource

_SHEET = "inline.css"


def inline_styles(html: str, theme: PageTheme, choices: ExportOptions) -> str:
    """Return the fragment ``html`` with its style in its elements, in the light colours of a theme.

    The page around it has fonts and colours of its own, so the text keeps those. A theme may bring
    a sheet of its own as ``inline.css``.
    """
    colors = colors_with_accent(theme, "light", choices.accent)
    tokens = "".join(f"--{name}: {value};" for name, value in colors.items())
    # One element around it all: the inliner takes a tree, and the tokens need a place in it.
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
