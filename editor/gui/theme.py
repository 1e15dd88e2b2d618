"""The look: colours by role, light and dark, and the style sheet made of them.

Sizes are in units of the interface font, so that the window scales with the system.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from editor.resources import resource

Scheme = Literal["light", "dark"]
_SERIFS = (
    *("Source Serif 4", "Source Serif Pro", "Charter", "Georgia", "Noto Serif"),
    *("Liberation Serif", "DejaVu Serif"),
)
_QT_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_TEXT_SCALE = 1.3
"""Size of the writer's text over the interface font: words are the largest thing in the form."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by the role that they play; every pair of text and ground reaches WCAG AA."""

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


LIGHT = Tokens(
    background="#f4f2ee",
    paper="#fffefb",
    ink="#22262b",
    soft_ink="#5f666e",
    line="#e2ded6",
    accent="#1f5f8b",
    accent_ground="#e3eef6",
    on_accent="#ffffff",
    spelling="#c4302b",
    grammar="#1f5f8b",
    style="#7a6a00",
    good="#2f7d4f",
    chip="#eae7df",
    star_empty="#b3c6d4",
)
DARK = Tokens(
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
)


@dataclass(frozen=True)
class Theme:
    """The look that widgets are built and painted with."""

    scheme: Scheme
    tokens: Tokens
    text_font: QFont
    unit: float
    """A sixteenth of a line of the interface font: one pixel at its usual size."""

    def color(self, role: str) -> QColor:
        """Return the colour of ``role``, a field of Tokens."""
        return QColor(getattr(self.tokens, role))

    def px(self, units: float) -> int:
        """Return a length in device-independent pixels that grows with the interface font."""
        return max(1, round(units * self.unit))


def system_scheme() -> Scheme:
    """Return whether the desktop is light or dark now."""
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def make_theme(choice: str, text_size: int = 0) -> Theme:
    """Return the theme for a setting: "light", "dark", or "system" to follow the desktop.

    ``text_size`` is the size of the writer's text in points, 0 for one that fits the interface.
    """
    scheme = system_scheme() if choice not in ("light", "dark") else choice
    interface = QApplication.font()
    text = QFont(_serif())
    base = interface.pointSizeF() if interface.pointSizeF() > 0 else 10.0
    text.setPointSizeF(text_size or base * _TEXT_SCALE)
    unit = QFontMetricsF(interface).height() / 16
    return Theme(
        "dark" if scheme == "dark" else "light", DARK if scheme == "dark" else LIGHT, text, unit
    )


def apply_theme(app: QApplication, theme: Theme, choice: str) -> None:
    """Give the application the palette and the style sheet of ``theme``, made for ``choice``."""
    # Pages and native dialogs follow the hint; unset, it is the desktop's own.
    if choice == "system":
        app.styleHints().unsetColorScheme()
    else:
        app.styleHints().setColorScheme(_QT_SCHEMES[theme.scheme])
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))


def _serif() -> str:
    families = set(QFontDatabase.families())
    fallback = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return next((family for family in _SERIFS if family in families), fallback)


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
    """Return the style sheet of the window in the colours and sizes of ``theme``."""
    t, px = theme.tokens, theme.px
    chevron = resource("icons", f"chevron-{theme.scheme}.svg").as_posix()
    chevron_up = resource("icons", f"chevron-up-{theme.scheme}.svg").as_posix()
    return f"""
    QMainWindow, QDialog {{ background: {t.background}; }}
    QMenuBar {{ background: {t.background}; color: {t.ink}; padding: {px(2)}px {px(6)}px; }}
    QMenuBar::item {{ padding: {px(3)}px {px(8)}px; border-radius: {px(4)}px; }}
    QMenuBar::item:selected {{ background: {t.accent_ground}; color: {t.accent}; }}
    QMenu {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
             padding: {px(4)}px; }}
    QMenu::item {{ padding: {px(5)}px {px(28)}px {px(5)}px {px(14)}px;
                   border-radius: {px(4)}px; }}
    QMenu::item:selected {{ background: {t.accent_ground}; color: {t.accent}; }}
    QMenu::item:disabled {{ color: {t.soft_ink}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
    QToolTip {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
                padding: {px(4)}px; }}
    QToolBar {{ background: {t.paper}; border: none; border-bottom: 1px solid {t.line};
                border-top: 1px solid {t.line}; padding: {px(5)}px {px(10)}px;
                spacing: {px(4)}px; }}
    QToolBar QToolButton {{ color: {t.ink}; border: none; border-radius: {px(6)}px;
                            padding: {px(5)}px {px(10)}px; }}
    QToolBar QToolButton:hover, QToolBar QToolButton:focus {{ background: {t.background}; }}
    QToolBar QToolButton:checked {{ background: {t.accent_ground}; color: {t.accent}; }}
    QToolBar QToolButton:disabled {{ color: {t.soft_ink}; }}
    QToolBar QToolButton#primary {{ background: {t.accent}; color: {t.on_accent}; }}
    QToolBar::separator {{ background: {t.line}; width: 1px; margin: {px(5)}px {px(6)}px; }}
    QSplitter::handle {{ background: {t.line}; }}
    QStatusBar {{ background: {t.background}; color: {t.soft_ink};
                  border-top: 1px solid {t.line}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {t.soft_ink}; padding: {px(2)}px {px(8)}px; }}
    QScrollArea, #formPage, #formColumn {{ background: {t.background}; border: none; }}
    #outlinePane {{ background: {t.background}; }}
    #outline, #findings, #repetitions {{ background: transparent; border: none; outline: none; }}
    #findingsPane, #stylePane, #styleRows {{ background: {t.background}; }}
    QTabBar#findingTabs {{ background: transparent; }}
    QTabBar#findingTabs::tab {{ color: {t.soft_ink}; background: transparent; border: none;
        border-bottom: 2px solid transparent; padding: {px(4)}px {px(4)}px;
        margin-right: {px(12)}px; font-weight: bold; }}
    QTabBar#findingTabs::tab:selected {{ color: {t.accent}; border-bottom-color: {t.accent}; }}
    QTabBar#findingTabs::tab:hover, QTabBar#findingTabs::tab:focus {{ color: {t.accent}; }}
    QLabel#heading {{ color: {t.soft_ink}; font-weight: bold; }}
    QLabel[role="soft"] {{ color: {t.soft_ink}; }}
    QLabel[role="warning"] {{ color: {t.spelling}; }}
    QRadioButton {{ color: {t.ink}; spacing: {px(7)}px; }}
    QRadioButton:focus {{ color: {t.accent}; }}
    QRadioButton::indicator {{ width: {px(12)}px; height: {px(12)}px; background: {t.paper};
        border: 1px solid {t.soft_ink}; border-radius: {px(12) // 2 + 1}px; }}
    QRadioButton::indicator:checked {{ width: {px(12) + 2 - 2 * px(4)}px;
        height: {px(12) + 2 - 2 * px(4)}px; border: {px(4)}px solid {t.accent}; }}
    #card {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: {px(10)}px; }}
    #card[current="true"] {{ border: 2px solid {t.accent}; }}
    #card QLabel#title {{ color: {t.ink}; font-weight: bold; }}
    #card QTextEdit {{ background: transparent; border: none; color: {t.ink};
                       selection-background-color: {t.accent};
                       selection-color: {t.on_accent}; }}
    QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, ChipEdit {{
        background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: {px(5)}px; padding: {px(4)}px {px(8)}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
    ChipEdit[current="true"] {{ border: 1px solid {t.accent}; }}
    ChipEdit QLineEdit {{ border: none; padding: {px(1)}px; background: transparent; }}
    QSpinBox {{ padding: {px(2)}px {px(20)}px {px(2)}px {px(8)}px; }}
    QSpinBox:disabled {{ color: {t.soft_ink}; background: transparent; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: {px(18)}px; }}
    QSpinBox::up-arrow {{ image: url("{chevron_up}"); width: {px(9)}px; height: {px(9)}px; }}
    QSpinBox::down-arrow {{ image: url("{chevron}"); width: {px(9)}px; height: {px(9)}px; }}
    QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
    QComboBox::down-arrow {{ image: url("{chevron}"); width: {px(12)}px; height: {px(12)}px; }}
    QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
    QComboBox QAbstractItemView {{ background: {t.paper}; color: {t.ink};
        border: 1px solid {t.line}; selection-background-color: {t.accent_ground};
        selection-color: {t.accent}; }}
    #chip {{ background: {t.chip}; color: {t.ink}; border: none; border-radius: {px(9)}px;
             padding: {px(2)}px {px(8)}px; }}
    #chip:hover, #chip:focus {{ background: {t.accent_ground}; color: {t.accent}; }}
    QPushButton {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
                   border-radius: {px(6)}px; padding: {px(5)}px {px(12)}px; }}
    QPushButton:hover, QPushButton:focus {{ border-color: {t.accent}; color: {t.accent}; }}
    QPushButton:default, QPushButton#suggestion {{ background: {t.accent}; color: {t.on_accent};
                   border-color: {t.accent}; }}
    QPushButton:disabled {{ color: {t.soft_ink}; }}
    QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent;
        color: {t.soft_ink}; text-align: left; padding: {px(2)}px {px(4)}px; }}
    QPushButton[role="quiet"]:hover, QPushButton[role="quiet"]:focus {{
        color: {t.accent}; border-color: {t.line}; }}
    QPushButton[role="count"] {{ background: transparent; border: 1px solid transparent;
        color: {t.soft_ink}; text-align: right; padding: {px(2)}px {px(4)}px; }}
    QPushButton[role="count"]:hover, QPushButton[role="count"]:focus {{
        color: {t.accent}; border-color: {t.line}; }}
    QPushButton#suggestion:focus {{ border: 2px solid {t.ink}; }}
    #findingCard {{ background: {t.paper}; border: 1px solid {t.line};
                    border-radius: {px(8)}px; }}
    #notice {{ background: {t.accent_ground}; color: {t.ink};
               border-bottom: 1px solid {t.line}; }}
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.line}; border-radius: {px(4)}px;
                                   min-height: {px(30)}px; margin: {px(1)}px; }}
    QScrollBar::handle:vertical:hover {{ background: {t.soft_ink}; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {t.line}; border-radius: {px(4)}px;
                                     min-width: {px(30)}px; margin: {px(1)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
