"""Palette and style sheet of the application in the colours of a theme."""

import re
from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.theme import SCROLL_BAR, Theme
from editor.gui.widgets.focus_ring import focus_rules
from editor.paths import resource

_LENGTH = re.compile(r"\b(\d+)u\b")
_NAME = re.compile(r"@(\w+)")
_CURRENT = "themeStyleSheet"
"""Property of the application: the style sheet that ``apply_theme`` set last."""
_QT_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def apply_theme(app: QApplication, theme: Theme, choice: str) -> None:
    """Set palette and style sheet of ``theme``, which was made for the setting ``choice``.

    Sets nothing that is the same already. A window that is made afterwards has to be given to
    ``dress``.
    """
    # Pages and native dialogs follow the hint; unset, it is the desktop's own.
    if choice == "system":
        app.styleHints().unsetColorScheme()
    else:
        app.styleHints().setColorScheme(_QT_SCHEMES[theme.scheme])
    palette, sheet = _palette(theme), style_sheet(theme)
    if palette.resolve(app.palette()) != app.palette():
        app.setPalette(palette)
    app.setProperty(_CURRENT, sheet)
    windows = [window for window in app.topLevelWidgets() if window.parent() is None]
    if sheet != app.styleSheet() and not any(window.isVisible() for window in windows):
        app.setStyleSheet(sheet)
    for window in windows:
        dress(app, window)


def dress(app: QApplication, window: QWidget) -> None:
    """Give ``window``, with all its dialogs and menus, the current style sheet.

    It is set to the window unless it is that of the application: set to the application, Qt would
    polish each widget once for every ancestor that it has, and not twice (``updateObjects`` in
    qstylesheetstyle.cpp of Qt 6).
    """
    current = app.property(_CURRENT) or ""
    own = "" if current == app.styleSheet() else current
    if own != window.styleSheet():
        window.setStyleSheet(own)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for key, name in (
        (role.Window, "background"),
        (role.WindowText, "ink"),
        (role.Base, "paper"),
        (role.AlternateBase, "background"),
        (role.Text, "ink"),
        (role.Button, "paper"),
        (role.ButtonText, "ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.ToolTipBase, "paper"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "soft_ink"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
        (role.Mid, "line"),
        (role.Dark, "line"),
    ):
        palette.setColor(key, theme.color(name))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, theme.color("soft_ink"))
    return palette


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the window in the colours and sizes of ``theme``.

    Its source is resources/styles/window.qss.
    """
    source = resource("styles", "window.qss").read_text("utf-8").partition("*/")[2]
    values = _values(theme)
    sized = _LENGTH.sub(lambda match: f"{theme.px(int(match[1]))}px", source)
    return _NAME.sub(lambda match: values[match[1]], sized) + focus_rules(theme)


def _values(theme: Theme) -> dict[str, str]:
    """Return the values of the names in the source."""
    colors = {item.name: getattr(theme.tokens, item.name) for item in fields(theme.tokens)}
    icons = {
        name.replace("-", "_"): resource("icons", f"{name}-{theme.scheme}.svg").as_posix()
        for name in ("check", "chevron", "chevron-up")
    }
    # Qt draws an indicator without its border: the dot of a radio button is what the border leaves.
    indicator, border = theme.px(12), theme.px(4)
    # The border of a tool that is on takes the place of a pixel of its padding.
    even, uneven = theme.px(6) - 1, theme.px(2) - 1
    lengths = {
        "radio_radius": indicator // 2 + 1,
        "radio_size": indicator + 2 - 2 * border,
        "scroll_bar": theme.px(SCROLL_BAR),
    }
    paddings = {
        "checked_padding": f"{even}px",
        "checked_padding_label": f"{even}px {uneven}px {even}px {even}px",
    }
    pixels = {name: f"{length}px" for name, length in lengths.items()}
    return colors | icons | pixels | paddings
