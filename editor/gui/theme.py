"""The look: colours by role, light and dark, and the style sheet made of them.

Sizes are in units of the interface font, so that the window scales with the system.
"""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from editor.gui.focus_ring import focus_rules
from editor.resources import resource
from editor.settings import Settings

Scheme = Literal["light", "dark"]
_SERIFS = (
    *("Source Serif 4", "Source Serif Pro", "Charter", "Georgia", "Noto Serif"),
    *("Liberation Serif", "DejaVu Serif"),
)
_QT_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
SCROLL_BAR = 10
"""Thickness of a scroll bar, in units of ``Theme.px``."""
_TEXT_SCALE = 1.3
"""Size of the writer's text over the interface font: words are the largest thing in the form."""
_SPECIMEN = (
    "Die zweite Staffel nimmt sich Zeit, und das tut ihr gut: Kaum eine Folge erklärt, was man "
    "längst gesehen hat. Manches wirkt zu Beginn sinnfrei, fügt sich aber bald zu einem Ganzen."
)
"""German as it is written. A font's own average width counts letters that German hardly has."""


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
    match: str
    """Ground of a place that a search has found."""
    handle: str
    """What a scroll bar is dragged by."""


LIGHT = Tokens(
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
    match="#40350f",
    handle="#6a6f75",
)


@dataclass(frozen=True)
class Theme:
    """The look that widgets are built and painted with."""

    scheme: Scheme
    tokens: Tokens
    text_font: QFont
    unit: float
    """A sixteenth of a line of the interface font: one pixel at its usual size."""
    text_width: int = 66
    """Longest line of the writer's text, in characters."""
    line_height: int = 160
    """Distance of the writer's lines, in per cent of the size of the text."""

    def color(self, role: str) -> QColor:
        """Return the colour of ``role``, a field of Tokens."""
        return QColor(getattr(self.tokens, role))

    def px(self, units: float) -> int:
        """Return a length in device-independent pixels that grows with the interface font."""
        return max(1, round(units * self.unit))

    def measure(self) -> int:
        """Return the width of the longest line of the writer's text, in device-independent px."""
        specimen = QFontMetricsF(self.text_font).horizontalAdvance(_SPECIMEN)
        return round(specimen / len(_SPECIMEN) * self.text_width)

    def line_spacing(self) -> float:
        """Return the distance of the writer's lines in per cent of the font's own lines."""
        own = QFontMetricsF(self.text_font).lineSpacing()
        return self.line_height * QFontInfo(self.text_font).pixelSize() / own


def system_scheme() -> Scheme:
    """Return whether the desktop is light or dark now."""
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def theme_of(settings: Settings) -> Theme:
    """Return the theme that ``settings`` ask for."""
    theme = make_theme(settings.theme, settings.text_size, settings.text_font)
    return replace(theme, text_width=settings.text_width, line_height=settings.line_height)


def make_theme(choice: str, text_size: int = 0, text_font: str = "") -> Theme:
    """Return the theme for a setting: "light", "dark", or "system" to follow the desktop.

    ``text_size`` is the size of the writer's text in points, 0 for one that fits the interface.
    ``text_font`` is its family; one that is not there counts as none.
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


def apply_theme(app: QApplication, theme: Theme, choice: str) -> None:
    """Give the application the palette and the style sheet of ``theme``, made for ``choice``."""
    # Pages and native dialogs follow the hint; unset, it is the desktop's own.
    if choice == "system":
        app.styleHints().unsetColorScheme()
    else:
        app.styleHints().setColorScheme(_QT_SCHEMES[theme.scheme])
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))


def text_family() -> str:
    """Return the family of the writer's text unless another one is chosen: a serif."""
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
    check = resource("icons", f"check-{theme.scheme}.svg").as_posix()
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
    #frontPane {{ background: {t.background}; border-bottom: 1px solid {t.line}; }}
    #outline, #findings, #repetitions, #ready, QListWidget[role="lines"] {{
        background: transparent; border: none; outline: none; }}
    QListWidget[role="groups"] {{ background: transparent; border: none; outline: none; }}
    SideBySide QTextEdit, UnitList, DivisionEdit, SectionsPreview, QDialog QTableView,
    QDialog QTreeView {{
        background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: {px(5)}px; outline: none; }}
    QDialog QTableView::item:selected, QDialog QTreeView::item:selected {{
        background: {t.accent_ground}; color: {t.accent}; }}
    QDialog QHeaderView {{ background: transparent; }}
    QDialog QHeaderView::section {{ background: {t.paper}; color: {t.soft_ink}; border: none;
        border-bottom: 1px solid {t.line}; padding: {px(4)}px {px(6)}px; }}
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QListWidget[role="groups"]::item {{ color: {t.ink}; padding: {px(6)}px {px(9)}px;
        border: 1px solid transparent; border-radius: {px(5)}px; }}
    QListWidget[role="groups"]::item:selected {{ background: {t.accent_ground};
        color: {t.accent}; }}
    QListWidget[role="list"] {{ background: {t.paper}; color: {t.ink}; outline: none;
        border: 1px solid {t.line}; border-radius: {px(5)}px; padding: {px(3)}px; }}
    QListWidget[role="list"]::item:selected {{ background: {t.accent_ground};
        color: {t.accent}; }}
    #settingsPage {{ background: {t.background}; }}
    #findingsPane, #stylePane, #styleRows, #readyPane, #numbersPane, #numbersColumn {{
        background: {t.background}; }}
    QTabBar[role="quiet"] {{ background: transparent; }}
    QTabBar[role="quiet"]::tab {{ color: {t.soft_ink}; background: transparent; border: none;
        border-bottom: {px(2)}px solid transparent; padding: {px(4)}px {px(4)}px;
        margin: 0 {px(6)}px; font-weight: bold; }}
    QTabBar[role="quiet"]::tab:selected {{ color: {t.accent}; border-bottom-color: {t.accent}; }}
    QTabBar[role="quiet"]::tab:hover {{ color: {t.accent}; }}
    QTabBar[role="quiet"]::tab:selected:focus {{ background: {t.accent_ground}; }}
    QLabel#heading {{ color: {t.soft_ink}; font-weight: bold; }}
    QLabel[role="soft"] {{ color: {t.soft_ink}; }}
    QLabel[role="strong"] {{ color: {t.ink}; font-weight: bold; }}
    QLabel[role="warning"] {{ color: {t.spelling}; }}
    QCheckBox {{ color: {t.ink}; spacing: {px(7)}px; }}
    QCheckBox:focus {{ color: {t.accent}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {t.soft_ink}; }}
    QCheckBox::indicator, QListWidget::indicator {{
        width: {px(12)}px; height: {px(12)}px; background: {t.paper};
        border: 1px solid {t.soft_ink}; border-radius: {px(3)}px; }}
    QCheckBox::indicator:checked, QListWidget::indicator:checked {{
        background: {t.accent}; border-color: {t.accent};
        image: url("{check}"); }}
    QCheckBox::indicator:checked:disabled {{ background: {t.soft_ink};
        border-color: {t.soft_ink}; }}
    QRadioButton {{ color: {t.ink}; spacing: {px(7)}px; }}
    QRadioButton:focus {{ color: {t.accent}; }}
    QRadioButton::indicator {{ width: {px(12)}px; height: {px(12)}px; background: {t.paper};
        border: 1px solid {t.soft_ink}; border-radius: {px(12) // 2 + 1}px; }}
    QRadioButton::indicator:checked {{ width: {px(12) + 2 - 2 * px(4)}px;
        height: {px(12) + 2 - 2 * px(4)}px; border: {px(4)}px solid {t.accent}; }}
    #card {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: {px(10)}px; }}
    #card[current="true"] {{ border: 2px solid {t.accent}; }}
    #formPage[alone="true"] #card {{ border: 2px solid transparent; background: transparent; }}
    #card QLabel#title {{ color: {t.ink}; font-weight: bold; }}
    #card QTextEdit {{ background: transparent; border: none; color: {t.ink};
                       selection-background-color: {t.accent};
                       selection-color: {t.on_accent}; }}
    QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, ChipEdit {{
        background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: {px(5)}px; padding: {px(4)}px {px(8)}px;
        placeholder-text-color: {t.soft_ink};
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    ChipEdit {{ padding: {px(2)}px {px(7)}px; }}
    ChipEdit QLineEdit {{ border: none; padding: {px(1)}px; background: transparent; }}
    QSpinBox, QDoubleSpinBox {{ padding: {px(2)}px {px(20)}px {px(2)}px {px(8)}px; }}
    QSpinBox[role="cell"] {{ background: transparent; padding: {px(1)}px {px(4)}px; }}
    QSpinBox[role="cell"]::up-button, QSpinBox[role="cell"]::down-button {{ width: 0; }}
    QSpinBox[role="cell"]::up-arrow, QSpinBox[role="cell"]::down-arrow {{ image: none; }}
    QSpinBox[role="cell"]:hover, QSpinBox[role="cell"]:focus {{ background: {t.paper}; }}
    QSpinBox:disabled, QComboBox:disabled {{ color: {t.soft_ink}; background: transparent; }}
    QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
    QDoubleSpinBox::down-button {{ border: none; width: {px(18)}px; }}
    QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url("{chevron_up}");
        width: {px(9)}px; height: {px(9)}px; }}
    QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url("{chevron}");
        width: {px(9)}px; height: {px(9)}px; }}
    QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
    QComboBox::down-arrow {{ image: url("{chevron}"); width: {px(12)}px; height: {px(12)}px; }}
    QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView {{ background: {t.paper}; color: {t.ink}; outline: none;
        border: 1px solid {t.line}; padding: {px(3)}px;
        selection-background-color: {t.accent_ground}; selection-color: {t.accent}; }}
    QComboBox QAbstractItemView::item {{ padding: {px(4)}px {px(6)}px;
        border-radius: {px(4)}px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {t.accent_ground};
        color: {t.accent}; }}
    #completion, #calendar {{ background: {t.paper}; color: {t.ink};
        border: 1px solid {t.line}; outline: none; }}
    #completion::item {{ padding: {px(3)}px {px(6)}px; }}
    #completion::item:selected {{ background: {t.accent_ground}; color: {t.accent}; }}
    #calendar QToolButton {{ background: transparent; color: {t.ink}; border: none;
        border-radius: {px(4)}px; padding: {px(3)}px {px(6)}px; }}
    #calendar QToolButton:hover, #calendar QToolButton:focus {{ background: {t.accent_ground};
        color: {t.accent}; }}
    #qt_calendar_navigationbar {{ background: {t.paper}; }}
    #calendar QAbstractItemView {{ background: {t.paper}; color: {t.ink}; border: none;
        outline: none; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    #calendar QAbstractItemView:disabled {{ color: {t.soft_ink}; }}
    CoverEdit {{ background: {t.paper}; border: 1px solid {t.line};
        border-radius: {px(5)}px; }}
    #chip {{ background: {t.chip}; color: {t.ink}; border: none; border-radius: {px(9)}px;
             padding: {px(2)}px {px(8)}px; }}
    #chip:hover, #chip:focus {{ background: {t.accent_ground}; color: {t.accent}; }}
    QPushButton {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
                   border-radius: {px(6)}px; padding: {px(5)}px {px(12)}px; }}
    QPushButton:hover, QPushButton:focus {{ border-color: {t.accent}; color: {t.accent}; }}
    QPushButton:default, QPushButton#suggestion {{ background: {t.accent}; color: {t.on_accent};
                   border-color: {t.accent}; }}
    QPushButton:disabled, QPushButton:default:disabled {{ color: {t.soft_ink};
        background: transparent; border-color: {t.line}; }}
    QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent;
        color: {t.soft_ink}; text-align: left; padding: {px(2)}px {px(4)}px; }}
    QPushButton[role="quiet"]:hover, QPushButton[role="quiet"]:focus {{
        color: {t.accent}; border-color: {t.line}; }}
    QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent;
        color: {t.accent}; padding: {px(2)}px {px(4)}px; }}
    QPushButton[role="link"]:hover, QPushButton[role="link"]:focus {{
        border-color: {t.accent}; }}
    QPushButton[role="count"] {{ background: transparent; border: 1px solid transparent;
        color: {t.soft_ink}; text-align: right; padding: {px(2)}px {px(4)}px; }}
    QPushButton[role="count"]:hover, QPushButton[role="count"]:focus {{
        color: {t.accent}; border-color: {t.line}; }}
    QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent;
        color: {t.accent}; padding: {px(1)}px {px(4)}px; }}
    QPushButton[role="link"]:hover, QPushButton[role="link"]:focus {{ border-color: {t.accent}; }}
    #palette {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: {px(8)}px; }}
    #palette QLineEdit {{ padding: {px(8)}px {px(10)}px; }}
    #findingCard {{ background: {t.paper}; border: 1px solid {t.line};
                    border-radius: {px(8)}px; }}
    #findBar {{ background: {t.paper}; border-bottom: 1px solid {t.line}; }}
    #findBar QToolButton {{ color: {t.soft_ink}; background: transparent;
        border: 1px solid transparent; border-radius: {px(5)}px; padding: {px(4)}px {px(7)}px; }}
    #findBar QToolButton:hover, #findBar QToolButton:focus {{ border-color: {t.accent};
        color: {t.accent}; }}
    #findBar QToolButton:checked {{ background: {t.accent_ground}; color: {t.accent};
        border-color: {t.accent}; }}
    #findBar QToolButton:disabled {{ color: {t.line}; }}
    #findBar QPushButton[role="act"]:enabled {{ background: {t.accent}; color: {t.on_accent};
        border-color: {t.accent}; }}
    #findBar QTreeView {{ background: {t.paper}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: {px(5)}px; outline: none; }}
    #findBar QTreeView::item {{ padding: {px(3)}px; }}
    #findBar QTreeView::item:selected {{ background: {t.accent_ground}; color: {t.ink}; }}
    #findBar QHeaderView::section {{ background: {t.paper}; color: {t.soft_ink}; border: none;
        border-bottom: 1px solid {t.line}; padding: {px(4)}px {px(6)}px; }}
    #notice {{ background: {t.accent_ground}; color: {t.ink};
               border-bottom: 1px solid {t.line}; }}
    QScrollBar:vertical {{ background: transparent; width: {px(SCROLL_BAR)}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.handle}; border-radius: {px(4)}px;
                                   min-height: {px(30)}px; margin: {px(1)}px; }}
    QScrollBar::handle:vertical:hover {{ background: {t.soft_ink}; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(SCROLL_BAR)}px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {t.handle}; border-radius: {px(4)}px;
                                     min-width: {px(30)}px; margin: {px(1)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    {focus_rules(theme)}
    """
