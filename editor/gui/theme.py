"""Theme of the window: colours by role, light and dark, with fonts and sizes.

Sizes are in units of the interface font, so that the window scales with the system.
"""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from editor.gui.color_tokens import ColorTokens, color_tokens
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
    high_contrast: bool = False
    """Whether ``tokens`` are those of high contrast."""

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


def system_contrast() -> bool:
    """Return whether the desktop asks for high contrast at present."""
    # For PySide, what they return ends with the object that Python has for them.
    hints = QApplication.styleHints()
    preference = hints.accessibility().contrastPreference()
    return preference == Qt.ContrastPreference.HighContrast


def theme_of(settings: Settings) -> Theme:
    """Return the theme that ``settings`` ask for."""
    contrast = settings.contrast
    high = system_contrast() if contrast == "system" else contrast == "high"
    theme = make_theme(settings.theme, settings.text_size, settings.text_font, high_contrast=high)
    return replace(
        theme,
        text_width=settings.text_width,
        line_height=settings.line_height,
        marks=settings.marks,
    )


def make_theme(
    choice: str, text_size: int = 0, text_font: str = "", *, high_contrast: bool = False
) -> Theme:
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
    tokens = color_tokens(dark=scheme == "dark", high=high_contrast)
    return Theme(
        "dark" if scheme == "dark" else "light", tokens, text, unit, high_contrast=high_contrast
    )


def text_family() -> str:
    """Return the default family of the writer's text: a serif font, if one is installed."""
    families = set(QFontDatabase.families())
    fallback = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return next((family for family in _SERIFS if family in families), fallback)
