"""Widgets of the find bar, each with object name, accessible name and tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.icons.icon_engine import themed_icon
from editor.gui.keyboard.key_text import with_keys
from editor.gui.theme import Theme

_ICONS = {
    "case": "case-sensitive",
    "words": "whole-word",
    "regex": "regex",
    "previous": "chevron-up",
    "next": "chevron-down",
    "close": "x",
}
"""Icons of lucide.dev by the names of the tool buttons."""


def line_edit(name: str, title: str, parent: QWidget) -> QLineEdit:
    """Return a line edit with ``title`` as its placeholder."""
    line = QLineEdit(parent)
    line.setObjectName(f"find.{name}")
    line.setPlaceholderText(title)
    line.setAccessibleName(title)
    return line


def push_button(name: str, text: str, parent: QWidget) -> QPushButton:
    """Return a button with ``text``."""
    button = QPushButton(text, parent)
    button.setObjectName(f"find.{name}")
    return button


def tool_button(name: str, title: str, label: str, parent: QWidget) -> QToolButton:
    """Return a flat button with a short ``label``, for want of an icon; ``title`` is its tool tip.

    ``show_icons`` draws its icon.
    """
    button = QToolButton(parent)
    button.setObjectName(f"find.{name}")
    button.setText(label)
    button.setToolTip(title)
    button.setAccessibleName(title)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def toggle_button(name: str, title: str, label: str, key: str, parent: QWidget) -> QToolButton:
    """Return a checkable tool button with a shortcut that works within ``parent``."""
    button = tool_button(name, title, label, parent)
    button.setCheckable(True)
    button.setToolTip(with_keys(title, key))
    shortcut = QShortcut(
        QKeySequence(key), parent, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    shortcut.activated.connect(button.toggle)
    return button


def show_icons(bar: QWidget, theme: Theme) -> None:
    """Draw the icons of the tool buttons in ``bar`` in the colours of ``theme``."""
    for name, icon in _ICONS.items():
        button = bar.findChild(QToolButton, f"find.{name}")
        if button is not None:
            button.setIcon(themed_icon(icon, theme, "soft_ink"))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))


def row_of(spacing: int, first: QWidget, *others: QWidget) -> QHBoxLayout:
    """Return widgets side by side; the first one takes the remaining width."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row


def widget_with(parent: QWidget, layout: QHBoxLayout | QVBoxLayout) -> QWidget:
    """Return a widget without margins that has ``layout``."""
    widget = QWidget(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(layout)
    return widget
