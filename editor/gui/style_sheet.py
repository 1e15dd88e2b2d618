"""Palette and style sheet of the application in the colours of a theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from editor.gui.theme import SCROLL_BAR, Theme
from editor.gui.widgets.focus_ring import focus_rules
from editor.paths import resource

_QT_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def apply_theme(app: QApplication, theme: Theme, choice: str) -> None:
    """Set palette and style sheet of ``theme``, which was made for the setting ``choice``.

    Sets nothing that is the same already: after a style sheet is set, Qt polishes every widget,
    which takes as long as opening the window.
    """
    # Pages and native dialogs follow the hint; unset, it is the desktop's own.
    if choice == "system":
        app.styleHints().unsetColorScheme()
    else:
        app.styleHints().setColorScheme(_QT_SCHEMES[theme.scheme])
    palette, sheet = _palette(theme), style_sheet(theme)
    if palette.resolve(app.palette()) != app.palette():
        app.setPalette(palette)
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)


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
    #outline, #findings, #repetitions, #ready, QListView[role="lines"] {{
        background: transparent; border: none; outline: none; }}
    QListWidget[role="groups"] {{ background: transparent; border: none; outline: none; }}
    DiffView QTextEdit, UnitList, SplitEdit, ImportPreview, QDialog QTableView,
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
