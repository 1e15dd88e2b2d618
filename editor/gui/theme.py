"""Theme of the window: colours by role, light and dark, with fonts and sizes.

Sizes are in units of the interface font, so that the window scales with the system.
"""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from editor.settings import Settings

Scheme = Literal["light", "dark"]
_SERIFS = (
    *("Source Serif 4", "Source Serif Pro", "Charter", "Georgia", "Noto Serif"),
    *("Liberation Serif", "DejaVu Serif"),
)
SCROLL_BAR = 10
"""Thickness of a scroll bar, in units of ``Theme.px``."""
_TEXT_SCALE = 1.3
"""Size of the writer's text relative to the interface font."""
_SPECIMEN = (
    "Die zweite Staffel nimmt sich Zeit, und das tut ihr gut: Kaum eine Folge erklärt, was man "
    "längst gesehen hat. Manches wirkt zu Beginn sinnfrei, fügt sich aber bald zu einem Ganzen."
)
"""Sample of German, to measure its average character; that of a font is not for German."""


@dataclass(frozen=True, slots=True)
class ColorTokens:
    """Colours by role; every pair of text and background reaches the contrast of WCAG AA."""

    background: str
    paper: str
    ink: str
    soft_ink: str
    line: str
    accent: str
    accent_ground: str
    on_accent: str
    spelling: str
    grammar: str
    style: str
    good: str
    chip: str
    star_empty: str
    match: str
    """Background of a search match."""
    handle: str
    """Handle of a scroll bar."""
    faint: str
    """Markdown marks outside of the paragraph with the cursor: decoration, not text to be read."""


LIGHT = ColorTokens(
    background="#f4f2ee",
    paper="#fffefb",
    ink="#22262b",
    soft_ink="#5f666e",
    line="#e2ded6",
    accent="#1f5f8b",
    accent_ground="#e3eef6",
    on_accent="#ffffff",
    spelling="#c02e29",
    grammar="#1f5f8b",
    style="#756600",
    good="#2f7d4f",
    chip="#eae7df",
    star_empty="#b3c6d4",
    match="#f7e6a6",
    handle="#8d897f",
    faint="#d3cec4",
)
DARK = ColorTokens(
    background="#17191c",
    paper="#1f2226",
    ink="#e6e3dc",
    soft_ink="#9aa0a6",
    line="#33373c",
    accent="#7fb8e0",
    accent_ground="#243442",
    on_accent="#10161b",
    spelling="#ff8078",
    grammar="#7fb8e0",
    style="#d9c65a",
    good="#79c795",
    chip="#2c3035",
    star_empty="#44525e",
    match="#40350f",
    handle="#6a6f75",
    faint="#434850",
)


@dataclass(frozen=True)
class Theme:
    """Colours, font and sizes with which widgets are built and painted."""

    scheme: Scheme
    tokens: ColorTokens
    text_font: QFont
    unit: float
    """1/16 of the line height of the interface font: one pixel at its usual size."""
    text_width: int = 66
    """Longest line of the writer's text, in characters."""
    line_height: int = 160
    """Line height of the writer's text, in per cent of its size."""
    marks: str = "quiet"
    """Markdown marks outside of the paragraph with the cursor: "shown", "quiet" or "hidden"."""

    def color(self, role: str) -> QColor:
        """Return the colour of ``role``, a field of ColorTokens."""
        return QColor(getattr(self.tokens, role))

    def px(self, units: float) -> int:
        """Return ``units`` in device-independent pixels; they scale with the interface font."""
        return max(1, round(units * self.unit))

    def measure(self) -> int:
        """Return the width of the longest text line, in device-independent pixels."""
        specimen = QFontMetricsF(self.text_font).horizontalAdvance(_SPECIMEN)
        return round(specimen / len(_SPECIMEN) * self.text_width)

    def line_spacing(self) -> float:
        """Return the line height of the text, in per cent of the font's own line height."""
        spacing = QFontMetricsF(self.text_font).lineSpacing()
        return self.line_height * QFontInfo(self.text_font).pixelSize() / spacing


def system_scheme() -> Scheme:
    """Return whether the desktop is light or dark at present."""
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def theme_of(settings: Settings) -> Theme:
    """Return the theme that ``settings`` ask for."""
    theme = make_theme(settings.theme, settings.text_size, settings.text_font)
    return replace(
        theme,
        text_width=settings.text_width,
        line_height=settings.line_height,
        marks=settings.marks,
    )


def make_theme(choice: str, text_size: int = 0, text_font: str = "") -> Theme:
    """Return the theme for a setting: "light", "dark", or "system" to follow the desktop.

    ``text_size`` is the size of the writer's text in points, 0 for one that fits the interface.
    ``text_font`` is its family; one that is not installed counts as none.
    """
    scheme = system_scheme() if choice not in ("light", "dark") else choice
    interface = QApplication.font()
    text = QFont(text_font if text_font in QFontDatabase.families() else text_family())
    base = interface.pointSizeF() if interface.pointSizeF() > 0 else 10.0
    text.setPointSizeF(text_size or base * _TEXT_SCALE)
    unit = QFontMetricsF(interface).height() / 16
    return Theme(
        "dark" if scheme == "dark" else "light", DARK if scheme == "dark" else LIGHT, text, unit
    )


def text_family() -> str:
    """Return the default family of the writer's text: a serif font, if one is installed."""
    families = set(QFontDatabase.families())
    fallback = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return next((family for family in _SERIFS if family in families), fallback)
