"""Scroll bars of web pages that look like those of the window."""

import json

from editor.gui.theme import SCROLL_BAR, Theme

_ADOPT = """
(function (css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
})"""
"""Adds a style sheet without an element in the page, whose policy allows no further elements."""


def scroll_bar_script(theme: Theme, zoom: float) -> str:
    """Return a script that gives a page the scroll bars of the window.

    ``zoom`` is the factor by which the page is enlarged. The script replaces what an earlier one
    has added.
    """
    return f"{_ADOPT}({json.dumps(scroll_bar_css(theme, zoom))})"


def scroll_bar_css(theme: Theme, zoom: float) -> str:
    """Return the style of the scroll bars, in the sizes and colours of resources/styles."""
    width, radius, margin = (size / zoom for size in (theme.px(SCROLL_BAR), theme.px(4), 1))
    handle, hovered = theme.tokens.control, theme.tokens.soft_ink
    return f"""
    ::-webkit-scrollbar {{ width: {width:.2f}px; height: {width:.2f}px; background: transparent; }}
    ::-webkit-scrollbar-button {{ display: none; }}
    ::-webkit-scrollbar-track, ::-webkit-scrollbar-corner {{ background: transparent; }}
    ::-webkit-scrollbar-thumb {{ background: {handle}; background-clip: padding-box;
        border: {margin:.2f}px solid transparent; border-radius: {radius + margin:.2f}px;
        min-height: {theme.px(30) / zoom:.2f}px; }}
    ::-webkit-scrollbar-thumb:hover {{ background-color: {hovered}; }}"""
